// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sampletexts.h"
#include "core/model/shipped.h"

#include <QObject>

#include <filesystem>
#include <optional>

class ModelOpener;
class Session;

/// Shows an example in the model that it belongs to, which is opened first where it is not open.
class ExampleOpener : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    ExampleOpener(ModelOpener &opener, Session &session, QObject *parent = nullptr);

    /// show() follows, at once or after the model; nothing if another model is opened meanwhile, or this one cannot be.
    void choose(const adaplens::ShippedModel &model, const adaplens::SampleText &text);

Q_SIGNALS:
    void show(const adaplens::SampleText &text);
    void modelChanged(const QString &title); ///< this one was opened for the example just shown

private:
    struct Waiting {
        std::filesystem::path folder;
        QString title;
        adaplens::SampleText text;
    };
    void opened();

    ModelOpener &m_opener;
    Session &m_session;
    std::optional<Waiting> m_waiting;
};
