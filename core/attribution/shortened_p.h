// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/classifier.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace adaplens {

/// The text with only the pieces marked 1, as if the others had never been written: those that stay move together.
/// Words are not carried over.
[[nodiscard]] Encoding withPieces(const Encoding &encoding, std::span<const std::uint8_t> stays);

/// Class probabilities of many texts, [B][K], in the order given. They run in ragged batches of bounded memory, texts of
/// like length together. `done`: called after each batch with the number of its texts. Empty = stopped.
[[nodiscard]] std::optional<std::vector<std::vector<float>>>
probabilitiesOf(Classifier &classifier, std::span<const Encoding> texts, Pass pass, const std::stop_token &stop,
                const std::function<void(std::size_t)> &done = {});

} // namespace adaplens
