// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokentext.h"

#include "widgets/session/followselection.h"
#include "widgets/trace/layerbar.h"
#include "widgets/inspect/tokentextarea.h"

#include <QVBoxLayout>

#include <algorithm>

TokenTextView::TokenTextView(QWidget *parent)
    : QWidget(parent), m_area(new TokenTextArea(this)), m_bar(new LayerBar(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    box->addWidget(m_area, 1);
    box->addWidget(m_bar);
    connect(m_area, &TokenTextArea::playRequested, m_bar, &LayerBar::toggle);
    connect(m_bar, &LayerBar::playingChanged, m_area, &TokenTextArea::setAnimated);
    setSelection(new Selection(this));
}

void TokenTextView::setTrace(std::shared_ptr<const adaplens::Trace> trace)
{
    m_trace = trace;
    m_bar->setLayers(trace ? static_cast<int>(trace->layers.size()) : 0);
    m_area->setTrace(std::move(trace));
    updateCaption();
}

void TokenTextView::setSelection(Selection *selection)
{
    followSelection(m_selection, selection, this, &TokenTextView::updateCaption);
    m_area->setSelection(selection);
    m_bar->setSelection(selection);
    updateCaption();
}

void TokenTextView::setBusy(bool busy)
{
    m_area->setBusy(busy);
}

QString TokenTextView::caption() const
{
    if (!m_trace || m_trace->layers.empty()) {
        return {};
    }
    if (!m_trace->drops) {
        return tr("This model drops nothing: every word is read by every layer");
    }
    const std::size_t layer = m_selection ? std::min(m_selection->layer(), m_trace->layers.size() - 1) : 0;
    return tr("What is still alive after layer %1 — each word fades where it is dropped").arg(layer + 1);
}

void TokenTextView::updateCaption()
{
    Q_EMIT captionChanged(caption());
}
