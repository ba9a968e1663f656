// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runlog.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/train/runfolder_p.h"
#include "core/train/runlock.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

bool isFile(const fs::path &path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

/// A text file that grows: gives its new lines.
class Tail {
public:
    explicit Tail(fs::path file) : m_file(std::move(file)) {}

    /// Calls `line(text, number)` for each whole new line. Before the first of a file that is not the one read so far,
    /// or no longer there, `anew()`. False where nothing is new.
    template <typename Anew, typename Line>
    bool read(const std::stop_token &stop, Anew anew, Line line)
    {
        std::ifstream in;
        if (isFile(m_file)) {
            in.open(m_file, std::ios::binary);
        }
        const bool another = m_bytes > 0 && !goesOn(in);
        if (another) {
            m_bytes = 0;
            m_lines = 0;
            m_end.clear();
            m_rest.clear();
            anew();
        }
        bool found = another;
        std::string block(std::size_t{1} << 16U, '\0');
        in.clear();
        in.seekg(static_cast<std::streamoff>(m_bytes));
        while (in && !stop.stop_requested()) {
            in.read(block.data(), static_cast<std::streamsize>(block.size()));
            const std::string_view come(block.data(), static_cast<std::size_t>(in.gcount()));
            if (come.empty()) {
                break;
            }
            found = true;
            m_bytes += come.size();
            m_end = (m_end + std::string(come));
            m_end.erase(0, m_end.size() - std::min(m_end.size(), remembered));
            m_rest += come;
            cut(line);
            if (m_rest.size() > longestLine) {
                refuse(m_lines + 1);
            }
        }
        return found;
    }

    [[noreturn]] void refuse(std::size_t line) const
    {
        throw Error("%1, line %2 is no line of a training log; choose the folder of a training run.", m_file.string(),
                    line);
    }

private:
    static constexpr std::size_t remembered = 256, longestLine = std::size_t{1} << 22U;

    /// Whether the file still holds what was read of it last.
    bool goesOn(std::ifstream &in) const
    {
        if (!in.is_open()) {
            return false;
        }
        std::string there(m_end.size(), '\0');
        in.seekg(static_cast<std::streamoff>(m_bytes - m_end.size()));
        in.read(there.data(), static_cast<std::streamsize>(there.size()));
        return in && there == m_end;
    }

    template <typename Line>
    void cut(Line line)
    {
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = m_rest.find('\n', begin)) != std::string::npos; begin = end + 1) {
            line(std::string_view(m_rest).substr(begin, end - begin), ++m_lines);
        }
        m_rest.erase(0, begin);
    }

    fs::path m_file;
    std::uint64_t m_bytes = 0; // read
    std::size_t m_lines = 0;   // whole ones
    std::string m_end;         // the last of what was read
    std::string m_rest;        // a line that is not whole yet
};

} // namespace

/// A step's folder.
class RunLog::Step {
public:
    Step(std::string name, fs::path folder)
        : m_name(std::move(name)), m_folder(std::move(folder)), m_tail(m_folder / "log.jsonl")
    {
        clear();
    }

    bool update(const std::stop_token &stop)
    {
        std::error_code ignored;
        bool changed = std::exchange(m_begun, fs::is_directory(m_folder, ignored)) != m_begun;
        changed |= m_tail.read(
            stop, [this] { clear(); }, [this](std::string_view text, std::size_t line) { take(text, line); });
        const fs::path file = m_folder / "report.json";
        if (isFile(file) != m_record.report.has_value()) {
            changed = true;
            m_record.report.reset();
            if (isFile(file)) {
                readJson(readWhole(file), file.string(), m_record.report.emplace());
            }
        }
        return changed;
    }

    [[nodiscard]] bool begun() const { return m_begun; }
    [[nodiscard]] StepRecord record() const
    {
        StepRecord result = m_record;
        result.loss = m_loss.points();
        result.kept = m_kept.points();
        result.valuesPerPoint = m_loss.width();
        return result;
    }

private:
    void clear()
    {
        m_record = {};
        m_record.step = m_name;
        m_loss = MeanCurve();
        m_kept = MeanCurve();
    }

    void take(std::string_view text, std::size_t number)
    {
        const auto line = nlohmann::json::parse(text, nullptr, false);
        if (!line.is_object()) {
            m_tail.refuse(number);
        }
        try {
            if (const std::string event = line.value("event", std::string()); event == "start") {
                m_record.epochs = line.value("epochs", std::size_t{0});
                m_record.batchesPerEpoch = line.value("batches", std::int64_t{0});
                for (const auto &set : line.at("sets")) {
                    m_record.sets.push_back(set.at("name").get<std::string>());
                }
            } else if (event == "epoch") {
                EpochResult result;
                readJson(text, m_folder.string(), result);
                m_record.results.push_back(std::move(result));
                m_record.ends.push_back(m_record.batches);
                if (m_record.batchesPerEpoch == 0) { // in logs that do not begin with it
                    m_record.batchesPerEpoch = m_record.batches;
                }
            } else {
                m_loss.add(line.at("loss").get<double>());
                m_record.tokens += line.value("tokens", 0.0);
                if (line.contains("kept")) {
                    m_kept.add(line["kept"].get<double>());
                }
                ++m_record.batches;
            }
        } catch (const std::exception &) {
            m_tail.refuse(number);
        }
    }

    std::string m_name;
    fs::path m_folder;
    Tail m_tail;
    bool m_begun = false;
    StepRecord m_record; // but for the curves
    MeanCurve m_loss, m_kept;
};

std::string RunRecord::method() const
{
    std::string last;
    for (const TrainStepInfo &known : trainSteps()) {
        const bool begun = std::ranges::find(steps, known.name, &StepRecord::step) != steps.end();
        last = begun && known.makesModel ? known.name : last;
    }
    return last;
}

bool RunRecord::hasFinished(const std::string &method) const
{
    const auto found = std::ranges::find(steps, method, &StepRecord::step);
    return found != steps.end() && found->report;
}

RunLog::RunLog(fs::path folder) : m_folder(std::move(folder))
{
    for (const TrainStepInfo &known : trainSteps()) {
        m_steps.push_back(std::make_unique<Step>(known.name, m_folder / known.name));
    }
}

RunLog::~RunLog() = default;

bool RunLog::update(const std::stop_token &stop)
{
    const bool underWay = isTrainedInto(m_folder); // first: what it wrote before it ended is read below
    const bool isRun = isFile(m_folder / "config.json"), hasModel = isFile(m_folder / "model" / "config.json");
    bool changed = isRun != m_isRun || hasModel != m_hasModel || underWay != m_underWay;
    m_isRun = isRun;
    m_hasModel = hasModel;
    m_underWay = underWay;
    for (const auto &step : m_steps) {
        changed |= step->update(stop);
    }
    return changed;
}

RunRecord RunLog::record() const
{
    RunRecord result{m_isRun, m_hasModel, m_underWay, {}};
    for (const auto &step : m_steps) {
        if (step->begun()) {
            result.steps.push_back(step->record());
        }
    }
    return result;
}

TrainConfig configOfRun(const fs::path &folder)
{
    const fs::path file = folder / "config.json";
    if (!isFile(file)) {
        throw Error("%1 holds no training run: there is no config.json in it; choose the “out” folder of a run.",
                    folder.string());
    }
    try {
        return readTrainConfig(file);
    } catch (const Error &) {
        throw Error("%1 is not the configuration of a training run; choose the “out” folder of one.", file.string());
    }
}

} // namespace adaplens
