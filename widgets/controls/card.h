// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/popover.h"

#include <QDockWidget>
#include <QWidget>

class QToolButton;
class Label;
class QHBoxLayout;
class QPainter;

/// The title row of a panel: its name, a quiet line on how to read it, and a "?" that explains it with its formula.
class CardHeader : public QWidget {
    Q_OBJECT

public:
    /// `help` gives rich text; empty = no "?".
    CardHeader(const QString &title, const QString &caption, const HelpText &help, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    void setCaption(const QString &caption);
    /// Puts a widget where the title stands, for titles that can be chosen.
    void setTitleControl(QWidget *control);
    /// Puts a widget at the right of the row, left of the "?".
    void addControl(QWidget *control);
    /// Puts a small button there, under an object name.
    QToolButton *addButton(const char *name, const QString &text, const QString &toolTip = {});
    [[nodiscard]] QToolButton *helpButton() const { return m_help; }

private:
    void keepHelpLast();

    QHBoxLayout *m_row;
    Label *m_title;
    Label *m_caption;
    QToolButton *m_help = nullptr;
};

/// Paints the rounded ground of a panel.
void paintCard(QPainter &painter, const QRect &rect, const QPalette &palette);

/// A panel of a page: title row and content on a rounded ground.
class Card : public QWidget {
    Q_OBJECT

public:
    /// Takes ownership of header (may be null) and content.
    Card(CardHeader *header, QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] CardHeader *header() const { return m_header; }
    [[nodiscard]] QWidget *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    CardHeader *m_header;
    QWidget *m_content;
};

/// A panel that can be moved, closed and torn off; looks like a Card. Its title row is the handle.
class CardDock : public QDockWidget {
    Q_OBJECT

public:
    /// `name` identifies it in the saved layout. Takes ownership of header and content.
    CardDock(const QString &name, const QString &title, CardHeader *header, QWidget *content, QWidget *parent);
    /// Height at which all of its content is seen, at the present width.
    [[nodiscard]] int wantedHeight() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QWidget *m_content;
};
