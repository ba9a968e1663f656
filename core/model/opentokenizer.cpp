// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/opentokenizer.h"

#include "core/error.h"
#include "core/model/modelfolder_p.h"
#include "core/model/wordembeddings_p.h"
#include "core/text/tokenizerjson.h"

#include <system_error>

namespace adaplens {

namespace fs = std::filesystem;

namespace {

/// The file that has a model's vocabulary.
fs::path vocabularyFile(const fs::path &folder, const Config &config)
{
    std::error_code error;
    const auto here = [&](const fs::path &place) {
        for (const char *name : {"vocab.txt", tokenizerJsonName}) {
            if (fs::exists(place / name, error)) {
                return place / name;
            }
        }
        return fs::path();
    };
    fs::path file = here(folder);
    if (file.empty() && !config.wordEmbeddings.empty()) {
        file = here(wordEmbeddingsFile(folder, config.wordEmbeddings).parent_path());
    }
    if (file.empty()) {
        throw Error("%1 is missing; %2.", (folder / "vocab.txt").string(), whatAModelIs());
    }
    return file;
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

TokenizerParts readTokenizerParts(const fs::path &folder, const Config &config)
{
    const fs::path file = vocabularyFile(folder, config);
    TokenizerParts parts{nullptr, config.tokenizer};
    if (file.filename() == tokenizerJsonName) {
        TokenizerJson read = readTokenizerJson(file);
        parts = {std::make_shared<const Vocabulary>(std::move(read.vocabulary)), read.options};
    } else {
        parts.vocabulary = std::make_shared<const Vocabulary>(Vocabulary::load(file));
    }
    checkSize(file, *parts.vocabulary, config);
    return parts;
}

Tokenizer openTokenizer(const fs::path &folder)
{
    TokenizerParts parts = readTokenizerParts(folder, readConfig(folder, true));
    return {std::move(parts.vocabulary), parts.options};
}

} // namespace adaplens
