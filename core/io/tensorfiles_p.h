// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// The tensors of one .safetensors file, or of several that an index lists (Hugging Face's
/// `model.safetensors.index.json`), by name.
class TensorFiles {
public:
    struct Entry {
        StoredTensor tensor;
        const SafetensorsFile *file = nullptr;
    };

    /// Opens a file or, if its name ends in ".json", the files of an index beside it. Throws Error naming the file at
    /// fault: an index must give each tensor one file of its own folder that has it, and the right total size.
    explicit TensorFiles(const std::filesystem::path &file);

    [[nodiscard]] const std::map<std::string, Entry> &entries() const { return m_entries; }
    /// Throws Error if somebody has written to one of them since it was opened.
    void requireUnchanged() const;

private:
    void add(const std::filesystem::path &file);
    void addIndexed(const std::filesystem::path &index);

    std::vector<std::unique_ptr<SafetensorsFile>> m_files;
    std::map<std::string, Entry> m_entries;
};

} // namespace adaplens
