// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

class CardHeader;
class LayerBar;
class TextOverMap;
class TokenMapView;
class TokenTextArea;
class TraceSource;

/// A text over its token map, each in a card: what the middle of the page shows of one analysis. The widgets belong to
/// `cards`, and that to whoever puts it somewhere.
struct TextAndMap {
    Q_DECLARE_TR_FUNCTIONS(TextAndMap)

public:
    explicit TextAndMap(TraceSource &source);

    /// Titles that tell it from another one beside it: "A"; without a letter there is none.
    void setLetter(const QString &letter) const;

    TokenTextArea *text;
    LayerBar *layers;
    TokenMapView *map;
    CardHeader *textHeader, *mapHeader;
    TextOverMap *cards;
};
