// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensorfiles_p.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"
#include "core/io/largejson_p.h"
#include "core/io/safetensorsheader_p.h"

#include <algorithm>
#include <optional>
#include <set>

namespace adaplens {

using safetensors::shown;

namespace {

namespace fs = std::filesystem;

/// What an index says.
struct Index {
    std::map<std::string, std::string> fileOf; ///< of each tensor
    std::optional<std::uint64_t> totalSize;    ///< bytes of all tensors
};

Index readIndex(const fs::path &file)
{
    constexpr std::size_t largest = std::size_t{64} << 20U;
    const nlohmann::json root = parseLargeJsonObject(readWhole(file, {}, largest).value(), file.string());
    const auto fail = [&](const char *key, const Message &what) {
        throw Error("%1: “%2”: %3.", file.string(), key, what);
    };
    if (!root.contains("weight_map") || !root["weight_map"].is_object() || root["weight_map"].empty()) {
        fail("weight_map", message("an object { ... } with the file of each tensor was expected"));
    }
    Index index;
    for (const auto &[tensor, name] : root["weight_map"].items()) {
        const std::string text = name.is_string() ? name.get<std::string>() : std::string();
        const auto isControl = [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; };
        const bool plain = text.ends_with(".safetensors") && fs::path(text).filename() == text &&
                           std::ranges::none_of(text, isControl); // they would hide what a message says
        if (!plain) {
            fail("weight_map", message("%1 lies in %2; a .safetensors file of the same folder was expected",
                                       shown(tensor), shownJson(name)));
        }
        index.fileOf.emplace(tensor, text);
    }
    if (root.contains("metadata") && root["metadata"].is_object()) {
        const auto size = root["metadata"].find("total_size");
        if (size != root["metadata"].end() && size->is_number_unsigned()) {
            index.totalSize = size->get<std::uint64_t>();
        }
    }
    return index;
}

} // namespace

TensorFiles::TensorFiles(const fs::path &file)
{
    if (file.extension() == ".json") {
        addIndexed(file);
    } else {
        add(file);
    }
}

void TensorFiles::add(const fs::path &file)
{
    const SafetensorsFile &opened = *m_files.emplace_back(std::make_unique<SafetensorsFile>(file));
    for (const auto &[name, tensor] : opened.tensors()) {
        if (!m_entries.try_emplace(name, Entry{tensor, &opened}).second) {
            throw Error("%1 holds the tensor %2, which another file of the model holds, too; take all files from the "
                        "same model.",
                        file.string(), shown(name));
        }
    }
}

void TensorFiles::addIndexed(const fs::path &index)
{
    constexpr std::size_t mostFiles = 1000;
    const Index read = readIndex(index);
    std::set<std::string> names;
    for (const auto &[tensor, name] : read.fileOf) {
        names.insert(name);
    }
    if (names.size() > mostFiles) {
        throw Error("%1 lists %2 files; a model has at most %3.", index.string(), names.size(), mostFiles);
    }
    std::map<std::string, const SafetensorsFile *> files;
    for (const std::string &name : names) {
        add(index.parent_path() / name);
        files[name] = m_files.back().get();
    }
    for (const auto &[tensor, name] : read.fileOf) {
        const auto found = m_entries.find(tensor);
        if (found == m_entries.end() || found->second.file != files[name]) {
            throw Error("%1 should hold the tensor %2, as %3 says, but does not; take all files from the same model.",
                        (index.parent_path() / name).string(), shown(tensor), index.filename().string());
        }
    }
    std::uint64_t size = 0;
    for (const auto &[name, entry] : m_entries) {
        size += entry.tensor.size;
    }
    if (read.totalSize && *read.totalSize != size) {
        throw Error("%1 speaks of %2 bytes of tensors, but its files hold %3; take all files from the same model.",
                    index.string(), *read.totalSize, size);
    }
}

void TensorFiles::requireUnchanged() const
{
    for (const auto &file : m_files) {
        file->requireUnchanged();
    }
}

} // namespace adaplens
