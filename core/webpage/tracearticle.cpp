// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webpage/tracearticle_p.h"

#include "core/io/utf8.h"
#include "core/trace/scorecolours.h"
#include "core/webpage/html_p.h"

#include <algorithm>
#include <cmath>

namespace adaplens {

namespace {

constexpr std::size_t longestTitle = 80; ///< characters

/// As many steps apart as the colours of the map are.
int colourStep(double ratio)
{
    const double position = ratio > 0 ? 0.5 + std::log2(ratio) / divergingSpan / 2 : 0.0;
    return static_cast<int>(std::lround(std::clamp(position, 0.0, 1.0) * (webColourSteps - 1)));
}

std::string percent(double share)
{
    return fixed(share * 100, share > 0.995 && share < 1 ? 1 : 0) + "\u202F%";
}

std::string times(double ratio)
{
    return fixed(ratio, ratio < 9.95 ? 2 : 1) + "\u202F×";
}

/// Three digits that say something, also of small numbers.
std::string score(double value)
{
    return fixed(value, value != 0 && std::abs(value) < 0.01 ? 5 : 3);
}

std::string operations(double flops)
{
    return flops >= 1e9 ? fixed(flops / 1e9, 2) + " GFLOP" : fixed(flops / 1e6, 1) + " MFLOP";
}

/// Its first characters on one line.
std::string shortened(const std::string &text)
{
    std::string result;
    std::size_t position = 0;
    bool space = false;
    for (std::size_t count = 0; position < text.size() && count < longestTitle;) {
        const char32_t character = nextCharacter(text, position);
        if (character <= 0x20 || character == 0x85 || character == 0x2028 || character == 0x2029) {
            space = !result.empty();
            continue;
        }
        if (space) {
            result += ' ';
            space = false;
        }
        appendCharacter(result, character);
        ++count;
    }
    return position < text.size() ? result + "…" : result;
}

std::string tag(const char *name, const std::string &attributes, const std::string &content)
{
    return std::string("<") + name + (attributes.empty() ? "" : ' ' + attributes) + '>' + content + "</" + name + ">\n";
}

std::string attribute(const char *name, const std::string &value)
{
    return std::string(name) + "=\"" + value + '"';
}

} // namespace

TraceArticle::TraceArticle(const Trace &trace, std::size_t number, const WebPageOptions &options)
    : m_trace(trace), m_number(number), m_options(options), m_columns(columns(trace, options.byPiece))
{
    for (const Column &column : m_columns) {
        std::optional<std::size_t> last;
        for (std::size_t layer = 0; layer < trace.layers.size() && !last; ++layer) {
            const Fate fate = scoreOf(trace, column, layer).fate;
            if (fate == Fate::Dropped) {
                last = layer;
            }
        }
        m_dropLayers.push_back(last);
    }
}

std::string TraceArticle::title() const
{
    const ValidText text(m_trace.text);
    return escaped(shortened(text.text()));
}

std::string TraceArticle::answer() const
{
    const Prediction &prediction = m_trace.reduced;
    if (prediction.label >= m_trace.labels.size() || prediction.label >= prediction.probabilities.size()) {
        return {};
    }
    return escaped(ValidText(m_trace.labels[prediction.label]).text()) + ' ' +
           percent(static_cast<double>(prediction.probabilities[prediction.label]));
}

std::string TraceArticle::html() const
{
    return tag("article",
               attribute("class", "trace") + ' ' + attribute("id", "text-" + std::to_string(m_number)) + ' ' +
                   attribute("data-layers", std::to_string(m_trace.layers.size())),
               '\n' + head() + notes() + texts() + map() + answers() + cost());
}

std::string TraceArticle::head() const
{
    std::string part;
    if (m_trace.windows > 1) {
        part = tag("p", attribute("class", "quiet"),
                   say(message("Part %1 of %2 of a long text", m_trace.window + 1, m_trace.windows)));
    }
    return tag("h2", attribute("dir", "auto"), title()) + part;
}

std::string TraceArticle::notes() const
{
    std::string items;
    if (m_trace.encoding.cutWords > 0) {
        items += tag(
            "li", {},
            say(message("The model has not read the end of the text; words left out: %1.", m_trace.encoding.cutWords)));
    }
    if (m_trace.drops && m_trace.reduced.label != m_trace.plain.label) {
        items += tag("li", {}, say(message("Dropping tokens changes the answer.")));
    }
    const bool forced = std::ranges::any_of(m_trace.layers, [](const LayerTrace &layer) {
        return std::ranges::any_of(layer.forced, [](std::uint8_t f) { return f != 0; });
    });
    if (forced) {
        items += tag("li", {},
                     say(message("Somebody decided about some of the tokens, not the model; their cells are marked.")));
    }
    return items.empty() ? items : tag("ul", attribute("class", "notes"), items);
}

std::string TraceArticle::texts() const
{
    std::string content = controls() + text(0);
    if (m_trace.pair) {
        content += text(1);
    }
    return tag("section", attribute("aria-label", say(message("Text"))), content);
}

std::string TraceArticle::controls() const
{
    if (!m_trace.drops || m_trace.layers.empty()) {
        return {};
    }
    const std::string id = "layer-" + std::to_string(m_number);
    const Message start = message("Before layer 1: all %1 tokens", m_trace.encoding.pieces.size());
    return tag(
        "div", attribute("class", "controls") + " hidden",
        tag("button",
            attribute("type", "button") + ' ' + attribute("class", "play") + ' ' +
                attribute("data-pause", say(message("Pause"))) + ' ' + attribute("data-play", say(message("Play"))),
            say(message("Play"))) +
            tag("label", attribute("for", id), say(message("Layer"))) + "<input type=\"range\" " + attribute("id", id) +
            " min=\"0\" " + attribute("max", std::to_string(m_trace.layers.size())) + " value=\"0\">\n" +
            tag("output", attribute("for", id) + ' ' + attribute("data-start", say(start)), say(start)));
}

std::string TraceArticle::text(int segment) const
{
    const std::string &original = segment == 1 ? *m_trace.pair : m_trace.text;
    const ValidText valid(original);
    std::size_t position = 0, end = original.size();
    if (segment == 0 && m_trace.windows > 1) { // the other parts have the rest
        position = std::min(m_trace.encoding.covered.begin, end);
        end = std::clamp(m_trace.encoding.covered.end, position, end);
    }
    const auto bytes = [&](std::size_t from, std::size_t to) {
        const std::size_t begin = valid.offset(from);
        return escaped(std::string_view(valid.text()).substr(begin, valid.offset(to) - begin));
    };
    std::string content;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const Column &column = m_columns[c];
        if (column.special || column.segment != segment) {
            continue;
        }
        const ByteRange source = !m_options.byPiece && column.word >= 0
                                     ? m_trace.encoding.words.at(static_cast<std::size_t>(column.word)).source
                                     : m_trace.encoding.pieces[column.pieces.front()].source;
        if (source.begin < position || source.end > end || source.end <= source.begin) {
            continue; // several pieces may come from the same bytes
        }
        content += bytes(position, source.begin);
        const std::string gone =
            m_dropLayers[c] ? ' ' + attribute("data-gone", std::to_string(*m_dropLayers[c] + 1)) : "";
        content += "<span " + attribute("class", m_dropLayers[c] ? "word" : "word reached") + ' ' +
                   attribute("data-column", std::to_string(c)) + gone + '>' + bytes(source.begin, source.end) +
                   "</span>";
        position = source.end;
    }
    const std::string rest = bytes(position, end);
    const bool unread = segment == 0 && m_trace.windows == 1 && m_trace.encoding.cutWords > 0;
    content += unread ? "<span class=\"unread\">" + rest + "</span>" : rest;
    return tag("p", attribute("class", "text") + " dir=\"auto\"", content);
}

