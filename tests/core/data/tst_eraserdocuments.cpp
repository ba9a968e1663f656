// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/eraserdocuments_p.h"

#include <doctest/doctest.h>

using namespace adaplens;

TEST_CASE("a document's name stays within its folder")
{
    for (const char *name : {"negR_000.txt", "a premise", "a/b", "a..b", "..a"}) {
        CAPTURE(name);
        CHECK(isDocumentName(name));
    }
    for (const char *name : {"", ".", "..", "../a", "a/../b", "a/..", "a/", "/etc/a", "a\nb", "a\tb", "\x1f"}) {
        CAPTURE(name);
        CHECK(!isDocumentName(name));
    }
    CHECK(!isDocumentName(std::string("a\0b", 3)));
    CHECK(isDocumentName(std::string(1024, 'a')));
    CHECK(!isDocumentName(std::string(1025, 'a')));
}
