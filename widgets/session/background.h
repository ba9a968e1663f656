// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/postedcall.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

/// A thread for work that must not hold up the window: jobs run one after the other, what they post runs on the thread
/// that made this object, in order. All public functions are for that thread.
class Background : public QObject {
    Q_OBJECT

public:
    using Task = std::function<void()>;
    /// Hands a task over to the thread of this object; for use within a job.
    using Post = std::function<void(Task)>;
    /// Must not throw, and should end soon after the token asks it to.
    using Job = std::function<void(std::stop_token, const Post &)>;

    explicit Background(QObject *parent = nullptr);
    ~Background() override; ///< stops the job under way and waits for it; tasks that wait are forgotten

    void start(Job job);
    /// Stops the job under way and forgets those that wait; what they posted still arrives.
    void cancel();
    /// Waits for all jobs and runs what they posted.
    void finish();

private:
    struct Entry {
        Job job;
        std::stop_token stop;
    };
    Q_INVOKABLE void takeTasks();
    void loop(const std::stop_token &quit);

    std::stop_source m_stop; // of the jobs given since the last cancel()
    std::mutex m_mutex;      // guards the rest but the thread
    std::condition_variable_any m_todo, m_idle;
    bool m_working = false;
    std::deque<Entry> m_jobs;
    std::vector<Task> m_tasks;
    PostedCall m_wake{this, "takeTasks"};
    std::jthread m_thread; // last: joined before the rest goes
};
