// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/rationale.h"

#include "widgets/session/session.h"

#include <utility>

HumanRationale::HumanRationale(Session &session, QObject *parent) : QObject(parent)
{
    connect(&session, &Session::textChanged, this, [this, &session] {
        if (session.text() != m_text) {
            clear();
        }
    });
}

void HumanRationale::set(std::string text, std::vector<adaplens::ByteRange> spans, std::string label)
{
    if (text == m_text && spans == m_spans && label == m_label) {
        return;
    }
    m_text = std::move(text);
    m_spans = std::move(spans);
    m_label = std::move(label);
    Q_EMIT changed();
}

void HumanRationale::clear()
{
    set({}, {}, {});
}

bool HumanRationale::belongsTo(const adaplens::Trace &trace) const
{
    return !m_spans.empty() && m_text == trace.text;
}
