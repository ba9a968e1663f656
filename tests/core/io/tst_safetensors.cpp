// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/safetensors.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <functional>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

std::string lengthOf(std::uint64_t length)
{
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes;
}

/// A file with this header, its true length before it, and `data` bytes behind.
std::string fileOf(const std::string &header, std::size_t data)
{
    return lengthOf(header.size()) + header + std::string(data, '\1');
}

void save(const fs::path &file, const std::string &bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string load(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The message with which opening fails; empty if it does not.
std::string complaint(const fs::path &file)
{
    try {
        (void)SafetensorsFile(file);
        return {};
    } catch (const Error &error) {
        return error.what();
    }
}

std::vector<std::byte> bytesOf(const SafetensorsFile &file, const std::string &name)
{
    const StoredTensor &tensor = file.tensors().at(name);
    std::vector<std::byte> bytes(tensor.size);
    file.read(tensor, bytes);
    return bytes;
}

/// One entry "a" of 8 bytes with one field replaced.
std::string entry(const std::string &dtype, const std::string &shape, const std::string &offsets)
{
    return R"({"a":{"dtype":)" + dtype + R"(,"shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

struct Hostile {
    std::string name, bytes, expected;
};

std::vector<Hostile> hostileFiles()
{
    const std::string f32 = R"("F32")";
    const std::string good = entry(f32, "[2]", "[0,8]");
    const auto two = [](const std::string &a, const std::string &b) {
        return R"({"a":{"dtype":"F32","shape":[1],"data_offsets":)" + a +
               R"(},"b":{"dtype":"F32","shape":[1],"data_offsets":)" + b + "}}";
    };
    std::string deep(1000000, '[');
    std::string rank = "[1,1,1,1,1,1,1,1,2]";
    return {
        {"empty file", "", "0 bytes"},
        {"seven bytes", "1234567", "7 bytes"},
        {"length only, zero", lengthOf(0), "not a JSON object"},
        {"length beyond the file", lengthOf(100) + "{}", "100 bytes, but only 2"},
        {"length of 2^64 - 1", lengthOf(~0ULL) + good, "cut off"},
        {"length of 2^63", lengthOf(1ULL << 63U) + good, "cut off"},
        {"length one too long", lengthOf(good.size() + 9) + good + "12345678", "cut off"},
        {"huge header", fileOf(good + std::string(std::size_t{17} << 20, ' '), 8), "more than the"},
        {"random bytes", lengthOf(16) + "\x93\x01\xFF\xFE garbage bytes", "not a JSON object"},
        {"a zip archive", "PK\x03\x04" + std::string(200, 'x'), "cut off"},
        {"truncated JSON", fileOf(good.substr(0, good.size() - 2), 8), "not valid JSON"},
        {"text after the JSON", fileOf(good + "x", 8), "not valid JSON"},
        {"NUL after the JSON", fileOf(good + std::string(1, '\0'), 8), "not a JSON object"},
        {"a list", fileOf("[1]", 0), "not a JSON object"},
        {"a number", fileOf("12", 0), "not a JSON object"},
        {"white space first", fileOf(" " + good, 8), "not a JSON object"},
        {"broken UTF-8 in a name", fileOf("{\"\xFF\":{}}", 0), "not valid JSON"},
        {"nesting a million deep", fileOf("{\"a\":" + deep, 0), "nested deeper"},
        {"nesting one too deep", fileOf(entry(f32, "[[2]]", "[0,8]"), 8), "nested deeper"},
        {"entry is a number", fileOf(R"({"a":1})", 0), "not exactly"},
        {"entry is null", fileOf(R"({"a":null})", 0), "not exactly"},
        {"no dtype", fileOf(R"({"a":{"shape":[2],"data_offsets":[0,8],"x":1}})", 8), "not exactly"},
        {"no shape", fileOf(R"({"a":{"dtype":"F32","data_offsets":[0,8]}})", 8), "not exactly"},
        {"no offsets", fileOf(R"({"a":{"dtype":"F32","shape":[2]}})", 8), "not exactly"},
        {"a field too many", fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}})", 8),
         "not exactly"},
        {"duplicate tensor", fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":1})", 8),
         "\"a\" twice"},
        {"duplicate field", fileOf(R"({"a":{"dtype":"F32","dtype":"F16","shape":[2],"data_offsets":[0,8]}})", 8),
         "\"dtype\" twice"},
        {"duplicate metadata", fileOf(R"({"__metadata__":{"k":"1","k":"2"}})", 0), "\"k\" twice"},
        {"metadata is a list", fileOf(R"({"__metadata__":["x"]})", 0), "__metadata__"},
        {"metadata value is a number", fileOf(R"({"__metadata__":{"k":1}})", 0), "__metadata__"},
        {"unknown dtype", fileOf(entry(R"("Q4")", "[2]", "[0,8]"), 8), "\"Q4\", which is not known; weights of F32"},
        {"a dtype of less than a byte", fileOf(entry(R"("F4")", "[1]", "[0,8]"), 8), "\"F4\""},
        {"lower-case dtype", fileOf(entry(R"("f32")", "[2]", "[0,8]"), 8), "\"f32\""},
        {"dtype is a number", fileOf(entry("32", "[2]", "[0,8]"), 8), "not a text"},
        {"dtype with control characters", fileOf(entry(R"("\u001b[31m\n")", "[2]", "[0,8]"), 8), "?[31m?"},
        {"shape is a number", fileOf(entry(f32, "2", "[0,8]"), 8), "shape of tensor"},
        {"negative shape", fileOf(entry(f32, "[-2]", "[0,8]"), 8), "shape of tensor"},
        {"fractional shape", fileOf(entry(f32, "[2.0]", "[0,8]"), 8), "shape of tensor"},
        {"exponent in shape", fileOf(entry(f32, "[2e0]", "[0,8]"), 8), "shape of tensor"},
        {"text in shape", fileOf(entry(f32, R"(["2"])", "[0,8]"), 8), "shape of tensor"},
        {"shape beyond 64 bits", fileOf(entry(f32, "[99999999999999999999]", "[0,8]"), 8), "shape of tensor"},
        {"shape of 2^63", fileOf(entry(f32, "[9223372036854775808]", "[0,8]"), 8), "shape of tensor"},
        {"nine dimensions", fileOf(entry(f32, rank, "[0,8]"), 8), "9 dimensions"},
        {"product wraps to 8 bytes", fileOf(entry(f32, "[4611686018427387906,4]", "[0,8]"), 8), "cannot have 8 bytes"},
        {"product wraps to 0 bytes", fileOf(entry(f32, "[4294967296,4294967296]", "[0,0]"), 0), "cannot have 0 bytes"},
        {"shape larger than the bytes", fileOf(entry(f32, "[3]", "[0,8]"), 8), "[3] and type F32 cannot have 8"},
        {"shape smaller than the bytes", fileOf(entry(f32, "[1]", "[0,8]"), 8), "cannot have 8 bytes"},
        {"empty shape is one number", fileOf(entry(f32, "[]", "[0,8]"), 8), "cannot have 8 bytes"},
        {"type wider than the bytes", fileOf(entry(R"("I64")", "[2]", "[0,8]"), 8), "cannot have 8 bytes"},
        {"one offset", fileOf(entry(f32, "[2]", "[8]"), 8), "beginning and an end"},
        {"three offsets", fileOf(entry(f32, "[2]", "[0,8,8]"), 8), "beginning and an end"},
        {"offsets turned round", fileOf(entry(f32, "[2]", "[8,0]"), 8), "beginning and an end"},
        {"negative offset", fileOf(entry(f32, "[2]", "[-8,0]"), 8), "data_offsets of tensor"},
        {"end beyond the file", fileOf(entry(f32, "[2]", "[0,8]"), 4), "only 4; it may have been cut off"},
        {"both beyond the file", fileOf(entry(f32, "[2]", "[1000,1008]"), 8), "only 8"},
        {"end near 2^63", fileOf(entry(f32, "[2]", "[9223372036854775799,9223372036854775807]"), 8), "only 8"},
        {"same bytes twice", fileOf(two("[0,4]", "[0,4]"), 4), "overlaps"},
        {"overlap by two bytes", fileOf(two("[0,4]", "[2,6]"), 6), "overlaps"},
        {"hole between tensors", fileOf(two("[0,4]", "[6,10]"), 10), "belong to no tensor"},
        {"hole before the first", fileOf(entry(f32, "[1]", "[4,8]"), 8), "belong to no tensor"},
        {"bytes after the last", fileOf(good, 9), "bytes follow"},
        {"bytes and no tensor", fileOf("{}", 3), "bytes follow"},
    };
}

