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
    void reset();
    [[nodiscard]] QByteArray arrangement() const;
    void setArrangement(const QByteArray &arrangement);

private:
    void fitLater();

    TokenTextArea *m_text;
    bool m_fitted = true; // the height is the program's, not the user's
};
