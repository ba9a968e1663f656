// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textscores.h"

#include "core/reduction/names.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/trace/windowswitcher.h"

#include <utility>

TextScores::TextScores(Loader loader, TextAgreementView &view, WindowSwitcher &switcher)
    : m_view(view), m_switcher(switcher), m_session(std::move(loader)), m_attributions(m_session)
{
    m_session.setRepeatsTiming(false);
    connect(&m_switcher, &WindowSwitcher::windowChosen, &m_session, &Session::setWindow);
    connect(&m_session, &Session::busyChanged, this, &TextScores::busyChanged);
    connect(&m_session, &Session::openFailed, this, &TextScores::fail);
    connect(&m_session, &Session::failed, this, &TextScores::fail);
    connect(&m_attributions, &Attributions::failed, this, &TextScores::fail);
    connect(&m_session, &Session::analysed, this, &TextScores::show);
    connect(&m_attributions, &Attributions::changed, this, &TextScores::show);
    connect(&m_session, &Session::modelOpened, this, [this] {
        m_failure.clear();
        m_view.setRule(adaplens::namesOf(*m_session.model()));
        m_view.setLayers(m_session.model()->layers);
    });
    show();
}

void TextScores::open(const std::filesystem::path &folder, adaplens::Precision precision)
{
    m_opened = true;
    m_failure.clear();
    m_session.open(folder, precision);
    show();
}

void TextScores::setExample(const adaplens::Example *example)
{
    m_example = example ? std::optional(*example) : std::nullopt;
    if (m_session.text() != (m_example ? m_example->text : std::string())) {
        m_failure.clear();
    }
    m_session.setText(m_example ? QString::fromStdString(m_example->text) : QString(),
                      m_example && m_example->pair ? std::optional(QString::fromStdString(*m_example->pair))
                                                   : std::nullopt);
    show();
}

void TextScores::setShown(bool shown)
{
    if (shown) {
        m_attributions.addViewer(this);
    } else {
        m_attributions.removeViewer(this);
    }
}

void TextScores::fail(const QString &why)
{
    m_failure = why;
    show();
}

void TextScores::show()
{
    const auto &trace = m_session.trace();
    const bool current = m_example && trace && trace->text == m_example->text;
    m_switcher.setWindow(current ? trace->window : 0, current ? trace->windows : 1);
    if (current && m_attributions.result()) {
        m_view.set(m_attributions.result(), trace->encoding, m_example->rationale);
    } else if (!m_failure.isEmpty()) {
        m_view.setNone(m_failure);
    } else if (!m_example) {
        m_view.setNone(tr("No text is chosen."));
    } else if (!m_opened) {
        m_view.setNone(tr("Open a model to compare."));
    } else {
        m_view.setOutdated();
    }
}
