// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tracereport.h"
#include "core/reduction/names.h"
#include "tests/support/handmadetrace.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace adaplens;
using namespace adaplens::cli;

namespace {

/// The line of a report that begins with `head`.
std::string lineOf(const std::string &report, const std::string &head)
{
    std::istringstream lines(report);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(head)) {
            return line;
        }
    }
    return {};
}

std::size_t count(const std::string &text, char wanted)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), wanted));
}

} // namespace

TEST_CASE("the report tells kept, partly dropped, dropped and gone apart without colour")
{
    const Trace trace = test::handMadeTrace();
    const std::string report = traceReport(trace, {});
    CHECK(report.find('\033') == std::string::npos);

    const std::string dropped = lineOf(report, "A "); // dropped at the first of three layers
    CHECK(count(dropped, 'x') == 1);
    CHECK(count(dropped, '.') == 1 + 2); // the decimal point, and gone at two layers
    const std::string fine = lineOf(report, "fine");
    CHECK(count(fine, 'x') == 0);
    CHECK(count(fine, '~') == 0);
    CHECK(count(lineOf(report, "unforgettable"), '~') == 1);
    CHECK(count(lineOf(report, "unforgettable"), 'x') == 1);
    CHECK(lineOf(report, "kept").find("10") != std::string::npos);
    CHECK(lineOf(report, "threshold").find("0.50") != std::string::npos);
    CHECK(report.find("[UNK]") != std::string::npos);

    const std::string pieces = traceReport(trace, {.colour = false, .byPiece = true, .width = 80});
    CHECK(!lineOf(pieces, "##table").empty());
    CHECK(count(lineOf(pieces, "##table"), 'x') == 1);
}

TEST_CASE("the report draws the line as the trace's rule does")
{
    Trace trace = test::handMadeTrace();
    CHECK(traceReport(trace, {}).find("kept where the score reaches the threshold") != std::string::npos);
    trace.rule = *namesOfRule("trbert");
    trace.layers[0].drop = DropPlace::Nowhere;
    trace.layers[0].threshold = 0;
    trace.layers[1].threshold = 0.125F;
    trace.layers[1].scale = 4;
    std::string report = traceReport(trace, {});
    CHECK(report.find("kept where the probability to be kept itself reaches the threshold") != std::string::npos);
    CHECK(lineOf(report, "threshold").find(" -   0.50 ") != std::string::npos);
    trace.rule = *namesOfRule("power");
    report = traceReport(trace, {});
    CHECK(report.find("as many of the best are kept as the retention says") != std::string::npos);
    CHECK(report.find("significance times the number of tokens") != std::string::npos);
}

TEST_CASE("colour comes on demand only, and columns stay in line")
{
    const Trace trace = test::handMadeTrace();
    CHECK(traceReport(trace, {.colour = true, .byPiece = false, .width = 80}).find("\033[") != std::string::npos);
    const std::string narrow = traceReport(trace, {.colour = false, .byPiece = false, .width = 32});
    CHECK(!lineOf(narrow, "unforgetta\xe2\x80\xa6").empty());
}

TEST_CASE("a plain model says that it drops nothing")
{
    const Trace trace = test::handMadePlainTrace();
    const std::string report = traceReport(trace, {});
    CHECK(report.find("nothing is dropped") != std::string::npos);
    CHECK(report.find("attention") != std::string::npos);
    CHECK(lineOf(report, "threshold").empty());
    CHECK(traceNotes(trace).empty());
}

TEST_CASE("notes name what was cut, a changed answer and an unknown text, and nothing else")
{
    Trace trace = test::handMadeTrace();
    trace.reduced.label = trace.plain.label = 1;
    CHECK(traceNotes(trace).empty());

    trace.encoding.cutWords = 3;
    trace.encoding.cutPieces = 5;
    REQUIRE(traceNotes(trace).size() == 1);
    CHECK(traceNotes(trace)[0].find("3 words (5 pieces)") != std::string::npos);

    trace.encoding.cutPieces = 0;
    trace.reduced.label = 0;
    trace.reduced.probabilities = {0.6F, 0.4F};
    trace.plain.probabilities = {0.1F, 0.9F};
    REQUIRE(traceNotes(trace).size() == 1);
    CHECK(traceNotes(trace)[0].find("negative 0.600 with tokens dropped, positive 0.900 without") != std::string::npos);

    trace.reduced.label = 1;
    trace.encoding.pieces[2].unknown = trace.encoding.pieces[3].unknown = true; // with the emoji 3 of 10
    REQUIRE(traceNotes(trace).size() == 1);
    CHECK(traceNotes(trace)[0].find("30 %") != std::string::npos);
}
