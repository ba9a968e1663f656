// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/spans_p.h"

#include "core/error.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <charconv>

namespace adaplens {

Characters::Characters(std::string_view text)
{
    for (std::size_t position = 0; position < text.size();) {
        m_begins.push_back(position);
        (void)nextCharacter(text, position);
    }
    m_begins.push_back(text.size());
}

std::size_t Characters::characterOf(std::size_t byte) const
{
    const auto after = std::ranges::upper_bound(m_begins, byte);
    return std::min(static_cast<std::size_t>(after - m_begins.begin()) - 1, size());
}

void sortRanges(std::vector<ByteRange> &ranges)
{
    std::ranges::sort(ranges, {}, [](ByteRange r) { return std::pair(r.begin, r.end); });
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
}

std::vector<ByteRange> byteRanges(std::string_view text, const std::vector<CharacterSpan> &spans)
{
    std::vector<ByteRange> ranges;
    if (spans.empty())
        return ranges;
    const Characters characters(text);
    for (const CharacterSpan &span : spans) {
        if (span.begin >= span.end || span.end > characters.size()) {
            throw Error("the rationale goes from character %1 to %2, but a span must not be empty and the text has the "
                        "characters 0 to %3.",
                        span.begin, span.end, characters.size());
        }
        ranges.push_back({characters.byteOf(span.begin), characters.byteOf(span.end)});
    }
    sortRanges(ranges);
    return ranges;
}

std::optional<std::vector<CharacterSpan>> parseSpans(std::string_view cell)
{
    std::vector<CharacterSpan> spans;
    const char *at = cell.data();
    const char *const end = at + cell.size();
    const auto blanks = [&] {
        while (at != end && *at == ' ')
            ++at;
    };
    const auto number = [&](std::size_t &value) {
        blanks();
        const auto [stop, error] = std::from_chars(at, end, value);
        at = stop;
        blanks();
        return error == std::errc{};
    };
    for (blanks(); at != end;) {
        CharacterSpan span;
        if (!number(span.begin) || at == end || *at++ != '-' || !number(span.end))
            return std::nullopt;
        spans.push_back(span);
        if (at != end && *at++ != ';')
            return std::nullopt;
        blanks();
    }
    return spans;
}

MarkedText parseMarks(std::string_view marked)
{
    MarkedText result;
    constexpr std::size_t none = std::string_view::npos;
    std::size_t open = none; // where the mark opened
    for (std::size_t position = 0; position < marked.size();) {
        const std::string_view rest = marked.substr(position);
        if (rest.starts_with("[[")) {
            if (open != none)
                throw Error("a mark [[ opens within another; close the first one by ]].");
            open = result.text.size();
            position += 2;
        } else if (rest.starts_with("]]")) {
            if (open == none || open == result.text.size())
                throw Error(open != none ? message("a mark [[]] encloses nothing; take it out.")
                                         : message("a mark ]] closes nothing; a [[ must come before it."));
            // Of three closing brackets the first is the text's: "[[the end [sic]]]".
            if (rest.starts_with("]]]")) {
                result.text += ']';
                ++position;
            }
            result.rationale.push_back({open, result.text.size()});
            open = none;
            position += 2;
        } else {
            result.text += marked[position++];
        }
    }
    if (open != none)
        throw Error("a mark [[ is never closed; put ]] behind the words that it should enclose.");
    return result;
}

} // namespace adaplens
