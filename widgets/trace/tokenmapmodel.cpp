// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/tokenmapmodel.h"

#include "core/trace/keptwords.h"
#include "widgets/style/format.h"
#include "widgets/style/richtip.h"

#include <algorithm>

using adaplens::Fate;
using adaplens::LayerTrace;

namespace {

bool isForcedIn(const LayerTrace &layer, const adaplens::Column &column)
{
    return !layer.forced.empty() && std::ranges::any_of(column.pieces, [&layer](std::uint32_t piece) {
        const auto found = std::ranges::lower_bound(layer.alive, piece);
        return found != layer.alive.end() && *found == piece &&
               layer.forced[static_cast<std::size_t>(found - layer.alive.begin())] != 0;
    });
}

} // namespace

void TokenMapModel::setTrace(std::shared_ptr<const adaplens::Trace> trace)
{
    m_trace = std::move(trace);
    rebuild();
}

void TokenMapModel::setOther(std::shared_ptr<const adaplens::Trace> trace, const QString &name)
{
    m_other = std::move(trace);
    m_otherName = name;
    compare();
}

void TokenMapModel::compare()
{
    m_elsewhere.clear();
    if (!m_trace || !m_other || m_other->layers.empty() || !adaplens::ofSameText(*m_trace, *m_other)) {
        return;
    }
    std::vector<adaplens::TextPlace> places;
    places.reserve(m_columns.size());
    for (const adaplens::Column &column : m_columns) {
        places.push_back(adaplens::placeOf(*m_trace, column));
    }
    m_elsewhere = adaplens::layersKeeping(*m_other, places);
}

KeptIn TokenMapModel::keptIn(int row, int column) const
{
    const auto at = static_cast<std::size_t>(column);
    if (!isCompared() || !m_elsewhere.at(at) || m_columns[at].special) {
        return KeptIn::Alike;
    }
    const auto layer = static_cast<std::size_t>(std::min(row, rowCount() - 1));
    const bool here = adaplens::isKeptAfter(*m_trace, dropLayer(column).value_or(m_trace->layers.size()), layer);
    const bool there =
        adaplens::isKeptAfter(*m_other, *m_elsewhere[at], row < rowCount() ? layer : m_other->layers.size());
    return here == there ? KeptIn::Alike : here ? KeptIn::OnlyHere : KeptIn::OnlyThere;
}

QString TokenMapModel::comparison(int row, int column) const
{
    const bool end = row >= rowCount();
    switch (keptIn(row, column)) {
    case KeptIn::Alike:
        break;
    case KeptIn::OnlyHere:
        return (end ? tr("%1 drops it on the way.") : tr("%1 has dropped it by now.")).arg(m_otherName);
    case KeptIn::OnlyThere:
        return (end ? tr("%1 keeps it to the end.") : tr("%1 still keeps it.")).arg(m_otherName);
    }
    return {};
}

bool TokenMapModel::isForced() const
{
    return std::ranges::any_of(m_cells, &TokenCell::forced);
}

void TokenMapModel::setMode(Mode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        rebuild();
    }
}

void TokenMapModel::rebuild()
{
    m_columns.clear();
    m_cells.clear();
    m_dropped.clear();
    m_columnOfPiece.clear();
    m_elsewhere.clear();
    if (!m_trace) {
        return;
    }
    const std::size_t pieces = m_trace->encoding.pieces.size();
    m_dropped.resize(pieces);
    for (std::size_t l = 0; l < m_trace->layers.size(); ++l) {
        const LayerTrace &layer = m_trace->layers[l];
        for (std::size_t i = 0; i < layer.alive.size(); ++i) {
            if (layer.kept[i] == 0) {
                m_dropped[layer.alive[i]] = l;
            }
        }
    }
    m_columns = adaplens::columns(*m_trace, m_mode == Mode::Pieces);
    m_columnOfPiece.assign(pieces, -1);
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        for (const std::uint32_t piece : m_columns[c].pieces) {
            m_columnOfPiece[piece] = static_cast<int>(c);
        }
    }
    m_cells.reserve(m_trace->layers.size() * m_columns.size());
    for (std::size_t l = 0; l < m_trace->layers.size(); ++l) {
        for (const auto &column : m_columns) {
            TokenCell cell{.score = adaplens::scoreOf(*m_trace, column, l)};
            for (const std::uint32_t piece : column.pieces) {
                const auto dropped = m_dropped[piece];
                cell.droppedBefore += dropped && *dropped < l ? 1 : 0;
                cell.droppedHere += dropped && *dropped == l ? 1 : 0;
            }
            cell.forced = isForcedIn(m_trace->layers[l], column);
            cell.alive = static_cast<int>(column.pieces.size()) - cell.droppedBefore;
            m_cells.push_back(cell);
        }
    }
    compare();
}

