// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/model/checkpoint_p.h"
#include "core/io/safetensors.h"
#include "core/reduction/adapler_p.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstring>
#include <fstream>
#include <functional>

namespace adaplens::test {

/// A tensor of a file, with bytes of its own.
struct Stored {
    TensorView view;
    std::vector<std::byte> bytes;
};

/// A folder with a tiny model whose files a test then damages.
class DamagedModel {
public:
    explicit DamagedModel(const TinyModel &model = {}) { writeTinyModel(path(), model); }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "model"; }

    void editJson(const std::string &file, const std::function<void(nlohmann::json &)> &edit)
    {
        std::ifstream in(path() / file);
        nlohmann::json json = in ? nlohmann::json::parse(in) : nlohmann::json::object();
        edit(json);
        std::ofstream(path() / file) << json;
    }
    void set(const std::string &key, const nlohmann::json &value)
    {
        editJson("config.json", [&](nlohmann::json &json) { json[key] = value; });
    }
    void erase(const std::string &key)
    {
        editJson("config.json", [&](nlohmann::json &json) { json.erase(key); });
    }
    void editTensors(const std::function<void(std::map<std::string, Stored> &)> &edit)
    {
        std::map<std::string, Stored> tensors;
        const SafetensorsFile file(path() / "model.safetensors");
        for (const auto &[name, found] : file.tensors()) {
            Stored &stored = tensors[name];
            stored.view = {found.type, found.shape, {}};
            stored.bytes.resize(found.size);
            file.read(found, stored.bytes);
        }
        edit(tensors);
        std::map<std::string, TensorView> views;
        for (auto &[name, stored] : tensors) {
            stored.view.bytes = stored.bytes;
            views[name] = stored.view;
        }
        writeSafetensors(path() / "model.safetensors", views);
    }
    void rename(const std::string &from, const std::string &to)
    {
        editTensors([&](auto &tensors) {
            auto node = tensors.extract(from);
            REQUIRE_FALSE(node.empty());
            node.key() = to;
            tensors.insert(std::move(node));
        });
    }
    void setFloat(const std::string &name, std::size_t index, float value)
    {
        editTensors([&](auto &tensors) { std::memcpy(tensors.at(name).bytes.data() + 4 * index, &value, 4); });
    }

    [[nodiscard]] std::string complaint() const
    {
        try {
            (void)readCheckpoint(path());
            return {};
        } catch (const Error &error) {
            return error.what();
        }
    }
    void checkRefused(const std::string &file, const std::string &expected) const
    {
        const std::string message = complaint();
        CAPTURE(message);
        CAPTURE(expected);
        CHECK(message.find((path() / file).string()) != std::string::npos);
        CHECK(message.find(expected) != std::string::npos);
        CHECK(message.ends_with("."));
    }

private:
    TemporaryFolder m_folder;
};

/// The largest difference between the weights of two checkpoints; also checks that both have the same tensors.
inline double largestDifference(Checkpoint a, Checkpoint b)
{
    std::map<std::string, at::Tensor> tensors;
    double largest = 0;
    forEachTensor(a.weights, a.info, [&](const TensorSpec &spec, at::Tensor &tensor) { tensors[spec.name] = tensor; });
    forEachTensor(b.weights, b.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        const std::string &name = spec.name;
        REQUIRE(tensors.contains(name));
        CHECK((tensor.scalar_type() == at::kFloat));
        if (tensor.numel() > 0) {
            largest = std::max(largest, (tensor - tensors[name]).abs().max().item<double>());
        }
        tensors.erase(name);
    });
    CHECK(tensors.empty());
    return largest;
}

} // namespace adaplens::test
