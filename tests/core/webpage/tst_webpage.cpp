// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"
#include "core/webpage/html_p.h"
#include "core/webpage/webpage.h"
#include "tests/support/handmadetrace.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace adaplens;
using namespace adaplens::test;

namespace {

std::string pageOf(const Trace &trace, const WebPageOptions &options = {})
{
    return webPage({&trace, 1}, options);
}

std::size_t count(const std::string &text, const std::string &part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) {
        ++found;
    }
    return found;
}

bool has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// Without tags, `instead` in place of each.
std::string withoutTags(const std::string &html, const std::string &instead = {})
{
    std::string text;
    for (std::size_t at = 0; at < html.size(); ++at) {
        if (html[at] != '<') {
            text += html[at];
            continue;
        }
        at = html.find('>', at);
        REQUIRE(at != std::string::npos);
        text += instead;
    }
    return text;
}

/// What stands between `begin` and the next `end`, without tags.
std::string between(const std::string &page, const std::string &begin, const std::string &end, std::size_t from = 0)
{
    const std::size_t at = page.find(begin, from);
    REQUIRE(at != std::string::npos);
    const std::size_t start = at + begin.size();
    return withoutTags(page.substr(start, page.find(end, start) - start));
}

/// The document without its script and style, which speak of elements themselves.
std::string bodyOf(const std::string &page)
{
    const std::size_t begin = page.find("<body>"), end = page.find("<script>");
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    return page.substr(begin, end - begin);
}

/// The sentence that stands in the cell of a word at a layer.
std::string cell(const std::string &page, std::size_t layer, std::size_t column)
{
    const std::size_t row = page.find("data-layer=\"" + std::to_string(layer + 1) + '"');
    REQUIRE(row != std::string::npos);
    return between(page, "data-column=\"" + std::to_string(column) + "\"><span>", "</span>", row);
}

} // namespace

TEST_CASE("the page shows the user's own text, every layer and every word")
{
    const Trace trace = handMadeTrace();
    const std::string page = pageOf(trace), body = bodyOf(page);
    CHECK(between(body, "class=\"text\" dir=\"auto\">", "</p>") == escaped(trace.text));
    const auto words = columns(trace, false);
    CHECK(count(body, "<th scope=\"col\"") == words.size());
    CHECK(count(body, "data-layer=") == trace.layers.size());
    CHECK(count(body, "<td class=") >= words.size() * (trace.layers.size() + 1));
    CHECK(has(body, "unforgettable"));
    CHECK_FALSE(has(body, "##"));
    for (const std::string &label : trace.labels) {
        CHECK(has(body, label));
    }
    CHECK(has(body, trace.model));
}

TEST_CASE("its numbers are those of the trace")
{
    const Trace trace = handMadeTrace();
    const std::string page = bodyOf(pageOf(trace));
    const auto words = columns(trace, false);
    for (std::size_t layer = 0; layer < trace.layers.size(); ++layer) {
        for (std::size_t c = 0; c < words.size(); ++c) {
            CAPTURE(layer);
            CAPTURE(words[c].label);
            const WordScore score = scoreOf(trace, words[c], layer);
            const std::string sentence = cell(page, layer, c);
            if (score.fate == Fate::Gone) {
                CHECK(sentence == "gone since layer " + std::to_string(*droppedAt(trace, words[c].pieces.back()) + 1));
                continue;
            }
            // "contribution 0.083, 1.00 × the equal share"
            std::istringstream numbers(sentence.substr(sentence.find(' ') + 1));
            double share = 0, ratio = 0;
            char comma = 0;
            numbers >> share >> comma >> ratio;
            REQUIRE(numbers);
            CHECK(share == doctest::Approx(score.adjusted).epsilon(0.01));
            CHECK(ratio == doctest::Approx(score.ratio()).epsilon(0.05));
            CHECK(sentence.ends_with("dropped here") == (score.fate == Fate::Dropped));
            CHECK(sentence.ends_with("pieces stay") == (score.fate == Fate::Partly));
            CHECK(sentence.ends_with(", stays") == (score.fate == Fate::Kept));
        }
    }
    CHECK(has(page, "12 → 10"));
    CHECK(has(page, "After layer 2: 7 of 12 tokens are left"));
    CHECK(has(page, fixed(trace.cost.speedup(), 2)));
    CHECK(has(page, fixed(trace.cost.msReduced, 2)));
}

