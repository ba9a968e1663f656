// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <set>

class Attributions;
class Label;
class LayerBar;
class MethodChip;
class QSlider;
class QTabBar;
class QToolButton;
class Session;

/// What is compared: which methods, at one layer or one method at all, whose weights, which class, how many words.
class CompareControls : public QWidget {
    Q_OBJECT

public:
    CompareControls(Session &session, Attributions &attributions, QWidget *parent = nullptr);

    /// All that is chosen but for how many words are selected.
    [[nodiscard]] ComparisonOptions options() const;
    [[nodiscard]] bool acrossLayers() const;
    [[nodiscard]] adaplens::ScoreMethod singleMethod() const { return m_single; }
    /// How many words the user wants selected; empty = as many as suit the text.
    [[nodiscard]] const std::optional<int> &chosenTop() const { return m_chosenTop; }
    void forgetTop() { m_chosenTop.reset(); }

    /// Shows where the scores of a comparison stand, and how many of its words are selected.
    void setComparison(const Comparison &comparison);
    void stepTop(int by);
    void setTop(int top);
    /// Whose weights the scores come from: "attention, rollout from the plain twin".
    [[nodiscard]] QString sources(const Comparison &comparison) const;

    [[nodiscard]] LayerBar *layerBar() const { return m_layers; }
    [[nodiscard]] QSlider *topSlider() const { return m_top; }
    [[nodiscard]] QTabBar *arrangementSwitch() const { return m_arrangement; }
    [[nodiscard]] QTabBar *weightsSwitch() const { return m_weights; }
    [[nodiscard]] QToolButton *classButton() const { return m_class; }
    [[nodiscard]] MethodChip *chip(adaplens::ScoreMethod method) const;

Q_SIGNALS:
    void changed(); ///< something else is to be compared

private:
    void makeLayout();
    void makeChips();
    bool event(QEvent *event) override;
    void modelOpened();
    void fillClassMenu();
    void chipClicked(adaplens::ScoreMethod method);
    void updateChips();
    void updateClass();

    Session &m_session;
    Attributions &m_attributions;
    Label *m_sources, *m_topLabel;
    QSlider *m_top;
    LayerBar *m_layers;
    QTabBar *m_arrangement, *m_weights;
    QToolButton *m_class;
    QList<MethodChip *> m_chips;
    std::set<adaplens::ScoreMethod> m_shown;
    adaplens::ScoreMethod m_single = adaplens::ScoreMethod::Contribution; // the one shown at all layers
    std::optional<int> m_chosenTop;
};
