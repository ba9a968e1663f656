// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/textandmap.h"

#include "widgets/controls/card.h"
#include "widgets/controls/layouts.h"
#include "widgets/inspect/inspecthelp.h"
#include "widgets/inspect/textovermap.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/trace/layerbar.h"

TextAndMap::TextAndMap(TraceSource &source)
    : text(new TokenTextArea(source)),
      layers(new LayerBar(source)),
      map(new TokenMapView(source)),
      textHeader(new CardHeader(tr("Text"), text->caption(), help::text)),
      mapHeader(new CardHeader(tr("Token map"), map->caption(), [&source] { return help::tokenMap(source.rule()); }))
{
    QObject::connect(text, &TokenTextArea::captionChanged, textHeader, &CardHeader::setCaption);
    QObject::connect(map, &TokenMapView::captionChanged, mapHeader, &CardHeader::setCaption);
    QObject::connect(text, &TokenTextArea::playRequested, layers, &LayerBar::toggle);
    QObject::connect(layers, &LayerBar::playingChanged, text, &TokenTextArea::setAnimated);
    auto *textAndBar = new QWidget;
    columnIn(textAndBar, 2, {{text, 1}, layers});
    cards = new TextOverMap(new Card(textHeader, textAndBar), text, new Card(mapHeader, map));
}

void TextAndMap::setLetter(const QString &letter) const
{
    const bool alone = letter.isEmpty();
    textHeader->setTitle(alone ? tr("Text") : tr("Text in %1").arg(letter));
    mapHeader->setTitle(alone ? tr("Token map") : tr("Token map of %1").arg(letter));
    text->setAccessibleName(alone ? tr("Text, as far as it is left after the selected layer")
                                  : tr("Text in %1, as far as it is left after the selected layer").arg(letter));
    map->setAccessibleName(alone ? tr("Token map") : tr("Token map of %1").arg(letter));
}
