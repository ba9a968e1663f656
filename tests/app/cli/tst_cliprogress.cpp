// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress.h"
#include "app/cli/terminal.h"

#include <doctest/doctest.h>

using namespace adaplens::cli;
using std::chrono::seconds;

TEST_CASE("times read as people say them")
{
    CHECK(spokenTime(seconds(0)) == "0 s");
    CHECK(spokenTime(seconds(59)) == "59 s");
    CHECK(spokenTime(seconds(185)) == "3 min 05 s");
    CHECK(spokenTime(seconds(7800)) == "2 h 10 min");
    CHECK(spokenTime(seconds(-5)) == "0 s");
}

TEST_CASE("a progress line tells what is done, what is left and how long it takes")
{
    CHECK(progressLine("evaluate", 25, 100, seconds(12), "accuracy 0.900", 120) ==
          "evaluate  [######..................]  25/100  25 %  12 s left  accuracy 0.900");
    CHECK(progressLine("evaluate", 0, 100, std::nullopt, "", 120) ==
          "evaluate  [........................]  0/100  0 %");
    CHECK(progressLine("evaluate", 100, 100, seconds(0), "", 120) ==
          "evaluate  [########################]  100/100  100 %  0 s left");
    CHECK(progressLine("read", 17, 0, std::nullopt, "", 120) == "read  17");
    CHECK(displayWidth(progressLine("evaluate", 25, 100, seconds(12), "accuracy", 40)) <= 40);
}

TEST_CASE("nothing in a user's text can steer the terminal")
{
    CHECK(printable("a\tb\nc") == "a b c");
    CHECK(printable("\x1b[31mred") == "\xEF\xBF\xBD[31mred");
    CHECK(printable("\xc2\x9b"
                    "31m") == "\xEF\xBF\xBD"
                              "31m"); // the one-character form of ESC [
    CHECK(printable("a\xe2\x80\xae"
                    "b") == "a\xEF\xBF\xBD"
                            "b");                                               // right-to-left override
    CHECK(printable("\xff\xc3") == "\xEF\xBF\xBD\xEF\xBF\xBD");                 // no UTF-8
    CHECK(printable("\xed\xa0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"); // a surrogate
    CHECK(printable("na\xc3\xafve \xf0\x9f\x98\x80") == "na\xc3\xafve \xf0\x9f\x98\x80");
}

TEST_CASE("columns line up for accents, CJK and emoji")
{
    CHECK(displayWidth("film") == 4);
    CHECK(displayWidth("na\xc3\xafve") == 5);
    CHECK(displayWidth("e\xcc\x81") == 1);                // a combining accent
    CHECK(displayWidth("\xe6\x98\xa0\xe7\x94\xbb") == 4); // two CJK characters
    CHECK(padded("film", 6) == "film  ");
    CHECK(padded("\xe6\x98\xa0\xe7\x94\xbb", 6) == "\xe6\x98\xa0\xe7\x94\xbb  ");
    CHECK(fitted("marvellous", 5) == "marv\xe2\x80\xa6");
    CHECK(fitted("\xe6\x98\xa0\xe7\x94\xbb\xe6\x98\xa0", 4) == "\xe6\x98\xa0\xe2\x80\xa6");
    CHECK(padded("\xe6\x98\xa0\xe7\x94\xbb\xe6\x98\xa0", 4) == "\xe6\x98\xa0\xe2\x80\xa6 ");
    CHECK(fitted("anything", 0).empty());
}
