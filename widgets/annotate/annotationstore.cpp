// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationstore.h"

#include "widgets/session/failure.h"
#include "widgets/style/coretext.h"

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
    m_writer.finish();
    if (m_delay.isActive()) {
        keep();
        m_writer.finish();
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
        m_writer.start([this](const Background::Post &) { m_recovery.remove(); });
        return;
    }
    m_writer.start([this, kept = content()](const Background::Post &post) {
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

void AnnotationStore::openShipped()
{
    adaplens::DataSource source;
    source.path = shippedAnnotations();
    source.format = adaplens::DataFormat::Jsonl;
    open(source, tr("Examples"));
}

void AnnotationStore::open(const adaplens::DataSource &source, const QString &name)
{
    m_reading.start(
        [this, source, limits = m_limits](const std::stop_token &stop, const Requests::Post &post) {
            const auto progress = [&](std::size_t texts) {
                constexpr std::size_t step = 100;
                if (texts % step == 0) {
                    post([this, texts] { Q_EMIT progressed(texts); });
                }
            };
            return loadAnnotations(source, progress, stop, limits);
        },
        [this, name](std::optional<LoadedAnnotations> loaded) {
            if (loaded) {
                take(std::move(*loaded), name);
            }
        },
        [this](const QString &message) {
            Q_EMIT busyChanged();
            Q_EMIT failed(message);
        });
    Q_EMIT busyChanged();
}

void AnnotationStore::cancelOpening()
{
    m_reading.drop();
    Q_EMIT busyChanged();
}

void AnnotationStore::take(LoadedAnnotations loaded, const QString &name)
{
    const QString note = noteOn(loaded);
    if (!name.isEmpty()) {
        loaded.source.name = name;
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
        notes << tr("Bytes that are no UTF-8 were replaced in %n text(s).", nullptr, static_cast<int>(loaded.repaired));
    }
    if (!loaded.skipped.empty()) {
        notes << tr("Passed over: %1.").arg(translatedCounts(loaded.skipped));
    }
    return notes.join(QLatin1Char(' '));
}

void AnnotationStore::save(const AnnotationSource &target)
{
    ++m_saving;
    m_writer.start(
        [this, target, examples = content().examples, version = m_set.version()](const Background::Post &post) {
            try {
                saveAnnotations(examples, target);
                post([this, target, version] {
                    --m_saving;
                    m_set.saved(target, version);
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
