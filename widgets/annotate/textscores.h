// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"
#include "widgets/session/attributions.h"
#include "widgets/session/session.h"

class TextAgreementView;
class WindowSwitcher;

/// Scores the text under work with a session of its own, so that the text of the other pages stays, and shows how well
/// the scores agree with its marks.
class TextScores : public QObject {
    Q_OBJECT

public:
    /// The views must outlive it.
    TextScores(Loader loader, TextAgreementView &view, WindowSwitcher &switcher);

    void open(const std::filesystem::path &folder, adaplens::Precision precision);
    /// The text under work, or (null) that there is none; the same text with other marks is only compared anew.
    void setExample(const adaplens::Example *example);
    /// Scores are computed only while they can be seen.
    void setShown(bool shown);

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    void show();
    void fail(const QString &why);

    TextAgreementView &m_view;
    WindowSwitcher &m_switcher;
    std::optional<adaplens::Example> m_example;
    bool m_opened = false; // a model was asked for
    QString m_failure;     // why there are no scores
    Session m_session;
    Attributions m_attributions;
};
