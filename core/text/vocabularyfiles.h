// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"
#include "core/text/vocabulary.h"

#include <array>
#include <filesystem>
#include <vector>

namespace adaplens {

/// The files of a vocabulary: word pieces are in the first one, byte pairs in the second and their merges in the third.
inline constexpr std::array<const char *, 3> vocabularyFileNames = {"vocab.txt", "vocab.json", "merges.txt"};

/// The first of these that a folder has; empty if none.
[[nodiscard]] std::filesystem::path vocabularyFileIn(const std::filesystem::path &folder);

/// Reads the vocabulary of a folder, with added tokens that it may lack. Throws Error naming the file: missing, too
/// large (32 MiB), broken.
[[nodiscard]] Vocabulary readVocabularyFiles(const std::filesystem::path &folder,
                                             const std::vector<AddedToken> &added = {});

/// Writes them into a folder, each atomically.
void writeVocabularyFiles(const std::filesystem::path &folder, const Vocabulary &vocabulary);

} // namespace adaplens
