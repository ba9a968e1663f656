// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomicfile.h"
#include "core/text/addedtokensjson_p.h"
#include "core/text/pipelinejson_p.h"
#include "core/text/recognisedtokens.h"
#include "core/text/tokenizerjson.h"

#include <cstdint>
#include <string>
#include <utility>

namespace adaplens {

namespace {

OrderedJson modelJson(const Vocabulary &vocabulary)
{
    OrderedJson pieces = OrderedJson::object();
    auto &members = pieces.get_ref<OrderedJson::object_t &>();
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const auto id = static_cast<std::int32_t>(i);
        // Appended, for an ordered object looks through all of its members for each new one.
        if (const std::string &piece = vocabulary.piece(id); !piece.empty() && !vocabulary.isAdded(id))
            members.emplace_back(piece, id);
    }
    OrderedJson model;
    if (!vocabulary.bytePairs()) {
        model["type"] = "WordPiece";
        model["unk_token"] = std::string(vocabulary.specials().unknown);
        model["continuing_subword_prefix"] = "##";
        model["max_input_chars_per_word"] = 100;
        model["vocab"] = std::move(pieces);
        return model;
    }
    OrderedJson merges = OrderedJson::array();
    for (const Merge &merge : vocabulary.merges())
        merges.push_back(OrderedJson::array({vocabulary.piece(merge.left), vocabulary.piece(merge.right)}));
    model["type"] = "BPE";
    model["dropout"] = nullptr;
    model["unk_token"] = nullptr;
    model["continuing_subword_prefix"] = "";
    model["end_of_word_suffix"] = "";
    model["fuse_unk"] = false;
    model["byte_fallback"] = false;
    model["ignore_merges"] = false;
    model["vocab"] = std::move(pieces);
    model["merges"] = std::move(merges);
    return model;
}

OrderedJson processorJson(const Vocabulary &vocabulary, const TokenizerOptions &options)
{
    const SpecialPieces &specials = vocabulary.specials();
    OrderedJson json;
    json["type"] = vocabulary.bytePairs() ? "RobertaProcessing" : "BertProcessing";
    json["sep"] = OrderedJson::array({std::string(specials.sep), vocabulary.sepId()});
    json["cls"] = OrderedJson::array({std::string(specials.cls), vocabulary.clsId()});
    if (vocabulary.bytePairs()) {
        json["trim_offsets"] = true;
        json["add_prefix_space"] = options.addPrefixSpace;
    }
    return json;
}

OrderedJson decoderJson(const Vocabulary &vocabulary)
{
    OrderedJson json;
    json["type"] = vocabulary.bytePairs() ? "ByteLevel" : "WordPiece";
    if (vocabulary.bytePairs()) {
        json["add_prefix_space"] = true;
        json["trim_offsets"] = true;
        json["use_regex"] = true;
    } else {
        json["prefix"] = "##";
        json["cleanup"] = true;
    }
    return json;
}

} // namespace

void writeTokenizerJson(const std::filesystem::path &file, const Vocabulary &vocabulary,
                        const TokenizerOptions &options)
{
    const PipelineOf model = vocabulary.bytePairs() ? PipelineOf::BytePairs : PipelineOf::WordPieces;
    OrderedJson root;
    root["version"] = "1.0";
    root["truncation"] = nullptr;
    root["padding"] = nullptr;
    root[addedTokensKey] = addedTokensJson(recognisedTokens(vocabulary, options));
    root["normalizer"] = normaliserJson(options, model);
    root["pre_tokenizer"] = preTokeniserJson(options, model);
    root["post_processor"] = processorJson(vocabulary, options);
    root["decoder"] = decoderJson(vocabulary);
    root["model"] = modelJson(vocabulary);
    writeFile(file, jsonText(root) + '\n');
}

} // namespace adaplens
