// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/agreement/reportjson_p.h"

namespace adaplens {

namespace {

using json = nlohmann::ordered_json;

constexpr const char *schema = "adaplens.agreement/1";

json intervalJson(const Interval &interval)
{
    return {{"mean", interval.mean},
            {"low", interval.low},
            {"high", interval.high},
            {"level", interval.level},
            {"resamples", interval.resamples}};
}

json valuesJson(const MetricValues &values)
{
    json result = json::object();
    for (const auto &[metric, value] : values) {
        json entry = intervalJson(value.interval);
        entry["n"] = value.n;
        if (value.cpDifference)
            entry["cp_difference"] = intervalJson(*value.cpDifference);
        result[infoOf(metric).name] = std::move(entry);
    }
    return result;
}

json methodJson(const MethodAgreement &method)
{
    json layers = json::array();
    for (const MetricValues &values : method.layers)
        layers.push_back(valuesJson(values));
    return {{"method", nameOf(method.method)},
            {"source", method.source},
            {"mean", valuesJson(method.mean)},
            {"layers", std::move(layers)}};
}

/// Reads a report back, and says what is wrong with it.
class ReportReader {
public:
    explicit ReportReader(const std::string &name) : m_name(name) {}

    AgreementReport read(const std::string &text)
    {
        json root;
        try {
            root = json::parse(text);
        } catch (const json::parse_error &error) {
            fail("broken JSON at byte " + std::to_string(error.byte));
        }
        const json found = root.is_object() ? root.value("schema", json()) : json();
        if (found != schema) {
            const std::string what = found.is_string() ? found.get<std::string>() : "missing";
            fail("its schema is " + what + ", but " + schema + " was expected");
        }
        try {
            return report(root);
        } catch (const json::exception &error) {
            fail("a member is missing or of another kind (" + std::string(error.what()) + ")");
        } catch (const Error &error) {
            fail(error.what());
        }
    }

private:
    [[noreturn]] void fail(std::string what) const
    {
        if (what.ends_with('.'))
            what.pop_back();
        throw Error("'" + m_name + "' is no agreement report that can be read: " + what + ".");
    }

    static std::size_t count(const json &object, const char *key)
    {
        const json &value = object.at(key);
        if (!value.is_number_unsigned())
            throw Error(std::string("'") + key + "' is no count");
        return value.get<std::size_t>();
    }

    /// True for `yes`, false for `no`; anything else is an error.
    static bool oneOf(const json &object, const char *key, const char *yes, const char *no)
    {
        const auto word = object.at(key).get<std::string>();
        if (word != yes && word != no)
            throw Error(std::string("'") + key + "' is '" + word + "', but '" + yes + "' or '" + no + "' was expected");
        return word == yes;
    }

    static Interval interval(const json &object)
    {
        Interval result;
        result.mean = object.at("mean").get<double>();
        result.low = object.at("low").get<double>();
        result.high = object.at("high").get<double>();
        result.level = object.at("level").get<double>();
        result.resamples = count(object, "resamples");
        return result;
    }

    static MetricValues values(const json &object)
    {
        MetricValues result;
        for (const auto &[name, entry] : object.items()) {
            MetricValue value;
            value.interval = interval(entry);
            value.n = count(entry, "n");
            if (entry.contains("cp_difference"))
                value.cpDifference = interval(entry.at("cp_difference"));
            result.emplace(metricNamed(name), value);
        }
        return result;
    }

    static MethodAgreement method(const json &object)
    {
        MethodAgreement result;
        result.method = scoreMethodNamed(object.at("method").get<std::string>());
        result.source = object.at("source").get<std::string>();
        result.mean = values(object.at("mean"));
        for (const json &layer : object.at("layers"))
            result.layers.push_back(values(layer));
        return result;
    }

    static AgreementOptions options(const json &object)
    {
        AgreementOptions result;
        result.methods.clear();
        for (const json &name : object.at("methods"))
            result.methods.push_back(scoreMethodNamed(name.get<std::string>()));
        result.mode = agreementModeNamed(object.at("mode").get<std::string>());
        result.selection = selectionNamed(object.at("selection").get<std::string>());
        result.goldClass = oneOf(object, "class", "gold", "predicted");
        result.raw = oneOf(object, "score", "raw", "adjusted");
        result.dropped = oneOf(object, "dropped", "last-seen", "zero") ? DroppedScore::LastSeen : DroppedScore::Zero;
        result.fromAdapler = object.at("from_adapler").get<bool>();
        result.faithfulness = object.at("faithfulness").get<bool>();
        result.maxLength = count(object, "max_length");
        result.seed = object.at("seed").get<std::uint64_t>();
        result.resamples = count(object, "resamples");
        return result;
    }

