// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytelevel.h"

#include <doctest/doctest.h>

#include <string>

using namespace adaplens;

TEST_CASE("each byte has a spelling of its own, visible ASCII itself")
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all.push_back(static_cast<char>(byte));
    const std::string spelled = byteLevelSpelling(all);
    CHECK(byteLevelBytes(spelled) == all);
    CHECK(byteLevelSpelling("az~!") == "az~!");
    CHECK(byteLevelSpelling(" ") == "\u0120");
    CHECK(byteLevelSpelling("\n") == "\u010A");
    CHECK(byteLevelSpelling("\x7F") == "\u0121");
    CHECK(byteLevelSpelling("\xAD") == "\u0143"); // the soft hyphen is not visible
    CHECK_FALSE(byteLevelBytes("\u96FB").has_value());
    CHECK_FALSE(byteLevelBytes(" ").has_value());
    CHECK_FALSE(byteLevelBytes("\u0144").has_value());
}

TEST_CASE("a piece is shown as its text")
{
    CHECK(readablePiece(byteLevelSpelling(" film")) == "film");
    CHECK(readablePiece(byteLevelSpelling("ing")) == "ing");
    CHECK(readablePiece(byteLevelSpelling(" \u00e9t\u00e9")) == "\u00e9t\u00e9");
    CHECK(readablePiece(byteLevelSpelling("  ")) == "\u2423\u2423");
    CHECK(readablePiece(byteLevelSpelling(" \xE2\x82")) == "<0xE2><0x82>");
    CHECK(readablePiece(byteLevelSpelling("a\n")) == "a<0x0A>");
    CHECK(readablePiece("<s>") == "<s>");
    CHECK(readablePiece("\u96FB") == "\u96FB"); // an added token
}
