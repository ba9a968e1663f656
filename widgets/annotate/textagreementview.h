// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/textagreement.h"

#include <QWidget>

#include <memory>

class Label;
class QComboBox;
class QTableWidget;

/// How well each method finds what is marked in one text: a small table, one method a row, the best figure of a column in
/// bold, kept up while marking goes on.
class TextAgreementView : public QWidget {
    Q_OBJECT

public:
    explicit TextAgreementView(QWidget *parent = nullptr);

    /// By which the model drops tokens.
    void setRule(const adaplens::RuleNames &rule) { m_rule = rule; }
    /// Layers to choose from; 0 while there is no model.
    void setLayers(std::size_t layers);
    /// Scores of a text and the marks in it; null = none, and `why` says why not.
    void set(std::shared_ptr<const adaplens::Attribution> attribution, const adaplens::Encoding &encoding,
             std::vector<adaplens::ByteRange> rationale);
    void setNone(const QString &why);
    /// The figures shown are of another text; those of the present one follow.
    void setOutdated();

    /// What is shown.
    [[nodiscard]] const TextAgreements &agreements() const { return m_agreements; }
    [[nodiscard]] QTableWidget *table() const { return m_table; }
    [[nodiscard]] QString about() const;
    /// Chooses what the figures are of: a layer, or the mean over all layers. For the panel's title row.
    [[nodiscard]] QComboBox *layerBox() const { return m_layer; }

private:
    void compute();
    void showFigures();
    void fitColumns();

    TextAgreements m_agreements;
    adaplens::RuleNames m_rule;
    QTableWidget *m_table;
    Label *m_about;
    QComboBox *m_layer; // -1 = mean
    std::shared_ptr<const adaplens::Attribution> m_attribution;
    adaplens::Encoding m_encoding;
    std::vector<adaplens::ByteRange> m_rationale;
};
