// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/runlog.h"
#include "core/train/runrate.h"
#include "widgets/session/requests.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

/// Follows what a training run writes to its folder, whoever trains: this program, the command line, or nobody any more.
/// The files are read on a thread of its own.
class RunWatch : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval{500}; ///< between two looks

    explicit RunWatch(QObject *parent = nullptr);
    ~RunWatch() override;

    /// Follows a folder from now on. It need not be there yet; `isRun`: it must hold a run, else failed() tells.
    void watch(const QString &folder, bool isRun);
    /// Looks at once.
    void look();
    /// Looks from time to time, or not at all: where nobody sees it.
    void setActive(bool active);

    [[nodiscard]] const QString &folder() const { return m_folder; } ///< empty = none
    [[nodiscard]] const adaplens::RunRecord &record() const { return m_record; }
    /// How fast it goes, seen from outside; empty while that cannot be told.
    [[nodiscard]] const adaplens::RunRate &rate() const { return m_rate; }
    /// Since when nothing new came, in seconds.
    [[nodiscard]] double secondsOfSilence() const;

Q_SIGNALS:
    void changed(); ///< record() is another one
    void failed(const QString &message);

private:
    struct Reading;
    struct News;
    void take(const News &news);

    QString m_folder;
    std::shared_ptr<Reading> m_read; // belongs to the jobs
    int m_version = 0;               // of m_record
    adaplens::RunRecord m_record;
    adaplens::RunRate m_rate;
    QElapsedTimer m_clock;
    double m_heard = 0; // when something came last
    bool m_active = true;
    QTimer m_timer;
    Background m_background; // last but one: its thread ends before the rest goes
    Requests m_reading{m_background};
};
