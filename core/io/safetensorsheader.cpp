// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensorsheader_p.h"

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <set>

namespace adaplens::safetensors {

namespace {

using Json = nlohmann::json;

constexpr std::size_t largestHeader = std::size_t{16} << 20; // BERT-large's is under 64 KiB
constexpr int deepestHeader = 3;                             // name -> field -> list of numbers
constexpr std::size_t highestRank = 8;

struct TypeName {
    ElementType type;
    std::string_view name;
    std::size_t size;
};
constexpr std::array<TypeName, 13> typeNames = {{{ElementType::F32, "F32", 4},
                                                 {ElementType::F16, "F16", 2},
                                                 {ElementType::BF16, "BF16", 2},
                                                 {ElementType::F64, "F64", 8},
                                                 {ElementType::I8, "I8", 1},
                                                 {ElementType::Bool, "BOOL", 1},
                                                 {ElementType::U8, "U8", 1},
                                                 {ElementType::I16, "I16", 2},
                                                 {ElementType::U16, "U16", 2},
                                                 {ElementType::I32, "I32", 4},
                                                 {ElementType::U32, "U32", 4},
                                                 {ElementType::I64, "I64", 8},
                                                 {ElementType::U64, "U64", 8}}};

const TypeName &entryOf(ElementType type)
{
    return *std::find_if(typeNames.begin(), typeNames.end(), [type](const TypeName &t) { return t.type == type; });
}

[[noreturn]] void refuse(const std::filesystem::path &file, const Message &what)
{
    throw Error("%1 is not a sound .safetensors file: %2.", file.string(), what);
}

/// Turns the header of one file into checked tensors; every complaint names the file.
class HeaderReader {
public:
    HeaderReader(const std::filesystem::path &file, std::uint64_t dataSize) : m_file(file), m_dataSize(dataSize) {}

    [[nodiscard]] Header read(std::string_view text) const
    {
        Header result;
        const Json header = parse(text);
        for (const auto &[name, entry] : header.items()) {
            if (name == "__metadata__") {
                readMetadata(entry, result.metadata);
            } else {
                result.tensors.emplace(name, readTensor(name, entry));
            }
        }
        checkCover(result.tensors);
        return result;
    }

private:
    [[noreturn]] void fail(const Message &what) const { refuse(m_file, what); }

    [[nodiscard]] Json parse(std::string_view text) const
    {
        if (text.empty() || text.front() != '{' || text.find('\0') != std::string_view::npos) {
            fail(message("its header is not a JSON object"));
        }
        std::vector<std::set<std::string>> keys; // of the objects open at the moment
        const auto watch = [&](int depth, Json::parse_event_t event, const Json &value) {
            if (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start) {
                if (depth >= deepestHeader) {
                    fail(message("its header is nested deeper than tensor, field and list"));
                }
                keys.emplace_back();
            } else if (event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end) {
                keys.pop_back();
            } else if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second) {
                fail(message("its header holds %1 twice", shown(value.get<std::string>())));
            }
            return true;
        };
        try {
            return Json::parse(text, watch);
        } catch (const Json::exception &) {
            fail(message("its header is not valid JSON"));
        }
    }

    void readMetadata(const Json &entry, std::map<std::string, std::string> &metadata) const
    {
        if (!entry.is_object()) {
            fail(message("__metadata__ is not an object of texts"));
        }
        for (const auto &[key, value] : entry.items()) {
            if (!value.is_string()) {
                fail(message("__metadata__ holds something other than a text at %1", shown(key)));
            }
            metadata.emplace(key, value.get<std::string>());
        }
    }

