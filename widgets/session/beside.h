// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/session.h"

#include <QObject>
#include <QString>

/// What can stand beside a model: another one, or the same one with other tokens removed.
struct BesideChoice {
    std::filesystem::path folder; ///< empty = the first model's
    Dropping dropping;

    /// As the command line and the settings write it: a floor (adaplens::floorNames()) or "none" = nothing dropped; else
    /// a model, as adaplens::modelFolder() takes it. Throws adaplens::Error if there is no such model.
    [[nodiscard]] static BesideChoice of(const QString &what);
};

/// Keeps a second model beside the first one: opens it in a session of its own and has that follow text, window,
/// precision and thresholds of the first. Floors and "nothing dropped" are the first model run otherwise, and follow it to another one.
class Beside : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    Beside(Session &first, Session &second, QObject *parent = nullptr);

    /// Opens what BesideChoice::of() names, once there is a first model; what was there stays until then. Empty = closes.
    void open(const QString &what);
    void close();
    /// What stands there; empty = nothing.
    [[nodiscard]] const QString &what() const { return m_what; }

Q_SIGNALS:
    void changed();                      ///< what() is another one, or stays although another was asked for
    void failed(const QString &message); ///< what was asked for could not be opened, or run on the text

private:
    void openWanted();
    void refuse(const QString &message);
    void firstOpened();
    void secondOpened();

    Session &m_first, &m_second;
    QString m_what, m_wanted; // m_wanted: being opened, or waiting for the first model; empty = neither
};
