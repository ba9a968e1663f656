// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shipped.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"
#include "core/io/resources.h"
#include "core/model/config.h"
#include "core/model/modelfolder_p.h"
#include "core/text/vocabularyfiles.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <system_error>

namespace adaplens {

namespace fs = std::filesystem;

namespace {

struct Words {
    std::string title, task, language;
};

/// A line of models.json.
struct Entry {
    std::string name;
    Words words;
    std::size_t reads = 0;
    bool pairs = false;
    std::vector<ShippedMeasure> measured;
    std::map<std::string, Words> translations; ///< by language
};

struct Index {
    std::vector<Entry> models;
};

} // namespace

static void bindJson(JsonBinder &json, ShippedMeasure &measure)
{
    for (const char *key : {"data", "texts", "plain", "reduced", "speedup"}) {
        json.require(key);
    }
    json.value("data", measure.data);
    json.value("texts", measure.texts, 1, std::size_t{1} << 40U);
    json.value("plain", measure.plain, 0, 1);
    json.value("reduced", measure.reduced, 0, 1);
    json.value("speedup", measure.speedup, 0, 1e6);
}

namespace {

void bindJson(JsonBinder &json, Words &words)
{
    for (const char *key : {"title", "task", "language"}) {
        json.require(key);
    }
    json.value("title", words.title);
    json.value("task", words.task);
    json.value("language", words.language);
}

void bindJson(JsonBinder &json, Entry &entry)
{
    json.require("name");
    json.value("name", entry.name);
    bindJson(json, entry.words);
    json.value("reads", entry.reads);
    json.value("pairs", entry.pairs);
    json.value("measured", entry.measured);
    json.value("translations", entry.translations);
}

void bindJson(JsonBinder &json, Index &index)
{
    json.require("models");
    json.value("models", index.models);
}

/// What models.json says; nothing where there is none.
std::vector<Entry> readIndex(const fs::path &models)
{
    const fs::path file = models / "models.json";
    std::error_code error;
    Index index;
    if (fs::exists(file, error)) {
        readJson(readWhole(file), file.string(), index, JsonForm::Settings);
    }
    return index.models;
}

/// The folders that hold a model, by name.
std::vector<std::string> modelFolders(const fs::path &models)
{
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(models, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code absent;
        if (fs::is_regular_file(entry->path() / "config.json", absent)) {
            names.push_back(entry->path().filename().string());
        }
    }
    std::ranges::sort(names);
    return names;
}

/// 0 where there is none.
std::uintmax_t sizeOf(const fs::path &file)
{
    std::error_code absent;
    const std::uintmax_t size = fs::file_size(file, absent);
    return absent ? 0 : size;
}

void measureFiles(ShippedModel &model)
{
    for (const fs::path &place : {model.folder, model.folder / twinFolderName}) {
        for (const fs::path &file : modelFilesIn(place)) {
            model.bytes += sizeOf(file);
        }
    }
    if (const std::string name = namedWordEmbeddings(model.folder); !name.empty()) {
        model.shared = (model.folder / name).lexically_normal();
        model.sharedBytes = sizeOf(model.shared) + sizeOf(vocabularyFileIn(model.shared.parent_path()));
    }
}

/// What its own files say; a broken one is listed by its name, and whoever opens it is told what is wrong.
ShippedModel described(const fs::path &folder)
{
    ShippedModel model;
    model.name = model.title = folder.filename().string();
    model.folder = folder;
    measureFiles(model);
    try {
        const ModelInfo info = readConfig(folder, false).info;
        model.title = info.name;
        model.task = info.trainedOn;
        model.language = info.language;
        model.pairs = info.pairs;
        model.labels = info.labels;
    } catch (const Error &) {
        return model;
    }
    return model;
}

std::string namesOf(const fs::path &models)
{
    std::string list;
    for (const ShippedModel &model : shippedModels("en", models)) {
        list += (list.empty() ? "" : ", ") + model.name;
    }
    return list;
}

} // namespace

fs::path shippedModelsFolder()
{
    return resourceFolder() / "models";
}

std::vector<ShippedModel> shippedModels(const std::string &language, const fs::path &folder)
{
    std::vector<std::string> names = modelFolders(folder);
    std::vector<ShippedModel> models;
    for (const Entry &entry : readIndex(folder)) {
        const auto found = std::ranges::find(names, entry.name);
        if (found == names.end()) {
            continue; // not part of this copy, or named twice
        }
        names.erase(found);
        const auto translated = entry.translations.find(language);
        const Words &words = translated == entry.translations.end() ? entry.words : translated->second;
        ShippedModel model = described(folder / entry.name);
        model.title = words.title;
        model.task = words.task;
        model.language = words.language;
        model.reads = entry.reads;
        model.pairs = entry.pairs;
        model.measured = entry.measured;
        models.push_back(std::move(model));
    }
    for (const std::string &name : names) {
        models.push_back(described(folder / name));
    }
    return models;
}

std::vector<ModelExamples> examplesByModel(const std::vector<ShippedModel> &models,
                                           const std::vector<SampleText> &texts)
{
    std::vector<ModelExamples> groups;
    for (const ShippedModel &model : models) {
        groups.push_back({model, {}});
    }
    for (const SampleText &text : texts) {
        for (const std::string &name : text.models) {
            const auto home = std::ranges::find_if(groups, [&](const auto &group) { return group.model.name == name; });
            if (home != groups.end()) {
                home->texts.push_back(text);
                break;
            }
        }
    }
    std::erase_if(groups, [](const ModelExamples &group) { return group.texts.empty(); });
    return groups;
}

fs::path modelFolder(const std::string &nameOrFolder, const fs::path &models)
{
    if (nameOrFolder.empty()) {
        return defaultModel(models);
    }
    std::error_code error;
    if (nameOrFolder.find('/') != std::string::npos || fs::is_directory(nameOrFolder, error)) {
        return nameOrFolder;
    }
    const std::vector<std::string> names = modelFolders(models);
    if (std::ranges::find(names, nameOrFolder) != names.end()) {
        return models / nameOrFolder;
    }
    throw names.empty()
        ? Error("There is no folder %1, and no model came with this copy of AdapLens; name the folder of a model.",
                nameOrFolder)
        : Error(
              "There is no folder %1, and no such model came with AdapLens; name the folder of a model, or one of: %2.",
              nameOrFolder, namesOf(models));
}

fs::path defaultModel(const fs::path &models)
{
    const char *chosen = std::getenv("ADAPLENS_MODEL");
    if (chosen != nullptr && *chosen != '\0') {
        fs::path folder = modelFolder(chosen, models);
        std::error_code error;
        if (!fs::is_directory(folder, error)) {
            throw Error("%1, which ADAPLENS_MODEL names, is not a folder; set it to a model folder.", folder.string());
        }
        return folder;
    }
    const std::vector<ShippedModel> shipped = shippedModels("en", models);
    if (shipped.empty()) {
        throw Error(
            "There is no model in %1: this copy of AdapLens has none; open a model folder (--model DIR), or name "
            "one in ADAPLENS_MODEL.",
            models.string());
    }
    return shipped.front().folder;
}

} // namespace adaplens
