// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sampletexts.h"

#include "core/io/input.h"
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
        throw Error("%1 holds broken JSON at byte %2; a list of sample texts was expected.", quoted(file), error.byte);
    }
    if (!list.is_array())
        throw Error("%1 holds a JSON %2; a list of sample texts was expected.", quoted(file), list.type_name());
    std::vector<SampleText> result;
    for (const auto &entry : list) {
        try {
            const json &words = entry.contains(language) ? entry.at(language) : entry;
            SampleText sample{words.at("title"), words.at("look"), entry.at("text"), std::nullopt, entry.at("models")};
            if (entry.contains("pair"))
                sample.pair = entry.at("pair").get<std::string>();
            result.push_back(std::move(sample));
        } catch (const json::exception &) {
            throw Error(
                "%1, entry %2: 'title', 'look' and 'text' are needed, all of them texts ('pair' may be one), and "
                "'models', a list of names.",
                quoted(file), result.size() + 1);
        }
    }
    return result;
}

std::vector<SampleText> shippedSampleTexts(const std::string &language)
{
    return loadSampleTexts(resourceFolder() / "examples" / "inspect.json", language);
}

} // namespace adaplens
