// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationdata.h"
#include "widgets/annotate/recovery.h"
#include "widgets/session/requests.h"

#include <QObject>
#include <QTimer>

#include <chrono>

/// Brings annotation sets from files and back, off the window's thread, and keeps what is not saved in a recovery file.
class AnnotationStore : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds recoveryDelay{1500}; ///< from a change to the recovery file

    /// `set` must outlive it; recovery files are kept in `folder`.
    AnnotationStore(AnnotationSet &set, const QString &folder, QObject *parent = nullptr);
    ~AnnotationStore() override;

    /// Finishes what is being saved and puts what is not saved into the recovery file: before the program ends.
    void flush();

    /// Puts what an earlier program could not save into the set; false if there is nothing.
    bool restore();
    /// Reads a set; opened() or failed() follows. The old set stays until the new one is whole. With a `name` it is the
    /// program's and not the user's to save.
    void open(const adaplens::DataSource &source, const QString &name = {});
    /// The set that ships with the program.
    void openShipped();
    void cancelOpening();
    /// Writes the set as it is now; saved() or failed() follows.
    void save(const AnnotationSource &target);

    [[nodiscard]] bool opening() const { return m_reading.running(); }
    [[nodiscard]] bool saving() const { return m_saving > 0; }
    void setLimits(const AnnotationLimits &limits) { m_limits = limits; }

Q_SIGNALS:
    void busyChanged();                 ///< opening() or saving() is another
    void progressed(std::size_t texts); ///< read so far
    /// The set is another one; `note` is what the user should know of it, usually empty.
    void opened(const QString &note);
    void saved(const QString &path);
    void failed(const QString &message);

private:
    void take(LoadedAnnotations loaded, const QString &name);
    [[nodiscard]] QString noteOn(const LoadedAnnotations &loaded) const;
    [[nodiscard]] RecoveryFile::Content content() const;
    void keep();

    AnnotationSet &m_set;
    AnnotationLimits m_limits;
    RecoveryFile m_recovery;
    QTimer m_delay;
    int m_saving = 0;
    Background m_reader, m_writer; // last but one: their threads end before the rest goes
    Requests m_reading{m_reader};
};
