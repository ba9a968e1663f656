// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/opentokenizer.h"

#include "core/error.h"
#include "core/model/modelfolder_p.h"
#include "core/model/tokenizerconfig.h"
#include "core/model/wordembeddings_p.h"
#include "core/text/tokenizerjson.h"
#include "core/text/vocabularyfiles.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace adaplens {

namespace fs = std::filesystem;

namespace {

/// The file that has a model's vocabulary.
fs::path vocabularyFile(const fs::path &folder, const Config &config, const fs::path &tokenizer)
{
    std::error_code error;
    const auto here = [&](const fs::path &place) {
        // It says how text is cut, too, which no list of pieces does.
        return fs::exists(place / tokenizerJsonName, error) ? place / tokenizerJsonName : vocabularyFileIn(place);
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
        throw Error("%1 is missing; %2. If its tokeniser lies elsewhere, copy its files here, or name its folder with "
                    "--tokenizer on the command line.",
                    (folder / vocabularyFileNames.front()).string(), whatAModelIs());
    }
    return file;
}

TokenizerJson readFiles(const fs::path &file, const TokenizerConfig &config)
{
    TokenizerJson read{readVocabularyFiles(file.parent_path(), config.options.added), config.options};
    read.options.doLowerCase = read.options.doLowerCase && !read.vocabulary.bytePairs();
    return read;
}

TokenizerJson readDescribed(const fs::path &file, const TokenizerConfig &config)
{
    TokenizerJson read = readTokenizerJson(file, config.options.added);
    const bool bytePairs = read.vocabulary.bytePairs();
    // Hugging Face's classes go by their own switches, whatever this file says; of other ways to cut it alone knows.
    if (config.isOf(bytePairs) && !read.options.pipeline) {
        std::vector<AddedToken> added = std::move(read.options.added);
        read.options = config.options;
        read.options.doLowerCase = read.options.doLowerCase && !bytePairs;
        read.options.added = std::move(added);
    }
    return read;
}

/// Special tokens whose numbers no file says, as far as they are pieces. Others have no embedding: the libraries fail
/// at a text that holds one.
void addSpecials(TokenizerJson &read, const std::vector<AddedToken> &specials)
{
    for (AddedToken token : specials) {
        const auto number = read.vocabulary.find(token.content);
        if (number &&
            std::ranges::find(read.options.added, token.content, &AddedToken::content) == read.options.added.end()) {
            token.id = *number;
            read.options.added.push_back(std::move(token));
        }
    }
}

void checkSize(const fs::path &file, const Vocabulary &vocabulary, const Config &config)
{
    // Embedding tables may be longer: rounded up to a multiple of 8, or of a size that was fixed before the vocabulary
    // was. Such rows have no piece.
    if (vocabulary.size() > config.info.vocabularySize) {
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
    const bool described = file.filename() == tokenizerJsonName;
    const TokenizerConfig settings = readTokenizerConfig(from);
    if (!described) {
        checkTokenizerClass(settings);
    }
    TokenizerJson read = described ? readDescribed(file, settings) : readFiles(file, settings);
    if (!described || settings.isOf(read.vocabulary.bytePairs())) {
        checkSpecialPieces(settings, read.vocabulary);
    }
    addSpecials(read, settings.specials);
    checkSize(file, read.vocabulary, config);
    return {std::make_shared<const Vocabulary>(std::move(read.vocabulary)), std::move(read.options)};
}

Tokenizer openTokenizer(const fs::path &folder, const fs::path &tokenizer)
{
    TokenizerParts parts = readTokenizerParts(folder, readConfig(folder, true), tokenizer);
    return {std::move(parts.vocabulary), parts.options};
}

} // namespace adaplens
