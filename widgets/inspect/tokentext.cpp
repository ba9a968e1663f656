// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokentext.h"

#include "widgets/trace/layerbar.h"
#include "widgets/inspect/tokentextarea.h"

#include <QVBoxLayout>

TokenTextView::TokenTextView(QWidget *parent)
    : QWidget(parent),
      m_source(this, {.trace = [this] { traceChanged(); },
                      .selection = [this] { Q_EMIT captionChanged(caption()); },
                      .outdated = {},
                      .cost = {}}),
      m_area(new TokenTextArea(this)),
      m_bar(new LayerBar(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    box->addWidget(m_area, 1);
    box->addWidget(m_bar);
    connect(m_area, &TokenTextArea::playRequested, m_bar, &LayerBar::toggle);
    connect(m_bar, &LayerBar::playingChanged, m_area, &TokenTextArea::setAnimated);
}

void TokenTextView::setSource(TraceSource &source)
{
    m_area->setSource(source);
    m_bar->setSelection(&source.selection());
    m_source.follow(source);
}

void TokenTextView::traceChanged()
{
    const auto &trace = m_source->trace();
    m_bar->setLayers(trace ? static_cast<int>(trace->layers.size()) : 0);
    Q_EMIT captionChanged(caption());
}

QString TokenTextView::caption() const
{
    const auto &trace = m_source->trace();
    if (!trace || trace->layers.empty()) {
        return {};
    }
    if (!trace->drops) {
        return tr("This model drops nothing: every word is read by every layer");
    }
    return tr("What is still alive after layer %1 — each word fades where it is dropped").arg(m_source->layer() + 1);
}
