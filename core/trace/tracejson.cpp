// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/tracejson.h"

#include "core/io/jsonbinder_p.h"
#include "core/io/utf8.h"

namespace adaplens {

static void bindJson(JsonBinder &json, LayerTrace &layer)
{
    const auto flags = [](const std::vector<std::uint8_t> &values) {
        return std::vector<bool>(values.begin(), values.end());
    };
    json.computed("alive", layer.alive);
    json.computed("raw", layer.raw);
    json.computed("adjusted", layer.adjusted);
    json.computed("threshold", layer.threshold);
    json.computed("kept", flags(layer.kept));
    json.computed("drop", nameOf(layer.drop));
    json.computed("scale", layer.scale);
    if (!layer.forced.empty()) {
        json.computed("forced", flags(layer.forced));
    }
}

static void bindJson(JsonBinder &json, Cost &cost)
{
    json.computed("flops_plain", cost.flopsPlain);
    json.computed("flops_reduced", cost.flopsReduced);
    json.computed("speedup", cost.speedup());
    json.computed("ms_plain", cost.msPlain);
    json.computed("ms_reduced", cost.msReduced);
    json.computed("speedup_wall", cost.speedupWall());
    json.computed("runs", cost.runs);
    json.computed("threads", cost.threads);
    json.computed("device", cost.device);
}

namespace {

/// A prediction with the name of its class; logits only where there are any.
void addPrediction(JsonBinder &json, const Prediction &prediction, const std::vector<std::string> &labels)
{
    if (!prediction.logits.empty()) {
        json.computed("logits", prediction.logits);
    }
    json.computed("probabilities", prediction.probabilities);
    json.computed("label",
                  prediction.label < labels.size() ? labels[prediction.label] : std::to_string(prediction.label));
}

OrderedJson traceJson(const Trace &trace)
{
    const ValidText text(trace.text), pair(trace.pair.value_or(std::string()));
    OrderedJson tokens = OrderedJson::array(), words = OrderedJson::array();
    const auto addPlace = [&](JsonBinder &json, ByteRange range, int segment) {
        const ValidText &source = segment == 1 ? pair : text;
        json.computed("start", source.offset(range.begin));
        json.computed("end", source.offset(range.end));
    };
    for (const Piece &piece : trace.encoding.pieces) {
        JsonBinder json(tokens.emplace_back());
        json.computed("piece", piece.text);
        json.computed("id", piece.id);
        addPlace(json, piece.source, piece.segment);
        json.computed("word", piece.word);
        json.computed("segment", piece.segment);
        json.computed("special", piece.special);
        json.computed("unknown", piece.unknown);
    }
    for (const Word &word : trace.encoding.words) {
        JsonBinder json(words.emplace_back());
        addPlace(json, word.source, word.segment);
        json.computed("segment", word.segment);
    }

    // Members stay in the order they are written: a reader meets the text before its tokens.
    OrderedJson result;
    JsonBinder json(result);
    json.computed("schema", "adaplens.trace/1");
    json.computed("model", trace.model);
    json.computed("score", trace.score == ScoreKind::Contribution ? trace.rule.score
                           : trace.score == ScoreKind::Attention  ? "attention"
                                                                  : "saliency");
    json.computed("drops", trace.drops);
    json.computed("precision", nameOf(trace.precision));
    json.computed("text", text.text());
    if (trace.drops) {
        json.computed("rule", trace.rule.name);
    }
    if (trace.pair) {
        json.computed("pair", pair.text());
    }
    if (text.repaired() || pair.repaired()) {
        json.computed("repaired", true);
    }
    json.computed("tokens", tokens);
    json.computed("words", words);
    json.computed("layers", trace.layers);
    json.computed("survivors", trace.survivors);
    json.computed("labels", trace.labels);
    addPrediction(json, trace.reduced, trace.labels);
    json.section("plain", [&](JsonBinder &plain) {
        plain.computed("model", trace.plainModel);
        addPrediction(plain, trace.plain, trace.labels);
    });
    json.computed("cost", trace.cost);
    json.computed("truncated", trace.encoding.cutPieces);
    json.computed("truncated_words", trace.encoding.cutWords);
    json.computed("covered",
                  std::vector{text.offset(trace.encoding.covered.begin), text.offset(trace.encoding.covered.end)});
    json.section("window", [&](JsonBinder &window) {
        window.computed("index", trace.window);
        window.computed("count", trace.windows);
    });
    return result;
}

} // namespace

std::string traceToJson(const Trace &trace)
{
    return jsonText(traceJson(trace), -1);
}

std::string windowsToJson(std::span<const Trace> windows)
{
    const Trace &first = windows.front();
    OrderedJson traces = OrderedJson::array();
    for (const Trace &trace : windows) {
        traces.push_back(traceJson(trace));
    }
    OrderedJson result;
    JsonBinder json(result);
    json.computed("schema", "adaplens.windows/1");
    json.computed("model", first.model);
    json.computed("windows", traces);
    addPrediction(json, meanPrediction(windows, &Trace::reduced), first.labels);
    json.section("plain", [&](JsonBinder &plain) {
        plain.computed("model", first.plainModel);
        addPrediction(plain, meanPrediction(windows, &Trace::plain), first.labels);
    });
    return jsonText(result, -1);
}

} // namespace adaplens