TEST_CASE("a word is struck out from the layer on that drops the last of it")
{
    const Trace trace = handMadeTrace();
    const std::string page = bodyOf(pageOf(trace));
    const auto words = columns(trace, false);
    for (std::size_t c = 0; c < words.size(); ++c) {
        if (words[c].special) {
            continue;
        }
        CAPTURE(words[c].label);
        std::optional<std::size_t> last = 0;
        for (const std::uint32_t piece : words[c].pieces) {
            const auto at = droppedAt(trace, piece);
            last = last && at ? std::max(last, at) : std::nullopt;
        }
        const std::string start = "data-column=\"" + std::to_string(c) + '"';
        CHECK(has(page, last ? "class=\"word\" " + start + " data-gone=\"" + std::to_string(*last + 1) + "\">"
                             : "class=\"word reached\" " + start + '>'));
    }
}

TEST_CASE("a column a piece, too")
{
    const Trace trace = handMadeTrace();
    const std::string page = bodyOf(pageOf(trace, {.byPiece = true}));
    CHECK(count(page, "<th scope=\"col\"") == trace.encoding.pieces.size());
    CHECK(between(page, "class=\"text\" dir=\"auto\">", "</p>") == escaped(trace.text));
}

TEST_CASE("texts and names are text, whatever they hold")
{
    Trace trace = handMadeTrace();
    const std::string evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"&'\x01\x7F";
    trace.model = trace.labels[0] = evil;
    trace.rule.title = Message(evil);
    trace.text += evil;
    trace.pair = evil + "\xFF";
    const std::string page = pageOf(trace), body = bodyOf(page);
    CHECK_FALSE(has(body, "<script"));
    CHECK_FALSE(has(body, "<img"));
    CHECK_FALSE(has(page, "\x01"));
    CHECK_FALSE(ValidText(page).repaired());
    CHECK(count(page, "</script>") == 1);
    CHECK(has(body, "&lt;img src=x onerror=alert(2)&gt;&quot;&amp;'"));
}

TEST_CASE("the page asks nothing of any network")
{
    const std::string page = pageOf(handMadeTrace());
    for (const char *way : {"http:", "https:", " src=", "url(", "@import", "fetch(", "XMLHttpRequest", "<link"}) {
        CAPTURE(way);
        CHECK_FALSE(has(page, way));
    }
    CHECK(has(page, "default-src 'none'"));
}

