// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"
#include "widgets/session/selection.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

/// Where views get their trace and selection from: the text being typed (a Session), or one that was kept beside it. A
/// view is told once which source is its own; two of them side by side know nothing of each other.
class TraceSource : public QObject {
    Q_OBJECT

public:
    using TracePointer = std::shared_ptr<const adaplens::Trace>;
    static constexpr std::chrono::milliseconds patience{150}; ///< busy for longer, the old trace counts as outdated

    explicit TraceSource(QObject *parent = nullptr);

    /// The analysis of the text at hand, or of an earlier one while busy; may be null.
    [[nodiscard]] const TracePointer &trace() const { return m_trace; }
    [[nodiscard]] bool busy() const { return m_busy; }
    /// Busy for so long that views dim what they show.
    [[nodiscard]] bool outdated() const { return m_outdated; }
    [[nodiscard]] Selection &selection() { return m_selection; }

    /// The selection within the trace: its layer (0 without a trace), and the piece at the selected place, if any.
    [[nodiscard]] std::size_t layer() const;
    [[nodiscard]] std::optional<std::size_t> piece() const;
    /// Selects a layer of the trace and a piece of it.
    void select(std::size_t layer, std::optional<std::size_t> piece);
    void selectLayer(std::size_t layer) { m_selection.setLayer(layer); }
    void selectPiece(std::optional<std::size_t> piece) { select(m_selection.layer(), piece); }
    /// Selects a layer further down or, if `by` is negative, up.
    void stepLayer(int by);

    /// Another trace, or null. The selected word moves along with an edit; where it is gone, the strongest is selected.
    void setTrace(TracePointer trace);
    /// The same trace with a better measurement of its cost.
    void setTimedTrace(TracePointer trace);
    void setBusy(bool busy);

Q_SIGNALS:
    void analysed(); ///< trace() is another one
    void timed();    ///< trace() is the same but for its cost
    void busyChanged(bool busy);
    void outdatedChanged(bool outdated);

private:
    void setOutdated(bool outdated);

    TracePointer m_trace;
    Selection m_selection;
    QTimer m_patience;
    bool m_busy = false, m_outdated = false;
};
