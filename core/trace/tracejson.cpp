// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracejson.h"

#include "core/io/jsonnumber_p.h"
#include "core/io/utf8.h"

#include <algorithm>

namespace adaplens {

// Members stay in the order they are written: a reader meets the text before its tokens.
using json = nlohmann::ordered_json;

namespace {

/// What a text broken by bad bytes looks like in a file, never an exception.
std::string dump(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json numbers(const std::vector<float> &values)
{
    return jsonNumbers(values);
}

const char *nameOf(ScoreKind kind)
{
    switch (kind) {
    case ScoreKind::Attention:
        return "attention";
    case ScoreKind::Saliency:
        return "saliency";
    case ScoreKind::Contribution:
        break;
    }
    return "contribution";
}

std::string labelName(const std::vector<std::string> &labels, std::size_t label)
{
    return label < labels.size() ? labels[label] : std::to_string(label);
}

json layerJson(const LayerTrace &layer)
{
    const auto flags = [](const std::vector<std::uint8_t> &values) {
        json result = json::array();
        for (const auto value : values)
            result.push_back(value != 0);
        return result;
    };
    json result = {{"alive", layer.alive},
                   {"raw", numbers(layer.raw)},
                   {"adjusted", numbers(layer.adjusted)},
                   {"threshold", jsonNumber(layer.threshold)},
                   {"kept", flags(layer.kept)}};
    if (!layer.forced.empty())
        result["forced"] = flags(layer.forced);
    return result;
}

json costJson(const Cost &cost)
{
    return {{"flops_plain", cost.flopsPlain},
            {"flops_reduced", cost.flopsReduced},
            {"speedup", cost.speedup()},
            {"ms_plain", cost.msPlain},
            {"ms_reduced", cost.msReduced},
            {"speedup_wall", cost.speedupWall()},
            {"runs", cost.runs},
            {"threads", cost.threads},
            {"device", cost.device}};
}

json traceJson(const Trace &trace)
{
    const ValidText text(trace.text), pair(trace.pair.value_or(std::string()));
    const auto of = [&](int segment) -> const ValidText & { return segment == 1 ? pair : text; };

    json result = {{"schema", "adaplens.trace/1"},         {"model", trace.model},
                   {"score", nameOf(trace.score)},         {"drops", trace.drops},
                   {"precision", nameOf(trace.precision)}, {"text", text.text()}};
    if (trace.pair)
        result["pair"] = pair.text();
    if (text.repaired() || pair.repaired())
        result["repaired"] = true;

    json tokens = json::array();
    for (const auto &piece : trace.encoding.pieces) {
        const ValidText &source = of(piece.segment);
        tokens.push_back({{"piece", piece.text},
                          {"id", piece.id},
                          {"start", source.offset(piece.source.begin)},
                          {"end", source.offset(piece.source.end)},
                          {"word", piece.word},
                          {"segment", piece.segment},
                          {"special", piece.special},
                          {"unknown", piece.unknown}});
    }
    result["tokens"] = std::move(tokens);
    json words = json::array();
    for (const auto &word : trace.encoding.words) {
        const ValidText &source = of(word.segment);
        words.push_back({{"start", source.offset(word.source.begin)},
                         {"end", source.offset(word.source.end)},
                         {"segment", word.segment}});
    }
    result["words"] = std::move(words);
    json layers = json::array();
    for (const auto &layer : trace.layers)
        layers.push_back(layerJson(layer));
    result["layers"] = std::move(layers);
    result["survivors"] = trace.survivors;

    result["labels"] = trace.labels;
    result["logits"] = numbers(trace.reduced.logits);
    result["probabilities"] = numbers(trace.reduced.probabilities);
    result["label"] = labelName(trace.labels, trace.reduced.label);
    result["plain"] = {{"model", trace.plainModel},
                       {"logits", numbers(trace.plain.logits)},
                       {"probabilities", numbers(trace.plain.probabilities)},
                       {"label", labelName(trace.labels, trace.plain.label)}};
    result["cost"] = costJson(trace.cost);
    result["truncated"] = trace.encoding.cutPieces;
    result["truncated_words"] = trace.encoding.cutWords;
    result["covered"] = {text.offset(trace.encoding.covered.begin), text.offset(trace.encoding.covered.end)};
    result["window"] = {{"index", trace.window}, {"count", trace.windows}};
    return result;
}

} // namespace

std::string traceToJson(const Trace &trace)
{
    return dump(traceJson(trace));
}

std::string windowsToJson(std::span<const Trace> windows)
{
    const Trace &first = windows.front();
    json traces = json::array();
    for (const auto &trace : windows)
        traces.push_back(traceJson(trace));
    const Prediction reduced = meanPrediction(windows, &Trace::reduced), plain = meanPrediction(windows, &Trace::plain);
    return dump({{"schema", "adaplens.windows/1"},
                 {"model", first.model},
                 {"windows", std::move(traces)},
                 {"probabilities", numbers(reduced.probabilities)},
                 {"label", labelName(first.labels, reduced.label)},
                 {"plain",
                  {{"model", first.plainModel},
                   {"probabilities", numbers(plain.probabilities)},
                   {"label", labelName(first.labels, plain.label)}}}});
}

} // namespace adaplens
