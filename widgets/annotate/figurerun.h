// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationset.h"
#include "widgets/session/background.h"
#include "widgets/annotate/rowfigures.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <optional>
#include <unordered_map>

/// Fills in the figures of a data set's rows, on a thread and with a model of its own: what the user types elsewhere
/// neither waits for it nor stops it.
class FigureRun : public QObject {
    Q_OBJECT

public:
    explicit FigureRun(FigureSourceLoader loader, QObject *parent = nullptr);

    /// Another model: all figures are forgotten and the run ends.
    void setModel(const std::filesystem::path &folder, adaplens::Precision precision = adaplens::Precision::Float32);
    /// Asks for the figures of texts, after those that are already waited for. One that waits is replaced.
    void request(const std::vector<AnnotatedText> &texts);
    /// Ends the run; the figures that are there stay.
    void cancel();
    /// Ends the run and forgets everything but the model.
    void clear();

    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] std::size_t done() const { return m_done; }
    [[nodiscard]] std::size_t total() const { return m_done + m_waiting.size(); }
    /// From the pace so far; empty at the beginning.
    [[nodiscard]] std::optional<double> secondsLeft() const;
    /// Figures of a text, or null while there are none.
    [[nodiscard]] const RowFigures *figures(std::uint64_t key) const;
    /// No text of the set lacks figures.
    [[nodiscard]] bool covers(const std::vector<AnnotatedText> &texts) const;

Q_SIGNALS:
    void figured(std::uint64_t key);
    void cleared();
    void progressed(); ///< running(), done() or total() is another
    void failed(const QString &message);

private:
    struct Holder;
    void next();
    void take(std::uint64_t number, std::uint64_t key, std::optional<RowFigures> figures);
    void finish();

    const FigureSourceLoader m_loader;
    std::filesystem::path m_folder;
    adaplens::Precision m_precision = adaplens::Precision::Float32;
    std::unordered_map<std::uint64_t, RowFigures> m_figures;
    std::deque<AnnotatedText> m_waiting; // the first of them is under way
    std::uint64_t m_number = 0;          // of the run; results of an earlier one are dropped
    std::size_t m_done = 0;
    bool m_running = false;
    QElapsedTimer m_clock;
    std::shared_ptr<Holder> m_holder; // the model, on the background thread
    Background m_background;          // last: its thread ends before the rest goes
};
