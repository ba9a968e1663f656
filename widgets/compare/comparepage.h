// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/comparison.h"
#include "widgets/page/page.h"

#include <optional>
#include <set>

class CardDock;
class CardHeader;
class ComparisonView;
class QToolButton;
class Label;
class LayerBar;
class MethodChip;
class ProgressLine;
class QLabel;
class QSlider;
class RankingPlot;
class QTabBar;
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
    [[nodiscard]] QLabel *numbers() const { return m_numbers; }
    [[nodiscard]] QSlider *topSlider() const { return m_top; }
    [[nodiscard]] QTabBar *arrangementSwitch() const { return m_arrangement; }
    [[nodiscard]] QTabBar *weightsSwitch() const { return m_weights; }
    [[nodiscard]] QToolButton *classButton() const { return m_class; }
    [[nodiscard]] MethodChip *chip(adaplens::ScoreMethod method) const;

private:
    void makeControls();
    void makePanels();
    void connectViews();
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    /// Gives the side panels the sizes that suit the window and the type, unless the user has set them.
    void fitPanels();

    void modelOpened();
    void fillClassMenu();
    void chipClicked(adaplens::ScoreMethod method);
    void setTop(int top);
    [[nodiscard]] int defaultTop() const;
    [[nodiscard]] ComparisonOptions options() const;
    /// Compares anew and shows it.
    void refresh();
    void updateControls();
    void showNumbers();
    [[nodiscard]] QString numbersTable() const;
    [[nodiscard]] QString overlapTable() const;
    [[nodiscard]] QString shortRows() const;
    [[nodiscard]] QString sources() const;
    [[nodiscard]] QString caption() const;

    Workspace m_workspace;
    Comparison m_comparison;
    ComparisonView *m_view;
    RankingPlot *m_plot;
    QLabel *m_numbers;
    Label *m_sources, *m_topLabel;
    QSlider *m_top;
    LayerBar *m_layers;
    QTabBar *m_arrangement, *m_weights;
    QToolButton *m_class;
    WindowSwitcher *m_switcher;
    ProgressLine *m_progress = nullptr;
    CardHeader *m_header = nullptr, *m_plotHeader = nullptr, *m_numbersHeader = nullptr;
    CardDock *m_plotDock = nullptr, *m_numbersDock = nullptr;
    QWidget *m_controls = nullptr;
    bool m_fitted = true; // the sizes of the panels are the program's, not the user's
    QList<MethodChip *> m_chips;
    std::set<adaplens::ScoreMethod> m_shown;
    adaplens::ScoreMethod m_single = adaplens::ScoreMethod::Contribution; // the one shown at all layers
    std::optional<int> m_chosenTop;                                       // empty = as many as are marked, or a fifth
};
