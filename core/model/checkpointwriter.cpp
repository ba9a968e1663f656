// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_p.h"

#include "core/encoder/architecture_p.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/safetensorsheader_p.h"
#include "core/model/config.h"
#include "core/model/modelfolder_p.h"
#include "core/model/tensorreader_p.h"
#include "core/model/tensorwriter_p.h"
#include "core/model/tokenizerconfig.h"
#include "core/model/wordembeddings_p.h"
#include "core/reduction/rule_p.h"
#include "core/text/recognisedtokens.h"
#include "core/text/tokenizerjson.h"
#include "core/text/vocabularyfiles.h"

namespace adaplens {

namespace {

namespace fs = std::filesystem;

} // namespace

void writeModelFiles(const fs::path &folder, const fs::path &target, const Checkpoint &checkpoint, Storage storage,
                     const std::string &wordEmbeddings)
{
    Weights weights = checkpoint.weights; // handles only; forEachTensor() wants them writable
    const std::string words = architectureOf(checkpoint.info.architecture).wordEmbeddingsName();
    TensorWriter writer(target / tensorFileName);
    forEachTensor(weights, checkpoint.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        if (!tensor.defined() || tensor.sizes() != at::IntArrayRef(spec.shape)) {
            throw Error("Cannot write %1: %2 has shape %3, expected %4.", (target / tensorFileName).string(), spec.name,
                        tensor.defined() ? safetensors::shapeText(tensor.sizes().vec()) : "[nothing]",
                        safetensors::shapeText(spec.shape));
        }
        if (wordEmbeddings.empty() || spec.name != words) {
            writer.add(spec.name, tensor.detach().to(at::kCPU, at::kFloat), spec.exact ? Storage::Float32 : storage);
        }
    });

    const Vocabulary &vocabulary = *checkpoint.vocabulary;
    TokenizerOptions tokenizer = checkpoint.tokenizer;
    if (vocabulary.bytePairs()) {
        // Libraries differ in whether the mask takes the space before it where nobody says so.
        tokenizer.added = recognisedTokens(vocabulary, tokenizer);
    }
    writeConfig(folder, {checkpoint.info, wordEmbeddings}, storage == Storage::Float32 ? "float32" : "float16");
    const bool segments = !weights.oneType && !architectureOf(checkpoint.info.architecture).typeEmbeddings.empty();
    writeTokenizerConfig(folder, tokenizer, vocabulary.specials(), checkpoint.info.maxLength, segments);
    if (tokenizer.pipeline) {
        writeTokenizerJson(folder / tokenizerJsonName, vocabulary, tokenizer);
    } else if (wordEmbeddings.empty()) {
        writeVocabularyFiles(folder, vocabulary);
    }
    writer.write(folder / tensorFileName);
}

void writeCheckpoint(const fs::path &folder, const Checkpoint &checkpoint, Storage storage,
                     const std::string &wordEmbeddings)
{
    ModelFolderWriter writer(folder);
    writeModelFiles(writer.path(), writer.target(), checkpoint, storage, wordEmbeddings);
    writer.commit(ModelFolderWriter::Twin::Stays);
}

void writeWithTwin(const fs::path &folder, const Checkpoint &checkpoint, const Checkpoint &twin, Storage storage)
{
    ModelFolderWriter writer(folder);
    writeModelFiles(writer.path(), writer.target(), checkpoint, storage);
    writeModelFiles(writer.path() / twinFolderName, writer.target() / twinFolderName, twin, storage);
    writer.commit(ModelFolderWriter::Twin::Goes);
}

} // namespace adaplens
