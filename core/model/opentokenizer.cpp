// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/opentokenizer.h"

#include "core/error.h"
#include "core/model/wordembeddings_p.h"

#include <system_error>

namespace adaplens {

namespace fs = std::filesystem;

std::shared_ptr<const Vocabulary> readVocabulary(const fs::path &folder, const Config &config)
{
    std::error_code error;
    const bool elsewhere = !config.wordEmbeddings.empty() && !fs::exists(folder / "vocab.txt", error);
    const fs::path home = elsewhere ? wordEmbeddingsFile(folder, config.wordEmbeddings).parent_path() : folder;
    const fs::path file = home / "vocab.txt";
    if (!fs::exists(file, error)) {
        throw Error("%1 is missing; %2.", file.string(),
                    fs::exists(home / "tokenizer.json", error)
                        ? message("tokenizer.json alone is not enough, so copy vocab.txt from the model this one was "
                                  "trained from")
                        : message("a model is a folder with config.json, vocab.txt and model.safetensors"));
    }
    auto vocabulary = std::make_shared<const Vocabulary>(Vocabulary::load(file));
    // Some models round their embedding table up to a multiple of 8, 64 or 128; such rows have no piece.
    const std::size_t spare = config.info.vocabularySize - vocabulary->size();
    const bool rounded =
        config.info.vocabularySize > vocabulary->size() && config.info.vocabularySize % 8 == 0 && spare < 128;
    if (vocabulary->size() != config.info.vocabularySize && !rounded) {
        throw Error(
            "%1 has %2 pieces, but config.json says that vocab_size is %3; take both files from the same model.",
            file.string(), vocabulary->size(), config.info.vocabularySize);
    }
    return vocabulary;
}

Tokenizer openTokenizer(const fs::path &folder)
{
    const Config config = readConfig(folder, true);
    return {readVocabulary(folder, config), config.tokenizer};
}

} // namespace adaplens
