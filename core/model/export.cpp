// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/export.h"

#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "core/model/modelfolder_p.h"
#include "core/model/wordembeddings_p.h"
#include "core/reduction/names.h"

#include <string>
#include <string_view>
#include <system_error>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// The model card and what its licence asks to be passed on.
bool isNotice(const fs::path &file)
{
    const std::string name = file.filename().string();
    for (const std::string_view wanted : {"README", "LICENSE", "LICENCE", "NOTICE"}) {
        if (name.starts_with(wanted)) {
            return true;
        }
    }
    return false;
}

void copyNotices(const fs::path &from, const fs::path &to)
{
    for (const fs::directory_entry &entry : fs::directory_iterator(from)) {
        if (entry.is_regular_file() && isNotice(entry.path())) {
            fs::copy_file(entry.path(), to / entry.path().filename(), fs::copy_options::overwrite_existing);
        }
    }
}

/// Writes one model, without its twin, with the notices of the folder it was read from.
void writeModel(const Checkpoint &checkpoint, const fs::path &to, const fs::path &target, Storage storage,
                const std::string &wordEmbeddings)
{
    fs::create_directories(to);
    writeModelFiles(to, target, checkpoint, storage, wordEmbeddings);
    copyNotices(checkpoint.info.folder, to);
}

/// How the config of a folder names a file, which must be where such a config may name one.
std::string nameFrom(const fs::path &folder, const fs::path &file)
{
    std::string name =
        fs::weakly_canonical(fs::absolute(file)).lexically_relative(fs::weakly_canonical(folder)).string();
    (void)wordEmbeddingsFile(folder, name);
    return name;
}

void requireSameEmbeddings(const Checkpoint &model, const Checkpoint &twin)
{
    if (!twin.weights.wordEmbeddings.equal(model.weights.wordEmbeddings)) {
        throw Error("Model %1 and its plain twin have different word embeddings, so they cannot share a file of them; "
                    "export them without --share-embeddings.",
                    model.info.name);
    }
}

} // namespace

void checkExport(const fs::path &folder, const fs::path &out, const ExportOptions &options)
{
    checkTarget(folder, targetOf(out), options.force);
}

std::optional<ExportedModel> exportModel(const fs::path &folder, const fs::path &out, const ExportOptions &options,
                                         std::stop_token stop)
try {
    const fs::path target = targetOf(out);
    checkTarget(folder, target, options.force);
    Checkpoint model = readCheckpoint(folder, options.tokenizer); // before anything is made on the disk
    if (!options.eta.empty()) {
        setEta(model, options.eta);
    }
    std::optional<Checkpoint> twin;
    if (model.info.hasTwin) {
        twin = readCheckpoint(folder / twinFolderName, options.tokenizer);
    }
    std::optional<SharedWordEmbeddings> shared;
    if (!options.shareEmbeddings.empty()) {
        if (twin) {
            requireSameEmbeddings(model, *twin);
        }
        (void)nameFrom(target, options.shareEmbeddings);
        shared.emplace(options.shareEmbeddings, model, options.storage);
    }
    const auto named = [&](const fs::path &from) {
        return shared ? nameFrom(from, options.shareEmbeddings) : std::string();
    };
    ExportedModel result{.folder = target,
                         .adaptive = model.info.adaptive,
                         .rule = namesOf(model.info).title.english(),
                         .twin = std::nullopt};
    ModelFolderWriter writer(target);
    writeModel(model, writer.path(), target, options.storage, named(target));
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    if (twin) {
        // Small forms store word embeddings that both have in common once.
        const bool above =
            options.storage != Storage::Float32 && twin->weights.wordEmbeddings.equal(model.weights.wordEmbeddings);
        writeModel(*twin, writer.path() / twinFolderName, target / twinFolderName, options.storage,
                   shared  ? named(target / twinFolderName)
                   : above ? embeddingsAbove
                           : "");
        result.twin = target / twinFolderName;
    }
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    if (shared) {
        shared->write();
    }
    writer.commit(ModelFolderWriter::Twin::Goes);
    return result;
} catch (const fs::filesystem_error &error) {
    throw Error("The model could not be exported to %1: %2 (%3).", out.string(), error.code().message(),
                error.path1().string());
}

} // namespace adaplens