bool TraceArticle::decides(std::size_t layer) const
{
    return m_trace.drops && m_trace.layers[layer].drop != DropPlace::Nowhere;
}

Message TraceArticle::scoreName() const
{
    switch (m_trace.score) {
    case ScoreKind::Attention:
        return message("attention from %1",
                       m_trace.encoding.pieces.empty() ? std::string("[CLS]") : m_trace.encoding.pieces.front().text);
    case ScoreKind::Saliency:
        return message("saliency");
    case ScoreKind::Contribution:
        break;
    }
    return m_trace.rule.scoreTitle;
}

Message TraceArticle::caption() const
{
    const Message unit = m_options.byPiece ? message("piece") : message("word");
    return m_trace.drops
               ? message("What each layer makes of each %1: %2 in multiples of an equal share, and what is dropped",
                         unit, scoreName())
               : message("What each layer makes of each %1: %2 in multiples of an equal share; this model "
                         "drops nothing",
                         unit, scoreName());
}

std::string TraceArticle::line(std::size_t layer) const
{
    const LayerTrace &at = m_trace.layers[layer];
    if (!decides(layer) || at.threshold <= 0) {
        return {};
    }
    const auto threshold = static_cast<double>(at.threshold);
    const std::string share = fixed(threshold * static_cast<double>(at.alive.size()), 2) + "/n";
    switch (m_trace.rule.keptBy) {
    case KeptBy::Nothing:
        break;
    case KeptBy::Share:
        return "δ " + share;
    case KeptBy::OwnScore:
        return "p ≥ " + fixed(threshold * static_cast<double>(at.scale), 2);
    case KeptBy::Rank:
        return "≥ " + share;
    }
    return {};
}

