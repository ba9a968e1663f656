// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that others made, a few of their bytes changed: each opens or is refused in a sentence.
#include "core/error.h"
#include "core/model/classifier.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path &file, const std::string &content)
{
    std::ofstream(file, std::ios::binary) << content;
}

/// Files that are in every folder, smallest first, but for values that only the test of parity reads.
std::vector<fs::path> filesOf(const fs::path &folder)
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && name != "golden.safetensors" && name != "inputs.json")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

class Mutations {
public:
    explicit Mutations(std::uint32_t seed) : m_random(seed) {}

    std::size_t below(std::size_t end) { return m_random() % end; }

    /// One change, of those that text files and binary ones suffer.
    void change(std::string &content)
    {
        static const std::vector<std::string_view> inserted = {
            "0",      "-1",          "1e99",       "18446744073709551616",
            "null",   "[]",          "{}",         "\"\"",
            "true",   ",",           ":",          "\"",
            "[",      "}",           "\\u0000",    "\xFF",
            "\xC3",   "\n\n",        "[[",         "#",
            " \t",    "\\ud800",     "[UNK]",      "</s>",
            "\u0120", "99999999999", "2147483648", "0.5"};
        // Half of the time in the first bytes, where files say how large they are.
        const std::size_t size = content.size();
        const std::size_t place = below(below(2) == 0 && size > 64 ? 64 : size + 1);
        const std::size_t length = std::min(size - std::min(place, size), 1 + below(below(4) == 0 ? 4096 : 12));
        switch (below(7)) {
        case 0:
            if (place < size)
                content[place] = static_cast<char>(below(256));
            break;
        case 1:
            content.resize(place);
            break;
        case 2:
            content.erase(place, length);
            break;
        case 3:
            content.insert(place, inserted[below(inserted.size())]);
            break;
        case 4:
            content.replace(place, length, inserted[below(inserted.size())]);
            break;
        case 5:
            content.insert(place, content.substr(place, length));
            break;
        default: // a number of a text becomes another one
            if (const std::size_t digit = content.find_first_of("0123456789", place); digit != std::string::npos) {
                const std::size_t end = std::min(content.find_first_not_of("0123456789", digit), size);
                content.replace(digit, end - digit, inserted[below(inserted.size())]);
            }
        }
    }

private:
    std::mt19937 m_random;
};

/// How often each folder is changed; set ADAPLENS_MUTATIONS for more.
std::size_t mutations()
{
    const char *given = std::getenv("ADAPLENS_MUTATIONS");
    return given == nullptr ? 150 : std::stoul(given);
}

/// Opens and runs what a folder holds; the sentence that it is refused with, or none.
std::string complaint(const fs::path &folder)
{
    try {
        const auto classifier = Classifier::open(folder);
        (void)classifier->run("A caf\u00e9's film, not bad!", std::nullopt, {});
        (void)classifier->tokenizer().encodeWindows("the film \xFF is \u96fb\u5f71 \U0001f600", std::nullopt, 16);
        return {};
    } catch (const Error &error) {
        return error.what();
    }
}

void checkFolder(const fs::path &original, std::uint32_t seed)
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "model";
    fs::copy(original, folder, fs::copy_options::recursive);
    const std::vector<fs::path> files = filesOf(folder);
    REQUIRE(complaint(folder).empty());
    Mutations mutation(seed);
    std::size_t refused = 0;
    for (std::size_t i = 0; i < mutations(); ++i) {
        const fs::path &file = files[mutation.below(files.size())];
        const std::string whole = contentOf(file);
        std::string changed = whole;
        for (std::size_t change = 0; change <= mutation.below(3); ++change)
            mutation.change(changed);
        write(file, changed);
        const std::string said = complaint(folder);
        if (!said.empty()) {
            ++refused;
            const auto fail = [&](const char *why) {
                FAIL_CHECK("mutation ", i, " of ", file.filename().string(), " ", why, ": ", said);
            };
            if (!said.ends_with("."))
                fail("ends in no full stop");
            if (said.find(folder.string()) == std::string::npos)
                fail("names no file");
            if (said.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
                fail("is over several lines");
        }
        write(file, whole);
    }
    CHECK(complaint(folder).empty());
    CHECK(refused > mutations() / 4);
    CHECK(refused < mutations());
}

} // namespace

TEST_CASE("a folder of transformers 5, tokenizer.json and weights in several files, with bytes changed")
{
    checkFolder(fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "bert-5", 1);
}

TEST_CASE("a RoBERTa with vocab.json, merges.txt and tokenizer.json, with bytes changed")
{
    checkFolder(fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "roberta-4.57", 2);
}

TEST_CASE("a RoBERTa without a tokenizer.json, with bytes changed")
{
    const TemporaryFolder folder;
    fs::copy(fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "roberta-4.57", folder.path() / "roberta",
             fs::copy_options::recursive);
    fs::remove(folder.path() / "roberta" / "tokenizer.json");
    checkFolder(folder.path() / "roberta", 3);
}

TEST_CASE("an ELECTRA with other embeddings, with bytes changed")
{
    checkFolder(fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "electra-small-5", 4);
}

TEST_CASE("a DistilBERT, with bytes changed")
{
    checkFolder(fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "distilbert-4.57", 5);
}

TEST_CASE("an AdapLeR model with a twin, with bytes changed")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path() / "tiny");
    checkFolder(folder.path() / "tiny", 6);
}

TEST_CASE("control characters in names neither cut a message short nor break its line")
{
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "model";
    fs::copy(fs::path(ADAPLENS_TEST_DATA) / "saved_models" / "roberta-4.57", folder, fs::copy_options::recursive);
    fs::remove(folder / "tokenizer.json");
    const auto replaced = [&](const char *name, const std::string &from, const std::string &to) {
        const std::string whole = contentOf(folder / name);
        std::string changed = whole;
        const std::size_t place = changed.find(from);
        REQUIRE(place != std::string::npos);
        write(folder / name, changed.replace(place, from.size(), to));
        const std::string said = complaint(folder);
        write(folder / name, whole);
        return said;
    };
    const std::string index = replaced("model.safetensors.index.json", "model-00001-of", "model-\\u000000001-of");
    CHECK(index.find("model-\\u000000001-of") != std::string::npos);
    CHECK(index.ends_with("a .safetensors file of the same folder was expected."));
    const std::string merge = replaced("merges.txt", "\u0120w as", "\u0120w\r as");
    CAPTURE(merge);
    CHECK(merge.find('\r') == std::string::npos);
    CHECK(merge.find("\"\u0120w?\"") != std::string::npos);
    CHECK(merge.ends_with("take both from the same model."));
}
