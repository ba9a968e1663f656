// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"
#include "core/model/export.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace adaplens {

/// The tensors of a file in their stored types, kept alive until it is written.
class TensorWriter {
public:
    /// `file`: as messages name it.
    explicit TensorWriter(std::filesystem::path file) : m_file(std::move(file)) {}

    /// Adds float32 values as `storage` has them. Throws Error where they are not finite, or too large for it.
    void add(const std::string &name, const at::Tensor &values, Storage storage);
    /// Throws Error where the file cannot be written.
    void write(const std::filesystem::path &file) const;

private:
    void addAs(const std::string &name, const at::Tensor &tensor, ElementType type);

    std::filesystem::path m_file;
    std::vector<at::Tensor> m_alive;
    std::map<std::string, TensorView> m_views;
};

/// What is read again of float32 values that `storage` has held.
[[nodiscard]] at::Tensor afterStorage(const at::Tensor &values, Storage storage);

} // namespace adaplens
