// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/classifier.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace adaplens {

/// The text with only the pieces marked 1, as if the others had never been written: those that stay move together.
/// Words are not carried over.
[[nodiscard]] Encoding withPieces(const Encoding &encoding, std::span<const std::uint8_t> stays);

/// Class probabilities of many texts, [B][K], in the order given. They run in ragged batches of bounded memory, texts
/// of like length together. `done`: called after each batch with the number of its texts. Throws Stopped.
[[nodiscard]] std::vector<std::vector<float>> probabilitiesOf(Classifier &classifier, std::span<const Encoding> texts,
                                                              Pass pass, const std::stop_token &stop,
                                                              const std::function<void(std::size_t)> &done = {});

/// Texts without some of their pieces; what is asked for twice runs once.
class ShortenedTexts {
public:
    explicit ShortenedTexts(std::span<const Encoding> texts) : m_texts(texts) {}
    /// Text number `text` with only the pieces marked 1. Gives its place in what run() returns.
    std::size_t add(std::size_t text, std::vector<std::uint8_t> stays);
    /// As probabilitiesOf(), of each distinct text.
    [[nodiscard]] std::vector<std::vector<float>> run(Classifier &classifier, Pass pass,
                                                      const std::stop_token &stop) const;

private:
    std::span<const Encoding> m_texts;
    std::map<std::pair<std::size_t, std::vector<std::uint8_t>>, std::size_t> m_places;
    std::vector<Encoding> m_shortened;
};

} // namespace adaplens
