// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/splits.h"

#include "core/error.h"

#include <array>
#include <filesystem>
#include <system_error>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

struct Part {
    const char *name;                  ///< in a sweep
    std::array<const char *, 3> stems; ///< of its file, as sets call it; null = no more
    const char *split;                 ///< in ERASER and HateXplain sets
};
constexpr std::array parts = {Part{"dev", {"dev", "val", "validation"}, "val"}, Part{"test", {"test"}, "test"}};

bool isThere(const fs::path &path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// The file of a part in a folder of tables, or its folder of texts for each label; empty where there is none.
fs::path fileOf(const Part &part, const fs::path &folder)
{
    for (const char *stem : part.stems) {
        if (stem == nullptr) {
            break;
        }
        for (const char *extension : {".tsv", ".csv", ".jsonl", ""}) {
            const fs::path file = folder / (std::string(stem) + extension);
            if (isThere(file)) {
                return file;
            }
        }
    }
    return {};
}

} // namespace

std::vector<SweepSplit> splitsOf(const DataSource &source)
{
    if (!source.split.empty()) {
        return {{source.split, source}};
    }
    std::error_code ignored;
    if (source.content || !fs::is_directory(source.path, ignored)) {
        return {{parts.front().name, source}};
    }
    const fs::path &folder = source.path;
    const bool posts = isThere(folder / "post_id_divisions.json");
    const bool documents = isThere(folder / "docs") || isThere(folder / "docs.jsonl");
    std::vector<SweepSplit> splits;
    for (const Part &part : parts) {
        SweepSplit split{part.name, source};
        if (posts || documents) {
            split.source.split = part.split;
            if (posts || isThere(folder / (std::string(part.split) + ".jsonl"))) {
                splits.push_back(std::move(split));
            }
        } else if (fs::path file = fileOf(part, folder); !file.empty()) {
            split.source.path = std::move(file);
            splits.push_back(std::move(split));
        }
    }
    if (splits.empty()) {
        throw Error(
            "The folder %1 holds no dev and no test set (dev.tsv, test.csv, val.jsonl with docs/, ...); name the "
            "files with --dev and --test.",
            folder.string());
    }
    return splits;
}

} // namespace adaplens
