// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/rulenames.h"
#include "widgets/annotate/annotationset.h"
#include "widgets/annotate/evaluationrun.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

/// An annotation set as a table: one text a row, with what the model says of it where that is known.
class AnnotationModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Text, Gold, Predicted, Correct, Speedup, Precision, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< invalid where there is no figure
        FilterRole,              ///< the text, its second text, id and label
        WrongRole,               ///< the model's answer is known to differ from the label
        AnnotatedRole            ///< something in the text is marked
    };

    /// Both must outlive it.
    AnnotationModel(AnnotationSet &set, EvaluationRun &run, QObject *parent = nullptr);

    /// Names of the model's classes, by which labels are compared.
    void setClasses(const std::vector<std::string> &classes);
    /// By which the model drops tokens: the average precision is that of its scores.
    void setRule(const adaplens::RuleNames &rule);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Whether the model's answer is the label; empty where either is not known.
    [[nodiscard]] std::optional<bool> correct(int row) const;
    /// The class that a label names; empty if it names none.
    [[nodiscard]] std::optional<std::size_t> classOf(const std::string &label) const;

private:
    struct Cell {
        QString text;
        QVariant figure; ///< by which it is sorted instead
    };

    [[nodiscard]] bool dropsWords() const { return m_rule.keptBy != adaplens::KeptBy::Nothing; }
    void figuresChanged();
    [[nodiscard]] Cell cell(int row, Column column) const;
    [[nodiscard]] QString toolTip(int row, Column column) const;
    [[nodiscard]] const TextEvaluation *evaluation(int row) const;
    [[nodiscard]] QString className(std::size_t index) const;

    AnnotationSet &m_set;
    EvaluationRun &m_run;
    std::vector<std::string> m_classes;
    adaplens::RuleNames m_rule;
    mutable std::unordered_map<std::string, std::optional<std::size_t>> m_labels; ///< classOf() so far
};

/// Sorts and filters an AnnotationModel. What has no figure comes last in either order. Rows keep their places while
/// figures and marks change; invalidate() sorts and filters anew.
class AnnotationFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit AnnotationFilter(QObject *parent = nullptr);

    struct Criteria {
        QString text; ///< somewhere in the texts, id or label
        bool wrongOnly = false, annotatedOnly = false;
        bool operator==(const Criteria &) const = default;
    };
    void setCriteria(const Criteria &criteria);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Criteria m_criteria;
};
