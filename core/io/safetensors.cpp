// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/safetensorsheader_p.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace adaplens {

using namespace safetensors;

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian, and read as they lie");

namespace {

std::int64_t modified(const struct stat &status)
{
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

/// Reads `to` full from `offset` of a file; less only at its end. Throws Error where the disk fails.
std::size_t readAt(int descriptor, const std::filesystem::path &file, std::uint64_t offset, std::span<std::byte> to)
{
    std::size_t done = 0;
    while (done < to.size()) {
        const ssize_t count =
            ::pread(descriptor, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno != EINTR) {
            throw Error("Cannot read %1: %2.", file.string(), std::strerror(errno));
        }
        if (count == 0) {
            break;
        }
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return done;
}

[[noreturn]] void failChanged(const std::filesystem::path &file)
{
    throw Error("%1 was changed while it was read; try again once it is written.", file.string());
}

} // namespace

SafetensorsFile::Descriptor::Descriptor(const std::filesystem::path &file)
    // Without O_NONBLOCK, opening a pipe waits for a writer.
    : m_value(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC))
{
    if (m_value < 0) {
        throw Error("Cannot open %1: %2.", file.string(), std::strerror(errno));
    }
}

SafetensorsFile::Descriptor::~Descriptor()
{
    ::close(m_value);
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path &file) : m_file(file), m_descriptor(file)
{
    struct stat status = {};
    if (::fstat(m_descriptor.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        throw Error("%1 is not a file; expected a .safetensors file.", file.string());
    }
    m_modified = modified(status);
    m_size = static_cast<std::uint64_t>(status.st_size);
    std::array<std::byte, prefixBytes> prefix = {};
    const std::size_t found = readAt(m_descriptor.get(), file, 0, prefix);
    std::string text(headerLength(file, std::span(prefix).first(found), m_size), '\0');
    if (readAt(m_descriptor.get(), file, prefixBytes, std::as_writable_bytes(std::span(text))) < text.size()) {
        failChanged(file);
    }
    const std::uint64_t dataBegin = prefixBytes + text.size();
    Header header = parseHeader(file, text, m_size - dataBegin);
    m_metadata = std::move(header.metadata);
    m_tensors = std::move(header.tensors);
    for (auto &[name, tensor] : m_tensors) {
        tensor.begin += dataBegin;
    }
}

void SafetensorsFile::read(const StoredTensor &tensor, std::span<std::byte> to) const
{
    assert(to.size() == tensor.size);
    if (readAt(m_descriptor.get(), m_file, tensor.begin, to) < to.size()) {
        failChanged(m_file);
    }
}

void SafetensorsFile::requireUnchanged() const
{
    struct stat status = {};
    if (::fstat(m_descriptor.get(), &status) != 0 || static_cast<std::uint64_t>(status.st_size) != m_size ||
        modified(status) != m_modified) {
        failChanged(m_file);
    }
}

void writeSafetensors(const std::filesystem::path &file, const std::map<std::string, TensorView> &tensors,
                      const std::map<std::string, std::string> &metadata)
{
    // Wide types first, so that every tensor is aligned to its type without gaps.
    std::vector<std::pair<const std::string, TensorView> const *> order;
    order.reserve(tensors.size());
    for (const auto &entry : tensors) {
        order.push_back(&entry);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto *a, const auto *b) { return sizeOf(a->second.type) > sizeOf(b->second.type); });
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty()) {
        header["__metadata__"] = metadata;
    }
    std::size_t offset = 0;
    for (const auto *entry : order) {
        const auto &[name, view] = *entry;
        if (bytesOf(view.shape, view.type) != view.bytes.size()) {
            throw Error("Cannot write %1: tensor %2 of shape %3 cannot have %4 bytes.", file.string(), shown(name),
                        shapeText(view.shape), view.bytes.size());
        }
        header[name] = {{"dtype", nameOf(view.type)},
                        {"shape", view.shape},
                        {"data_offsets", {offset, offset + view.bytes.size()}}};
        offset += view.bytes.size();
    }
    std::string text = header.dump();
    text.resize((text.size() + prefixBytes - 1) / prefixBytes * prefixBytes, ' ');
    const std::uint64_t length = text.size();

    AtomicFile output(file);
    output.write(std::as_bytes(std::span(&length, 1)));
    output.write(text);
    for (const auto *entry : order) {
        output.write(entry->second.bytes);
    }
    output.commit();
}

} // namespace adaplens
