// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/opentokenizer.h"

#include "core/error.h"
#include "core/model/modelfolder_p.h"
#include "core/model/wordembeddings_p.h"
#include "core/text/tokenizerjson.h"
#include "core/text/vocabularyfiles.h"

#include <system_error>

namespace adaplens {

namespace fs = std::filesystem;

namespace {

/// The file that has a model's vocabulary.
fs::path vocabularyFile(const fs::path &folder, const Config &config, const fs::path &tokenizer)
{
    std::error_code error;
    const auto here = [&](const fs::path &place) {
        // Word pieces are the same in both files; of byte pairs only tokenizer.json has all.
        fs::path file = vocabularyFileIn(place);
        if (file.filename() != vocabularyFileNames.front() && fs::exists(place / tokenizerJsonName, error)) {
            file = place / tokenizerJsonName;
        }
        return file;
    };
    fs::path file = here(tokenizer);
    if (file.empty() && !config.wordEmbeddings.empty()) {
        file = here(wordEmbeddingsFile(folder, config.wordEmbeddings).parent_path());
    }
    if (file.empty() && tokenizer != folder) {
        throw Error(
            "%1 holds no vocabulary; name the folder of the model's tokeniser, with tokenizer.json, vocab.txt, or "
            "vocab.json and merges.txt.",
            tokenizer.string());
    }
    if (file.empty()) {
        throw Error(
            "%1 is missing; %2. If its tokeniser lies elsewhere, copy its files here, or name its folder with --tokenizer on the command line.",
            (folder / vocabularyFileNames.front()).string(), whatAModelIs());
    }
    return file;
}

/// A vocab.txt does not say how text is cut: where a tokenizer.json beside it has another way than BERT's, that is it.
void takePipeline(const fs::path &file, TokenizerParts &parts)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return;
    TokenizerJson read = readTokenizerJson(file);
    if (read.options.pipeline)
        parts = {std::make_shared<const Vocabulary>(std::move(read.vocabulary)), std::move(read.options)};
}

void checkSize(const fs::path &file, const Vocabulary &vocabulary, const Config &config)
{
    // Some models round their embedding table up to a multiple of 8, 64 or 128; such rows have no piece.
    const std::size_t spare = config.info.vocabularySize - vocabulary.size();
    const bool rounded =
        config.info.vocabularySize > vocabulary.size() && config.info.vocabularySize % 8 == 0 && spare < 128;
    if (vocabulary.size() != config.info.vocabularySize && !rounded) {
        throw Error(
            "%1 has %2 pieces, but config.json says that vocab_size is %3; take both files from the same model.",
            file.string(), vocabulary.size(), config.info.vocabularySize);
    }
}

} // namespace

TokenizerParts readTokenizerParts(const fs::path &folder, const Config &config, const fs::path &tokenizer)
{
    const fs::path from = tokenizer.empty() ? folder : tokenizer;
    const fs::path file = vocabularyFile(folder, config, from);
    TokenizerParts parts{nullptr, tokenizer.empty() ? config.tokenizer : readTokenizerOptions(tokenizer)};
    if (file.filename() == tokenizerJsonName) {
        TokenizerJson read = readTokenizerJson(file);
        parts = {std::make_shared<const Vocabulary>(std::move(read.vocabulary)), read.options};
    } else {
        parts.vocabulary =
            std::make_shared<const Vocabulary>(readVocabularyFiles(file.parent_path(), parts.options.added));
        parts.options.doLowerCase = parts.options.doLowerCase && !parts.vocabulary->bytePairs();
        takePipeline(file.parent_path() / tokenizerJsonName, parts);
    }
    checkSize(file, *parts.vocabulary, config);
    return parts;
}

Tokenizer openTokenizer(const fs::path &folder, const fs::path &tokenizer)
{
    TokenizerParts parts = readTokenizerParts(folder, readConfig(folder, true), tokenizer);
    return {std::move(parts.vocabulary), parts.options};
}

} // namespace adaplens
