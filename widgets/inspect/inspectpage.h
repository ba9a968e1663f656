// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/page.h"

#include <optional>

class InputView;
class InspectPanels;
class LayerBar;
class QTabBar;
class TextOverMap;
class TokenMapView;
class TokenTextArea;
class WindowSwitcher;

/// The first page: one text and all there is to know about it, as cards around the token map.
class InspectPage : public Page {
    Q_OBJECT

public:
    explicit InspectPage(const Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> viewActions() override { return m_actions; }
    void resetLayout() override;
    [[nodiscard]] QSize sizeHint() const override { return {1440, 840}; }

    [[nodiscard]] InputView *input() const { return m_input; }
    [[nodiscard]] TokenTextArea *text() const { return m_text; }
    [[nodiscard]] LayerBar *layerBar() const { return m_layers; }
    [[nodiscard]] TokenMapView *map() const { return m_map; }
    [[nodiscard]] InspectPanels *panels() const { return m_panels; }

    /// Puts an example into the input, with what to try on it in a panel of its own, which goes once the user has
    /// replaced most of the text.
    void showExample(const QString &text, const std::optional<QString> &pair, const QString &hint);

private:
    void makeCentre();
    void makeActions();
    void connectViews();
    void textEdited();
    void modelOpened();
    void analysed();
    [[nodiscard]] QByteArray arrangement() const override;
    void setArrangement(const QByteArray &arrangement) override;

    Session &m_session;
    InputView *m_input;
    TokenTextArea *m_text;
    LayerBar *m_layers;
    TokenMapView *m_map;
    WindowSwitcher *m_switcher;
    QTabBar *m_plainScore;
    InspectPanels *m_panels;
    TextOverMap *m_centre = nullptr;
    QList<QAction *> m_actions;
    QString m_example; // as it was put in, to tell an edited one from another text
};
