// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/session.h"

#include <QUndoStack>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// What if a word had stayed, or the thresholds were others: the user's changes to a session's runs, one step at a time,
/// each of which can be taken back. Steps of one slider that follow each other are one. The same text without any change
/// is run, too, so that views can say what the changes did.
class WhatIf : public QObject {
    Q_OBJECT

public:
    /// The session must outlive it.
    explicit WhatIf(Session &session, QObject *parent = nullptr);

    /// Whether the model at hand drops tokens by its own rule, which is what can be changed.
    [[nodiscard]] bool isPossible() const;
    /// Whether its thresholds can be scaled, and each layer's by itself.
    [[nodiscard]] bool hasThresholds() const;
    [[nodiscard]] bool hasLayerThresholds() const;
    /// Whether anything is changed.
    [[nodiscard]] bool isChanged() const;

    /// A word, by its pieces, stays or goes from a layer on, whatever the rule says; [CLS], which always stays, is left
    /// out.
    void force(std::span<const std::uint32_t> pieces, std::size_t fromLayer, bool stays);
    /// The rule decides about the word again.
    void release(std::span<const std::uint32_t> pieces);
    /// What was decided about a piece, if anything.
    [[nodiscard]] std::optional<adaplens::ForcedToken> forced(std::uint32_t piece) const;
    [[nodiscard]] const std::vector<adaplens::ForcedToken> &allForced() const;

    /// How many times harsher than the model's own all thresholds are, or one layer's on top.
    [[nodiscard]] double scale() const;
    void setScale(double scale);
    [[nodiscard]] double layerScale(std::size_t layer) const;
    void setLayerScale(std::size_t layer, double scale);

    /// Takes all changes back, as one step.
    void reset();
    [[nodiscard]] QUndoStack &steps() { return m_steps; }

    /// The text at hand with nothing changed; null until it has been run.
    [[nodiscard]] const TraceSource::TracePointer &unchanged() const { return m_unchanged; }

Q_SIGNALS:
    void changed(); ///< other changes, another model or text, or unchanged() is known

private:
    class Step;
    void apply(const adaplens::Interventions &interventions);
    void push(adaplens::Interventions next, int slider = -1);
    [[nodiscard]] adaplens::Interventions none() const;
    void interventionsChanged();
    void analysed();

    Session &m_session;
    QUndoStack m_steps;
    TraceSource::TracePointer m_unchanged;
    Requests m_running;
    bool m_applying = false;
};
