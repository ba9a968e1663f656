// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint_p.h"
#include "core/model/config.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <string>

namespace adaplens {

/// The file of word embeddings that a model folder's config names: with links in the folder's path resolved. It must lie
/// beside the model's folder, or in one that does, so that a model from elsewhere reaches nothing else; throws Error.
[[nodiscard]] std::filesystem::path wordEmbeddingsFile(const std::filesystem::path &folder, const std::string &name);

/// The word embeddings that a model folder's config names, [vocabulary, hidden] in float32. Throws Error.
[[nodiscard]] at::Tensor readWordEmbeddings(const std::filesystem::path &folder, const Config &config);

/// Sees to it that a file, and the vocab.txt beside it, hold a model's word embeddings and vocabulary: writes what is
/// missing, the embeddings in `storage`. What is there must be the same, but for how it is stored. Throws Error.
class SharedWordEmbeddings {
public:
    /// Compares; nothing is written yet.
    SharedWordEmbeddings(std::filesystem::path file, const Checkpoint &model, Storage storage);
    void write() const;

private:
    std::filesystem::path m_file;
    const Checkpoint &m_model;
    Storage m_storage;
    bool m_there = false, m_vocabularyThere = false;
};

} // namespace adaplens
