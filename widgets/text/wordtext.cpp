// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/wordtext.h"

#include "core/text/words.h"
#include "widgets/text/controlcharacters.h"

#include <algorithm>
#include <utility>

namespace {

/// UTF-16 units of the UTF-8 character that a byte begins; 0 within one.
qsizetype units(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return (value & 0xC0U) == 0x80U ? 0 : value >= 0xF0U ? 2 : 1;
}

} // namespace

WordText::WordText(const std::string &source) : m_text(QString::fromStdString(source))
{
    std::size_t byte = 0;
    qsizetype position = 0;
    const auto positionOf = [&](std::size_t target) {
        for (; byte < target; ++byte) {
            position += units(source[byte]);
        }
        return position;
    };
    for (const adaplens::ByteRange &word : adaplens::wordsOf(source)) {
        const qsizetype begin = positionOf(word.begin);
        m_words.append({begin, positionOf(word.end), word});
    }
    showControlCharacters(m_text);
}

qsizetype WordText::wordAt(qsizetype position) const
{
    const auto after = std::upper_bound(m_words.begin(), m_words.end(), position,
                                        [](qsizetype p, const Word &word) { return p < word.begin; });
    return after == m_words.begin() ? (m_words.isEmpty() ? -1 : 0) : after - m_words.begin() - 1;
}

std::optional<std::pair<qsizetype, qsizetype>> WordText::wordsIn(adaplens::ByteRange span) const
{
    const auto first = std::partition_point(m_words.begin(), m_words.end(),
                                            [&](const Word &word) { return word.source.end <= span.begin; });
    const auto last =
        std::partition_point(first, m_words.end(), [&](const Word &word) { return word.source.begin < span.end; });
    return first == last ? std::nullopt : std::optional(std::pair(first - m_words.begin(), last - m_words.begin() - 1));
}

adaplens::ByteRange WordText::bytes(qsizetype one, qsizetype other) const
{
    return {m_words.at(std::min(one, other)).source.begin, m_words.at(std::max(one, other)).source.end};
}
