// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/reportjson_p.h"

#include "core/measure/conditions_p.h"

namespace adaplens {

template <>
inline constexpr auto fromName<Metric> = metricNamed;
template <>
inline constexpr auto fromName<ScoreMethod> = scoreMethodNamed;
template <>
inline constexpr auto fromName<AgreementMode> = agreementModeNamed;
template <>
inline constexpr auto fromName<Selection> = selectionNamed;

static const char *nameOf(Metric metric)
{
    return infoOf(metric).name;
}

static std::string nameOf(const Selection &selection)
{
    return selection.name();
}

static void bindJson(JsonBinder &json, MetricValue &value)
{
    bindJson(json, value.interval);
    json.value("n", value.n);
    json.optional("cp_difference", value.cpDifference);
}

static void bindJson(JsonBinder &json, MethodAgreement &method)
{
    json.value("method", method.method);
    json.value("source", method.source);
    json.value("mean", method.mean);
    json.value("layers", method.layers);
}

void bindJson(JsonBinder &json, AgreementOptions &options)
{
    json.value("methods", options.methods);
    json.value("mode", options.mode);
    json.value("selection", options.selection);
    json.word("class", options.goldClass, "gold", "predicted");
    json.word("score", options.raw, "raw", "adjusted");
    bool lastSeen = options.dropped == DroppedScore::LastSeen;
    json.word("dropped", lastSeen, "last-seen", "zero");
    options.dropped = lastSeen ? DroppedScore::LastSeen : DroppedScore::Zero;
    json.value("from_adapler", options.fromAdapler);
    json.value("faithfulness", options.faithfulness);
    json.value("max_length", options.maxLength);
    json.value("seed", options.seed);
    json.value("resamples", options.resamples);
}

static void bindJson(JsonBinder &json, AgreementReport &report)
{
    json.constant("schema", "adaplens.agreement/1");
    json.value("model", report.model);
    json.value("twin", report.twin);
    json.optional("rule", report.rule); // older reports are of AdapLeR models
    json.optional("own_score", report.ownScore);
    json.value("data", report.data);
    json.value("split", report.split);
    json.value("complete", report.complete);
    json.value("options", report.options);
    json.section("counts", [&](JsonBinder &counts) {
        counts.value("documents", report.documents);
        counts.value("instances", report.instances);
        counts.value("without_rationale", report.withoutRationale);
        counts.optional("fully_marked", report.fullyMarked); // older reports count these as without a rationale
        counts.value("split_spans", report.splitSpans);
        counts.value("predicted", report.predicted);
        counts.value("correct", report.correct);
        counts.value("correct_plain", report.correctPlain);
        counts.value("skipped", report.skipped);
    });
    json.value("base_rate", report.baseRate);
    json.value("speedup", report.speedup);
    json.optional("speedup_padded", report.speedupPadded);
    json.optional("padded_length", report.longest);
    json.value("methods", report.methods);
    json.value("conditions", report.conditions);
}

std::string toJson(const AgreementReport &report)
{
    return jsonText(toOrderedJson(report));
}

AgreementReport agreementFromJson(const std::string &json, const std::string &name)
{
    AgreementReport report;
    try {
        readJson(json, name, report);
    } catch (const Error &error) {
        throw Error("This is no agreement report that can be read: %1", error.message());
    }
    report.options.data = report.data;
    report.options.split = report.split;
    return report;
}

} // namespace adaplens
