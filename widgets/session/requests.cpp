// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/requests.h"

#include "widgets/session/failure.h"

#include <atomic>

struct Requests::Ticket {
    std::stop_source stop;
    std::atomic<bool> dropped = false;
    bool arrived = false; // not for the background thread
};

void Requests::begin(Job job, Fail fail)
{
    drop();
    m_latest = std::make_shared<Ticket>();
    m_background.start([ticket = m_latest, stop = m_latest->stop.get_token(), job = std::move(job),
                        fail = std::move(fail)](const Background::Post &postAll) {
        const auto arrive = [&](bool last, Task task) {
            postAll([ticket, last, task = std::move(task)] {
                if (!ticket->dropped) {
                    ticket->arrived = last;
                    task();
                }
            });
        };
        if (ticket->dropped) {
            return;
        }
        try {
            arrive(true, job(stop, [&arrive](Task task) { arrive(false, std::move(task)); }));
        } catch (...) {
            arrive(true, [fail, message = describeException()] { fail(message); });
        }
    });
}

void Requests::stop()
{
    if (m_latest) {
        m_latest->stop.request_stop();
    }
}

void Requests::drop()
{
    if (m_latest) {
        m_latest->dropped = true;
        m_latest->stop.request_stop();
        m_latest.reset();
    }
}

bool Requests::running() const
{
    return m_latest && !m_latest->arrived;
}

bool Requests::stopping() const
{
    return running() && m_latest->stop.stop_requested();
}