    StoredTensor readTensor(const std::string &name, const Json &entry) const
    {
        if (!entry.is_object() || entry.size() != 3 || !entry.contains("dtype") || !entry.contains("shape") ||
            !entry.contains("data_offsets")) {
            fail(message("the entry of tensor %1 is not exactly dtype, shape and data_offsets", shown(name)));
        }
        StoredTensor stored;
        stored.type = readType(name, entry["dtype"]);
        for (const std::uint64_t size : readNumbers(name, "shape", entry["shape"])) {
            stored.shape.push_back(static_cast<std::int64_t>(size));
        }
        if (stored.shape.size() > highestRank) {
            fail(message("tensor %1 has %2 dimensions", shown(name), stored.shape.size()));
        }
        const auto offsets = readNumbers(name, "data_offsets", entry["data_offsets"]);
        if (offsets.size() != 2 || offsets[0] > offsets[1]) {
            fail(message("data_offsets of tensor %1 are not a beginning and an end", shown(name)));
        }
        if (offsets[1] > m_dataSize) {
            fail(message(
                "tensor %1 should end at byte %2 of the data, but there are only %3; it may have been cut off while "
                "copying",
                shown(name), offsets[1], m_dataSize));
        }
        const auto expected = bytesOf(stored.shape, stored.type);
        if (expected != offsets[1] - offsets[0]) {
            fail(message("tensor %1 of shape %2 and type %3 cannot have %4 bytes", shown(name), shapeText(stored.shape),
                         nameOf(stored.type), offsets[1] - offsets[0]));
        }
        stored.begin = offsets[0];
        stored.size = offsets[1] - offsets[0];
        return stored;
    }

    ElementType readType(const std::string &name, const Json &value) const
    {
        if (!value.is_string()) {
            fail(message("dtype of tensor %1 is not a text", shown(name)));
        }
        const auto type = value.get<std::string>();
        for (const TypeName &known : typeNames) {
            if (known.name == type) {
                return known.type;
            }
        }
        fail(message("tensor %1 has type %2, which is not known; weights of F32, F16, BF16 or F64 are read",
                     shown(name), shown(type)));
    }

    std::vector<std::uint64_t> readNumbers(const std::string &name, const std::string &field, const Json &value) const
    {
        constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        const auto whole = [](const Json &number) {
            return number.is_number_unsigned() && number.get<std::uint64_t>() <= most;
        };
        if (!value.is_array() || !std::all_of(value.begin(), value.end(), whole)) {
            fail(message("%1 of tensor %2 is not a list of whole numbers from 0 up", field, shown(name)));
        }
        return value.get<std::vector<std::uint64_t>>();
    }

    /// The format asks that tensors cover the data without overlap or hole: no byte is read twice or smuggled along.
    void checkCover(const std::map<std::string, StoredTensor> &tensors) const
    {
        std::vector<std::pair<const std::string, StoredTensor> const *> order;
        order.reserve(tensors.size());
        for (const auto &entry : tensors) {
            order.push_back(&entry);
        }
        std::ranges::sort(order, {}, [](const auto *e) { return std::pair(e->second.begin, e->second.size); });
        std::uint64_t end = 0;
        for (const auto *entry : order) {
            const auto &[name, stored] = *entry;
            if (stored.begin < end) {
                fail(message("tensor %1 overlaps another", shown(name)));
            }
            if (stored.begin > end) {
                fail(message("there are bytes before tensor %1 that belong to no tensor", shown(name)));
            }
            end = stored.begin + stored.size;
        }
        if (end != m_dataSize) {
            fail(message("bytes follow its last tensor"));
        }
    }

    const std::filesystem::path &m_file;
    std::uint64_t m_dataSize;
};

} // namespace

std::size_t headerLength(const std::filesystem::path &file, std::span<const std::byte> prefix, std::uint64_t fileSize)
{
    if (prefix.size() < prefixBytes || fileSize < prefixBytes) {
        refuse(file, message("it has %1 bytes, too few even for the length of its header", fileSize));
    }
    std::uint64_t length = 0;
    std::memcpy(&length, prefix.data(), prefixBytes);
    if (length > fileSize - prefixBytes) {
        refuse(file,
               message("its header should have %1 bytes, but only %2 follow; it may have been cut off while copying",
                       length, fileSize - prefixBytes));
    }
    if (length > largestHeader) {
        refuse(file,
               message("its header has %1 bytes, more than the %2 that any BERT model needs", length, largestHeader));
    }
    return static_cast<std::size_t>(length);
}

Header parseHeader(const std::filesystem::path &file, std::string_view text, std::uint64_t dataSize)
{
    return HeaderReader(file, dataSize).read(text);
}

std::string_view nameOf(ElementType type)
{
    return entryOf(type).name;
}

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

} // namespace adaplens::safetensors

namespace adaplens {

std::size_t sizeOf(ElementType type)
{
    return safetensors::entryOf(type).size;
}

} // namespace adaplens
