// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class TokenTextArea;

/// The text's card over the map's: the text has the height that its words need, until the user moves the handle.
class TextOverMap : public QSplitter {
    Q_OBJECT

public:
    /// Takes ownership of the cards; `text` lies in the first of them.
    TextOverMap(QWidget *textCard, TokenTextArea *text, QWidget *mapCard);

    /// Gives the text the height it needs, unless the user has set one.
    void fit();
    /// Has the texts of two of them, side by side, always the same height, so that the layers of their maps are level.
    static void level(TextOverMap *first, TextOverMap *second);
    /// Takes over the height that the other one's text has.
    void takeLevel();
    void reset();
    [[nodiscard]] QByteArray arrangement() const;
    void setArrangement(const QByteArray &arrangement);

private:
    void fitLater();
    void moved();
    [[nodiscard]] int wanted() const; ///< height at which all of the text is seen

    TokenTextArea *m_text;
    TextOverMap *m_level = nullptr; // what stands beside it
    bool m_fitted = true;           // the height is the program's, not the user's
};
