// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationstore.h"

#include "widgets/session/failure.h"

#include <QDir>
#include <QLocale>

#include <utility>

AnnotationStore::AnnotationStore(AnnotationSet &set, const QString &folder, QObject *parent)
    : QObject(parent), m_set(set), m_recovery(folder)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(recoveryDelay);
    connect(&m_delay, &QTimer::timeout, this, &AnnotationStore::keep);
    connect(&m_set.history(), &QUndoStack::indexChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_set, &AnnotationSet::stateChanged, &m_delay, qOverload<>(&QTimer::start));
}

AnnotationStore::~AnnotationStore()
{
    blockSignals(true); // nobody listens any more
    flush();
}

void AnnotationStore::flush()
{
    m_writing.finish();
    if (m_delay.isActive()) {
        keep();
        m_writing.finish();
    }
}

RecoveryFile::Content AnnotationStore::content() const
{
    RecoveryFile::Content content{{}, m_set.source()};
    content.examples.reserve(m_set.texts().size());
    for (const AnnotatedText &text : m_set.texts()) {
        content.examples.push_back(text.example);
    }
    return content;
}

void AnnotationStore::keep()
{
    m_delay.stop();
    // In the order of the changes, on one thread; a file that cannot be kept must not disturb the work itself.
    if (!m_set.changed()) {
        m_writing.start([this](std::stop_token, const Background::Post &) { m_recovery.remove(); });
        return;
    }
    m_writing.start([this, kept = content()](std::stop_token, const Background::Post &post) {
        try {
            m_recovery.write(kept);
        } catch (...) {
            post([this, reason = describeException()] {
                Q_EMIT failed(tr("Unsaved changes cannot be kept for a restart: %1").arg(reason));
            });
        }
    });
}

bool AnnotationStore::restore()
{
    auto left = m_recovery.read();
    if (!left) {
        return false;
    }
    m_set.reset(std::move(left->examples), std::move(left->source), true);
    return true;
}

void AnnotationStore::open(const adaplens::DataSource &source)
{
    open(source, {});
}

void AnnotationStore::openShipped()
{
    adaplens::DataSource source;
    source.path = shippedAnnotations();
    source.format = adaplens::DataFormat::Jsonl;
    open(source, tr("Examples"));
}

void AnnotationStore::open(const adaplens::DataSource &source, const QString &name)
{
    m_reading.cancel();
    m_name = name;
    m_opening = true;
    m_reading.start(
        [this, source, limits = m_limits, number = ++m_number](std::stop_token stop, const Background::Post &post) {
            try {
                const auto progress = [&](std::size_t texts) {
                    constexpr std::size_t step = 100;
                    if (texts % step == 0) {
                        post([this, number, texts] {
                            if (number == m_number) {
                                Q_EMIT progressed(texts);
                            }
                        });
                    }
                };
                if (auto loaded = loadAnnotations(source, progress, stop, limits)) {
                    post([this, number, loaded = std::move(*loaded)]() mutable { take(number, std::move(loaded)); });
                }
            } catch (...) {
                post([this, number, message = describeException()] {
                    if (number == m_number) {
                        m_opening = false;
                        Q_EMIT busyChanged();
                        Q_EMIT failed(message);
                    }
                });
            }
        });
    Q_EMIT busyChanged();
}

void AnnotationStore::cancelOpening()
{
    m_reading.cancel();
    ++m_number;
    m_opening = false;
    Q_EMIT busyChanged();
}

void AnnotationStore::take(std::uint64_t number, LoadedAnnotations loaded)
{
    if (number != m_number) {
        return;
    }
    m_opening = false;
    const QString note = noteOn(loaded);
    if (!m_name.isEmpty()) {
        loaded.source.name = m_name;
        loaded.source.own = false; // it belongs to the program, not to the user
    }
    m_set.reset(std::move(loaded.examples), std::move(loaded.source));
    Q_EMIT busyChanged();
    Q_EMIT opened(note);
}

QString AnnotationStore::noteOn(const LoadedAnnotations &loaded) const
{
    const QLocale locale;
    QStringList notes;
    if (loaded.cutShort) {
        notes << tr("Only the first %1 texts were taken: the window holds at most %2 texts or %3 of text.")
                     .arg(locale.toString(static_cast<qulonglong>(loaded.examples.size())),
                          locale.toString(static_cast<qulonglong>(m_limits.texts)),
                          locale.formattedDataSize(static_cast<qint64>(m_limits.bytes), 0));
    }
    if (loaded.repaired > 0) {
        notes << tr("Bytes that are no UTF-8 were replaced in %1 of the texts.")
                     .arg(locale.toString(static_cast<qulonglong>(loaded.repaired)));
    }
    if (!loaded.skipped.empty()) {
        notes << tr("Passed over: %1.").arg(QString::fromStdString(loaded.skipped));
    }
    return notes.join(QLatin1Char(' '));
}

void AnnotationStore::save(const AnnotationSource &target)
{
    ++m_saving;
    m_writing.start([this, target, examples = content().examples,
                     index = m_set.history().index()](std::stop_token, const Background::Post &post) {
        try {
            saveAnnotations(examples, target);
            post([this, target, index] {
                --m_saving;
                m_set.saved(target, index);
                Q_EMIT busyChanged();
                Q_EMIT saved(QDir::toNativeSeparators(QString::fromStdU16String(target.path.u16string())));
            });
        } catch (...) {
            post([this, message = describeException()] {
                --m_saving;
                Q_EMIT busyChanged();
                Q_EMIT failed(message);
            });
        }
    });
    Q_EMIT busyChanged();
}
