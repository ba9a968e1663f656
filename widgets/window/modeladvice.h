// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fit.h"

#include <QObject>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class MessageBar;
class Session;

/// Tells, in the message bar, of a text or data set that the open model was not made for, and offers the shipped model
/// that was. Each thing is said once: who dismisses it is left alone until the text fits again or another model is open.
class ModelAdvice : public QObject {
    Q_OBJECT

public:
    using Models = std::vector<adaplens::ShippedModel>;

    /// All must outlive this. `secondText`: whether there is a second text, also where the model does not read it.
    ModelAdvice(Session &session, MessageBar &bar, const Models &models, std::function<bool()> secondText,
                QObject *parent = nullptr);

    /// A data set was opened, with texts of typically so many words, or pairs of them.
    void dataOpened(std::size_t words, bool pairs);

Q_SIGNALS:
    void modelChosen(const QString &folder);

private:
    void analysed();
    /// Takes back what was said, if it is still shown.
    void withdraw();
    /// False where something more important is shown.
    bool say(const QString &sentence, const adaplens::Advice &advice);

    Session &m_session;
    MessageBar &m_bar;
    const Models &m_models;
    std::function<bool()> m_secondText;
    std::optional<adaplens::Misfit> m_said; // of the text at hand
    QString m_sentence;                     // as it was said last
    bool m_ofText = false;                  // that is about the text at hand, not a data set
};
