// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bench/bench.h"

#include "core/measure/conditions_p.h"

namespace adaplens {

namespace {

using json = OrderedJson;

/// `<name>`, `<name>_min`, `<name>_max`: a number for each length.
void add(json &target, const std::string &name, const std::vector<Timing> &timings)
{
    for (const Timing &timing : timings) {
        target[name].push_back(timing.median);
        target[name + "_min"].push_back(timing.min);
        target[name + "_max"].push_back(timing.max);
    }
}

json plainJson(const PlainBench &plain)
{
    json result = {{"weights", plain.weights},
                   {"layers", plain.layers},
                   {"hidden", plain.hidden},
                   {"heads", plain.heads},
                   {"intermediate", plain.intermediate},
                   {"n", plain.n}};
    for (const char *name : {"ms", "ms_libtorch_linear"}) {
        result[name] = json::array(); // also where no length fits
    }
    add(result, "ms", plain.packed);
    add(result, "ms_float32", plain.packedFloat32);
    add(result, "ms_libtorch_linear", plain.libtorchLinear);
    for (const Timing &timing : plain.packed) {
        result["runs"].push_back(timing.runs);
    }
    return result;
}

json orNull(bool known, double value)
{
    return known ? json(value) : json(nullptr);
}

double ratio(double whole, double part)
{
    return part > 0 ? whole / part : 0;
}

json timingJson(const Timing &timing)
{
    return {{"median", timing.median}, {"min", timing.min}, {"max", timing.max}, {"runs", timing.runs}};
}

json setJson(const SetBench &set, bool adaptive)
{
    const auto texts = static_cast<double>(set.texts);
    json result = {
        {"name", set.name},
        {"texts", set.texts},
        {"pieces", set.pieces},
        {"texts_per_s_plain", set.perSecond(set.plain)},
        {"texts_per_s_reduced", orNull(adaptive, set.perSecond(set.reduced))},
        {"speedup_wall", orNull(adaptive, ratio(set.plain.median, set.reduced.median))},
        {"speedup_flops", orNull(adaptive, ratio(set.flopsPlain, set.flopsReduced))},
        {"ms_plain", timingJson(set.plain)},
        {"one_text",
         {{"texts_per_s_plain", set.perSecond(set.singlePlain)},
          {"texts_per_s_reduced", orNull(adaptive, set.perSecond(set.singleReduced))},
          {"speedup_wall", orNull(adaptive, ratio(set.singlePlain.median, set.singleReduced.median))},
          {"speedup_predicted", orNull(adaptive, ratio(set.predictedPlain, set.predictedReduced))},
          {"ms_predicted", orNull(adaptive, set.predictedReduced / texts)},
          {"ms_floor", orNull(adaptive, set.floor / texts)},
          {"ms_plain", timingJson(set.singlePlain)}}},
    };
    if (adaptive) {
        result["ms_reduced"] = timingJson(set.reduced);
        result["one_text"]["ms_reduced"] = timingJson(set.singleReduced);
    }
    return result;
}

} // namespace

std::string toJson(const BenchReport &report)
{
    json sets = json::array();
    for (const SetBench &set : report.sets) {
        sets.push_back(setJson(set, report.adaptive));
    }
    json conditions = toOrderedJson(report.conditions);
    conditions["packed_products"] = report.packed;
    return jsonText({{"schema", "adaplens.bench/1"},
                     {"model", report.model},
                     {"plain", plainJson(report.plain)},
                     {"sets", std::move(sets)},
                     {"conditions", std::move(conditions)}});
}

} // namespace adaplens
