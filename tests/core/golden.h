// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"
#include "core/text/encoding.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

/// What the tests that compare with golden values share: reading them, and turning them into what core takes.
namespace adaplens::golden {

inline std::filesystem::path folder(const std::string &name)
{
    return std::filesystem::path(ADAPLENS_TEST_DATA) / name;
}

inline nlohmann::json readJson(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    REQUIRE_MESSAGE(stream.good(), file.string());
    return nlohmann::json::parse(stream);
}

/// A float32 tensor of a file, copied.
inline at::Tensor tensor(const SafetensorsFile &file, const std::string &name)
{
    const StoredTensor &stored = file.tensors().at(name);
    REQUIRE(stored.type == ElementType::F32);
    at::Tensor result = at::empty(stored.shape, at::kFloat);
    file.read(stored, {static_cast<std::byte *>(result.data_ptr()), result.nbytes()});
    return result;
}

/// Numbers of a JSON array, nested or not, as a flat tensor in double.
inline at::Tensor flat(const nlohmann::json &values)
{
    std::vector<double> numbers;
    const auto collect = [&](const auto &self, const nlohmann::json &value) -> void {
        if (value.is_array()) {
            for (const auto &item : value) {
                self(self, item);
            }
        } else {
            numbers.push_back(value.get<double>());
        }
    };
    collect(collect, values);
    return at::tensor(at::ArrayRef<double>(numbers), at::kDouble);
}

inline at::Tensor flat(const std::vector<float> &values)
{
    return at::tensor(at::ArrayRef<float>(values.data(), values.size()), at::kDouble);
}

/// Largest absolute difference; fails where the numbers of elements differ or a value is not a number.
inline double distance(const at::Tensor &found, const at::Tensor &expected)
{
    REQUIRE(found.numel() == expected.numel());
    const at::Tensor difference =
        (found.detach().to(at::kDouble).flatten() - expected.detach().to(at::kDouble).flatten()).abs();
    REQUIRE(at::isfinite(difference).all().item<bool>());
    return difference.numel() == 0 ? 0.0 : difference.max().item<double>();
}

/// The same in units of the largest expected value where that is above 1: for quantities without a natural scale.
inline double relativeDistance(const at::Tensor &found, const at::Tensor &expected)
{
    const double scale = expected.numel() == 0 ? 1.0 : expected.detach().abs().max().item<double>();
    return distance(found, expected) / std::max(1.0, scale);
}

/// An encoding of given ids, as the classifier takes it: first and last piece of each segment are the special ones.
inline Encoding encodingOf(const std::vector<std::int32_t> &ids, const std::vector<int> &segments)
{
    Encoding encoding;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        Piece piece;
        piece.id = ids[i];
        piece.segment = segments[i];
        piece.special = i == 0 || i + 1 == ids.size() || segments[i] != segments[i + 1];
        encoding.pieces.push_back(piece);
    }
    return encoding;
}

inline std::vector<std::int32_t> idsOf(const Encoding &encoding)
{
    std::vector<std::int32_t> ids;
    for (const Piece &piece : encoding.pieces) {
        ids.push_back(piece.id);
    }
    return ids;
}

inline std::vector<const Encoding *> pointersTo(const std::vector<Encoding> &encodings)
{
    std::vector<const Encoding *> pointers;
    for (const Encoding &encoding : encodings) {
        pointers.push_back(&encoding);
    }
    return pointers;
}

/// The encodings of a JSON array of objects with `ids` and `segments`.
inline std::vector<Encoding> encodingsOf(const nlohmann::json &inputs)
{
    std::vector<Encoding> encodings;
    for (const auto &input : inputs) {
        encodings.push_back(
            encodingOf(input["ids"].get<std::vector<std::int32_t>>(), input["segments"].get<std::vector<int>>()));
    }
    return encodings;
}

inline std::optional<std::string> pairOf(const nlohmann::json &input)
{
    return input["pair"].is_null() ? std::nullopt : std::optional(input["pair"].get<std::string>());
}

} // namespace adaplens::golden
