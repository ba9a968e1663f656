// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweepjson_p.h"

#include "core/io/input.h"
#include "core/measure/conditions_p.h"
#include "core/named.h"

#include <array>
#include <cmath>
#include <set>

namespace adaplens {

template <>
inline constexpr auto fromName<PointStatus> = pointStatusNamed;
template <>
inline constexpr auto fromName<Protocol> = protocolNamed;

const char *nameOf(PointStatus status)
{
    switch (status) {
    case PointStatus::Done:
        return "done";
    case PointStatus::Failed:
        return "failed";
    case PointStatus::Published:
        return "published";
    case PointStatus::NotRun:
        break;
    }
    return "not run";
}

PointStatus pointStatusNamed(const std::string &name)
{
    return named(std::array{PointStatus::Done, PointStatus::Failed, PointStatus::NotRun, PointStatus::Published}, name,
                 message("status of a point"));
}

namespace {

namespace fs = std::filesystem;

/// A figure: an object with its interval, or a number alone.
void bindFigure(JsonBinder &json, const char *key, std::optional<Interval> &figure)
{
    const bool number = json.isWriting() && figure && figure->resamples == 0;
    std::optional<OrderedJson> raw;
    if (json.isWriting() && figure) {
        raw = number ? OrderedJson(figure->mean) : toOrderedJson(*figure);
    }
    json.optional(key, raw);
    if (json.isWriting() || !raw) {
        return;
    }
    if (raw->is_number()) {
        const auto value = raw->get<double>();
        figure = Interval{.mean = value, .low = value, .high = value};
    } else {
        json.read(*raw, key, figure);
    }
    if (figure && !(std::isfinite(figure->mean) && figure->low <= figure->high)) {
        json.fail(key, message("a number was expected, alone or with the ends of its interval"));
    }
}

void bindSpeedup(JsonBinder &json, const char *key, std::optional<double> &speedup)
{
    json.optional(key, speedup);
    if (!json.isWriting() && speedup && !(*speedup > 0)) {
        json.fail(key, message("a number above 0 was expected"));
    }
}

void bindText(JsonBinder &json, const char *key, std::string &text)
{
    if (!json.isWriting() || !text.empty()) {
        json.optional(key, text);
    }
}

void bindNumbers(JsonBinder &json, const char *key, std::vector<double> &numbers)
{
    if (!json.isWriting() || !numbers.empty()) {
        json.optional(key, numbers);
    }
}

} // namespace

void bindJson(JsonBinder &json, SweepPoint &point)
{
    json.value("id", point.id);
    json.value("method", point.method);
    json.value("title", point.title);
    bindText(json, "knob", point.knob);
    json.optional("value", point.value);
    json.optional("seed", point.seed);
    bindText(json, "budget_of", point.budgetOf);
    json.value("split", point.split);
    json.value("status", point.status);
    bindText(json, "reason", point.reason);
    bindText(json, "source", point.source);
    json.optional("n", point.n);
    bindFigure(json, "accuracy", point.accuracy);
    bindFigure(json, "difference", point.difference);
    bindFigure(json, "f1", point.f1);
    bindFigure(json, "f1_difference", point.f1Difference);
    bindSpeedup(json, "speedup_flops", point.speedupFlops);
    bindSpeedup(json, "speedup_flops_padded", point.speedupFlopsPadded);
    bindFigure(json, "speedup_time", point.speedupTime);
    json.optional("ms_plain", point.msPlain);
    json.optional("ms_reduced", point.msReduced);
    json.optional("pieces", point.pieces);
    bindNumbers(json, "kept_per_layer", point.kept);
    bindNumbers(json, "thresholds", point.thresholds);
    if (!json.isWriting() || !point.model.empty()) {
        json.optional("model", point.model);
    }
    if (!json.isWriting() && speedOf(point, SpeedAxis::Time).value_or(1) <= 0) {
        json.fail("speedup_time", message("a number above 0 was expected"));
    }
}

static void bindJson(JsonBinder &json, Sweep &sweep)
{
    json.constant("schema", "adaplens.sweep/1");
    json.value("data", sweep.data);
    bindText(json, "f1_label", sweep.f1Label);
    json.optional("protocol", sweep.protocol);
    json.optional("max_length", sweep.maxLength);
    json.optional("seed", sweep.seed);
    json.optional("conditions", sweep.conditions);
    json.value("points", sweep.points);
}

SweepPoint relativeTo(const fs::path &folder, SweepPoint point)
{
    if (!point.model.empty()) {
        const fs::path relative =
            fs::absolute(point.model).lexically_normal().lexically_relative(fs::absolute(folder).lexically_normal());
        point.model = relative.empty() ? point.model : relative; // empty where the two share no root
    }
    return point;
}

std::string toJson(const Sweep &sweep, const fs::path &folder)
{
    Sweep written = sweep;
    for (SweepPoint &point : written.points) {
        point = relativeTo(folder, std::move(point));
    }
    return jsonText(toOrderedJson(written)) + '\n';
}

Sweep readSweep(const fs::path &path)
{
    std::error_code ignored;
    const fs::path file = fs::is_directory(path, ignored) ? path / sweepFileName : path;
    const std::string text = readWhole(file);
    Sweep sweep;
    try {
        readJson(text, file.string(), sweep, JsonForm::Record, file.parent_path());
    } catch (const Error &error) {
        throw Error(
            "This is no table of operating points that can be read; choose a sweep.json that adaplens-cli sweep "
            "has written: %1",
            error.message());
    }
    std::set<std::string> ids;
    for (SweepPoint &point : sweep.points) {
        point.model = point.model.lexically_normal();
        if (!ids.insert(point.id).second) {
            throw Error("%1 holds two points with the id \"%2\"; give each an id of its own.", file.string(), point.id);
        }
    }
    return sweep;
}

} // namespace adaplens
