// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

enum class ElementType { F32, F16, BF16, I8, I64 };
[[nodiscard]] std::size_t sizeOf(ElementType type);

/// A tensor as it lies in a file or in memory: row-major bytes, little-endian.
struct TensorView {
    ElementType type = ElementType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// A `.safetensors` file, memory-mapped; every offset, shape, name and size in the header is checked before use.
class SafetensorsFile {
public:
    /// Throws Error naming the file and what is wrong with it.
    [[nodiscard]] static std::shared_ptr<const SafetensorsFile> open(const std::filesystem::path &file);
    virtual ~SafetensorsFile() = default;
    [[nodiscard]] const std::map<std::string, TensorView> &tensors() const { return m_tensors; }
    [[nodiscard]] const std::map<std::string, std::string> &metadata() const { return m_metadata; }
    /// Tells that the bytes of a tensor have been read: they stop counting as memory of the process, until read again.
    virtual void release(const TensorView &tensor) const = 0;

protected:
    SafetensorsFile() = default;
    std::map<std::string, TensorView> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// Writes a `.safetensors` file atomically (temporary beside it, flushed, renamed). Throws Error on a full disk or a
/// folder that cannot be written; the old file is then untouched.
void writeSafetensors(const std::filesystem::path &file, const std::map<std::string, TensorView> &tensors,
                      const std::map<std::string, std::string> &metadata = {});

} // namespace adaplens
