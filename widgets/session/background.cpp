// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/background.h"

#include <utility>

Background::Background(QObject *parent) : QObject(parent), m_thread([this](const std::stop_token &quit) { loop(quit); })
{
}

Background::~Background()
{
    m_thread.request_stop();
    m_thread.join();
}

void Background::start(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_todo.notify_one();
}

void Background::finish()
{
    {
        std::unique_lock lock(m_mutex);
        m_idle.wait(lock, [this] { return m_jobs.empty() && !m_working; });
    }
    takeTasks();
}

void Background::takeTasks()
{
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks = std::exchange(m_tasks, {});
    }
    for (const Task &task : tasks) {
        task();
    }
}

[[gnu::noinline]] void Background::wake()
{
    send();
}

[[gnu::noinline]] void Background::send()
{
    if (!QMetaObject::invokeMethod(this, "takeTasks", Qt::QueuedConnection)) {
        qFatal("There is no invokable takeTasks.");
    }
}

void Background::loop(const std::stop_token &quit)
{
    const Post post = [this](Task task) {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_tasks.empty();
            m_tasks.push_back(std::move(task));
        }
        if (first) { // one event for all that has come until it is taken
            wake();
        }
    };
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_todo.wait(lock, quit, [this] { return !m_jobs.empty(); }) || quit.stop_requested()) {
                return;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
            m_working = true;
        }
        job(post);
        {
            const std::lock_guard lock(m_mutex);
            m_working = false;
        }
        m_idle.notify_all();
    }
}
