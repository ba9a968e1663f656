// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/text/tokenizer.h"

#include <filesystem>
#include <memory>

namespace adaplens {

/// The vocabulary of the model in `folder`: its own vocab.txt or, where it has none, that beside the word embeddings
/// that its config names; the config says how many pieces it has. Throws Error if
/// it is missing or of another size.
[[nodiscard]] std::shared_ptr<const Vocabulary> readVocabulary(const std::filesystem::path &folder,
                                                               const Config &config);

/// The tokeniser of a model folder; its weights are not read and may be missing. Throws Error.
[[nodiscard]] Tokenizer openTokenizer(const std::filesystem::path &folder);

} // namespace adaplens
