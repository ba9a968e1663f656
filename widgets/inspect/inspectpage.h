// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/page.h"

#include <optional>
#include <string>

class AlivePlot;
class CardDock;
class CardHeader;
class CostView;
class InputView;
class Label;
class PredictionView;
class ProgressLine;
class ScorePlot;
class QSplitter;
class QTabBar;
class TokenMapView;
class TokenTextView;
class WindowSwitcher;
class WordView;

/// The first page: one text and all there is to know about it, as cards around the token map.
class InspectPage : public Page {
    Q_OBJECT

public:
    explicit InspectPage(const Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> viewActions() override { return m_actions; }
    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    [[nodiscard]] InputView *input() const { return m_input; }
    [[nodiscard]] TokenTextView *textView() const { return m_text; }
    [[nodiscard]] TokenMapView *map() const { return m_map; }
    [[nodiscard]] AlivePlot *alivePlot() const { return m_alive; }
    [[nodiscard]] ScorePlot *scorePlot() const { return m_scores; }
    [[nodiscard]] PredictionView *prediction() const { return m_prediction; }
    [[nodiscard]] CostView *cost() const { return m_cost; }
    [[nodiscard]] WordView *word() const { return m_word; }
    [[nodiscard]] WindowSwitcher *windowSwitcher() const { return m_switcher; }

    /// Puts an example into the input, with what to try on it in a panel of its own, which goes once the user has
    /// replaced most of the text.
    void showExample(const QString &text, const std::optional<QString> &pair, const QString &hint);

private:
    void makeCentre();
    void makePanels();
    void makeActions();
    CardDock *addPanel(const QString &name, const QString &title, CardHeader *header, QWidget *content,
                       Qt::DockWidgetArea area);
    void connectViews();
    void modelOpened();
    void analysed();
    void showTrace();
    void chooseWord();
    /// Gives the text card the height that its text needs, unless the user has set one.
    void fitText();
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// fitPanels() and fitText(), once everything inside has taken on its new size.
    void refit();
    /// Gives the side panels the heights that their contents need, unless the user has set them.
    void fitPanels();
    /// Shows what to try, or with an empty text hides the panel.
    void setHint(const QString &hint);
    void setBusy(bool busy);
    void selectionChanged();

    Workspace m_workspace;
    InputView *m_input;
    TokenTextView *m_text;
    TokenMapView *m_map;
    AlivePlot *m_alive;
    ScorePlot *m_scores;
    PredictionView *m_prediction;
    Label *m_verdict;
    Label *m_source;
    CostView *m_cost;
    WordView *m_word;
    Label *m_hint;
    WindowSwitcher *m_switcher;
    QTabBar *m_plainScore = nullptr;
    ProgressLine *m_progress = nullptr;
    CardHeader *m_textHeader = nullptr, *m_mapHeader = nullptr;
    CardDock *m_wordDock = nullptr, *m_hintDock = nullptr;
    QSplitter *m_splitter = nullptr;
    QList<CardDock *> m_panels;
    QList<QAction *> m_actions;
    bool m_textFitted = true;    // the text card's height is the program's, not the user's
    bool m_panelsFitted = true;  // and so are the sizes of the panels
    int m_content = 0;           // height of all panels' contents when they were last fitted
    QString m_example;           // the example as it was put in, to tell an edited one from another text
    std::string m_selectedPiece; // text of the selected piece, to find it again in an edited text
};
