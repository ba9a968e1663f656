// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonbinder_p.h"
#include "core/text/pipelinejson_p.h"
#include "core/text/tokenizerjsonparts_p.h"

#include <utility>

namespace adaplens {

TokenizerJson readWordPieceJson(const TokenizerJsonParts &file)
{
    file.require("model", "unk_token", {"[UNK]"});
    file.require("model", "continuing_subword_prefix", {"##"});
    file.require("model", "max_input_chars_per_word", {100});
    TokenizerOptions options = readPipeline(file, PipelineOf::WordPieces);
    if (file.checkType("post_processor", message("post-processor"), {"TemplateProcessing", "BertProcessing"}) ==
        "BertProcessing")
        file.checkFrame(bertSpecials);
    else
        file.checkTemplates("[CLS]:0 A:0 [SEP]:0", "[CLS]:0 A:0 [SEP]:0 B:1 [SEP]:1", true);
    options.added = file.readAddedTokens();
    Vocabulary vocabulary = Vocabulary::fromPieces(file.readPieces(), file.name(), options.added);
    return {std::move(vocabulary), std::move(options)};
}

} // namespace adaplens
