// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/piecetext.h"

#include "widgets/text/controlcharacters.h"

#include <algorithm>
#include <string_view>

using adaplens::Piece;

namespace {

bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

qsizetype characters(std::string_view bytes)
{
    return static_cast<qsizetype>(std::count_if(bytes.begin(), bytes.end(), [](char b) { return !continues(b); }));
}

/// The first `most` bytes, cut where a character ends.
std::string_view head(std::string_view bytes, std::size_t most)
{
    std::size_t end = std::min(most, bytes.size());
    while (end > 0 && end < bytes.size() && continues(bytes[end])) {
        --end;
    }
    return bytes.substr(0, end);
}

std::string_view tail(std::string_view bytes, std::size_t most)
{
    std::size_t begin = bytes.size() - std::min(most, bytes.size());
    while (begin < bytes.size() && continues(bytes[begin])) {
        ++begin;
    }
    return bytes.substr(begin);
}

void append(QString &text, std::string_view bytes)
{
    const auto decode = [](std::string_view part) {
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    if (bytes.size() <= PieceText::longest) {
        text += decode(bytes);
    } else {
        text += decode(head(bytes, PieceText::longest / 2)) + QStringLiteral(" … ") +
                decode(tail(bytes, PieceText::longest / 2));
    }
}

void appendSegment(PieceText &shown, const adaplens::Trace &trace, int segment)
{
    const std::string_view source = segment == 0 ? trace.text : *trace.pair;
    const auto &pieces = trace.encoding.pieces;
    std::size_t at = source.size(), end = 0;
    for (const Piece &piece : pieces) {
        if (piece.segment == segment && !piece.special && piece.source.end > piece.source.begin) {
            at = std::min(at, piece.source.begin);
            end = std::max(end, std::min(piece.source.end, source.size()));
        }
    }
    const bool none = end == 0;
    at = none ? 0 : at;
    const auto appendUnread = [&](std::string_view bytes) {
        const qsizetype begin = shown.text.size();
        shown.text += QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        if (shown.text.size() > begin) {
            shown.unread.append({begin, shown.text.size()});
        }
    };
    const std::string_view before = source.substr(0, at), beforeShown = tail(before, PieceText::unreadBefore);
    shown.hiddenBefore += characters(before.substr(0, before.size() - beforeShown.size()));
    appendUnread(beforeShown);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        if (piece.segment != segment || piece.special || piece.source.end <= piece.source.begin) {
            continue;
        }
        const std::size_t begin = std::clamp(piece.source.begin, at, source.size());
        const std::size_t stop = std::clamp(piece.source.end, begin, source.size());
        append(shown.text, source.substr(at, begin - at));
        const qsizetype from = shown.text.size();
        append(shown.text, source.substr(begin, stop - begin));
        shown.spans.append({from, shown.text.size(), i});
        at = stop;
    }
    const std::string_view after = source.substr(at), afterShown = head(after, PieceText::unreadAfter);
    shown.hiddenAfter += characters(after.substr(afterShown.size()));
    appendUnread(afterShown);
}

} // namespace

PieceText PieceText::of(const adaplens::Trace &trace)
{
    PieceText shown;
    appendSegment(shown, trace, 0);
    if (trace.pair) {
        shown.text += QLatin1Char('\n');
        appendSegment(shown, trace, 1);
    }
    showControlCharacters(shown.text);
    return shown;
}

qsizetype PieceText::spanAt(qsizetype position) const
{
    const auto after = std::upper_bound(spans.begin(), spans.end(), position,
                                        [](qsizetype p, const Span &span) { return p < span.begin; });
    if (after == spans.begin()) {
        return -1;
    }
    const auto at = std::prev(after);
    return position < at->end ? at - spans.begin() : -1;
}
