// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"
#include "core/io/fixednumber.h"
#include "core/sweep/sweepcells_p.h"

#include <algorithm>
#include <map>

namespace adaplens {

std::string times(const std::optional<double> &speedup)
{
    return speedup ? fixedNumber(*speedup, 2) + "x" : std::string();
}

std::string knobOf(const SweepPoint &point)
{
    return point.knob + (point.value ? ' ' + csvNumber(*point.value) : std::string());
}

namespace {

/// Cells of a CSV line; empty ones where there is no figure.
class CsvLine {
public:
    void text(std::string_view value)
    {
        m_line += (m_begun ? "," : "") + csvField(value);
        m_begun = true;
    }
    template <typename Number>
    void number(const Number &value)
    {
        text(csvNumber(value));
    }
    template <typename Number>
    void number(const std::optional<Number> &value)
    {
        text(value ? csvNumber(*value) : std::string());
    }
    void interval(const std::optional<Interval> &value)
    {
        const bool drawn = value && value->resamples > 0;
        text(value ? csvNumber(value->mean) : std::string());
        text(drawn ? csvNumber(value->low) : std::string());
        text(drawn ? csvNumber(value->high) : std::string());
    }
    [[nodiscard]] std::string take() { return std::move(m_line) + "\r\n"; }

private:
    std::string m_line;
    bool m_begun = false;
};

/// A cell of a Markdown table: a bar would end it, a line end the table.
std::string cell(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        result += c == '|' ? "\\|" : c == '\n' || c == '\r' ? " " : std::string(1, c);
    }
    return result;
}

std::string row(const std::vector<std::string> &cells)
{
    std::string line = "|";
    for (const std::string &text : cells) {
        line += ' ' + cell(text) + " |";
    }
    return line + '\n';
}

std::string withInterval(const std::optional<Interval> &figure)
{
    if (!figure) {
        return {};
    }
    const std::string mean = fixedNumber(figure->mean, 4);
    return figure->resamples == 0
               ? mean
               : mean + " [" + fixedNumber(figure->low, 4) + ", " + fixedNumber(figure->high, 4) + ']';
}

std::string timesWithEnds(const std::optional<Interval> &speedup)
{
    if (!speedup || speedup->resamples == 0) {
        return times(speedup ? std::optional(speedup->mean) : std::nullopt);
    }
    return fixedNumber(speedup->mean, 2) + "x [" + fixedNumber(speedup->low, 2) + ", " + fixedNumber(speedup->high, 2) +
           ']';
}

std::string keptOf(const SweepPoint &point)
{
    std::string text;
    for (const double kept : point.kept) {
        text += fixedNumber(kept, 1) + ' ';
    }
    return point.kept.empty() ? text : text + "of " + fixedNumber(point.pieces, 1);
}

/// Points of one line of the Markdown table: of one setting, on all splits.
struct Line {
    std::vector<const SweepPoint *> points; ///< one a split, null where the split lacks it
    [[nodiscard]] const SweepPoint &any() const
    {
        return **std::ranges::find_if(points, [](auto *p) { return p; });
    }
};

std::vector<Line> linesOf(const Sweep &sweep, const std::vector<std::string> &splits)
{
    std::vector<Line> lines;
    std::map<std::string, std::size_t> known;
    for (const SweepPoint &point : sweep.points) {
        std::string setting = point.id;
        if (setting.ends_with('-' + point.split)) {
            setting.resize(setting.size() - point.split.size() - 1);
        }
        const auto [place, added] = known.emplace(setting, lines.size());
        if (added) {
            lines.emplace_back().points.resize(splits.size());
        }
        const auto column = std::ranges::find(splits, point.split) - splits.begin();
        lines[place->second].points[static_cast<std::size_t>(column)] = &point;
    }
    return lines;
}

std::vector<std::string> splitsOf(const Sweep &sweep)
{
    std::vector<std::string> splits;
    for (const SweepPoint &point : sweep.points) {
        if (std::ranges::find(splits, point.split) == splits.end()) {
            splits.push_back(point.split);
        }
    }
    return splits;
}

/// "done", or what became of the splits that are not.
std::string statusOf(const Line &line)
{
    std::string text;
    for (const SweepPoint *point : line.points) {
        if (point != nullptr && point->status != PointStatus::Done) {
            const std::string &why = point->status == PointStatus::Published ? point->source : point->reason;
            const std::string status = nameOf(point->status) + (why.empty() ? "" : ": " + why);
            if (text.find(status) == std::string::npos) {
                text += (text.empty() ? "" : "; ") + status;
            }
        }
    }
    return text.empty() ? nameOf(PointStatus::Done) : text;
}

} // namespace

