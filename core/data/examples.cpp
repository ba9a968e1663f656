// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/examples.h"

#include "core/io/textfile_p.h"
#include "core/error.h"
#include "core/io/resources.h"

#include <nlohmann/json.hpp>

namespace adaplens {

using nlohmann::json;

std::vector<SampleText> loadSampleTexts(const std::filesystem::path &file, const std::string &language)
{
    json list;
    try {
        list = json::parse(readWhole(file));
    } catch (const json::parse_error &error) {
        throw Error(quoted(file) + " holds broken JSON at byte " + std::to_string(error.byte) +
                    "; a list of sample texts was expected.");
    }
    if (!list.is_array())
        throw Error(quoted(file) + " holds a JSON " + list.type_name() + "; a list of sample texts was expected.");
    std::vector<SampleText> result;
    for (const auto &entry : list) {
        try {
            const json &words = entry.contains(language) ? entry.at(language) : entry;
            SampleText sample{words.at("title"), words.at("look"), entry.at("text"), std::nullopt};
            if (entry.contains("pair"))
                sample.pair = entry.at("pair").get<std::string>();
            result.push_back(std::move(sample));
        } catch (const json::exception &) {
            throw Error(quoted(file) + ", entry " + std::to_string(result.size() + 1) +
                        ": 'title', 'look' and 'text' are needed, all of them texts ('pair' may be one).");
        }
    }
    return result;
}

std::vector<SampleText> shippedSampleTexts(const std::string &language)
{
    return loadSampleTexts(resourceFolder() / "examples" / "inspect.json", language);
}

} // namespace adaplens
