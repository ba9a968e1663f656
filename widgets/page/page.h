// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shipped.h"
#include "widgets/session/analyser.h"
#include "widgets/style/drawing.h"
#include "widgets/controls/messagebar.h"

#include <QList>
#include <QMainWindow>

#include <functional>
#include <optional>
#include <span>
#include <vector>

class Attributions;
class HumanRationale;
class Preferences;
class Session;
class Spotlight;

/// What every page works on.
struct Workspace {
    Session &session; ///< the text and model at hand
    Session &second;  ///< beside it in the Inspect page; without a model until one is opened there
    Preferences &preferences;
    Attributions &attributions; ///< of `session`
    HumanRationale &rationale;
    Loader loader;                                       ///< opens models for pages with a worker of their own
    std::span<const adaplens::ShippedModel> models = {}; ///< that came with the program
};

/// A page of the window. It is a main window within the main window, so that its side panels can be moved and torn off;
/// the space between panels is the handle that resizes them.
class Page : public QMainWindow {
    Q_OBJECT

public:
    /// `name` identifies its layout, which is restored from `preferences` when the page is first shown.
    Page(const QString &name, Preferences &preferences, QWidget *parent);

    /// Switches for its panels and whatever else belongs into the view menu.
    [[nodiscard]] virtual QList<QAction *> viewActions() { return {}; }
    /// Puts all panels where they were at the very first start.
    virtual void resetLayout() = 0;

    /// What "Export figure" writes while this page is shown; empty = the token map of the text at hand.
    [[nodiscard]] virtual std::optional<Drawing> figure() const { return std::nullopt; }

    /// Whether the window may close now. A page that has work under way asks its user first, or brings the work to an
    /// end, and then calls `close`.
    [[nodiscard]] virtual bool mayClose(const std::function<void()> & /*close*/) { return true; }

    void saveLayout() const;
    /// Shows one of its cards alone.
    [[nodiscard]] Spotlight *spotlight() const { return m_spotlight; }

Q_SIGNALS:
    /// Something the user should read, in the window's message bar.
    void message(MessageBar::Kind kind, const QString &text);
    /// A data set was opened, with texts of typically so many words, or pairs of texts.
    void dataOpened(std::size_t words, bool pairs);
    /// The Inspect page should show this text.
    void inspectRequested(const QString &text, const std::optional<QString> &pair);
    /// The window should open the model in this folder, and the Inspect page show it: with these thresholds in place of
    /// its own, where there are any.
    void modelRequested(const QString &folder, const std::vector<double> &thresholds = {});

protected:
    /// Lets annotated data be dropped on the page: `open` gets the file or folder.
    void acceptData(std::function<void(const QString &)> open);
    /// What else belongs to the layout, such as the sizes of splitters.
    [[nodiscard]] virtual QByteArray arrangement() const { return {}; }
    virtual void setArrangement(const QByteArray &) {}
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void restoreLayout();

    Preferences &m_preferences;
    Spotlight *m_spotlight;
    std::function<void(const QString &)> m_openData;
    bool m_restored = false;
};