TensorView view(ElementType type, std::vector<std::int64_t> shape, const std::string &bytes)
{
    return {type, std::move(shape), std::as_bytes(std::span(bytes))};
}

} // namespace

TEST_CASE("every malformed file is refused with a sentence that names it and says why")
{
    const TemporaryFolder folder;
    const auto files = hostileFiles();
    CHECK(files.size() >= 60);
    for (const Hostile &hostile : files) {
        CAPTURE(hostile.name);
        const fs::path file = folder.path() / "model.safetensors";
        save(file, hostile.bytes);
        const std::string message = complaint(file);
        CAPTURE(message);
        CHECK(message.starts_with(file.string() + " is not a sound .safetensors file: "));
        CHECK(message.find(hostile.expected) != std::string::npos);
        CHECK(message.size() < 600);
        CHECK(message.find('\n') == std::string::npos);
    }
}

TEST_CASE("a file cut off anywhere is refused")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.safetensors";
    const std::string bytes(24, 'x');
    writeSafetensors(file, {{"w", view(ElementType::F32, {3, 2}, bytes)}});
    const std::string whole = load(file);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        save(file, whole.substr(0, length));
        CHECK_FALSE(complaint(file).empty());
    }
    save(file, whole);
    CHECK(complaint(file).empty());
}

