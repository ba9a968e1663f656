// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/latex.h"
#include "core/sweep/sweep.h"
#include "tests/support/handmadesweep.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace adaplens;

TEST_CASE("text stands in LaTeX as it is")
{
    CHECK(latexText("a_b & 50% of ~x^2 {#$\\}") ==
          "a\\_b \\& 50\\% of \\textasciitilde{}x\\textasciicircum{}2 \\{\\#\\$\\textbackslash{}\\}");
    CHECK(latexText("naïve") == "naïve");
}

TEST_CASE("a table for LaTeX has a line for each point, and says what became of the others")
{
    Sweep sweep = test::handMadeSweep("/models", "a_set");
    const Sweep published = test::handMadePublished();
    sweep.points.insert(sweep.points.end(), published.points.begin(), published.points.end());
    const std::string text = toLatex(sweep);
    const auto has = [&text](const char *part) {
        INFO(text);
        CHECK_MESSAGE(text.find(part) != std::string::npos, part);
    };
    has("    AdapLeR & eta scale 1 & dev & 872 & 0.8800 {\\scriptsize [0.8589, 0.9011]} & 0.8300 {\\scriptsize [0.8000, "
        "0.8600]} & 1.75$\\times$ & 3.50$\\times$ & 1.56$\\times$ {\\scriptsize [1.50, 1.62]} \\\\\n");
    has("    PoWER-BERT &  & test &  & 0.9210 &  &  &  & 2.40$\\times$ \\\\\n");
    has("on a\\_set");
    has("95\\,\\%, seed 3");
    has("F1: of class positive");
    has("2 threads, batches of 32");
    has(" PoWER-BERT (dev): failed: There is no file model.safetensors.");
    has(" DistilBERT (dev): not run: No model of this method was named.");
    has(" ToP (dev): published: README of <ToP>; BERT-base.");
    CHECK(text.find("..") == std::string::npos);
    // As many columns in every line as the table has.
    CHECK(text.find("\\begin{tabular}{lllrllrrl}") != std::string::npos);
    std::size_t begin = text.find("\\midrule\n") + 9, lines = 0;
    const std::size_t end = text.find("    \\bottomrule");
    while (begin < end) {
        const std::size_t next = text.find('\n', begin) + 1;
        const std::string line = text.substr(begin, next - begin);
        CHECK_MESSAGE(std::ranges::count(line, '&') == 8, line);
        begin = next;
        ++lines;
    }
    CHECK(lines == sweep.points.size());
    for (SweepPoint &point : sweep.points) {
        point.f1.reset();
    }
    CHECK(toLatex(sweep).find("\\begin{tabular}{lllrlrrl}") != std::string::npos);
}
