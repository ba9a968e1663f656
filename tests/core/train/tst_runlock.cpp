// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/runlock.h"

#include "core/error.h"
#include "tests/core/train/markertask.h"
#include "tests/support/temporaryfolder.h"

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace adaplens;
using namespace adaplens::marker;

TEST_CASE("a folder is trained into by one run at a time")
{
    const test::TemporaryFolder folder;
    const TrainConfig config = shortConfig(folder.path());
    CHECK_FALSE(isTrainedInto(config.out));
    {
        const RunLock lock(config.out);
        CHECK(isTrainedInto(config.out));
        CHECK_THROWS_WITH_AS((void)train(config, {"fine-tune"}, Existing::Refuse, {}),
                             doctest::Contains("is writing to"), Error);
        CHECK(std::filesystem::is_empty(config.out));
    }
    CHECK_FALSE(isTrainedInto(config.out));
    bool during = false;
    CHECK(train(config, {"fine-tune"}, Existing::Refuse, [&](const TrainProgress &) {
              during = during || isTrainedInto(config.out);
          }).finished);
    CHECK(during);
    CHECK_FALSE(isTrainedInto(config.out));
}

TEST_CASE("the lock of a process ends with it")
{
    const test::TemporaryFolder folder;
    std::array<int, 2> ready{};
    REQUIRE(::pipe(ready.data()) == 0);
    const pid_t other = ::fork();
    REQUIRE(other >= 0);
    if (other == 0) {
        const RunLock lock(folder.path());
        (void)!::write(ready[1], "x", 1);
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    CHECK(isTrainedInto(folder.path()));
    ::kill(other, SIGKILL);
    ::waitpid(other, nullptr, 0);
    CHECK_FALSE(isTrainedInto(folder.path()));
    ::close(ready[0]);
    ::close(ready[1]);
}
