// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shipped.h"
#include "widgets/session/statelink.h"

#include <QObject>

#include <filesystem>
#include <optional>
#include <span>

class ModelOpener;
class Session;

/// Brings the window to what a link says: the model, the text in it, then layer, part and changes of the run once it is
/// analysed.
class LinkOpener : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    LinkOpener(ModelOpener &opener, Session &session, QObject *parent = nullptr);

    /// show() follows, at once or after the model; nothing if another model is opened meanwhile, or this one cannot be.
    /// Throws adaplens::Error where the line is no link, or names a model that is not there.
    void open(const QString &link);
    /// What is at hand, of a session and among the models that came with the program, page and second model left out.
    [[nodiscard]] static LinkedState stateOf(const Session &session, std::span<const adaplens::ShippedModel> models);

Q_SIGNALS:
    void show(const LinkedState &state);
    void changesLeftOut(); ///< they do not fit the model or the text

private:
    void opened();
    void analysed();

    ModelOpener &m_opener;
    Session &m_session;
    std::filesystem::path m_folder;
    std::optional<LinkedState> m_opening, m_running; ///< waits for its model, for the analysis of its text
};
