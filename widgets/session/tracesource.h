// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/place.h"
#include "core/trace/trace.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

/// Where views get their trace from, and what the user points at in it: the text being typed (a Session), or one that was
/// kept beside it. What is selected is a layer and a place in the text, in bytes, so that it means the same under another
/// model; selecting what is selected emits nothing. A view is made with the source that it follows, which must outlive
/// it; two of them side by side know nothing of each other.
class TraceSource : public QObject {
    Q_OBJECT

public:
    using TracePointer = std::shared_ptr<const adaplens::Trace>;
    static constexpr std::chrono::milliseconds patience{150}; ///< busy for longer, the old trace counts as outdated

    explicit TraceSource(QObject *parent = nullptr);

    /// The analysis of the text at hand, or of an earlier one while busy; may be null.
    [[nodiscard]] const TracePointer &trace() const { return m_trace; }
    [[nodiscard]] bool busy() const { return m_busy; }
    /// What drops tokens in it; without a trace what is known of the model.
    [[nodiscard]] virtual adaplens::RuleNames rule() const { return m_trace ? m_trace->rule : adaplens::RuleNames(); }
    /// Busy for so long that views dim what they show.
    [[nodiscard]] bool outdated() const { return m_outdated; }

    /// The selection within the trace: its layer (0 without a trace), and the piece at the selected place, if any.
    [[nodiscard]] std::size_t layer() const;
    [[nodiscard]] const std::optional<adaplens::TextPlace> &place() const { return m_place; }
    [[nodiscard]] std::optional<std::size_t> piece() const;
    /// Selects a layer of the trace and a piece of it.
    void select(std::size_t layer, std::optional<std::size_t> piece);
    void selectLayer(std::size_t layer);
    void selectPiece(std::optional<std::size_t> piece) { select(m_layer, piece); }
    void selectPlace(const std::optional<adaplens::TextPlace> &place);
    /// Selects what is selected in another source, also where the trace has no such layer or place; where the two have
    /// traces of different texts only the layer, for bytes of one mean nothing in the other.
    void follow(const TraceSource &other);
    /// Selects the strongest word in place of one that the trace does not have.
    void selectWithin();
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
    void selectionChanged();

private:
    bool assign(std::size_t layer, const std::optional<adaplens::TextPlace> &place);
    /// `place`, or the strongest word's where the trace has nothing there.
    [[nodiscard]] std::optional<adaplens::TextPlace> within(const std::optional<adaplens::TextPlace> &place) const;
    void setOutdated(bool outdated);

    TracePointer m_trace;
    std::size_t m_layer = 0; ///< may lie beyond the layers of the trace
    std::optional<adaplens::TextPlace> m_place;
    QTimer m_patience;
    bool m_busy = false, m_outdated = false;
};
