// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/runsweep.h"
#include "tests/support/examplelists.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace adaplens::test {

/// A folder with tiny models, two splits of texts, and a sweep over them.
struct SweepFixture {
    TemporaryFolder folder;
    SweepOptions options;

    SweepFixture()
    {
        writeTexts("dev.tsv", 60);
        writeTexts("test.tsv", 25);
        DataSource source;
        source.path = path("");
        options = {.out = path("out"), .data = "texts", .splits = splitsOf(source), .bootstrap = {.resamples = 50}};
    }

    [[nodiscard]] std::filesystem::path path(const std::string &name) const { return folder.path() / name; }
    void writeTexts(const char *name, std::size_t count) const
    {
        std::ofstream file(path(name));
        file << "text\tlabel\n";
        for (const Example &example : randomExamples(count, 20)) {
            file << example.text << '\t' << example.label << '\n';
        }
    }
    /// A model of a rule, measured as it is asked for.
    void add(const std::string &name, const TinyModel &shape, SweepModel model = {})
    {
        writeTinyModel(path(name), shape);
        model.folder = path(name);
        options.models.models.push_back(std::move(model));
    }
    [[nodiscard]] Sweep run() const
    {
        auto sweep = runSweep(options);
        REQUIRE(sweep);
        return std::move(*sweep);
    }
};

/// The point of that id, which must be there.
inline const SweepPoint &pointNamed(const Sweep &sweep, std::string_view id)
{
    CAPTURE(id);
    const auto found = std::ranges::find(sweep.points, id, &SweepPoint::id);
    REQUIRE(found != sweep.points.end());
    return *found;
}

} // namespace adaplens::test