TEST_CASE("64 pieces through 12 layers fit into 400 KB")
{
    CHECK(pageOf(longTrace(64, 12)).size() <= 400'000);
}

TEST_CASE("several texts are a gallery with a list of them")
{
    const std::vector<Trace> traces = {handMadeTrace(), handMadePlainTrace()};
    const std::string page = bodyOf(webPage(traces));
    for (const char *number : {"1", "2"}) {
        CHECK(count(page, std::string("id=\"text-") + number + '"') == 1);
        CHECK(count(page, std::string("href=\"#text-") + number + '"') == 1);
    }
    CHECK(count(page, "type=\"range\"") == 1); // nothing is dropped in the second
    CHECK(has(page, "<h1>2 texts</h1>"));
    CHECK_FALSE(has(bodyOf(pageOf(traces[0])), "<nav>"));
}

TEST_CASE("a part of a long text shows its own words alone")
{
    std::vector<Trace> windows(2, handMadeTrace());
    const std::size_t cut = windows[0].text.find("film");
    for (std::size_t i = 0; i < 2; ++i) {
        windows[i].window = i;
        windows[i].windows = 2;
    }
    windows[0].encoding.covered = {0, cut};
    windows[1].encoding.covered = {cut, windows[1].text.size()};
    const std::string page = bodyOf(webPage(windows));
    const std::string mark = "class=\"text\" dir=\"auto\">";
    CHECK(between(page, mark, "</p>") == windows[0].text.substr(0, cut));
    CHECK(between(page, mark, "</p>", page.find("id=\"text-2\"")) == windows[1].text.substr(cut));
    CHECK(has(page, "Part 2 of 2 of a long text"));
}

TEST_CASE("what the reader must know is said")
{
    Trace trace = handMadeTrace();
    trace.plain.label = trace.reduced.label;
    CHECK_FALSE(has(bodyOf(pageOf(trace)), "class=\"notes\""));
    trace.plain.label = 1 - trace.reduced.label;
    CHECK(has(bodyOf(pageOf(trace)), "Dropping tokens changes the answer."));
    trace.encoding.cutWords = 17;
    CHECK(has(bodyOf(pageOf(trace)), "words left out: 17."));
    trace.layers[0].forced.assign(trace.layers[0].alive.size(), 0);
    CHECK_FALSE(has(bodyOf(pageOf(trace)), "not the model"));
    trace.layers[0].forced[1] = 1;
    const std::string page = bodyOf(pageOf(trace));
    CHECK(has(page, "not the model"));
    CHECK(count(page, " forced\"") == 1);
}

TEST_CASE("every sentence goes through the translation, and numbers keep their point")
{
    const std::string page = bodyOf(
        pageOf(handMadeTrace(),
               {.language = "de", .rightToLeft = true, .say = [](const Message &) { return std::string("§"); }}));
    const std::string visible = withoutTags(page, " ");
    for (const char *word : {"layer", "Layer", "token", "Token", "stays", "gone", "Play", "Answer", "Model", "cost"}) {
        CAPTURE(word);
        CHECK_FALSE(has(visible, word));
    }
    CHECK(has(pageOf(handMadeTrace(), {.language = "de", .rightToLeft = true}), "<html lang=\"de\" dir=\"rtl\">"));
}

TEST_CASE("floors and rules that decide nothing in a layer have no score there")
{
    Trace trace = handMadeTrace();
    trace.layers[1].drop = DropPlace::Nowhere;
    CHECK(has(cell(bodyOf(pageOf(trace)), 1, 0), "this layer decides nothing"));
    trace.rule.keptBy = KeptBy::Rank;
    CHECK(has(bodyOf(pageOf(trace)), "≥ "));
    trace.rule.keptBy = KeptBy::OwnScore;
    trace.rule.ownUnit = true;
    trace.layers[0].scale = 2;
    const std::string page = bodyOf(pageOf(trace));
    CHECK(has(page, "p ≥ " + fixed(2 * static_cast<double>(trace.layers[0].threshold), 2)));
    CHECK(has(cell(page, 0, 0), fixed(2 * static_cast<double>(trace.layers[0].adjusted[0]), 3)));
}

TEST_CASE("in a browser the slider strikes words out, and a cell tells its numbers" * doctest::test_suite("optional"))
{
    if (std::system("command -v chromium >/dev/null 2>&1") != 0) {
        MESSAGE("SKIPPED: Chromium is not here (Debian's package chromium)");
        return;
    }
    const Trace trace = handMadeTrace();
    const TemporaryFolder folder;
    const auto file = folder.path() / "page.html", out = folder.path() / "dom.html";
    std::ofstream(file, std::ios::binary) << pageOf(trace);
    // "#layer=1" moves the slider there; what the script has made of the page is what comes out.
    const std::string command = "HOME='" + folder.path().string() +
                                "' chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=2000 "
                                "--dump-dom 'file://" +
                                file.string() + "#layer=1' >'" + out.string() + "' 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream stream(out, std::ios::binary);
    const std::string dom{std::istreambuf_iterator<char>(stream), {}};
    CHECK(count(dom, "class=\"word away\"") == 2); // "A" and ","
    CHECK(has(dom, "After layer 1: 10 of 12 tokens are left</output>"));
    CHECK_FALSE(has(dom, "class=\"controls\" hidden"));
    CHECK(has(dom, "Point at a cell"));
}
