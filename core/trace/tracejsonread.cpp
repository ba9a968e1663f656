// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/trace/tracejson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace adaplens {

using nlohmann::json;

namespace {

/// Reads members of one trace, and says which one is wrong.
class TraceReader {
public:
    explicit TraceReader(std::string name) : m_name(std::move(name)) {}

    Trace read(std::string_view text)
    {
        json root;
        try {
            root = json::parse(text);
        } catch (const json::parse_error &error) {
            fail("broken JSON at byte " + std::to_string(error.byte));
        }
        const auto schema = root.is_object() ? root.value("schema", json()) : json();
        if (schema != "adaplens.trace/1") {
            fail("its schema is " +
                 (schema.is_string() ? "'" + schema.get<std::string>() + "'" : std::string("missing")) +
                 ", but 'adaplens.trace/1' was expected");
        }
        try {
            return trace(root);
        } catch (const json::exception &error) {
            fail("a member is missing or of another kind (" + std::string(error.what()) + ")");
        }
    }

private:
    [[noreturn]] void fail(const std::string &what) const
    {
        throw Error("'" + m_name + "' is no trace that can be read: " + what + ".");
    }

    void check(bool good, const std::string &what) const
    {
        if (!good)
            fail(what);
    }

    std::vector<float> numbers(const json &list) const
    {
        std::vector<float> result;
        for (const auto &value : list)
            result.push_back(value.is_null() ? std::numeric_limits<float>::quiet_NaN() : value.get<float>());
        return result;
    }

    /// A whole number that is not negative: JSON's own conversion would wrap -1 around.
    std::size_t count(const json &value, const char *member) const
    {
        check(value.is_number_unsigned(), std::string("'") + member + "' must be a whole number of at least 0");
        return value.get<std::size_t>();
    }

    std::vector<std::uint32_t> places(const json &list, const char *member, std::size_t size) const
    {
        std::vector<std::uint32_t> result;
        for (const auto &value : list) {
            const std::size_t place = count(value, member);
            check(place < size, std::string("'") + member + "' names a token that is not there");
            check(result.empty() || place > result.back(), std::string("'") + member + "' is not in order");
            result.push_back(static_cast<std::uint32_t>(place));
        }
        return result;
    }

    ByteRange range(const json &value, const std::string &text) const
    {
        const ByteRange result{count(value.at("start"), "start"), count(value.at("end"), "end")};
        check(result.begin <= result.end && result.end <= text.size(), "an offset lies outside the text");
        return result;
    }

    int segment(const json &value, const Trace &trace) const
    {
        const std::size_t result = count(value.at("segment"), "segment");
        check(result == 0 || (result == 1 && trace.pair), "'segment' names a text that is not there");
        return static_cast<int>(result);
    }

    void encoding(const json &root, Trace &trace) const
    {
        const auto source = [&](int segment) -> const std::string & { return segment == 1 ? *trace.pair : trace.text; };
        for (const auto &value : root.at("words")) {
            Word word;
            word.segment = segment(value, trace);
            word.source = range(value, source(word.segment));
            trace.encoding.words.push_back(word);
        }
        for (const auto &value : root.at("tokens")) {
            Piece piece;
            piece.text = value.at("piece").get<std::string>();
            piece.id = value.at("id").get<std::int32_t>();
            piece.segment = segment(value, trace);
            piece.source = range(value, source(piece.segment));
            piece.word = value.at("word").get<int>();
            check(piece.word >= -1 && piece.word < static_cast<int>(trace.encoding.words.size()),
                  "'word' names a word that is not there");
            piece.special = value.at("special").get<bool>();
            piece.unknown = value.at("unknown").get<bool>();
            trace.encoding.pieces.push_back(std::move(piece));
        }
        trace.encoding.cutPieces = count(root.at("truncated"), "truncated");
        trace.encoding.cutWords = count(root.at("truncated_words"), "truncated_words");
        const json &covered = root.at("covered");
        trace.encoding.covered = {count(covered.at(0), "covered"), count(covered.at(1), "covered")};
        check(trace.encoding.covered.begin <= trace.encoding.covered.end &&
                  trace.encoding.covered.end <= trace.text.size(),
              "'covered' lies outside the text");
    }