const TokenCell &TokenMapModel::cell(int row, int column) const
{
    return m_cells.at(static_cast<std::size_t>(row) * m_columns.size() + static_cast<std::size_t>(column));
}

const adaplens::Column &TokenMapModel::column(int column) const
{
    return m_columns.at(static_cast<std::size_t>(column));
}

QString TokenMapModel::label(int column) const
{
    return format::word(this->column(column).label);
}

bool TokenMapModel::reached(int column) const
{
    const auto &pieces = this->column(column).pieces;
    return std::any_of(pieces.begin(), pieces.end(), [this](std::uint32_t p) { return !m_dropped[p]; });
}

std::optional<std::size_t> TokenMapModel::dropLayer(int column) const
{
    std::optional<std::size_t> last;
    for (const std::uint32_t piece : this->column(column).pieces) {
        if (!m_dropped[piece]) {
            return std::nullopt;
        }
        last = std::max(last, m_dropped[piece]);
    }
    return last;
}

QString TokenMapModel::caption(bool relative) const
{
    return m_trace ? words().caption(m_mode == Mode::Words ? tr("word") : tr("piece"), relative) : QString();
}

QString TokenMapModel::layerName(int row) const
{
    return tr("Layer %1").arg(row + 1);
}

QString TokenMapModel::layerSummary(int row) const
{
    if (!m_trace->drops) {
        return format::tokens(m_trace->layers.at(static_cast<std::size_t>(row)).alive.size());
    }
    const QString line = words().shortLine(static_cast<std::size_t>(row));
    return line.isEmpty() ? layerCounts(row) : tr("%1  %2").arg(layerCounts(row), line);
}

QString TokenMapModel::layerCounts(int row) const
{
    const LayerTrace &layer = m_trace->layers.at(static_cast<std::size_t>(row));
    return m_trace->drops ? tr("%1 → %2").arg(layer.alive.size()).arg(layer.keptCount())
                          : QString::number(layer.alive.size());
}

QString TokenMapModel::predictionShare() const
{
    const adaplens::Prediction &prediction = m_trace->reduced;
    return prediction.label < prediction.probabilities.size()
               ? format::percent(prediction.probabilities[prediction.label])
               : QString();
}

QString TokenMapModel::predictionSummary(const QFontMetricsF &metrics, double width) const
{
    const QString share = predictionShare();
    if (share.isEmpty() || m_trace->reduced.label >= m_trace->labels.size()) {
        return tr("from %1").arg(words().first());
    }
    const double room = width - metrics.horizontalAdvance(tr("%1 %2").arg(QString(), share));
    const QString label = QString::fromStdString(m_trace->labels[m_trace->reduced.label]);
    return tr("%1 %2").arg(metrics.elidedText(label, Qt::ElideRight, room), share);
}

QString TokenMapModel::decision(int row, int column) const
{
    const TokenCell &at = cell(row, column);
    const auto layer = static_cast<std::size_t>(row);
    if (at.forced && at.score.fate != Fate::Partly) {
        return at.score.fate == Fate::Dropped ? tr("dropped here, as you decided") : tr("kept, as you decided");
    }
    if (at.score.fate == Fate::Dropped) {
        return words().droppedHere();
    }
    if (at.score.fate == Fate::Partly) {
        return at.droppedHere > 0
                   ? tr("%1 of %2 pieces %3").arg(at.droppedHere).arg(at.alive).arg(words().droppedHere())
                   : tr("kept, %1 of %2 pieces gone").arg(at.droppedBefore).arg(at.droppedBefore + at.alive);
    }
    const bool first = this->column(column).pieces.front() == 0;
    const bool belowThreshold = at.score.adjusted < m_trace->layers[layer].threshold;
    return first && belowThreshold ? tr("kept (%1 always is)").arg(words().first()) : tr("kept");
}

QStringList TokenMapModel::pieceLines(int row, int column) const
{
    const auto &pieces = this->column(column).pieces;
    if (pieces.size() < 2 || pieces.size() > 12) {
        return {};
    }
    const LayerTrace &layer = m_trace->layers[static_cast<std::size_t>(row)];
    QStringList lines;
    for (const std::uint32_t piece : pieces) {
        const auto it = std::lower_bound(layer.alive.begin(), layer.alive.end(), piece);
        const auto place = static_cast<std::size_t>(it - layer.alive.begin());
        const QString name = format::word(m_trace->encoding.pieces[piece].text).toHtmlEscaped();
        lines << QStringLiteral("&nbsp;&nbsp;") +
                     (it == layer.alive.end() || *it != piece
                          ? QStringLiteral("<s>%1</s> %2").arg(name, tr("gone"))
                          : QStringLiteral("%1 %2%3").arg(
                                name, words().number(static_cast<std::size_t>(row), layer.adjusted[place]),
                                layer.kept[place] != 0 ? QString() : QStringLiteral(" ") + tr("dropped here")));
    }
    return lines;
}

