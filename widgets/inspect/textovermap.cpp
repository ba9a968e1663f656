// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/textovermap.h"

#include "widgets/controls/keepfitted.h"
#include "widgets/inspect/tokentextarea.h"

#include <algorithm>

TextOverMap::TextOverMap(QWidget *textCard, TokenTextArea *text, QWidget *mapCard)
    : QSplitter(Qt::Vertical), m_text(text)
{
    addWidget(textCard);
    addWidget(mapCard);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_fitted = false; });
    keepFitted(this, [this] { fitLater(); });
}

void TextOverMap::fit()
{
    if (!m_fitted) {
        return;
    }
    const int room = height() - handleWidth();
    const int least = widget(0)->minimumSizeHint().height();
    const int wanted = least - m_text->minimumSizeHint().height() + m_text->contentHeight();
    // The map comes first where there is little room. A text that is scrolled anyway gets less than one that can be seen
    // whole.
    const int share = wanted <= room * 2 / 5 ? room * 2 / 5 : room * 3 / 10;
    const int most = std::min(share, room - 19 * fontMetrics().height());
    const int text = std::clamp(wanted, least, std::max(least, most));
    setSizes({text, room - text});
}

void TextOverMap::reset()
{
    m_fitted = true;
    fit();
}

QByteArray TextOverMap::arrangement() const
{
    return m_fitted ? QByteArray() : saveState();
}

void TextOverMap::setArrangement(const QByteArray &arrangement)
{
    m_fitted = arrangement.isEmpty() || !restoreState(arrangement);
    fit();
}

void TextOverMap::fitLater()
{
    QMetaObject::invokeMethod(this, &TextOverMap::fit, Qt::QueuedConnection); // the text has its new width by then
}
