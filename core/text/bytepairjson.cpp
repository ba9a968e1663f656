// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonbinder_p.h"
#include "core/text/pipelinejson_p.h"
#include "core/text/tokenizerjsonparts_p.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

using Json = nlohmann::json;

/// Each is ["left", "right"] or, in older files, "left right".
std::vector<MergeNames> readMerges(const TokenizerJsonParts &file)
{
    const Json &model = file.part("model");
    const Json list = model.value("merges", Json());
    if (!list.is_array())
        file.fail("model.merges", message("a list [ ... ] of pairs was expected"));
    std::vector<MergeNames> merges;
    merges.reserve(list.size());
    for (const Json &entry : list) {
        std::optional<MergeNames> names;
        if (entry.is_string())
            names = mergeNamesOf(entry.get<std::string>());
        else if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string())
            names.emplace(entry[0].get<std::string>(), entry[1].get<std::string>());
        if (!names)
            file.fail("model.merges", message("%1 was found, two pieces were expected", shownJson(OrderedJson(entry))));
        merges.push_back(*std::move(names));
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
    TokenizerOptions options = readPipeline(file, PipelineOf::BytePairs);
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
