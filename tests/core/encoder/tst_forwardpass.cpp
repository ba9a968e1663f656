// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/forwardpass_p.h"
#include "core/error.h"

#include <doctest/doctest.h>

#include <limits>

using namespace adaplens;

TEST_CASE("scores become shares, and what is no number does not pass for one")
{
    CHECK(sharesOf(at::tensor({1.0F, 3.0F})) == std::vector<float>{0.25F, 0.75F});
    CHECK(sharesOf(at::tensor({0.0F, 0.0F})) == std::vector<float>{0.5F, 0.5F});
    for (const float wrong : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        CHECK_THROWS_WITH_AS((void)sharesOf(at::tensor({1.0F, wrong})), doctest::Contains("not finite"), Error);
    }
}
