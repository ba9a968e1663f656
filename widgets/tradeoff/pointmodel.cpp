// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/pointmodel.h"

#include "widgets/style/emphasis.h"
#include "widgets/tradeoff/tradeofftext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using adaplens::Interval;
using adaplens::PointStatus;
using adaplens::SweepPoint;

namespace {

struct Column {
    const char *title, *explanation;
    QString (*text)(const SweepPoint &point);
    QVariant (*order)(const SweepPoint &point) = nullptr; ///< null = by its text
    QString (*detail)(const SweepPoint &point) = nullptr; ///< the interval
};

template <typename Number>
QVariant variant(const std::optional<Number> &number)
{
    return number ? QVariant(static_cast<double>(*number)) : QVariant();
}

QVariant meanOf(const std::optional<Interval> &figure)
{
    return figure ? QVariant(figure->mean) : QVariant();
}

constexpr const char *context = "PointModel";

const std::array columns{
    Column{QT_TRANSLATE_NOOP("PointModel", "Method"), nullptr,
           [](const SweepPoint &p) { return QString::fromStdString(p.title); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Knob"),
           QT_TRANSLATE_NOOP("PointModel", "What differs from point to point of a method"), tradeoff::knob,
           [](const SweepPoint &p) { return variant(p.value); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Seed"), QT_TRANSLATE_NOOP("PointModel", "Seed of the training"),
           [](const SweepPoint &p) { return p.seed ? QString::number(*p.seed) : QString(); },
           [](const SweepPoint &p) { return variant(p.seed); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "n"), QT_TRANSLATE_NOOP("PointModel", "Examples that were measured"),
           [](const SweepPoint &p) { return p.n > 0 ? QLocale().toString(static_cast<qulonglong>(p.n)) : QString(); },
           [](const SweepPoint &p) { return p.n > 0 ? QVariant(static_cast<double>(p.n)) : QVariant(); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Accuracy"), nullptr,
           [](const SweepPoint &p) { return tradeoff::mean(p.accuracy); },
           [](const SweepPoint &p) { return meanOf(p.accuracy); },
           [](const SweepPoint &p) { return tradeoff::ends(p.accuracy, 4); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "F1"), nullptr, [](const SweepPoint &p) { return tradeoff::mean(p.f1); },
           [](const SweepPoint &p) { return meanOf(p.f1); },
           [](const SweepPoint &p) { return tradeoff::ends(p.f1, 4); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "FLOPs"),
           QT_TRANSLATE_NOOP("PointModel", "Speed-up in operations, exactly counted, texts at their own length"),
           [](const SweepPoint &p) { return tradeoff::times(p.speedupFlops); },
           [](const SweepPoint &p) { return variant(p.speedupFlops); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Padded"),
           QT_TRANSLATE_NOOP("PointModel", "Speed-up in operations, every text padded to the longest one's length"),
           [](const SweepPoint &p) { return tradeoff::times(p.speedupFlopsPadded); },
           [](const SweepPoint &p) { return variant(p.speedupFlopsPadded); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Time"),
           QT_TRANSLATE_NOOP("PointModel", "Speed-up in wall-clock time, plain and reduced model by turns"),
           [](const SweepPoint &p) {
               return tradeoff::times(p.speedupTime ? std::optional(p.speedupTime->mean) : std::nullopt);
           },
           [](const SweepPoint &p) { return meanOf(p.speedupTime); },
           [](const SweepPoint &p) { return tradeoff::ends(p.speedupTime, 2); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "ms a text"),
           QT_TRANSLATE_NOOP("PointModel", "Milliseconds a text: of the plain model → of this point"),
           tradeoff::milliseconds, [](const SweepPoint &p) { return variant(p.msReduced); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Kept per layer"),
           QT_TRANSLATE_NOOP("PointModel", "Pieces that each layer keeps, of those that enter the first, on average"),
           tradeoff::kept, [](const SweepPoint &p) { return p.kept.empty() ? QVariant() : QVariant(p.kept.back()); }},
    Column{QT_TRANSLATE_NOOP("PointModel", "Status"), nullptr, tradeoff::status},
};

QString told(const char *text)
{
    return text ? QCoreApplication::translate(context, text) : QString();
}

} // namespace

void PointModel::setTradeoff(std::shared_ptr<const Tradeoff> tradeoff)
{
    beginResetModel();
    m_tradeoff = std::move(tradeoff);
    m_columns.clear();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        bool empty = true;
        for (std::size_t i = 0; i < m_tradeoff->points.size() && empty; ++i) {
            empty = columns[c].text(m_tradeoff->at(i)).isEmpty();
        }
        if (!empty) {
            m_columns.push_back(c);
        }
    }
    endResetModel();
}

int PointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tradeoff->points.size());
}

int PointModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid() || m_columns.empty()) {
        return 0;
    }
    return static_cast<int>(m_columns.size()) + (m_tradeoff->sweeps.size() > 1 ? 1 : 0); // the last: which sweep
}

QVariant PointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row()), place = static_cast<std::size_t>(index.column());
    const Tradeoff::Point &at = m_tradeoff->points[row];
    const SweepPoint &point = m_tradeoff->at(row);
    const QString sweep = m_tradeoff->sweeps[at.sweep].name;
    const Column *column = place < m_columns.size() ? &columns[m_columns[place]] : nullptr;
    const QString text = column ? column->text(point) : sweep;
    const QString detail = column && column->detail ? column->detail(point) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case sortRole:
        return column && column->order ? column->order(point) : QVariant(text);
    case emphasis::DetailRole:
        return detail;
    case Qt::ToolTipRole:
        return tradeoff::toolTip(*m_tradeoff, row);
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? tr("%1: none").arg(headerData(index.column(), Qt::Horizontal, role).toString())
                              : tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, role).toString(),
                                                 detail.isEmpty() ? text : text + QLatin1Char(' ') + detail);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter |
                        (column && column->order && m_columns[place] > 1 ? Qt::AlignRight : Qt::AlignLeft));
    case emphasis::PointRole:
        return place == 0 ? QVariant(QString::fromStdString(point.method)) : QVariant();
    case emphasis::HollowRole:
        return point.status == PointStatus::Published;
    case emphasis::Role:
        return static_cast<int>(point.status == PointStatus::Failed   ? emphasis::Warning
                                : point.status == PointStatus::NotRun ? emphasis::Quiet
                                : at.front && place == 0              ? emphasis::Bold
                                                                      : emphasis::Plain);
    default:
        return {};
    }
}

QVariant PointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const auto place = static_cast<std::size_t>(section);
    const Column *column = place < m_columns.size() ? &columns[m_columns[place]] : nullptr;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return column ? told(column->title) : tr("Sweep");
    case Qt::ToolTipRole:
        return column ? told(column->explanation) : QString();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter |
                        (column && column->order && m_columns[place] > 1 ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}
