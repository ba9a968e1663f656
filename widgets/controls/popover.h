// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QTextBrowser;
class QToolButton;

/// A small window below a "?" with an explanation and its formula, which scrolls where the screen is too small for it;
/// any click beside it or Escape closes it.
class Popover : public QFrame {
    Q_OBJECT

public:
    /// Shows `html` below `anchor`, on the anchor's screen. The popover owns itself and goes when closed.
    static Popover *explain(QWidget *anchor, const QString &html);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QTextBrowser *browser() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Popover(QWidget *anchor, const QString &html);
    void fit(QSize room);

    QTextBrowser *m_text;
};

/// Rich text that explains something, made when it is asked for: what it speaks of may have changed.
using HelpText = std::function<QString()>;
/// The "?" that opens an explanation; `name` says of what, for screen readers.
[[nodiscard]] QToolButton *helpButton(const QString &name, HelpText text);