    LayerTrace layer(const json &value, std::size_t tokens) const
    {
        LayerTrace result;
        result.alive = places(value.at("alive"), "alive", tokens);
        result.raw = numbers(value.at("raw"));
        result.adjusted = numbers(value.at("adjusted"));
        const json &threshold = value.at("threshold");
        result.threshold = threshold.is_null() ? std::numeric_limits<float>::quiet_NaN() : threshold.get<float>();
        for (const auto &kept : value.at("kept"))
            result.kept.push_back(kept.get<bool>() ? 1 : 0);
        const std::size_t n = result.alive.size();
        check(result.raw.size() == n && result.adjusted.size() == n && result.kept.size() == n,
              "'raw', 'adjusted' and 'kept' must be as long as 'alive'");
        return result;
    }

    Prediction prediction(const json &value, const Trace &trace) const
    {
        Prediction result;
        result.logits = numbers(value.at("logits"));
        result.probabilities = numbers(value.at("probabilities"));
        check(result.logits.size() == trace.labels.size() && result.probabilities.size() == trace.labels.size(),
              "'logits' and 'probabilities' must be as long as 'labels'");
        // By number, since two classes may bear one name; the name must agree.
        const auto largest = std::ranges::max_element(result.logits);
        result.label = static_cast<std::size_t>(largest - result.logits.begin());
        check(!trace.labels.empty() && value.at("label") == trace.labels[result.label],
              "'label' is not the class with the largest logit");
        return result;
    }

    Trace trace(const json &root) const
    {
        Trace result;
        result.model = root.at("model").get<std::string>();
        const auto score = root.at("score").get<std::string>();
        check(score == "contribution" || score == "attention" || score == "saliency", "'score' is of no known kind");
        result.score = score == "attention"  ? ScoreKind::Attention
                       : score == "saliency" ? ScoreKind::Saliency
                                             : ScoreKind::Contribution;
        result.drops = root.at("drops").get<bool>();
        const auto precision = std::ranges::find(allPrecisions, root.value("precision", "float32"),
                                                 [](Precision p) { return std::string(nameOf(p)); });
        check(precision != allPrecisions.end(), "'precision' is of no known kind");
        result.precision = *precision;
        result.text = root.at("text").get<std::string>();
        if (root.contains("pair"))
            result.pair = root.at("pair").get<std::string>();
        encoding(root, result);
        const std::size_t tokens = result.encoding.pieces.size();
        for (const auto &value : root.at("layers"))
            result.layers.push_back(layer(value, tokens));
        result.survivors = places(root.at("survivors"), "survivors", tokens);
        result.labels = root.at("labels").get<std::vector<std::string>>();
        result.reduced = prediction(root, result);
        result.plain = prediction(root.at("plain"), result);
        result.plainModel = root.at("plain").at("model").get<std::string>();

        const json &cost = root.at("cost");
        result.cost.flopsPlain = cost.at("flops_plain").get<double>();
        result.cost.flopsReduced = cost.at("flops_reduced").get<double>();
        result.cost.msPlain = cost.at("ms_plain").get<double>();
        result.cost.msReduced = cost.at("ms_reduced").get<double>();
        result.cost.runs = cost.at("runs").get<int>();
        result.cost.threads = cost.at("threads").get<int>();
        result.cost.device = cost.at("device").get<std::string>();
        result.window = count(root.at("window").at("index"), "index");
        result.windows = count(root.at("window").at("count"), "count");
        return result;
    }

    std::string m_name;
};

} // namespace

Trace traceFromJson(std::string_view text, const std::string &name)
{
    return TraceReader(name).read(text);
}

} // namespace adaplens
