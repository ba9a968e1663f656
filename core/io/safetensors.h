// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace adaplens {

/// The types of the format; of those behind I8 no weights are made, and files may hold them beside.
enum class ElementType { F32, F16, BF16, F64, I8, Bool, U8, I16, U16, I32, U32, I64, U64 };
[[nodiscard]] std::size_t sizeOf(ElementType type);

/// A tensor in memory, to be written: row-major bytes, little-endian.
struct TensorView {
    ElementType type = ElementType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// A tensor in a file, row-major and little-endian: `size` bytes from `begin` of the file.
struct StoredTensor {
    ElementType type = ElementType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, size = 0;
};

/// An open `.safetensors` file; every offset, shape, name and size in the header is checked before use. Tensors are
/// read, not mapped: a mapped file that somebody cuts short kills whoever looks at it.
class SafetensorsFile {
public:
    /// Throws Error naming the file and what is wrong with it.
    explicit SafetensorsFile(const std::filesystem::path &file);

    [[nodiscard]] const std::map<std::string, StoredTensor> &tensors() const { return m_tensors; }
    [[nodiscard]] const std::map<std::string, std::string> &metadata() const { return m_metadata; }
    /// Copies a tensor to `to`, of its size. Throws Error where the disk fails or the file has become shorter.
    void read(const StoredTensor &tensor, std::span<std::byte> to) const;
    /// Throws Error if somebody has written to the file since it was opened: what was read may be of two versions.
    void requireUnchanged() const;

private:
    class Descriptor {
    public:
        explicit Descriptor(const std::filesystem::path &file);
        ~Descriptor();
        Descriptor(const Descriptor &) = delete;
        Descriptor &operator=(const Descriptor &) = delete;
        [[nodiscard]] int get() const { return m_value; }

    private:
        int m_value;
    };

    std::filesystem::path m_file;
    Descriptor m_descriptor;
    std::uint64_t m_size = 0;
    std::int64_t m_modified = 0; ///< nanoseconds
    std::map<std::string, StoredTensor> m_tensors;
    std::map<std::string, std::string> m_metadata;
};

/// Writes a `.safetensors` file atomically (temporary beside it, flushed, renamed). Throws Error on a full disk or a
/// folder that cannot be written; the old file is then untouched.
void writeSafetensors(const std::filesystem::path &file, const std::map<std::string, TensorView> &tensors,
                      const std::map<std::string, std::string> &metadata = {});

} // namespace adaplens