Message TraceArticle::step(std::size_t layer) const
{
    const LayerTrace &at = m_trace.layers[layer];
    return message("After layer %1: %2 of %3 tokens are left", layer + 1, at.keptCount(),
                   m_trace.encoding.pieces.size());
}

Message TraceArticle::describe(std::size_t layer, const Column &column, const WordScore &at) const
{
    if (m_trace.drops && !decides(layer)) {
        return message("this layer decides nothing");
    }
    const LayerTrace &of = m_trace.layers[layer];
    // A number that each piece has for itself, like a probability, means nothing as a sum.
    const auto alive =
        std::max(1.0, std::round(static_cast<double>(at.uniform) * static_cast<double>(of.alive.size())));
    const double pieces = m_trace.rule.keptBy == KeptBy::OwnScore ? alive : 1;
    const double unit = m_trace.drops && m_trace.rule.ownUnit ? static_cast<double>(of.scale) : 1;
    const std::string number = score(static_cast<double>(at.adjusted) * unit / pieces);
    const std::string ratio = times(static_cast<double>(at.ratio()));
    if (!m_trace.drops) {
        return message("%1 %2, %3 the equal share", scoreName(), number, ratio);
    }
    switch (at.fate) {
    case Fate::Dropped:
        return message("%1 %2, %3 the equal share, dropped here", scoreName(), number, ratio);
    case Fate::Partly:
        return message("%1 %2, %3 the equal share, some of its %4 pieces stay", scoreName(), number, ratio,
                       column.pieces.size());
    case Fate::Kept:
    case Fate::Gone:
        break;
    }
    return message("%1 %2, %3 the equal share, stays", scoreName(), number, ratio);
}

std::string TraceArticle::cell(std::size_t layer, std::size_t column) const
{
    const WordScore at = scoreOf(m_trace, m_columns[column], layer);
    const std::string where = attribute("data-column", std::to_string(column));
    if (at.fate == Fate::Gone) {
        const std::size_t since = m_dropLayers[column].value_or(0) + 1;
        return tag("td", "class=\"gone\" " + where, "<span>" + say(message("gone since layer %1", since)) + "</span>");
    }
    const LayerTrace &of = m_trace.layers[layer];
    const auto &pieces = m_columns[column].pieces;
    bool forced = false;
    for (std::size_t i = 0; i < of.forced.size(); ++i) {
        forced = forced || (of.forced[i] != 0 && std::ranges::find(pieces, of.alive[i]) != pieces.end());
    }
    const bool scored = !m_trace.drops || decides(layer);
    std::string look = scored ? "c" + std::to_string(colourStep(static_cast<double>(at.ratio()))) : std::string("none");
    look += at.fate == Fate::Dropped ? " dropped" : at.fate == Fate::Partly ? " partly" : "";
    look += forced ? " forced" : "";
    return tag("td", attribute("class", look) + ' ' + where,
               "<span>" + say(describe(layer, m_columns[column], at)) + "</span>");
}

std::string TraceArticle::row(std::size_t layer) const
{
    const LayerTrace &at = m_trace.layers[layer];
    std::string summary = std::to_string(at.alive.size());
    if (m_trace.drops) {
        summary += " → " + std::to_string(at.keptCount());
    }
    if (const std::string threshold = line(layer); !threshold.empty()) {
        summary += ", " + threshold;
    }
    std::string content =
        tag("th", "scope=\"row\"", say(message("Layer %1", layer + 1)) + " <small>" + escaped(summary) + "</small>");
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        content += cell(layer, column);
    }
    return tag("tr",
               attribute("data-layer", std::to_string(layer + 1)) + ' ' + attribute("data-step", say(step(layer))),
               '\n' + content);
}

std::string TraceArticle::lastRow() const
{
    std::string content = tag("th", "scope=\"row\"", say(message("Prediction")) + " <small>" + answer() + "</small>");
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const bool reached = !m_dropLayers[column];
        content += tag(
            "td",
            (reached ? "class=\"reached\" " : "class=\"nothing\" ") + attribute("data-column", std::to_string(column)),
            "<span>" + say(reached ? message("reaches the prediction") : message("does not reach it")) + "</span>");
    }
    return tag("tr", "class=\"prediction\"", '\n' + content);
}

