// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
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
    /// Must not throw. How it is told to end early is the business of who starts it (Requests).
    using Job = std::function<void(const Post &)>;

    explicit Background(QObject *parent = nullptr);
    ~Background() override; ///< waits for the job under way; jobs and tasks that wait are forgotten

    void start(Job job);
    /// Waits for all jobs and runs what they posted.
    void finish();

private:
    Q_INVOKABLE void takeTasks();
    /// Has Qt call takeTasks() on this object's own thread, later; the data are under the mutex. The thread sanitizer is
    /// told of Qt's queue by this name (packaging/sanitizers/tsan.supp). It only sees functions that call one of ours,
    /// hence send().
    void wake();
    void send();
    void loop(const std::stop_token &quit);

    std::mutex m_mutex; // guards the rest but the thread
    std::condition_variable_any m_todo, m_idle;
    bool m_working = false;
    std::deque<Job> m_jobs;
    std::vector<Task> m_tasks;
    std::jthread m_thread; // last: joined before the rest goes
};
