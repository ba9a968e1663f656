// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationmodel.h"

#include "core/data/reader.h"
#include "core/error.h"
#include "widgets/style/coretext.h"
#include "widgets/style/emphasis.h"
#include "widgets/style/format.h"

#include <algorithm>
#include <array>

namespace {

using format::paragraph;

constexpr int shownCharacters = 300;  // of a text in its cell
constexpr int hoverCharacters = 1200; // and in its tool tip

/// The beginning of a text on one line.
QString beginning(const std::string &text, int most)
{
    const auto bytes = std::min(text.size(), static_cast<std::size_t>(most) * 4);
    QString line = QString::fromUtf8(text.data(), static_cast<qsizetype>(bytes)).simplified();
    if (line.size() > most) {
        line.truncate(line.at(most - 1).isHighSurrogate() ? most - 1 : most);
        line += QChar(0x2026);
    }
    return line;
}

} // namespace

AnnotationModel::AnnotationModel(AnnotationSet &set, EvaluationRun &run, QObject *parent)
    : QAbstractTableModel(parent), m_set(set), m_run(run)
{
    const auto rowChanged = [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); };
    connect(&set, &AnnotationSet::aboutToReset, this, [this] { beginResetModel(); });
    connect(&set, &AnnotationSet::wasReset, this, [this] { endResetModel(); });
    connect(&set, &AnnotationSet::replaced, this, rowChanged);
    connect(&set, &AnnotationSet::aboutToInsert, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(&set, &AnnotationSet::inserted, this, [this] { endInsertRows(); });
    connect(&set, &AnnotationSet::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(&set, &AnnotationSet::removed, this, [this] { endRemoveRows(); });
    connect(&run, &EvaluationRun::evaluated, this, [this, rowChanged](std::uint64_t key) {
        if (const int row = m_set.rowOf(key); row >= 0) {
            rowChanged(row);
        }
    });
    connect(&run, &EvaluationRun::cleared, this, &AnnotationModel::figuresChanged);
}

void AnnotationModel::setClasses(const std::vector<std::string> &classes)
{
    m_classes = classes;
    m_labels.clear();
    figuresChanged();
}

void AnnotationModel::setRule(const adaplens::RuleNames &rule)
{
    m_rule = rule;
    Q_EMIT headerDataChanged(Qt::Horizontal, Precision, Precision);
}

void AnnotationModel::figuresChanged()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int AnnotationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_set.size();
}

int AnnotationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const TextEvaluation *AnnotationModel::evaluation(int row) const
{
    const TextEvaluation *evaluation = m_run.evaluation(m_set.at(row).key);
    return evaluation && evaluation->failure.empty() && evaluation->predicted < m_classes.size() ? evaluation : nullptr;
}

QString AnnotationModel::className(std::size_t index) const
{
    return QString::fromStdString(m_classes.at(index));
}

std::optional<std::size_t> AnnotationModel::classOf(const std::string &label) const
{
    const auto known = m_labels.find(label);
    if (known != m_labels.end()) {
        return known->second;
    }
    std::optional<std::size_t> found;
    try {
        if (!label.empty() && !m_classes.empty()) {
            found = adaplens::mapLabel(label, m_classes);
        }
    } catch (const adaplens::Error &) {
        found.reset(); // a label of another task
    }
    return m_labels.emplace(label, found).first->second;
}

std::optional<bool> AnnotationModel::correct(int row) const
{
    const TextEvaluation *evaluation = this->evaluation(row);
    const auto gold = classOf(m_set.example(row).label);
    return evaluation && gold ? std::optional(evaluation->predicted == *gold) : std::nullopt;
}

AnnotationModel::Cell AnnotationModel::cell(int row, Column column) const
{
    const adaplens::Example &example = m_set.example(row);
    const TextEvaluation *evaluation = this->evaluation(row);
    const auto right = column == Correct ? correct(row) : std::nullopt;
    if (column == Text) {
        return {beginning(example.text, shownCharacters), {}};
    }
    if (column == Gold) {
        return {QString::fromStdString(example.label), {}};
    }
    if (column == Predicted && evaluation) {
        return {className(evaluation->predicted), {}};
    }
    if (right) {
        return {*right ? tr("yes") : tr("no"), *right};
    }
    if (column == Speedup && evaluation) {
        return {format::times(evaluation->speedup), evaluation->speedup};
    }
    if (column == Precision && evaluation && evaluation->ap) {
        return {format::number(*evaluation->ap, 2), *evaluation->ap};
    }
    return {};
}