QString TokenMapModel::toolTip(int row, int column) const
{
    const TokenCell &at = cell(row, column);
    const auto layer = static_cast<std::size_t>(row);
    const RuleWords words = this->words();
    const auto last = dropLayer(column);
    QStringList lines;
    const adaplens::Column &col = this->column(column);
    if (col.unknown && m_mode == Mode::Words) {
        lines << tr("[UNK]: not in the model's vocabulary");
    } else if (col.unknown) {
        const auto &source = m_trace->encoding.pieces[col.pieces.front()].source;
        const std::string &from = col.segment == 1 && m_trace->pair ? *m_trace->pair : m_trace->text;
        if (source.end <= from.size() && source.begin < source.end) {
            lines << tr("“%1” is not in the model's vocabulary")
                         .arg(format::word(from.substr(source.begin, source.end - source.begin)).toHtmlEscaped());
        }
    }
    if (at.score.fate == Fate::Gone) {
        lines << tr("gone: dropped at layer %1").arg(last.value_or(0) + 1);
    } else {
        if (words.hasScores(layer)) {
            lines << tr("%1 (%2 uniform)")
                         .arg(words.scored(layer, at.score.adjusted, at.alive), format::times(at.score.ratio()));
        }
        if (at.score.raw != at.score.adjusted) {
            lines << tr("before rescaling by θ: %1").arg(format::score(at.score.raw));
        }
        if (!m_trace->drops) {
            lines << tr("this model drops nothing");
        } else {
            lines << words.lineOf(layer, at.alive).toHtmlEscaped() +
                         QStringLiteral(" · <b>%1</b>").arg(decision(row, column).toHtmlEscaped());
            lines += pieceLines(row, column);
            if (!last) {
                lines << tr("reaches the prediction");
            } else if (*last > static_cast<std::size_t>(row)) {
                lines << tr("dropped later: layer %1").arg(*last + 1);
            }
        }
    }
    if (const QString beside = comparison(row, column); !beside.isEmpty()) {
        lines << beside;
    }
    const QString head =
        words.dropsAfterAttention() ? tr("“%1” · in the attention of layer %2") : tr("“%1” · entering layer %2");
    return richTip(head.arg(label(column).toHtmlEscaped()).arg(row + 1), lines);
}

QString TokenMapModel::columnToolTip(int column) const
{
    const auto last = dropLayer(column);
    QStringList lines{!m_trace->drops ? tr("this model drops nothing")
                      : last          ? tr("dropped at layer %1").arg(*last + 1)
                                      : tr("reaches the prediction")};
    if (const QString beside = comparison(rowCount(), column); !beside.isEmpty()) {
        lines << beside;
    }
    return richTip(tr("“%1”").arg(label(column).toHtmlEscaped()), lines);
}

QString TokenMapModel::rowToolTip(int row) const
{
    const auto layer = static_cast<std::size_t>(row);
    QStringList lines{tr("entering: %1").arg(format::tokens(m_trace->layers.at(layer).alive.size()))};
    for (const QString &deed : words().deeds(layer)) {
        lines << deed.toHtmlEscaped(); // RoBERTa's first piece is called <s>
    }
    return richTip(layerName(row), lines);
}

QString TokenMapModel::sentence(int row, int column) const
{
    const QString own = ownSentence(row, column), beside = comparison(row, column);
    return beside.isEmpty() ? own : own + QLatin1Char(' ') + beside;
}

QString TokenMapModel::ownSentence(int row, int column) const
{
    const TokenCell &at = cell(row, column);
    const auto last = dropLayer(column);
    const QString where = tr("%1, layer %2").arg(label(column)).arg(row + 1);
    if (at.score.fate == Fate::Gone) {
        return tr("%1: gone, dropped at layer %2.").arg(where).arg(last.value_or(0) + 1);
    }
    const auto layer = static_cast<std::size_t>(row);
    const QString score = words().hasScores(layer) ? tr("%1: %2, %3 times uniform")
                                                         .arg(where, words().scored(layer, at.score.adjusted, at.alive),
                                                              format::number(at.score.ratio(), 2))
                                                   : where;
    if (!m_trace->drops) {
        return tr("%1; this model drops nothing.").arg(score);
    }
    const QString fate = tr("%1, %2, %3").arg(score, words().lineOf(layer, 1), decision(row, column));
    if (!last) {
        return tr("%1, reaches the prediction.").arg(fate);
    }
    return *last > static_cast<std::size_t>(row) ? tr("%1, dropped later at layer %2.").arg(fate).arg(*last + 1)
                                                 : tr("%1.").arg(fate);
}

int TokenMapModel::columnOf(std::optional<std::size_t> piece) const
{
    return piece && *piece < m_columnOfPiece.size() ? m_columnOfPiece[*piece] : -1;
}
