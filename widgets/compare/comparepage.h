// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/page/page.h"

class CardDock;
class CardHeader;
class CompareControls;
class CompareNumbers;
class ComparisonView;
class Panels;
class RankingPlot;
class WindowSwitcher;

/// The text at hand under every method of scoring words, side by side, beside the human rationale if there is one.
class ComparePage : public Page {
    Q_OBJECT

public:
    explicit ComparePage(const Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> viewActions() override;
    void resetLayout() override;
    [[nodiscard]] std::optional<Drawing> figure() const override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    [[nodiscard]] ComparisonView *view() const { return m_view; }
    [[nodiscard]] RankingPlot *plot() const { return m_plot; }
    [[nodiscard]] CompareNumbers *numbers() const { return m_numbers; }
    [[nodiscard]] CompareControls *controls() const { return m_controls; }

private:
    void makeLayout();
    void connectViews();
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    void fitSizes();
    /// Compares anew and shows it.
    void refresh();
    [[nodiscard]] Comparison compareNow() const;
    [[nodiscard]] QString caption() const;

    Workspace m_workspace;
    Comparison m_comparison;
    CompareControls *m_controls;
    ComparisonView *m_view;
    RankingPlot *m_plot;
    CompareNumbers *m_numbers;
    WindowSwitcher *m_switcher;
    Panels *m_panels;
    CardHeader *m_header = nullptr, *m_numbersHeader = nullptr;
    CardDock *m_plotDock = nullptr, *m_numbersDock = nullptr;
};
