// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokentext.h"

#include "widgets/inspect/tokentextarea.h"
#include "widgets/session/tracesource.h"
#include "widgets/trace/layerbar.h"

#include <QVBoxLayout>

TokenTextView::TokenTextView(TraceSource &source, QWidget *parent)
    : QWidget(parent), m_source(source), m_area(new TokenTextArea(source, this)), m_bar(new LayerBar(source, this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    box->addWidget(m_area, 1);
    box->addWidget(m_bar);
    connect(m_area, &TokenTextArea::playRequested, m_bar, &LayerBar::toggle);
    connect(m_bar, &LayerBar::playingChanged, m_area, &TokenTextArea::setAnimated);
    const auto tell = [this] { Q_EMIT captionChanged(caption()); };
    connect(&source, &TraceSource::analysed, this, tell);
    connect(&source, &TraceSource::selectionChanged, this, tell);
}

QString TokenTextView::caption() const
{
    const auto &trace = m_source.trace();
    if (!trace || trace->layers.empty()) {
        return {};
    }
    if (!trace->drops) {
        return tr("This model drops nothing: every word is read by every layer");
    }
    return tr("What is still alive after layer %1 — each word fades where it is dropped").arg(m_source.layer() + 1);
}
