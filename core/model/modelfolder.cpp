// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/modelfolder_p.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"
#include "core/text/vocabularyfiles.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// What a model folder may hold that an older model in its place must not leave behind.
bool belongsToModel(const fs::path &file)
{
    static constexpr std::array<std::string_view, 7> names = {
        modelConfigName,           tensorFileName,     tensorIndexName, "tokenizer_config.json", "tokenizer.json",
        "special_tokens_map.json", "added_tokens.json"};
    const std::string name = file.filename().string();
    if (std::ranges::find(vocabularyFileNames, name) != vocabularyFileNames.end()) {
        return true;
    }
    const bool shard = name.starts_with("model-") && name.ends_with(".safetensors"); // model-00001-of-00003.safetensors
    return shard || std::ranges::find(names, name) != names.end();
}

/// A second name for the file, or a copy where the file system gives none; what `to` holds already stays.
void carry(const fs::path &from, const fs::path &to)
{
    if (fs::exists(fs::symlink_status(to)) || ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) {
        return;
    }
    fs::copy(from, to, fs::copy_options::copy_symlinks);
}

/// Carries over what stays. `model`: `from` held a model, whose own files go.
void carryFolder(const fs::path &from, const fs::path &to, bool model, bool twinGoes)
{
    for (const fs::directory_entry &entry : fs::directory_iterator(from)) {
        const fs::path name = entry.path().filename();
        if (entry.is_directory() && !entry.is_symlink()) {
            const bool goes = model && twinGoes && name == twinFolderName;
            if (!goes) {
                fs::create_directories(to / name);
            } else if (fs::is_empty(entry.path())) {
                continue;
            }
            carryFolder(entry.path(), to / name, goes, false);
        } else if (!(model && entry.is_regular_file() && belongsToModel(name))) {
            fs::create_directories(to);
            carry(entry.path(), to / name);
        }
    }
    if (fs::exists(to)) {
        fs::permissions(to, fs::status(from).permissions());
    }
}

void flushFolder(const fs::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        (void)::fsync(descriptor); // without it a power cut may bring the old folder back, which loses nothing
        ::close(descriptor);
    }
}

/// Two folders change places, at once where the file system can.
void exchange(const fs::path &a, const fs::path &b)
{
    if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) {
        return;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        throw fs::filesystem_error("exchange", a, b, {errno, std::generic_category()});
    }
    const fs::path aside = a.string() + ".old";
    fs::rename(b, aside);
    try {
        fs::rename(a, b);
    } catch (...) {
        fs::rename(aside, b);
        throw;
    }
    fs::rename(aside, a);
}

[[noreturn]] void fail(const fs::path &folder, const std::error_code &code)
{
    throw Error(
        "The folder %1 cannot be written: %2; choose one that you may write to, beside which there is space for "
        "it.",
        folder.string(), code.message());
}

/// Whether `inner` is `outer` or lies in it, links resolved.
bool liesIn(const fs::path &inner, const fs::path &outer)
{
    const fs::path relative = fs::weakly_canonical(inner).lexically_relative(fs::weakly_canonical(outer));
    return !relative.empty() && *relative.begin() != "..";
}

} // namespace

Message whatAModelIs()
{
    return message("a model is a folder with config.json, tokenizer.json, vocab.txt or vocab.json and merges.txt, and "
                   "model.safetensors");
}

OrderedJson readModelJson(const fs::path &file)
{
    constexpr std::size_t largest = std::size_t{16} << 20U;
    std::error_code error;
    const fs::file_type type = fs::status(file, error).type();
    if (type != fs::file_type::regular && type != fs::file_type::unknown && type != fs::file_type::none) {
        throw Error("%1 is missing; %2.", file.string(), whatAModelIs());
    }
    return parseJsonObject(readWhole(file, {}, largest).value(), file.string());
}

std::vector<fs::path> modelFilesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (belongsToModel(entry->path())) {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

fs::path targetOf(const fs::path &out)
{
    const fs::path target = fs::absolute(out).lexically_normal();
    return target.has_filename() ? target : target.parent_path(); // "folder/"
}

void checkTarget(const fs::path &source, const fs::path &target, bool force)
{
    if (fs::exists(target) && !fs::is_directory(target)) {
        throw Error("%1 is a file; name a folder that does not exist yet or is empty.", target.string());
    }
    if (liesIn(target, source) || liesIn(source, target)) {
        throw Error("The folder %1 is or holds %2, which is read; name another one.", target.string(), source.string());
    }
    if (!force && fs::exists(target) && !fs::is_empty(target)) {
        throw Error("The folder %1 is not empty; name another one, or say --force to replace the model in it.",
                    target.string());
    }
}

ModelFolderWriter::ModelFolderWriter(const fs::path &target)
try : m_target(fs::weakly_canonical(fs::absolute(target))) {
    if (!m_target.has_filename()) {
        m_target = m_target.parent_path(); // "folder/"
    }
    fs::create_directories(m_target.parent_path());
    static std::atomic<unsigned> counter = 0;
    fs::path path;
    do { // a name of its own for each; one that a crash left behind is passed over
        path = m_target.parent_path() / ('.' + m_target.filename().string() + '.' + std::to_string(::getpid()) + '-' +
                                         std::to_string(++counter) + ".tmp");
    } while (!fs::create_directory(path));
    m_path = std::move(path);
} catch (const fs::filesystem_error &error) {
    fail(target, error.code());
}

ModelFolderWriter::~ModelFolderWriter()
{
    std::error_code ignored;
    if (!m_path.empty()) {
        fs::remove_all(m_path, ignored);
    }
}

void ModelFolderWriter::commit(Twin twin)
try {
    if (fs::exists(m_target)) {
        carryFolder(m_target, m_path, true, twin == Twin::Goes);
        flushFolder(m_path);
        exchange(m_path, m_target);
    } else {
        flushFolder(m_path);
        fs::rename(m_path, m_target);
        m_path.clear();
    }
    flushFolder(m_target.parent_path());
} catch (const fs::filesystem_error &error) {
    fail(m_target, error.code());
}

} // namespace adaplens
