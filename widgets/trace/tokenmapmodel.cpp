// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trace/tokenmapmodel.h"

#include "widgets/style/format.h"

#include <algorithm>

using adaplens::Fate;
using adaplens::LayerTrace;
using adaplens::ScoreKind;

namespace {

QString scoreName(ScoreKind kind)
{
    switch (kind) {
    case ScoreKind::Attention:
        return TokenMapModel::tr("attention");
    case ScoreKind::Saliency:
        return TokenMapModel::tr("saliency");
    case ScoreKind::Contribution:
        break;
    }
    return TokenMapModel::tr("score");
}

} // namespace

TokenMapModel::TokenMapModel(QObject *parent) : QAbstractTableModel(parent) {}

void TokenMapModel::setTrace(std::shared_ptr<const adaplens::Trace> trace)
{
    beginResetModel();
    m_trace = std::move(trace);
    rebuild();
    endResetModel();
}

void TokenMapModel::setMode(Mode mode)
{
    if (mode == m_mode) {
        return;
    }
    beginResetModel();
    m_mode = mode;
    rebuild();
    endResetModel();
}

void TokenMapModel::rebuild()
{
    m_columns.clear();
    m_cells.clear();
    m_dropped.clear();
    m_columnOfPiece.clear();
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
            cell.alive = static_cast<int>(column.pieces.size()) - cell.droppedBefore;
            m_cells.push_back(cell);
        }
    }
}

int TokenMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_trace ? 0 : static_cast<int>(m_trace->layers.size());
}

int TokenMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TokenMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TokenCell &at = cell(index.row(), index.column());
    const bool gone = at.score.fate == Fate::Gone;
    switch (role) {
    case Qt::DisplayRole:
        return gone ? QString() : format::score(at.score.adjusted);
    case Qt::ToolTipRole:
        return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return sentence(index.row(), index.column());
    case RatioRole:
        return gone ? QVariant() : at.score.ratio();
    case RawRole:
        return at.score.raw;
    case AdjustedRole:
        return at.score.adjusted;
    case ThresholdRole:
        return m_trace->layers[static_cast<std::size_t>(index.row())].threshold;
    case FateRole:
        return static_cast<int>(at.score.fate);
    case ReachedRole:
        return reached(index.column());
    default:
        return {};
    }
}

QVariant TokenMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0) {
        return {};
    }
    if (orientation == Qt::Horizontal) {
        return section < columnCount() ? label(section) : QVariant();
    }
    return section < rowCount() ? layerName(section) : QVariant();
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

QString TokenMapModel::layerName(int row) const
{
    return tr("Layer %1").arg(row + 1);
}

QString TokenMapModel::layerSummary(int row) const
{
    const LayerTrace &layer = m_trace->layers.at(static_cast<std::size_t>(row));
    const auto alive = layer.alive.size();
    if (!m_trace->drops) {
        return format::tokens(alive);
    }
    return tr("%1  δ %2/n")
        .arg(layerCounts(row), format::number(static_cast<double>(layer.threshold) * static_cast<double>(alive), 2));
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
        return tr("from [CLS]");
    }
    const double room = width - metrics.horizontalAdvance(tr("%1 %2").arg(QString(), share));
    const QString label = QString::fromStdString(m_trace->labels[m_trace->reduced.label]);
    return tr("%1 %2").arg(metrics.elidedText(label, Qt::ElideRight, room), share);
}

QString TokenMapModel::decision(int row, int column) const
{
    const TokenCell &at = cell(row, column);
    const auto layer = static_cast<std::size_t>(row);
    if (at.score.fate == Fate::Dropped) {
        return tr("dropped here");
    }
    if (at.score.fate == Fate::Partly) {
        return at.droppedHere > 0
                   ? tr("%1 of %2 pieces dropped here").arg(at.droppedHere).arg(at.alive)
                   : tr("kept, %1 of %2 pieces gone").arg(at.droppedBefore).arg(at.droppedBefore + at.alive);
    }
    const bool first = this->column(column).pieces.front() == 0;
    const bool belowThreshold = at.score.adjusted < m_trace->layers[layer].threshold;
    return first && belowThreshold ? tr("kept ([CLS] always is)") : tr("kept");
}

QString TokenMapModel::pieceLines(int row, int column) const
{
    const auto &pieces = this->column(column).pieces;
    if (pieces.size() < 2 || pieces.size() > 12) {
        return {};
    }
    const LayerTrace &layer = m_trace->layers[static_cast<std::size_t>(row)];
    QString lines;
    for (const std::uint32_t piece : pieces) {
        const auto it = std::lower_bound(layer.alive.begin(), layer.alive.end(), piece);
        const bool alive = it != layer.alive.end() && *it == piece;
        const auto place = static_cast<std::size_t>(it - layer.alive.begin());
        const QString name = format::word(m_trace->encoding.pieces[piece].text).toHtmlEscaped();
        if (!alive) {
            lines += QStringLiteral("<br>&nbsp;&nbsp;<s>%1</s> %2").arg(name, tr("gone"));
        } else {
            const bool kept = layer.kept[place] != 0;
            lines += QStringLiteral("<br>&nbsp;&nbsp;%1 %2%3")
                         .arg(name, format::score(layer.adjusted[place]),
                              kept ? QString() : QStringLiteral(" ") + tr("dropped here"));
        }
    }
    return lines;
}

