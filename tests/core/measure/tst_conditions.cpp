// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/machine/runtime.h"
#include "core/measure/conditions.h"
#include "core/measure/timing.h"

#include <doctest/doctest.h>

using namespace adaplens;

TEST_CASE("conditions are those of the moment, in one line")
{
    setThreads(1);
    Conditions conditions = conditionsHere(Precision::Int8, 32);
    CHECK(conditions.precision == Precision::Int8);
    CHECK(conditions.threads == 1);
    CHECK(conditions.batch == 32);
    CHECK(conditions.device == "cpu");
    CHECK(conditions.processor == runtimeInfo().processor);
    CHECK(conditions.libtorch == runtimeInfo().libtorch);
    CHECK(conditions.blas == runtimeInfo().blas);
    conditions.processor = "a processor";
    conditions.libtorch = "9.8";
    conditions.blas = "BLAS";
    conditions.seconds = 12.25;
    CHECK(describe(conditions) == "cpu, int8, 1 thread, batches of 32, LibTorch 9.8, BLAS, a processor, 12.2 s");
    conditions.threads = 2;
    conditions.batch = 0;
    CHECK(describe(conditions) == "cpu, int8, 2 threads, LibTorch 9.8, BLAS, a processor, 12.2 s");
}

TEST_CASE("protocols go by their names")
{
    CHECK(protocolNamed("head512") == Protocol::Head512);
    CHECK(protocolNamed("windows-mean") == Protocol::WindowsMean);
    CHECK_THROWS_WITH_AS((void)protocolNamed("tail"), "There is no protocol 'tail'; known are head512, windows-mean.",
                         Error);
}

TEST_CASE("the time left goes by pieces")
{
    TimeLeft left;
    CHECK(!left.seconds(0, 10));
    left.addKnown(300); // by an earlier run: no time now
    CHECK(!left.seconds(1, 10));
    left.add(100, 2);
    // 2 texts of 200 pieces on average; 4 to come at 0.02 s a piece.
    CHECK(left.seconds(2, 6).value() == doctest::Approx(4 * 200 * 0.02));
    CHECK(left.seconds(2, 2).value() == 0);
    CHECK(!left.seconds(2, 1)); // more than was announced
    CHECK(!left.seconds(2, 0)); // nothing was
}