    static AgreementReport report(const json &root)
    {
        AgreementReport result;
        result.model = root.at("model").get<std::string>();
        result.twin = root.at("twin").get<std::string>();
        result.data = root.at("data").get<std::string>();
        result.split = root.at("split").get<std::string>();
        result.complete = root.at("complete").get<bool>();
        result.options = options(root.at("options"));
        result.options.data = result.data;
        result.options.split = result.split;
        const json &counts = root.at("counts");
        result.documents = count(counts, "documents");
        result.instances = count(counts, "instances");
        result.withoutRationale = count(counts, "without_rationale");
        if (counts.contains("fully_marked")) // older reports count these as without a rationale
            result.fullyMarked = count(counts, "fully_marked");
        result.splitSpans = count(counts, "split_spans");
        for (const auto &[reason, number] : counts.at("skipped").items())
            result.skipped[reason] = number.get<std::size_t>();
        result.predicted = count(counts, "predicted");
        result.correct = count(counts, "correct");
        result.correctPlain = count(counts, "correct_plain");
        result.baseRate = interval(root.at("base_rate"));
        result.speedup = root.at("speedup").get<double>();
        for (const json &entry : root.at("methods"))
            result.methods.push_back(method(entry));
        const json &conditions = root.at("conditions");
        result.conditions.threads = conditions.at("threads").get<int>();
        result.conditions.device = conditions.at("device").get<std::string>();
        result.conditions.precision = precisionNamed(conditions.value("precision", nameOf(Precision::Float32)));
        result.conditions.processor = conditions.at("processor").get<std::string>();
        result.conditions.libtorch = conditions.at("libtorch").get<std::string>();
        result.conditions.blas = conditions.at("blas").get<std::string>();
        result.conditions.seconds = conditions.at("seconds").get<double>();
        return result;
    }

    const std::string &m_name;
};

} // namespace

json optionsJson(const AgreementOptions &options)
{
    json methods = json::array();
    for (const ScoreMethod method : options.methods)
        methods.push_back(nameOf(method));
    return {{"methods", std::move(methods)},
            {"mode", nameOf(options.mode)},
            {"selection", options.selection.name()},
            {"class", options.goldClass ? "gold" : "predicted"},
            {"score", options.raw ? "raw" : "adjusted"},
            {"dropped", options.dropped == DroppedScore::LastSeen ? "last-seen" : "zero"},
            {"from_adapler", options.fromAdapler},
            {"faithfulness", options.faithfulness},
            {"max_length", options.maxLength},
            {"seed", options.seed},
            {"resamples", options.resamples}};
}

std::string toJson(const AgreementReport &report)
{
    json methods = json::array();
    for (const MethodAgreement &method : report.methods)
        methods.push_back(methodJson(method));
    json skipped = json::object();
    for (const auto &[reason, number] : report.skipped)
        skipped[reason] = number;
    const json result = {
        {"schema", schema},
        {"model", report.model},
        {"twin", report.twin},
        {"data", report.data},
        {"split", report.split},
        {"complete", report.complete},
        {"options", optionsJson(report.options)},
        {"counts",
         {{"documents", report.documents},
          {"instances", report.instances},
          {"without_rationale", report.withoutRationale},
          {"fully_marked", report.fullyMarked},
          {"split_spans", report.splitSpans},
          {"predicted", report.predicted},
          {"correct", report.correct},
          {"correct_plain", report.correctPlain},
          {"skipped", std::move(skipped)}}},
        {"base_rate", intervalJson(report.baseRate)},
        {"speedup", report.speedup},
        {"methods", std::move(methods)},
        {"conditions",
         {{"threads", report.conditions.threads},
          {"device", report.conditions.device},
          {"precision", nameOf(report.conditions.precision)},
          {"processor", report.conditions.processor},
          {"libtorch", report.conditions.libtorch},
          {"blas", report.conditions.blas},
          {"seconds", report.conditions.seconds}}},
    };
    return result.dump(2, ' ', false, json::error_handler_t::replace);
}

AgreementReport agreementFromJson(const std::string &json, const std::string &name)
{
    return ReportReader(name).read(json);
}

} // namespace adaplens
