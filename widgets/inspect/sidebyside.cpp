// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/sidebyside.h"

#include "widgets/controls/card.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/lockedscroll.h"
#include "widgets/inspect/besidenumbers.h"
#include "widgets/inspect/besidetext.h"
#include "widgets/inspect/inspecthelp.h"
#include "widgets/inspect/maplegendbar.h"
#include "widgets/inspect/textovermap.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/session/linkedselection.h"
#include "widgets/trace/layerbar.h"

#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

SideBySide::SideBySide(TraceSource &first, TraceSource &second, QWidget *parent)
    : QWidget(parent),
      m_firstSource(first),
      m_secondSource(second),
      m_left(first),
      m_right(second),
      m_numbers(new BesideNumbers(first, second)),
      m_legend(new MapLegendBar(*m_left.map, *m_right.map)),
      m_splitter(new QSplitter(Qt::Horizontal))
{
    auto *header = new CardHeader(tr("Side by side"), {}, help::beside);
    connect(m_numbers, &BesideNumbers::sentenceChanged, header, &CardHeader::setCaption);
    QToolButton *close = header->addButton("closeBeside", QStringLiteral("✕"), tr("Nothing beside it"));
    close->setAccessibleName(tr("Close “Side by side”"));
    connect(close, &QToolButton::clicked, this, &SideBySide::closeRequested);
    auto *content = new QWidget;
    columnIn(content, 10, {m_numbers, m_legend});
    m_card = new Card(header, content);
    m_splitter->addWidget(m_left.cards);
    m_splitter->addWidget(m_right.cards);
    m_splitter->setChildrenCollapsible(false);
    columnIn(this, 10, {m_card, {m_splitter, 1}});
    m_card->hide();
    m_right.cards->hide();
    m_right.setLetter(beside::letter(true));
    m_right.text->setObjectName(QStringLiteral("besideText"));
    m_right.map->setObjectName(QStringLiteral("besideMap"));
    m_right.layers->setObjectName(QStringLiteral("besideLayers"));
    m_numbers->setObjectName(QStringLiteral("besideNumbers"));
    lock();
    keepFitted(this, [this] { levelHeaders(); });
}

void SideBySide::levelHeaders()
{
    // Buttons make them higher.
    const auto level = [](QWidget *left, QWidget *right) {
        const int height = std::max(left->sizeHint().height(), right->sizeHint().height());
        left->setMinimumHeight(height);
        right->setMinimumHeight(height);
    };
    level(m_left.textHeader, m_right.textHeader);
    level(m_left.mapHeader, m_right.mapHeader);
}

void SideBySide::lock()
{
    new LinkedSelection(m_firstSource, m_secondSource, this);
    lockScrolling(m_left.map->horizontalScrollBar(), m_right.map->horizontalScrollBar());
    lockScrolling(m_left.map->verticalScrollBar(), m_right.map->verticalScrollBar());
    lockScrolling(m_left.text->verticalScrollBar(), m_right.text->verticalScrollBar());
    connect(m_left.map, &TokenMapView::zoomed, m_right.map, [this] { m_right.map->zoomAs(*m_left.map); });
    connect(m_right.map, &TokenMapView::zoomed, m_left.map, [this] { m_left.map->zoomAs(*m_right.map); });
    // One of them plays, or both would step.
    const auto playAlone = [](LayerBar *player, LayerBar *other) {
        connect(player, &LayerBar::playingChanged, other, [other](bool playing) {
            if (playing) {
                other->pause();
            }
        });
    };
    playAlone(m_left.layers, m_right.layers);
    playAlone(m_right.layers, m_left.layers);
    TextOverMap::level(m_left.cards, m_right.cards);
    for (TraceSource *source : {&m_firstSource, &m_secondSource}) {
        connect(source, &TraceSource::analysed, this, [this] {
            m_left.cards->fit();
            m_right.cards->fit();
        });
    }
}

void SideBySide::setTwo(bool two)
{
    if (two == m_two) {
        return;
    }
    m_two = two;
    m_left.text->setBeside(two ? &m_secondSource : nullptr, beside::letter(true));
    m_left.map->setBeside(two ? &m_secondSource : nullptr, beside::letter(true));
    m_right.text->setBeside(two ? &m_firstSource : nullptr, beside::letter(false));
    m_right.map->setBeside(two ? &m_firstSource : nullptr, beside::letter(false));
    m_right.layers->pause();
    m_card->setVisible(two);
    m_right.cards->setVisible(two);
    for (const TextAndMap *views : {&m_left, &m_right}) {
        views->map->setLegendShown(!two); // one is enough for both
        // Two still fit into a small window.
        views->map->setMinimumWidth(two ? views->map->minimumSizeHint().width() * 2 / 3 : 0);
        views->text->setMinimumHeight(two ? views->text->sizeHint().height() : 0);
    }
    levelHeaders();
    m_splitter->setSizes({width(), width()});
    m_right.cards->takeLevel();
    m_left.setLetter(two ? beside::letter(false) : QString());
}
