// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/textagreementmodel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QToolButton;
class Label;
class QMenu;
class QTableView;

/// How well each method finds what is marked in one text: a small table, kept up while marking goes on.
class TextAgreementView : public QWidget {
    Q_OBJECT

public:
    explicit TextAgreementView(QWidget *parent = nullptr);

    /// Layers to choose from; 0 while there is no model.
    void setLayers(std::size_t layers);
    /// Scores of a text and the marks in it; null = none, and `why` says why not.
    void set(std::shared_ptr<const adaplens::Attribution> attribution, const adaplens::Encoding &encoding,
             std::vector<adaplens::ByteRange> rationale);
    void setNone(const QString &why);
    /// The figures shown are of another text; those of the present one follow.
    void setOutdated();

    [[nodiscard]] const TextAgreementModel &model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString about() const;
    /// Chooses what the figures are of: a layer, or the mean over all layers. For the panel's title row.
    [[nodiscard]] QToolButton *layerButton() const { return m_layerButton; }
    [[nodiscard]] std::optional<std::size_t> layer() const { return m_layer; }
    void setLayer(std::optional<std::size_t> layer);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void compute();
    void fitColumns();

    TextAgreementModel m_model;
    QTableView *m_table;
    Label *m_about;
    QToolButton *m_layerButton;
    QMenu *m_layerMenu;
    std::size_t m_layers = 0;
    std::optional<std::size_t> m_layer; // empty = mean
    std::shared_ptr<const adaplens::Attribution> m_attribution;
    adaplens::Encoding m_encoding;
    std::vector<adaplens::ByteRange> m_rationale;
};