TEST_CASE("random damage is refused or read within the file, never past it")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.safetensors";
    const std::string bytes(24, 'x'), small(6, 'y');
    writeSafetensors(file, {{"w", view(ElementType::F32, {3, 2}, bytes)}, {"b", view(ElementType::F16, {3}, small)}});
    const std::string whole = load(file);
    std::mt19937 random(5);
    std::size_t refused = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = whole;
        for (std::size_t change = 0; change <= random() % 3; ++change) {
            // Digits, quotes and brackets are where a header is soft; plain bytes hit the rest.
            static constexpr std::string_view likely = "0123456789\"[]{},:-eFI";
            damaged[random() % damaged.size()] =
                random() % 4 == 0 ? static_cast<char>(random() % 256) : likely[random() % likely.size()];
        }
        save(file, damaged);
        try {
            unsigned sum = 0;
            const SafetensorsFile opened(file);
            for (const auto &[name, tensor] : opened.tensors()) {
                for (const std::byte byte : bytesOf(opened, name)) {
                    sum += std::to_integer<unsigned>(byte);
                }
            }
            CHECK(sum > 0);
        } catch (const Error &) {
            ++refused;
        }
    }
    CHECK(refused > 1500);
}

TEST_CASE("a file that is cut short or written to while it is open is an error, never a signal")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.safetensors";
    const std::string small(8, 'x'), large(std::size_t{1} << 20, 'y');
    writeSafetensors(
        file, {{"small", view(ElementType::F32, {2}, small)}, {"large", view(ElementType::I8, {1 << 20}, large)}});
    const SafetensorsFile opened(file);
    opened.requireUnchanged();
    CHECK(bytesOf(opened, "large").back() == std::byte{'y'});
    fs::resize_file(file, fs::file_size(file) - 10);
    CHECK_THROWS_WITH_AS((void)bytesOf(opened, "large"), doctest::Contains("was changed while it was read"), Error);
    CHECK(bytesOf(opened, "small").back() == std::byte{'x'});
    CHECK_THROWS_AS(opened.requireUnchanged(), Error);
    fs::resize_file(file, 0);
    CHECK_THROWS_AS((void)bytesOf(opened, "small"), Error);

    // Another file in its place is none of its business.
    writeSafetensors(file, {{"small", view(ElementType::F32, {2}, small)}});
    const SafetensorsFile replaced(file);
    writeSafetensors(file, {{"large", view(ElementType::I8, {1 << 20}, large)}});
    replaced.requireUnchanged();
    CHECK(bytesOf(replaced, "small").back() == std::byte{'x'});
}

