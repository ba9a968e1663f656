// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/page.h"

#include <optional>

class Beside;
class BesideMenu;
class InputView;
class InspectPanels;
class LayerBar;
class QTabBar;
class QToolButton;
class SideBySide;
class TokenMapView;
class TokenTextArea;
class WhatIf;
class WhatIfView;
class WindowSwitcher;
class WordActions;

/// The first page: one text and all there is to know about it, as cards around the token map.
class InspectPage : public Page {
    Q_OBJECT

public:
    explicit InspectPage(const Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> viewActions() override { return m_actions; }
    void resetLayout() override;
    /// Both maps, where two are shown.
    [[nodiscard]] std::optional<Drawing> figure() const override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    [[nodiscard]] InputView *input() const { return m_input; }
    [[nodiscard]] TokenTextArea *text() const;
    [[nodiscard]] LayerBar *layerBar() const;
    [[nodiscard]] TokenMapView *map() const;
    [[nodiscard]] SideBySide *centre() const { return m_centre; }
    [[nodiscard]] InspectPanels *panels() const { return m_panels; }
    [[nodiscard]] WhatIf *whatIf() const { return m_whatIf; }
    [[nodiscard]] WhatIfView *whatIfView() const { return m_whatIfView; }

    /// Puts an example into the input, with what to try on it in a panel of its own, which goes once the user has
    /// replaced most of the text.
    void showExample(const QString &text, const std::optional<QString> &pair, const QString &hint);

    /// Puts another model or rule beside the one at hand, as Beside::open() takes it.
    void openBeside(const QString &what);
    [[nodiscard]] const Beside &beside() const { return *m_beside; }

private:
    void makeCentre();
    void makeBeside();
    void besideChanged();
    void showPlainScore();
    void makeWhatIf();
    void makeActions();
    void connectViews();
    void textEdited();
    void modelOpened();
    void analysed();
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

    Session &m_session, &m_second;
    Preferences &m_preferences;
    InputView *m_input;
    Beside *m_beside;
    BesideMenu *m_besideMenu;
    QToolButton *m_besideButton;
    SideBySide *m_centre;
    WindowSwitcher *m_switcher;
    QTabBar *m_plainScore, *m_columns = nullptr, *m_colours = nullptr;
    InspectPanels *m_panels;
    WhatIf *m_whatIf;
    WhatIfView *m_whatIfView;
    WordActions *m_wordActions;
    QList<QAction *> m_actions;
    QString m_example; // as it was put in, to tell an edited one from another text
};
