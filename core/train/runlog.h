// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/meancurve.h"
#include "core/train/train.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// What the files of one step of a training run tell.
struct StepRecord {
    std::string step;
    std::vector<std::string> sets;    ///< names, in the order of EpochResult::accuracies
    std::size_t epochs = 0;           ///< that it will have; 0 = not told (yet), as of a step without epochs
    std::int64_t batches = 0;         ///< done
    std::int64_t batchesPerEpoch = 0; ///< 0 = not known yet
    double tokens = 0;                ///< of the batches done; 0 where the log does not tell
    std::vector<CurvePoint> loss;     ///< of the task
    std::vector<CurvePoint> kept;     ///< share of token places; none in a step that drops nothing
    std::size_t valuesPerPoint = 1;   ///< batches whose mean a point of these is
    std::vector<EpochResult> results;
    std::vector<std::int64_t> ends;   ///< batches done at the end of each of these epochs
    std::optional<StepReport> report; ///< once it has run to its end
};

/// What the folder of a training run tells.
struct RunRecord {
    bool isRun = false;            ///< it holds the configuration of one
    bool hasModel = false;         ///< `model/` is there
    bool underWay = false;         ///< a process trains into it now
    std::vector<StepRecord> steps; ///< those that have begun, in order

    /// The last method of which a step of its own has begun; empty if none.
    [[nodiscard]] std::string method() const;
    /// Whether the last step of a method has run to its end here.
    [[nodiscard]] bool hasFinished(const std::string &method) const;
};

/// Reads the logs of a run while they are being written, by this process or another one. Of a log it keeps a curve of a
/// bounded number of points and what epochs scored, whatever its length; each update reads what has come since. A log
/// that was cut or begun anew is read anew.
class RunLog {
public:
    /// The folder may not be there yet.
    explicit RunLog(std::filesystem::path folder);
    ~RunLog();
    RunLog(const RunLog &) = delete;
    RunLog &operator=(const RunLog &) = delete;

    /// Reads what is new; false where nothing is. Asked to stop, it leaves the rest for the next time. Throws Error
    /// naming a file that is no log.
    bool update(const std::stop_token &stop = {});
    [[nodiscard]] RunRecord record() const;

private:
    class Step;

    std::filesystem::path m_folder;
    std::vector<std::unique_ptr<Step>> m_steps; ///< of all that there are
    bool m_isRun = false, m_hasModel = false, m_underWay = false;
};

/// The configuration of the run in a folder. Throws Error where it holds none.
[[nodiscard]] TrainConfig configOfRun(const std::filesystem::path &folder);

} // namespace adaplens
