// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonbinder_p.h"
#include "core/text/tokenizerjsonparts_p.h"

#include <string>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

using Json = nlohmann::json;
using Merges = std::vector<std::pair<std::string, std::string>>;

/// Each is ["left", "right"] or, in older files, "left right".
Merges readMerges(const TokenizerJsonParts &file)
{
    const Json &model = file.part("model");
    const Json list = model.value("merges", Json());
    if (!list.is_array())
        file.fail("model.merges", message("a list [ ... ] of pairs was expected"));
    Merges merges;
    merges.reserve(list.size());
    for (const Json &entry : list) {
        const bool pair = entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string();
        const std::string text = entry.is_string() ? entry.get<std::string>() : std::string();
        const std::size_t space = text.find(' ');
        if (!pair && (space == std::string::npos || text.find(' ', space + 1) != std::string::npos))
            file.fail("model.merges", message("%1 was found, two pieces were expected", shownJson(OrderedJson(entry))));
        merges.emplace_back(pair ? entry[0].get<std::string>() : text.substr(0, space),
                            pair ? entry[1].get<std::string>() : text.substr(space + 1));
    }
    return merges;
}

} // namespace

TokenizerJson readBytePairJson(const TokenizerJsonParts &file)
{
    for (const char *member : {"continuing_subword_prefix", "end_of_word_suffix"})
        file.require("model", member, {"", nullptr});
    file.require("model", "dropout", {nullptr, 0});
    file.require("model", "unk_token", {nullptr, robertaSpecials.unknown});
    for (const char *member : {"byte_fallback", "ignore_merges"})
        file.require("model", member, {false, nullptr});
    if (!file.part("normalizer").is_null())
        file.fail("normalizer", message("%1 was found, none was expected before byte pairs",
                                        shownJson(OrderedJson(file.part("normalizer")))));
    file.checkType("pre_tokenizer", message("pre-tokeniser"), {"ByteLevel"});
    file.require("pre_tokenizer", "use_regex", {true});
    TokenizerOptions options;
    options.doLowerCase = false;
    const OrderedJson preTokenizer = file.part("pre_tokenizer");
    JsonBinder json(preTokenizer, file.name(), JsonForm::Foreign);
    json.value("add_prefix_space", options.addPrefixSpace);
    if (file.checkType("post_processor", message("post-processor"), {"RobertaProcessing", "TemplateProcessing"}) ==
        "RobertaProcessing")
        file.checkFrame(robertaSpecials);
    else
        file.checkTemplates("<s> A </s>", "<s> A </s> </s> B </s>", false);
    options.added = file.readAddedTokens();
    Vocabulary vocabulary = Vocabulary::ofBytePairs(file.readPieces(), readMerges(file), file.name(), options.added);
    return {std::move(vocabulary), std::move(options)};
}

} // namespace adaplens