QString AnnotationModel::toolTip(int row, Column column) const
{
    const adaplens::Example &example = m_set.example(row);
    const TextEvaluation *evaluation = m_run.evaluation(m_set.at(row).key);
    if (column == Text) {
        QString text = paragraph(beginning(example.text, hoverCharacters));
        if (example.pair) {
            text += paragraph(beginning(*example.pair, hoverCharacters));
        }
        return text + paragraph(tr("%1 · %n span(s) marked", nullptr, static_cast<int>(example.rationale.size()))
                                    .arg(QString::fromStdString(example.id)));
    }
    if (column == Gold) {
        return !example.label.empty() && !m_classes.empty() && !classOf(example.label)
                   ? paragraph(tr("“%1” is none of the model's classes.").arg(QString::fromStdString(example.label)))
                   : QString();
    }
    if (!evaluation) {
        return {};
    }
    if (!evaluation->failure.empty()) {
        return paragraph(QString::fromStdString(evaluation->failure));
    }
    switch (column) {
    case Predicted:
        return paragraph(tr("%1 with probability %2, by the model with tokens dropped")
                             .arg(className(std::min(evaluation->predicted, m_classes.size() - 1)),
                                  format::number(evaluation->probability, 3)));
    case Speedup:
        return paragraph(
            tr("operations of the plain model / of this one = %1").arg(format::number(evaluation->speedup, 3)));
    case Precision:
        if (!evaluation->ap) {
            return paragraph(example.rationale.empty() ? tr("Nothing is marked in this text.")
                             : dropsWords()            ? tr("All is marked in this text.")
                                            : tr("The model drops no words, so it has no scores to drop them by."));
        }
        return paragraph(
            (evaluation->windows > 1
                 ? tr("average precision %1: mean over the layers and over %2 of the %n part(s) of the text", nullptr,
                      static_cast<int>(evaluation->windows))
                       .arg(format::number(*evaluation->ap, 4))
                       .arg(evaluation->windows - evaluation->windowsWithout)
                 : tr("average precision %1: mean over the layers").arg(format::number(*evaluation->ap, 4))));
    default:
        return {};
    }
}

QVariant AnnotationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = index.row();
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, column).text;
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant((column >= Speedup ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole: {
        const Cell own = cell(row, column);
        return own.figure.isValid() || own.text.isEmpty() ? own.figure : QVariant(own.text);
    }
    case FilterRole: {
        const adaplens::Example &example = m_set.example(row);
        return QString::fromStdString(example.text + '\n' + example.pair.value_or("") + '\n' + example.id + '\n' +
                                      example.label);
    }
    case emphasis::Role:
        if (column == Correct && evaluation(row)) {
            return correct(row).value_or(true) ? emphasis::Good : emphasis::Warning;
        }
        return emphasis::Plain;
    case WrongRole:
        return correct(row) == std::optional(false);
    case AnnotatedRole:
        return !m_set.example(row).rationale.empty();
    default:
        return {};
    }
}

QVariant AnnotationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant((column >= Speedup ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::DisplayRole) {
        const std::array titles{
            tr("text"),    tr("gold"),     tr("predicted"),
            tr("correct"), tr("speed-up"), dropsWords() ? tr("AP of %1").arg(translated(m_rule.scoreTitle)) : tr("AP")};
        return titles.at(static_cast<std::size_t>(section));
    }
    if (role == Qt::ToolTipRole) {
        const std::array tips{tr("the beginning of the text; hover over it to read more"),
                              tr("the label that the data give"),
                              tr("the answer of the model with tokens dropped"),
                              tr("whether the two agree"),
                              tr("operations of the plain model / operations with tokens dropped"),
                              dropsWords()
                                  ? tr("average precision, against the marked words, of the scores by which the model "
                                       "drops words (%1: %2), mean over the layers: 1 = every marked word scores above "
                                       "all others")
                                        .arg(translated(m_rule.title), translated(m_rule.scoreTitle))
                                  : tr("The model drops no words, so it has no scores to drop them by.")};
        return paragraph(tips.at(static_cast<std::size_t>(section)));
    }
    return {};
}

AnnotationFilter::AnnotationFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(AnnotationModel::SortRole);
    setDynamicSortFilter(false); // no row moves while it is worked on
}

void AnnotationFilter::setCriteria(const Criteria &criteria)
{
    if (criteria != m_criteria) {
        m_criteria = criteria;
        invalidateFilter();
    }
}

bool AnnotationFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return (!m_criteria.wrongOnly || index.data(AnnotationModel::WrongRole).toBool()) &&
           (!m_criteria.annotatedOnly || index.data(AnnotationModel::AnnotatedRole).toBool()) &&
           (m_criteria.text.isEmpty() ||
            index.data(AnnotationModel::FilterRole).toString().contains(m_criteria.text, Qt::CaseInsensitive));
}

bool AnnotationFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole()), b = right.data(sortRole());
    if (!a.isValid() || !b.isValid()) {
        // Before being turned round in descending order.
        return sortOrder() == Qt::AscendingOrder ? a.isValid() && !b.isValid() : !a.isValid() && b.isValid();
    }
    if (a.userType() == QMetaType::QString) {
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    }
    return a.toDouble() < b.toDouble();
}
