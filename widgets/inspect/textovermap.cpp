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
    connect(this, &QSplitter::splitterMoved, this, &TextOverMap::moved);
    keepFitted(this, [this] { fitLater(); });
}

void TextOverMap::fit()
{
    if (!m_fitted) {
        return;
    }
    const int room = height() - handleWidth();
    const bool two = m_level != nullptr && m_level->isVisible();
    const int least =
        std::max(widget(0)->minimumSizeHint().height(), two ? m_level->widget(0)->minimumSizeHint().height() : 0);
    const int wanted = std::max(this->wanted(), two ? m_level->wanted() : 0);
    // The map comes first where there is little room. A text that is scrolled anyway gets less than one that can be seen
    // whole.
    const int share = wanted <= room * 2 / 5 ? room * 2 / 5 : room * 3 / 10;
    const int most = std::min(share, room - (two ? 15 : 19) * fontMetrics().height()); // legend and all
    const int text = std::clamp(wanted, least, std::max(least, most));
    setSizes({text, room - text});
}

int TextOverMap::wanted() const
{
    const int least = std::max(m_text->minimumSizeHint().height(), m_text->minimumHeight());
    return widget(0)->minimumSizeHint().height() - least + m_text->contentHeight();
}

void TextOverMap::level(TextOverMap *first, TextOverMap *second)
{
    first->m_level = second;
    second->m_level = first;
}

void TextOverMap::takeLevel()
{
    m_fitted = m_level->m_fitted;
    setSizes(m_level->sizes());
    fit();
}

void TextOverMap::moved()
{
    m_fitted = false;
    if (m_level != nullptr) {
        m_level->takeLevel();
    }
}

void TextOverMap::reset()
{
    m_fitted = true;
    fit();
    if (m_level != nullptr) {
        m_level->takeLevel();
    }
}

QByteArray TextOverMap::arrangement() const
{
    return m_fitted ? QByteArray() : saveState();
}

void TextOverMap::setArrangement(const QByteArray &arrangement)
{
    m_fitted = arrangement.isEmpty() || !restoreState(arrangement);
    fit();
    if (m_level != nullptr) {
        m_level->takeLevel();
    }
}

void TextOverMap::fitLater()
{
    QMetaObject::invokeMethod(this, &TextOverMap::fit, Qt::QueuedConnection); // the text has its new width by then
}
