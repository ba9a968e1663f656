// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>

class QMainWindow;
class QSplitter;
class QWidget;

/// Shows one card of a page alone, as large as the page, and everything again as it was.
class Spotlight : public QObject {
    Q_OBJECT

public:
    explicit Spotlight(QMainWindow *page);

    /// The cards with a title that are to be seen: those in the middle of the page, then its panels, as they were made.
    [[nodiscard]] QList<QWidget *> cards() const;
    /// The one that is alone; null = all are there.
    [[nodiscard]] QWidget *card() const { return m_card; }
    /// The one that holds a widget of the page; null = none.
    [[nodiscard]] QWidget *cardOf(QWidget *inside) const;

    void show(QWidget *card);
    void showAll();
    /// Shows it alone, or all again if it is.
    void toggle(QWidget *card);
    /// From card to card, +1 or -1; all are there before the first and after the last.
    void step(int direction);

    /// Lets a double click on a card's title show it alone. Titles made later need another call.
    void listen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hideBeside(QWidget *widget);

    QMainWindow *m_page;
    QPointer<QWidget> m_card;
    QList<QPointer<QWidget>> m_order;  // of the cards, from when all were there
    QList<QPointer<QWidget>> m_hidden; // for this card's sake
    struct Sizes {
        QPointer<QSplitter> splitter;
        QByteArray state;
    };
    QList<Sizes> m_sizes;
    QByteArray m_state; // of the page's panels
};