std::string toCsv(const Sweep &sweep)
{
    std::string text =
        "data,id,method,title,knob,value,seed,budget_of,split,status,reason,source,n,accuracy,accuracy_low,accuracy_high,"
        "difference,difference_low,difference_high,f1,f1_low,f1_high,f1_difference,f1_difference_low,f1_difference_high,"
        "speedup_flops,speedup_flops_padded,speedup_time,speedup_time_low,speedup_time_high,ms_plain,ms_reduced,pieces,"
        "kept_per_layer,device,threads,batch,precision,model\r\n";
    for (const SweepPoint &point : sweep.points) {
        const bool measured = point.status == PointStatus::Done && sweep.conditions;
        std::string kept;
        for (const double tokens : point.kept) {
            kept += (kept.empty() ? "" : " ") + csvNumber(tokens);
        }
        CsvLine line;
        for (const std::string *field : {&sweep.data, &point.id, &point.method, &point.title, &point.knob}) {
            line.text(*field);
        }
        line.number(point.value);
        line.number(point.seed);
        line.text(point.budgetOf);
        line.text(point.split);
        line.text(nameOf(point.status));
        line.text(point.reason);
        line.text(point.source);
        line.number(point.n > 0 ? std::optional(point.n) : std::nullopt);
        for (const auto *figure : {&point.accuracy, &point.difference, &point.f1, &point.f1Difference}) {
            line.interval(*figure);
        }
        line.number(point.speedupFlops);
        line.number(point.speedupFlopsPadded);
        line.interval(point.speedupTime);
        line.number(point.msPlain);
        line.number(point.msReduced);
        line.number(point.kept.empty() ? std::nullopt : std::optional(point.pieces));
        line.text(kept);
        line.text(measured ? sweep.conditions->device : std::string());
        line.text(measured ? std::to_string(sweep.conditions->threads) : std::string());
        line.text(measured ? std::to_string(sweep.conditions->batch) : std::string());
        line.text(measured ? nameOf(sweep.conditions->precision) : "");
        line.text(point.model.string());
        text += line.take();
    }
    return text;
}

std::string toMarkdown(const Sweep &sweep)
{
    const std::vector<std::string> splits = splitsOf(sweep);
    const bool f1 = std::ranges::any_of(sweep.points, [](const SweepPoint &point) { return point.f1.has_value(); });
    std::vector<std::string> heads = {"method", "knob", "seed"};
    for (const std::string &split : splits) {
        heads.push_back(split + " n");
        heads.push_back(split + " accuracy");
        if (f1) {
            heads.push_back(split + " F1");
        }
        heads.insert(heads.end(), {split + " FLOPs", split + " padded", split + " time", split + " kept per layer"});
    }
    heads.emplace_back("status");
    std::string text = row(heads) + row(std::vector<std::string>(heads.size(), "---"));
    for (const Line &line : linesOf(sweep, splits)) {
        const SweepPoint &first = line.any();
        std::vector<std::string> cells = {first.title, knobOf(first), first.seed ? std::to_string(*first.seed) : ""};
        for (const SweepPoint *point : line.points) {
            const SweepPoint none;
            const SweepPoint &at = point != nullptr ? *point : none;
            cells.push_back(at.n > 0 ? std::to_string(at.n) : "");
            cells.push_back(withInterval(at.accuracy));
            if (f1) {
                cells.push_back(withInterval(at.f1));
            }
            cells.insert(cells.end(), {times(at.speedupFlops), times(at.speedupFlopsPadded),
                                       timesWithEnds(at.speedupTime), keptOf(at)});
        }
        cells.push_back(statusOf(line));
        text += row(cells);
    }
    text +=
        "\nData: " + sweep.data + ". Intervals: bootstrap, 95 %, seed " + std::to_string(sweep.seed) +
        ". FLOPs: exact, texts at their own length; padded: every text at the longest one's; time: wall clock, plain "
        "and reduced by turns.";
    text += f1 ? " F1: of class " + sweep.f1Label + '.' : "";
    return text + (sweep.conditions ? " Measured on: " + describe(*sweep.conditions) + ".\n" : "\n");
}

} // namespace adaplens