QString TokenMapModel::toolTip(int row, int column) const
{
    const TokenCell &at = cell(row, column);
    const LayerTrace &layer = m_trace->layers[static_cast<std::size_t>(row)];
    const auto &pieces = m_trace->encoding.pieces;
    const auto last = dropLayer(column);
    QString head = tr("“%1” · entering layer %2").arg(label(column).toHtmlEscaped()).arg(row + 1);
    QString text = QStringLiteral("<p style='white-space:pre'><b>%1</b>").arg(head);
    const adaplens::Column &col = this->column(column);
    if (col.unknown && m_mode == Mode::Words) {
        text += QStringLiteral("<br>") + tr("[UNK]: not in the model's vocabulary");
    } else if (col.unknown) {
        const auto &source = pieces[col.pieces.front()].source;
        const std::string &from = col.segment == 1 && m_trace->pair ? *m_trace->pair : m_trace->text;
        if (source.end <= from.size() && source.begin < source.end) {
            text += QStringLiteral("<br>") +
                    tr("“%1” is not in the model's vocabulary")
                        .arg(format::word(from.substr(source.begin, source.end - source.begin)).toHtmlEscaped());
        }
    }
    if (at.score.fate == Fate::Gone) {
        return text + QStringLiteral("<br>") + tr("gone: dropped at layer %1").arg(last.value_or(0) + 1) +
               QStringLiteral("</p>");
    }
    text += QStringLiteral("<br>") +
            tr("%1 %2 (%3 uniform)")
                .arg(scoreName(m_trace->score), format::score(at.score.adjusted), format::times(at.score.ratio()));
    if (at.score.raw != at.score.adjusted) {
        text += QStringLiteral("<br>") + tr("before rescaling by θ: %1").arg(format::score(at.score.raw));
    }
    if (!m_trace->drops) {
        return text + QStringLiteral("<br>") + tr("this model drops nothing") + QStringLiteral("</p>");
    }
    text +=
        QStringLiteral("<br>") +
        (at.alive > 1 ? tr("threshold %1 for each piece") : tr("threshold %1")).arg(format::score(layer.threshold)) +
        QStringLiteral(" · <b>%1</b>").arg(decision(row, column));
    text += pieceLines(row, column);
    if (!last) {
        text += QStringLiteral("<br>") + tr("reaches the prediction");
    } else if (*last > static_cast<std::size_t>(row)) {
        text += QStringLiteral("<br>") + tr("dropped later: layer %1").arg(*last + 1);
    }
    return text + QStringLiteral("</p>");
}

QString TokenMapModel::columnToolTip(int column) const
{
    const QString head = QStringLiteral("<p style='white-space:pre'><b>%1</b><br>%2</p>");
    const QString name = tr("“%1”").arg(label(column).toHtmlEscaped());
    if (!m_trace->drops) {
        return head.arg(name, tr("this model drops nothing"));
    }
    const auto last = dropLayer(column);
    return head.arg(name, last ? tr("dropped at layer %1").arg(*last + 1) : tr("reaches the prediction"));
}

QString TokenMapModel::rowToolTip(int row) const
{
    const LayerTrace &layer = m_trace->layers.at(static_cast<std::size_t>(row));
    const auto alive = layer.alive.size();
    QString text = tr("entering: %1").arg(format::tokens(alive));
    if (m_trace->drops) {
        text += QStringLiteral("<br>") + tr("kept: %1").arg(layer.keptCount()) + QStringLiteral("<br>") +
                tr("[CLS] always stays; the others if their score is at least δ = %1/%2 = %3")
                    .arg(format::number(static_cast<double>(layer.threshold) * static_cast<double>(alive), 2))
                    .arg(alive)
                    .arg(format::score(layer.threshold));
    } else {
        text += QStringLiteral("<br>") + tr("this model drops nothing");
    }
    return QStringLiteral("<p style='white-space:pre'><b>%1</b><br>%2</p>").arg(layerName(row), text);
}

QString TokenMapModel::sentence(int row, int column) const
{
    const TokenCell &at = cell(row, column);
    const auto last = dropLayer(column);
    const QString where = tr("%1, layer %2").arg(label(column)).arg(row + 1);
    if (at.score.fate == Fate::Gone) {
        return tr("%1: gone, dropped at layer %2.").arg(where).arg(last.value_or(0) + 1);
    }
    const QString score = tr("%1: %2 %3, %4 times uniform")
                              .arg(where, scoreName(m_trace->score), format::score(at.score.adjusted),
                                   format::number(at.score.ratio(), 2));
    if (!m_trace->drops) {
        return tr("%1; this model drops nothing.").arg(score);
    }
    const QString fate =
        tr("%1, threshold %2, %3")
            .arg(score, format::score(m_trace->layers[static_cast<std::size_t>(row)].threshold), decision(row, column));
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
