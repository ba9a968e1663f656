// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/error.h"
#include "core/io/atomicfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace adaplens {

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian, and read as they lie");

namespace {

using Json = nlohmann::json;

constexpr std::size_t prefixBytes = 8;                       // the length of the header, before it
constexpr std::size_t largestHeader = std::size_t{16} << 20; // BERT-large's is under 64 KiB
constexpr int deepestHeader = 3;                             // name -> field -> list of numbers
constexpr std::size_t highestRank = 8;

struct TypeName {
    ElementType type;
    std::string_view name;
    std::size_t size;
};
constexpr std::array<TypeName, 5> typeNames = {{{ElementType::F32, "F32", 4},
                                                {ElementType::F16, "F16", 2},
                                                {ElementType::BF16, "BF16", 2},
                                                {ElementType::I8, "I8", 1},
                                                {ElementType::I64, "I64", 8}}};

const TypeName &nameOf(ElementType type)
{
    return *std::find_if(typeNames.begin(), typeNames.end(), [type](const TypeName &t) { return t.type == type; });
}

/// A text out of the file as a message can show it: printable, and not pages of it.
std::string shown(const std::string &text)
{
    constexpr std::size_t longest = 100;
    std::string result = "\"";
    for (const char c : text.substr(0, longest)) {
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    }
    return result + (text.size() > longest ? "...\"" : "\"");
}

std::string shapeText(const std::vector<std::int64_t> &shape)
{
    std::string result = "[";
    for (const std::int64_t size : shape) {
        result += (result.size() > 1 ? ", " : "") + std::to_string(size);
    }
    return result + "]";
}

/// Elements times the size of one, or empty if that does not fit in 63 bits.
std::optional<std::uint64_t> bytesOf(const std::vector<std::int64_t> &shape, ElementType type)
{
    if (std::find(shape.begin(), shape.end(), 0) != shape.end()) {
        return 0;
    }
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t bytes = sizeOf(type);
    for (const std::int64_t size : shape) {
        if (bytes > most / static_cast<std::uint64_t>(size)) {
            return std::nullopt;
        }
        bytes *= static_cast<std::uint64_t>(size);
    }
    return bytes;
}

/// Read-only mapping of a regular file.
class Mapping {
public:
    explicit Mapping(const std::filesystem::path &file)
    {
        // Without O_NONBLOCK, opening a pipe waits for a writer.
        const int handle = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (handle < 0) {
            throw Error("Cannot open " + file.string() + ": " + std::strerror(errno) + ".");
        }
        struct stat status = {};
        const bool regular = fstat(handle, &status) == 0 && S_ISREG(status.st_mode);
        m_size = regular ? static_cast<std::size_t>(status.st_size) : 0;
        if (m_size > 0) {
            m_start = mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, handle, 0);
        }
        const int error = errno;
        close(handle);
        if (!regular) {
            throw Error(file.string() + " is not a file; expected a .safetensors file.");
        }
        if (m_start == MAP_FAILED) {
            throw Error("Cannot read " + file.string() + ": " + std::strerror(error) + ".");
        }
    }
    ~Mapping()
    {
        if (m_start != nullptr && m_start != MAP_FAILED) {
            munmap(m_start, m_size);
        }
    }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return {static_cast<const std::byte *>(m_start), m_size}; }

    /// Gives back the whole pages within a part.
    void release(std::span<const std::byte> part) const
    {
        if (part.empty()) {
            return;
        }
        const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        const auto from = static_cast<std::size_t>(part.data() - bytes().data());
        const std::size_t begin = (from + page - 1) / page * page, end = (from + part.size()) / page * page;
        if (begin < end) {
            madvise(static_cast<std::byte *>(m_start) + begin, end - begin, MADV_DONTNEED); // advice: it may fail
        }
    }

private:
    void *m_start = nullptr;
    std::size_t m_size = 0;
};

/// Turns the header of one file into checked tensors; every complaint names the file.
class HeaderReader {
public:
    HeaderReader(const std::filesystem::path &file, std::span<const std::byte> bytes) : m_file(file), m_bytes(bytes) {}

    void read(std::map<std::string, TensorView> &tensors, std::map<std::string, std::string> &metadata)
    {
        const Json header = parse(headerText());
        for (const auto &[name, entry] : header.items()) {
            if (name == "__metadata__") {
                readMetadata(entry, metadata);
            } else {
                tensors.emplace(name, readTensor(name, entry));
            }
        }
        checkCover(tensors);
    }

private:
    [[noreturn]] void fail(const std::string &what) const
    {
        throw Error(m_file.string() + " is not a sound .safetensors file: " + what + ".");
    }

    std::string_view headerText()
    {
        if (m_bytes.size() < prefixBytes) {
            fail("it has " + std::to_string(m_bytes.size()) + " bytes, too few even for the length of its header");
        }
        std::uint64_t length = 0;
        std::memcpy(&length, m_bytes.data(), prefixBytes);
        if (length > m_bytes.size() - prefixBytes) {
            fail("its header should have " + std::to_string(length) + " bytes, but only " +
                 std::to_string(m_bytes.size() - prefixBytes) + " follow; it may have been cut off while copying");
        }
        if (length > largestHeader) {
            fail("its header has " + std::to_string(length) + " bytes, more than the " + std::to_string(largestHeader) +
                 " that any BERT model needs");
        }
        m_data = m_bytes.subspan(prefixBytes + length);
        const auto header = m_bytes.subspan(prefixBytes, length);
        return {reinterpret_cast<const char *>(header.data()), header.size()};
    }