TEST_CASE("what is no file at all does not hang or crash")
{
    const TemporaryFolder folder;
    CHECK(complaint(folder.path()).find("is not a file") != std::string::npos);
    CHECK(complaint(folder.path() / "absent").find("No such file") != std::string::npos);
    const fs::path pipe = folder.path() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(complaint(pipe).find("is not a file") != std::string::npos);
    CHECK(complaint("/dev/zero").find("is not a file") != std::string::npos);
}

TEST_CASE("all types, zero sizes, scalars and odd names survive a round trip")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.safetensors";
    const std::string f32(24, 'a'), f16(6, 'b'), bf16(2, 'c'), i8(5, 'd'), i64(8, 'e'), none;
    const std::map<std::string, TensorView> tensors = {
        {"a.f32", view(ElementType::F32, {3, 2}, f32)},
        {"b.f16", view(ElementType::F16, {3}, f16)},
        {"scalar", view(ElementType::BF16, {}, bf16)},
        {"i8", view(ElementType::I8, {5, 1}, i8)},
        {"i64", view(ElementType::I64, {1}, i64)},
        {"nothing", view(ElementType::F32, {0, 7}, none)},
        {"\"quoted\"/\xC3\xA9\n", view(ElementType::F32, {0}, none)},
    };
    writeSafetensors(file, tensors, {{"format", "pt"}});
    const SafetensorsFile opened(file);
    CHECK(opened.metadata() == std::map<std::string, std::string>{{"format", "pt"}});
    REQUIRE(opened.tensors().size() == tensors.size());
    for (const auto &entry : tensors) {
        const std::string &name = entry.first;
        const TensorView &expected = entry.second;
        CAPTURE(name);
        const StoredTensor &found = opened.tensors().at(name);
        CHECK(found.type == expected.type);
        CHECK(found.shape == expected.shape);
        CHECK(std::ranges::equal(bytesOf(opened, name), expected.bytes));
        CHECK((found.size == 0 || found.begin % sizeOf(found.type) == 0));
    }
}

TEST_CASE("no tensors, and tensors that do not lie on their type's boundary, are read")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.safetensors";
    save(file, fileOf("{}", 0));
    CHECK(SafetensorsFile(file).tensors().empty());
    save(file, fileOf(R"({"a":{"dtype":"I8","shape":[1],"data_offsets":[0,1]},)"
                      R"("b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}})",
                      5));
    CHECK(bytesOf(SafetensorsFile(file), "b").size() == 4);
}

TEST_CASE("writing refuses tensors whose bytes do not fit their shape")
{
    const TemporaryFolder folder;
    const std::string bytes(8, 'x');
    CHECK_THROWS_AS(writeSafetensors(folder.path() / "a", {{"w", view(ElementType::F32, {3}, bytes)}}), Error);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a write that fails leaves the old file as it was and no litter")
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.safetensors";
    const std::string small(4, 'x'), large(1 << 20, 'y');
    writeSafetensors(file, {{"w", view(ElementType::F32, {1}, small)}});
    const std::string before = load(file);

    // A limit on the size of files fails a write half way, as a full disk does.
    struct rlimit old = {};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
    struct rlimit tight = old;
    tight.rlim_cur = 100000;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &tight) == 0);
    std::string message;
    try {
        writeSafetensors(file, {{"w", view(ElementType::I8, {1 << 20}, large)}});
    } catch (const Error &error) {
        message = error.what();
    }
    REQUIRE(setrlimit(RLIMIT_FSIZE, &old) == 0);
    std::signal(SIGXFSZ, handler);

    CHECK(message.find(file.string()) != std::string::npos);
    CHECK(load(file) == before);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}) == 1);
}
