// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweepfolder_p.h"

#include "core/io/atomicfile.h"
#include "core/io/input.h"
#include "core/measure/conditions_p.h"
#include "core/sweep/sweepjson_p.h"

#include <algorithm>
#include <system_error>

namespace adaplens {

template <>
inline constexpr auto fromName<Protocol> = protocolNamed;

static void bindJson(JsonBinder &json, SweepSettings::Split &split)
{
    json.value("examples", split.examples);
    json.value("key", split.key);
}

static void bindJson(JsonBinder &json, SweepSettings &settings)
{
    json.constant("schema", "adaplens.sweep-settings/1");
    json.value("data", settings.data);
    json.value("f1_label", settings.f1Label);
    json.value("splits", settings.splits);
    json.value("protocol", settings.protocol);
    json.value("max_length", settings.maxLength);
    json.value("seed", settings.seed);
    json.value("resamples", settings.resamples);
    json.value("conditions", settings.conditions);
}

namespace {

namespace fs = std::filesystem;

/// A point as its own file holds it.
struct PointFile {
    std::uint64_t fingerprint = 0;
    double seconds = 0;
    SweepPoint point;
};

void bindJson(JsonBinder &json, PointFile &file)
{
    json.constant("schema", "adaplens.sweep-point/1");
    json.value("model_fingerprint", file.fingerprint);
    json.value("seconds", file.seconds);
    json.value("point", file.point);
}

/// Each setting that must be the same, by its name in the file.
OrderedJson comparable(const SweepSettings &settings)
{
    OrderedJson result = toOrderedJson(settings);
    OrderedJson conditions = std::move(result["conditions"]);
    conditions.erase("seconds");
    result.erase("conditions");
    result.erase("splits");
    result.update(conditions);
    return result;
}

/// A value as a message shows it.
std::string shown(const OrderedJson &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Throws Error naming the first thing in which the settings of a folder differ from those wanted.
void compare(const fs::path &folder, const SweepSettings &found, const SweepSettings &wanted)
{
    const OrderedJson theirs = comparable(found), ours = comparable(wanted);
    for (const auto &[key, value] : ours.items()) {
        const OrderedJson other = theirs.value(key, OrderedJson());
        if (other != value) {
            std::string name = key;
            std::ranges::replace(name, '_', ' ');
            throw Error(
                "The sweep in %1 was made with %2 “%3”, but this one has “%4”; go on with what it was made with, "
                "name another folder, or say --restart to measure everything anew.",
                folder.string(), name, shown(other), shown(value));
        }
    }
    for (const auto &[name, split] : wanted.splits) {
        const auto known = found.splits.find(name);
        if (known != found.splits.end() &&
            (known->second.examples != split.examples || known->second.key != split.key)) {
            throw Error(
                "The sweep in %1 was made with other examples of the split “%2” than those found now; go on with "
                "the same data, name another folder, or say --restart to measure everything anew.",
                folder.string(), name);
        }
    }
}

} // namespace

SweepFolder::SweepFolder(fs::path folder, const SweepSettings &settings, bool restart) : m_folder(std::move(folder))
{
    const fs::path file = m_folder / "settings.json";
    std::error_code ignored;
    const bool begun = fs::exists(file, ignored);
    if (!begun && (fs::exists(m_folder / sweepFileName, ignored) || fs::exists(m_folder / "points", ignored))) {
        throw Error("%1 holds a table of operating points, but not the settings it was made with; name another folder.",
                    m_folder.string());
    }
    SweepSettings stored = settings;
    if (begun && !restart) {
        SweepSettings found;
        try {
            readJson(readWhole(file), file.string(), found);
        } catch (const Error &error) {
            throw Error("These are no settings of a sweep; name another folder, or say --restart to measure everything "
                        "anew: %1",
                        error.message());
        }
        compare(m_folder, found, settings);
        stored.splits.insert(found.splits.begin(), found.splits.end()); // those of this call are there already
    }
    if (restart) {
        fs::remove_all(m_folder / "points", ignored);
    }
    writeFile(file, jsonText(toOrderedJson(stored)) + '\n');
}

fs::path SweepFolder::fileOf(const std::string &id) const
{
    return m_folder / "points" / (id + ".json");
}

bool SweepFolder::has(const std::string &id) const
{
    std::error_code ignored;
    return fs::exists(fileOf(id), ignored);
}

SweepPoint SweepFolder::read(const std::string &id, std::uint64_t fingerprint)
{
    const fs::path path = fileOf(id);
    PointFile file;
    try {
        readJson(readWhole(path), path.string(), file, JsonForm::Record, m_folder);
    } catch (const Error &error) {
        throw Error("This is no point of a sweep; delete the file, and it will be measured anew: %1", error.message());
    }
    if (file.fingerprint != fingerprint) {
        throw Error("The point %1 was measured with another model than lies in %2 now; delete the file, name another "
                    "folder, or say --restart to measure everything anew.",
                    path.string(), file.point.model.lexically_normal().string());
    }
    file.point.model = file.point.model.lexically_normal();
    m_seconds[id] = file.seconds;
    return file.point;
}

void SweepFolder::write(const SweepPoint &point, std::uint64_t fingerprint, double seconds)
{
    writeFile(fileOf(point.id),
              jsonText(toOrderedJson(PointFile{fingerprint, seconds, relativeTo(m_folder, point)})) + '\n');
    m_seconds[point.id] = seconds;
}

void SweepFolder::writeTables(Sweep &sweep) const
{
    if (sweep.conditions) {
        sweep.conditions->seconds = 0;
        for (const auto &[id, seconds] : m_seconds) {
            sweep.conditions->seconds += seconds;
        }
    }
    writeFile(m_folder / sweepFileName, toJson(sweep, m_folder));
    writeFile(m_folder / "sweep.csv", toCsv(sweep));
    writeFile(m_folder / "sweep.md", toMarkdown(sweep));
}

} // namespace adaplens
