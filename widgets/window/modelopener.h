// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <vector>

class Preferences;
class Session;

/// Which model the window works with: opens folders in a session, remembers those that could be opened, and turns to
/// the default model where there would be none.
class ModelOpener : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    ModelOpener(Session &session, Preferences &preferences, QObject *parent = nullptr);

    /// Opens `model`, a folder or the name of a shipped one; if it is empty, the model of the last time or else the default
    /// one. False: there is none.
    bool start(const QString &model);
    /// Opens the model to run with these thresholds in place of its own, where there are any.
    void open(const QString &folder, const std::vector<double> &thresholds = {});
    /// What models compute in, from now on: the one at hand is opened anew.
    void setPrecision(adaplens::Precision precision);

    /// Of the model that is open, or being opened; empty without one.
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Whether the model of this folder is open, and no other one being opened.
    [[nodiscard]] bool isAtHand(const std::filesystem::path &folder) const;

Q_SIGNALS:
    void opening(const QString &folder);
    void opened();
    void failed(const QString &message); ///< what was open stays, or the default model is being opened

private:
    void openNamed(const QString &model);
    void openFailed(const QString &message, const QString &folder);

    Session &m_session;
    Preferences &m_preferences;
    const QString m_default;          // empty if this copy of the program has no model
    QString m_folder;                 // of the model that is open, or being opened
    std::vector<double> m_thresholds; // that it runs with in place of its own
};
