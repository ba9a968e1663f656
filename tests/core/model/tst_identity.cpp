// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/classifier_p.h"
#include "tests/support/openedmodel.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

TEST_CASE("an identity tells folders, precisions and versions of the files apart")
{
    const Opened model;
    const fs::path folder = model.folder.path();
    const ModelIdentity identity = model.classifier->identity();
    CHECK(identity == identityOf(folder, Precision::Float32));
    CHECK(identity == identityOf(folder / "." / "plain" / "..", Precision::Float32));
    CHECK(identity != identityOf(folder, Precision::Int8));
    CHECK(identity != identityOf(folder / "plain", Precision::Float32));
    CHECK(Classifier::open(folder, Precision::Int8)->identity() == identityOf(folder, usable(Precision::Int8)));

    std::ofstream(folder / "notes.txt") << "not of the model";
    CHECK(identity == identityOf(folder, Precision::Float32));
    const auto differsAfter = [&](const std::function<void()> &change) {
        const ModelIdentity before = identityOf(folder, Precision::Float32);
        change();
        return before != identityOf(folder, Precision::Float32);
    };
    const fs::path config = folder / "config.json";
    CHECK(
        differsAfter([&] { fs::last_write_time(config, fs::last_write_time(config) + std::chrono::nanoseconds(1)); }));
    CHECK(differsAfter([&] { fs::resize_file(folder / "plain" / "vocab.txt", 10); }));
    CHECK(differsAfter([&] { // trained anew, and all as large and as old as before
        const auto time = fs::last_write_time(folder / "model.safetensors");
        fs::copy_file(folder / "model.safetensors", folder / "copy");
        fs::last_write_time(folder / "copy", time);
        fs::rename(folder / "copy", folder / "model.safetensors");
    }));
    CHECK(differsAfter([&] { fs::remove(folder / "plain" / "config.json"); }));
    CHECK(identityOf(folder / "absent", Precision::Float32) == identityOf(folder / "absent", Precision::Float32));
}

TEST_CASE("many threads that open a model at once share its weights, others have their own")
{
    const Opened first({.seed = 1}), second({.seed = 2});
    constexpr std::size_t count = 8;
    std::vector<std::unique_ptr<Classifier>> opened(count);
    std::vector<std::vector<float>> logits(count);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                const auto &folder = (i % 2 == 0 ? first : second).folder;
                opened[i] = Classifier::open(folder.path(), i < count / 2 ? Precision::Float32 : Precision::Int8);
                const Encoding text = opened[i]->encode("the film is fine", std::nullopt);
                logits[i] = opened[i]->runBatch(std::span(&text, 1), Pass::Reduced)->front().logits;
            });
        }
    }
    const auto weights = [&](std::size_t i) { return &ClassifierAccess::model(*opened[i]).weights; };
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CHECK((weights(i) == weights(j)) == (opened[i]->identity() == opened[j]->identity()));
            CHECK((logits[i] == logits[j]) == (opened[i]->identity() == opened[j]->identity()));
        }
    }
}
