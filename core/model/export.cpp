// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/export.h"

#include "core/error.h"
#include "core/model/checkpoint_p.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

constexpr const char *twinName = "plain";

/// A new folder beside the target, gone again with all it holds unless it was moved away.
class StagingFolder {
public:
    explicit StagingFolder(const fs::path &target)
    {
        fs::create_directories(target.parent_path());
        std::string pattern = target.string();
        pattern.insert(pattern.rfind('/') + 1, 1, '.');
        pattern.append(".XXXXXX");
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw Error("The folder " + target.string() + " cannot be written: " + std::strerror(errno) + '.');
        }
        m_path = pattern;
        fs::permissions(m_path, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                                    fs::perms::others_read | fs::perms::others_exec);
    }
    ~StagingFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    StagingFolder(const StagingFolder &) = delete;
    StagingFolder &operator=(const StagingFolder &) = delete;

    [[nodiscard]] const fs::path &path() const { return m_path; }

private:
    fs::path m_path;
};

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

/// What a model folder may hold that an older model in its place must not leave behind.
bool belongsToModel(const fs::path &file)
{
    const std::string name = file.filename().string();
    return name == "config.json" || name == "vocab.txt" || name == "model.safetensors" || name == "tokenizer.json" ||
           name == "tokenizer_config.json" || name == "special_tokens_map.json";
}

void copyNotices(const fs::path &from, const fs::path &to)
{
    for (const fs::directory_entry &entry : fs::directory_iterator(from)) {
        if (entry.is_regular_file() && isNotice(entry.path())) {
            fs::copy_file(entry.path(), to / entry.path().filename(), fs::copy_options::overwrite_existing);
        }
    }
}

Storage storageOf(ExportForm form)
{
    switch (form) {
    case ExportForm::Float16:
        return Storage::Float16;
    case ExportForm::Int8:
        return Storage::Int8PerRow;
    case ExportForm::Float32:
        break;
    }
    return Storage::Float32;
}

/// Writes one model, without its twin, with the notices of the folder it was read from.
void writeModel(const Checkpoint &checkpoint, const fs::path &to, ExportForm form, bool shareWordEmbeddings)
{
    fs::create_directories(to);
    writeCheckpoint(to, checkpoint, storageOf(form), shareWordEmbeddings);
    copyNotices(checkpoint.info.folder, to);
}

void removeModelFiles(const fs::path &folder)
{
    if (fs::is_directory(folder)) {
        for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
            if (entry.is_regular_file() && belongsToModel(entry.path())) {
                fs::remove(entry.path());
            }
        }
    }
}

/// Puts a staged folder in the target's place: at once where there is nothing, else file by file.
void moveInto(const fs::path &staged, const fs::path &target)
{
    if (!fs::exists(target) || fs::is_empty(target)) {
        fs::rename(staged, target); // takes the place of an empty folder, too
        return;
    }
    removeModelFiles(target / twinName);
    removeModelFiles(target);
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(staged)) {
        const fs::path to = target / fs::relative(entry.path(), staged);
        if (entry.is_directory()) {
            fs::create_directories(to);
        } else {
            fs::rename(entry.path(), to);
        }
    }
}

/// Whether `inner` is `outer` or lies in it, links resolved.
bool liesIn(const fs::path &inner, const fs::path &outer)
{
    const fs::path relative = fs::weakly_canonical(inner).lexically_relative(fs::weakly_canonical(outer));
    return !relative.empty() && *relative.begin() != "..";
}

void checkTarget(const fs::path &folder, const fs::path &target, bool force)
{
    if (fs::exists(target) && !fs::is_directory(target)) {
        throw Error(target.string() + " is a file; name a folder that does not exist yet or is empty.");
    }
    if (liesIn(target, folder) || liesIn(folder, target)) {
        throw Error("The folder " + target.string() + " is or holds the model that is exported, " + folder.string() +
                    "; name another one.");
    }
    if (!force && fs::exists(target) && !fs::is_empty(target)) {
        throw Error("The folder " + target.string() +
                    " is not empty; name another one, or say --force to replace the model in it.");
    }
}

} // namespace

std::optional<ExportedModel> exportModel(const fs::path &folder, const fs::path &out, const ExportOptions &options,
                                         std::stop_token stop)
try {
    fs::path target = fs::absolute(out).lexically_normal();
    if (!target.has_filename()) {
        target = target.parent_path(); // "folder/"
    }
    checkTarget(folder, target, options.force);
    Checkpoint model = readCheckpoint(folder); // before anything is made on the disk
    if (!options.eta.empty()) {
        setEta(model, options.eta);
    }
    ExportedModel result{.folder = target, .adaptive = model.info.adaptive, .twin = std::nullopt};
    const StagingFolder staging(target);
    writeModel(model, staging.path(), options.form, false);
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    if (model.info.hasTwin) {
        const Checkpoint twin = readCheckpoint(folder / twinName);
        // Small forms store word embeddings that both have in common once.
        const bool share =
            options.form != ExportForm::Float32 && twin.weights.wordEmbeddings.equal(model.weights.wordEmbeddings);
        writeModel(twin, staging.path() / twinName, options.form, share);
        result.twin = target / twinName;
    }
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    moveInto(staging.path(), target);
    return result;
} catch (const fs::filesystem_error &error) {
    throw Error("The model could not be exported to " + out.string() + ": " + error.code().message() + " (" +
                error.path1().string() + ").");
}

} // namespace adaplens
