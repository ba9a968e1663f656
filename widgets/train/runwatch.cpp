// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/runwatch.h"

#include <QFileInfo>

/// What the jobs work on, one after the other. What one has read is told by the next if nobody waited for it.
struct RunWatch::Reading {
    explicit Reading(std::filesystem::path folder) : log(std::move(folder)) {}

    adaplens::RunLog log;
    int version = 0; ///< counts what was new
};

struct RunWatch::News {
    int version = 0;
    adaplens::RunRecord record;
};

RunWatch::RunWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &RunWatch::look);
    m_clock.start();
}

RunWatch::~RunWatch() = default;

void RunWatch::watch(const QString &folder, bool isRun)
{
    const auto follow = [this](const QString &other) {
        m_folder = other;
        m_read = std::make_shared<Reading>(QFileInfo(other).filesystemFilePath());
        m_version = 0;
        m_record = {};
        m_rate = {};
        m_heard = static_cast<double>(m_clock.elapsed()) / 1000;
        Q_EMIT changed();
        look();
    };
    m_timer.stop();
    if (!isRun) {
        follow(folder);
        return;
    }
    m_reading.start([path = QFileInfo(folder).filesystemFilePath()](
                        const auto &, const auto &) { (void)adaplens::configOfRun(path); },
                    [follow, folder] { follow(folder); },
                    [this](const QString &message) {
                        Q_EMIT failed(message);
                        look(); // what was followed before still is
                    });
}

void RunWatch::look()
{
    if (!m_read) {
        return;
    }
    m_timer.stop();
    m_reading.start(
        [read = m_read](const std::stop_token &stop, const Requests::Post &) {
            read->version += read->log.update(stop) ? 1 : 0;
            return News{read->version, read->log.record()};
        },
        [this](const News &news) { take(news); },
        [this](const QString &message) {
            m_read.reset();
            m_folder.clear();
            m_record = {};
            Q_EMIT changed();
            Q_EMIT failed(message);
        });
}

void RunWatch::take(const News &news)
{
    if (m_active) {
        m_timer.start();
    }
    if (news.version == m_version) {
        return;
    }
    m_version = news.version;
    m_heard = static_cast<double>(m_clock.elapsed()) / 1000;
    m_record = news.record;
    double batches = 0, tokens = 0;
    for (const adaplens::StepRecord &step : m_record.steps) {
        batches += static_cast<double>(step.batches);
        tokens += step.tokens;
    }
    m_rate.add(m_heard, batches, tokens);
    Q_EMIT changed();
}

void RunWatch::setActive(bool active)
{
    m_active = active;
    if (active && !m_timer.isActive() && !m_reading.running()) {
        look();
    }
}

double RunWatch::secondsOfSilence() const
{
    return static_cast<double>(m_clock.elapsed()) / 1000 - m_heard;
}