std::string TraceArticle::map() const
{
    std::string heads = tag("td", {}, {});
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const Column &column = m_columns[c];
        const std::string kind = column.special ? " class=\"special\"" : column.unknown ? " class=\"unknown\"" : "";
        heads += "<th scope=\"col\" " + attribute("data-column", std::to_string(c)) + kind + "><span dir=\"auto\">" +
                 escaped(shortened(ValidText(column.label).text())) + "</span></th>\n";
    }
    std::string rows;
    for (std::size_t layer = 0; layer < m_trace.layers.size(); ++layer) {
        rows += row(layer);
    }
    if (m_trace.drops) {
        rows += lastRow();
    }
    const std::string name = "map-" + std::to_string(m_number);
    const std::string table = tag("table", "class=\"map\" " + attribute("aria-labelledby", name),
                                  tag("thead", {}, tag("tr", {}, '\n' + heads)) + tag("tbody", {}, '\n' + rows));
    const std::string hint = say(message("Point at a cell, or move between cells with the arrow keys."));
    return tag("section", attribute("aria-label", say(message("Token map"))),
               tag("p", attribute("id", name) + " class=\"quiet\"", say(caption())) + // stays where the table scrolls
                   tag("div", "class=\"scroll\"", table) +
                   tag("p", "class=\"readout\" aria-live=\"polite\" hidden " + attribute("data-hint", hint), {}) +
                   legend());
}

std::string TraceArticle::legend() const
{
    std::string scale;
    for (int step = 0; step < webColourSteps; ++step) {
        scale += "<i class=\"c" + std::to_string(step) + "\"></i>";
    }
    std::string items = tag("li", {},
                            "⅛ <span class=\"scale\" aria-hidden=\"true\">" + scale + "</span> 8 " +
                                say(message("times an equal share, 1/n; the middle is 1")));
    if (m_trace.drops) {
        items += tag("li", {}, "<i class=\"c12 dropped\"></i> " + say(message("dropped in this layer")));
        items += tag("li", {}, "<i class=\"gone\"></i> " + say(message("gone: dropped in an earlier layer")));
        items += tag("li", {}, "<i class=\"reached\"></i> " + say(message("reaches the prediction")));
    }
    return tag("ul", "class=\"legend\"", items);
}

std::string TraceArticle::predictionBar(const Prediction &prediction, const Message &title) const
{
    std::string rows;
    for (std::size_t k = 0; k < prediction.probabilities.size() && k < m_trace.labels.size(); ++k) {
        const auto share = static_cast<double>(prediction.probabilities[k]);
        const std::string label = escaped(ValidText(m_trace.labels[k]).text());
        rows += tag("tr", k == prediction.label ? "class=\"answer\"" : "",
                    tag("th", "scope=\"row\" dir=\"auto\"", label) + tag("td", {}, percent(share)) +
                        tag("td", "class=\"bar\" aria-hidden=\"true\"",
                            "<i style=\"width:" + fixed(std::clamp(share, 0.0, 1.0) * 100, 1) + "%\"></i>"));
    }
    return tag("table", "class=\"answers\"", tag("caption", {}, say(title)) + rows);
}

std::string TraceArticle::answers() const
{
    const bool twin = m_trace.plainModel == "twin";
    std::string content = predictionBar(m_trace.reduced, m_trace.drops ? message("With tokens dropped")
                                                                       : message("Answer; nothing is dropped"));
    if (m_trace.drops) {
        content += predictionBar(m_trace.plain, twin ? message("The plain model trained beside it")
                                                     : message("The same weights, nothing dropped"));
    }
    return tag("section", "class=\"both\" " + attribute("aria-label", say(message("Answer"))), content);
}

std::string TraceArticle::cost() const
{
    const Cost &c = m_trace.cost;
    std::string content;
    const auto entry = [&](const Message &name, const Message &value) {
        content += tag("dt", {}, say(name)) + tag("dd", {}, say(value));
    };
    entry(message("Model"), m_trace.model + ", " + nameOf(m_trace.precision));
    if (m_trace.drops) {
        entry(message("Rule"), m_trace.rule.title);
        entry(message("Tokens that reach the prediction"),
              message("%1 of %2", m_trace.survivors.size(), m_trace.encoding.pieces.size()));
        entry(message("Operations"), message("%1 instead of %2: %3 fewer", operations(c.flopsReduced),
                                             operations(c.flopsPlain), times(c.speedup())));
    } else {
        entry(message("Tokens"), std::to_string(m_trace.encoding.pieces.size()));
        entry(message("Operations"), operations(c.flopsPlain));
    }
    if (c.runs > 0) {
        const Message conditions = message("median of %1 runs, threads: %2, %3", c.runs, c.threads, c.device);
        entry(message("Time"), m_trace.drops ? message("%1 ms instead of %2 ms: %3 as fast (%4)", fixed(c.msReduced, 2),
                                                       fixed(c.msPlain, 2), times(c.speedupWall()), conditions)
                                             : message("%1 ms (%2)", fixed(c.msPlain, 2), conditions));
    }
    return tag("section", attribute("aria-label", say(message("Cost"))), tag("dl", {}, content));
}

} // namespace adaplens
