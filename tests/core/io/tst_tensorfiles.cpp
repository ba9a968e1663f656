// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/tensorfiles_p.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <functional>
#include <memory>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

/// A folder with two files of tensors and their index.
class Shards {
public:
    Shards()
    {
        write("model-1.safetensors", {{"a", 1}, {"b", 2}});
        write("model-2.safetensors", {{"c", 3}});
        edit([](Json &index) {
            index = {{"metadata", {{"total_size", 24}}},
                     {"weight_map",
                      {{"a", "model-1.safetensors"}, {"b", "model-1.safetensors"}, {"c", "model-2.safetensors"}}}};
        });
    }
    [[nodiscard]] fs::path index() const { return m_folder.path() / "model.safetensors.index.json"; }
    [[nodiscard]] fs::path file(const std::string &name) const { return m_folder.path() / name; }

    /// Each tensor is two numbers.
    void write(const std::string &name, const std::map<std::string, float> &values) const
    {
        std::map<std::string, std::array<float, 2>> stored;
        std::map<std::string, TensorView> views;
        for (const auto &[key, value] : values) {
            stored[key] = {value, value};
            views[key] = {ElementType::F32, {2}, std::as_bytes(std::span(stored[key]))};
        }
        writeSafetensors(file(name), views);
    }
    void edit(const std::function<void(Json &)> &change) const
    {
        Json json = fs::exists(index()) ? Json::parse(std::ifstream(index())) : Json();
        change(json);
        std::ofstream(index()) << json;
    }
    [[nodiscard]] std::string complaint() const
    {
        try {
            (void)TensorFiles(index());
            return {};
        } catch (const Error &error) {
            return error.what();
        }
    }
    void checkRefused(const std::string &expected) const
    {
        const std::string found = complaint();
        CAPTURE(found);
        CHECK(found.find(expected) != std::string::npos);
        CHECK(found.find(m_folder.path().string()) != std::string::npos);
        CHECK(found.ends_with("."));
    }

private:
    TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("tensors of several files are found by name")
{
    const Shards shards;
    const TensorFiles files(shards.index());
    REQUIRE(files.entries().size() == 3);
    for (const auto &[name, expected] : {std::pair("a", 1.0F), std::pair("b", 2.0F), std::pair("c", 3.0F)}) {
        const TensorFiles::Entry &entry = files.entries().at(name);
        std::array<float, 2> values{};
        entry.file->read(entry.tensor, std::as_writable_bytes(std::span(values)));
        CHECK(values == std::array{expected, expected});
    }
    CHECK(TensorFiles(shards.file("model-2.safetensors")).entries().size() == 1);
    shards.edit([](Json &index) { index.erase("metadata"); });
    CHECK(shards.complaint().empty());
}

TEST_CASE("an index that does not fit its files is refused")
{
    const std::string other = "model-2.safetensors";
    const auto changed = [](const std::function<void(Json &)> &change) {
        auto shards = std::make_unique<Shards>();
        shards->edit(change);
        return shards;
    };
    changed([](Json &index) { index.erase("weight_map"); })->checkRefused("“weight_map”: an object { ... }");
    changed([](Json &index) { index["weight_map"] = Json::object(); })->checkRefused("“weight_map”: an object { ... }");
    for (const char *elsewhere : {"../model-2.safetensors", "/etc/x.safetensors", "model-2.bin", ""}) {
        changed([&](Json &index) { index["weight_map"]["c"] = elsewhere; })->checkRefused("of the same folder");
    }
    changed([](Json &index) { index["weight_map"]["c"] = 7; })->checkRefused("\"c\" lies in 7");
    changed([](Json &index) {
        index["weight_map"]["d"] = "model-2.safetensors";
    })->checkRefused("should hold the tensor \"d\"");
    changed([](Json &index) {
        index["weight_map"]["a"] = "model-2.safetensors";
    })->checkRefused("should hold the tensor \"a\"");
    changed([](Json &index) { index["weight_map"]["c"] = "model-3.safetensors"; })->checkRefused("Cannot open");
    changed([](Json &index) {
        index["metadata"]["total_size"] = 25;
    })->checkRefused("speaks of 25 bytes of tensors, but its files hold 24");
    changed([](Json &index) {
        for (int i = 0; i < 1001; ++i) {
            index["weight_map"]["t" + std::to_string(i)] = "m" + std::to_string(i) + ".safetensors";
        }
    })->checkRefused("a model has at most 1000");

    const Shards twice;
    twice.write(other, {{"c", 3}, {"a", 1}});
    twice.checkRefused("holds the tensor \"a\", which another file of the model holds, too");
}

TEST_CASE("a file that is written to while it is read is noticed")
{
    const Shards shards;
    const TensorFiles files(shards.index());
    files.requireUnchanged();
    std::ofstream(shards.file("model-2.safetensors"), std::ios::app) << "x";
    CHECK_THROWS_WITH_AS(files.requireUnchanged(), doctest::Contains("model-2.safetensors was changed"), Error);
}