    Json parse(std::string_view text)
    {
        if (text.empty() || text.front() != '{' || text.find('\0') != std::string_view::npos) {
            fail("its header is not a JSON object");
        }
        std::vector<std::set<std::string>> keys; // of the objects open at the moment
        const auto watch = [&](int depth, Json::parse_event_t event, const Json &value) {
            if (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start) {
                if (depth >= deepestHeader) {
                    fail("its header is nested deeper than tensor, field and list");
                }
                keys.emplace_back();
            } else if (event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end) {
                keys.pop_back();
            } else if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second) {
                fail("its header holds " + shown(value.get<std::string>()) + " twice");
            }
            return true;
        };
        try {
            return Json::parse(text, watch);
        } catch (const Json::exception &) {
            fail("its header is not valid JSON");
        }
    }

    void readMetadata(const Json &entry, std::map<std::string, std::string> &metadata) const
    {
        if (!entry.is_object()) {
            fail("__metadata__ is not an object of texts");
        }
        for (const auto &[key, value] : entry.items()) {
            if (!value.is_string()) {
                fail("__metadata__ holds something other than a text at " + shown(key));
            }
            metadata.emplace(key, value.get<std::string>());
        }
    }

    TensorView readTensor(const std::string &name, const Json &entry) const
    {
        if (!entry.is_object() || entry.size() != 3 || !entry.contains("dtype") || !entry.contains("shape") ||
            !entry.contains("data_offsets")) {
            fail("the entry of tensor " + shown(name) + " is not exactly dtype, shape and data_offsets");
        }
        TensorView view;
        view.type = readType(name, entry["dtype"]);
        for (const std::uint64_t size : readNumbers(name, "shape", entry["shape"])) {
            view.shape.push_back(static_cast<std::int64_t>(size));
        }
        if (view.shape.size() > highestRank) {
            fail("tensor " + shown(name) + " has " + std::to_string(view.shape.size()) + " dimensions");
        }
        const auto offsets = readNumbers(name, "data_offsets", entry["data_offsets"]);
        if (offsets.size() != 2 || offsets[0] > offsets[1]) {
            fail("data_offsets of tensor " + shown(name) + " are not a beginning and an end");
        }
        if (offsets[1] > m_data.size()) {
            fail("tensor " + shown(name) + " should end at byte " + std::to_string(offsets[1]) +
                 " of the data, but there are only " + std::to_string(m_data.size()) +
                 "; it may have been cut off while copying");
        }
        const auto expected = bytesOf(view.shape, view.type);
        if (expected != offsets[1] - offsets[0]) {
            fail("tensor " + shown(name) + " of shape " + shapeText(view.shape) + " and type " +
                 std::string(nameOf(view.type).name) + " cannot have " + std::to_string(offsets[1] - offsets[0]) +
                 " bytes");
        }
        view.bytes = m_data.subspan(offsets[0], offsets[1] - offsets[0]);
        return view;
    }

    ElementType readType(const std::string &name, const Json &value) const
    {
        if (!value.is_string()) {
            fail("dtype of tensor " + shown(name) + " is not a text");
        }
        const auto type = value.get<std::string>();
        for (const TypeName &known : typeNames) {
            if (known.name == type) {
                return known.type;
            }
        }
        fail("tensor " + shown(name) + " has type " + shown(type) + "; known are F32, F16, BF16, I8 and I64");
    }

    std::vector<std::uint64_t> readNumbers(const std::string &name, const std::string &field, const Json &value) const
    {
        constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        const auto whole = [](const Json &number) {
            return number.is_number_unsigned() && number.get<std::uint64_t>() <= most;
        };
        if (!value.is_array() || !std::all_of(value.begin(), value.end(), whole)) {
            fail(field + " of tensor " + shown(name) + " is not a list of whole numbers from 0 up");
        }
        return value.get<std::vector<std::uint64_t>>();
    }

    /// The format asks that tensors cover the data without overlap or hole: no byte is read twice or smuggled along.
    void checkCover(const std::map<std::string, TensorView> &tensors) const
    {
        std::vector<std::pair<std::span<const std::byte>, const std::string *>> places;
        places.reserve(tensors.size());
        for (const auto &[name, view] : tensors) {
            places.emplace_back(view.bytes, &name);
        }
        std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) {
            return std::pair(a.first.data(), a.first.size()) < std::pair(b.first.data(), b.first.size());
        });
        const std::byte *end = m_data.data();
        for (const auto &[bytes, name] : places) {
            if (bytes.data() < end) {
                fail("tensor " + shown(*name) + " overlaps another");
            }
            if (bytes.data() > end) {
                fail("there are bytes before tensor " + shown(*name) + " that belong to no tensor");
            }
            end = bytes.data() + bytes.size();
        }
        if (end != m_data.data() + m_data.size()) {
            fail("bytes follow its last tensor");
        }
    }

    const std::filesystem::path &m_file;
    std::span<const std::byte> m_bytes;
    std::span<const std::byte> m_data;
};

class MappedFile : public SafetensorsFile {
public:
    explicit MappedFile(const std::filesystem::path &file) : m_mapping(file)
    {
        HeaderReader(file, m_mapping.bytes()).read(m_tensors, m_metadata);
    }
    void release(const TensorView &tensor) const override { m_mapping.release(tensor.bytes); }

private:
    Mapping m_mapping;
};

} // namespace

std::size_t sizeOf(ElementType type)
{
    return nameOf(type).size;
}

std::shared_ptr<const SafetensorsFile> SafetensorsFile::open(const std::filesystem::path &file)
{
    return std::make_shared<MappedFile>(file);
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
            throw Error("Cannot write " + file.string() + ": tensor " + shown(name) + " of shape " +
                        shapeText(view.shape) + " cannot have " + std::to_string(view.bytes.size()) + " bytes.");
        }
        header[name] = {{"dtype", nameOf(view.type).name},
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
