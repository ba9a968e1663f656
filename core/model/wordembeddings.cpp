// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/wordembeddings_p.h"

#include "core/encoder/architecture_p.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/model/modelfolder_p.h"
#include "core/model/tensorreader_p.h"
#include "core/model/tensorwriter_p.h"
#include "core/text/vocabularyfiles.h"

#include <system_error>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// The vocabulary's file beside another one; empty if there is none.
fs::path vocabularyBeside(const fs::path &file)
{
    return vocabularyFileIn(file.parent_path());
}

/// Without the encoder's prefix, so that models of several architectures can share the file.
std::string nameIn(const Architecture &architecture)
{
    return std::string(architecture.wordEmbeddings);
}

Storage storageOf(ElementType type)
{
    return type == ElementType::I8    ? Storage::Int8PerRow
           : type == ElementType::F16 ? Storage::Float16
                                      : Storage::Float32;
}

} // namespace

fs::path wordEmbeddingsFile(const fs::path &folder, const std::string &name)
{
    std::error_code error;
    fs::path home = fs::weakly_canonical(fs::absolute(folder), error);
    home = (error ? folder : home).lexically_normal();
    const fs::path file = (home / name).lexically_normal();
    const fs::path model = home.filename() == twinFolderName ? home.parent_path() : home;
    const fs::path reach = file.lexically_relative(model.parent_path());
    if (reach.empty() || *reach.begin() == ".." || !file.has_filename()) {
        throw Error(
            "%1: “word_embeddings” names %2, which does not lie in %3; put the file there and name it relative to "
            "the model's folder.",
            (folder / "config.json").string(), file.string(), model.parent_path().string());
    }
    return file;
}

at::Tensor readWordEmbeddings(const fs::path &folder, const Config &config)
{
    const fs::path file = wordEmbeddingsFile(folder, config.wordEmbeddings), named = folder / "config.json";
    std::error_code error;
    if (!fs::exists(file, error)) {
        throw Error(
            "%1 is missing, which %2 names as the file of its word embeddings; copy both from the same place, or "
            "export the model again without --share-embeddings.",
            file.string(), named.string());
    }
    const Architecture &architecture = architectureOf(config.info.architecture);
    TensorReader reader(file, named, architecture);
    at::Tensor words =
        reader.read(architecture.wordEmbeddingsName(), {static_cast<std::int64_t>(config.info.vocabularySize),
                                                        static_cast<std::int64_t>(config.info.embeddingSize())});
    reader.finish();
    return words;
}

SharedWordEmbeddings::SharedWordEmbeddings(fs::path file, const Checkpoint &model, Storage storage)
    : m_file(std::move(file)),
      m_model(model),
      m_storage(storage),
      m_there(fs::exists(m_file)),
      m_vocabularyThere(!vocabularyBeside(m_file).empty())
{
    const ModelInfo &info = model.info;
    if (m_there) {
        const Architecture &architecture = architectureOf(info.architecture);
        const std::string name = architecture.wordEmbeddingsName();
        const at::Tensor &words = model.weights.wordEmbeddings;
        TensorReader reader(m_file, info.folder / "config.json", architecture);
        const at::Tensor there = reader.read(name, words.sizes().vec());
        reader.finish();
        if (!at::equal(there, words) && !at::equal(there, afterStorage(words, storageOf(reader.typeOf(name))))) {
            throw Error(
                "%1 holds other word embeddings than model %2; name another file, or train the model with frozen "
                "word embeddings.",
                m_file.string(), info.name);
        }
    }
    if (m_vocabularyThere && !readVocabularyFiles(m_file.parent_path()).hasSamePieces(*model.vocabulary)) {
        throw Error("%1 holds another vocabulary than model %2; name a file in another folder.",
                    vocabularyBeside(m_file).string(), info.name);
    }
}

void SharedWordEmbeddings::write() const
{
    if (!m_there) {
        TensorWriter writer(m_file);
        writer.add(nameIn(architectureOf(m_model.info.architecture)), m_model.weights.wordEmbeddings, m_storage);
        writer.write(m_file);
    }
    if (!m_vocabularyThere) {
        writeVocabularyFiles(m_file.parent_path(), *m_model.vocabulary);
    }
}

} // namespace adaplens
