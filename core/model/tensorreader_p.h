// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/architecture_p.h"
#include "core/io/tensorfiles_p.h"
#include "core/model/modelfolder_p.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

[[nodiscard]] std::optional<at::ScalarType> scalarType(ElementType type);

/// Finds the tensors of a model folder by the name that Hugging Face gives them, in files that spell it otherwise too,
/// and collects what is wrong with them.
class TensorReader {
public:
    /// `barePrefix`: names may lack the architecture's prefix. Throws Error where there is no such file, saying what to
    /// do about it.
    TensorReader(const std::filesystem::path &folder, const Architecture &architecture, bool barePrefix);
    /// Reads a file of its own that `config` names, whose names may lack the prefix.
    TensorReader(std::filesystem::path file, std::filesystem::path config, const Architecture &architecture);

    [[nodiscard]] bool fits(const std::string &name, const std::vector<std::int64_t> &shape) const;
    [[nodiscard]] const std::map<std::string, TensorFiles::Entry> &stored() const { return m_files.entries(); }
    /// As the file stores it, which must have it.
    [[nodiscard]] ElementType typeOf(const std::string &name) const { return find(name)->tensor.type; }
    /// The tensor in float32, or an undefined one and another problem for finish() to name.
    [[nodiscard]] at::Tensor read(const std::string &name, const std::vector<std::int64_t> &shape);
    [[nodiscard]] bool sound() const { return m_problems.empty(); } ///< so far
    /// Throws Error with everything that was wrong, at once.
    void finish() const;

private:
    at::Tensor complain(std::string problem);
    [[nodiscard]] static at::Tensor toFloat(const TensorFiles::Entry &entry);
    [[nodiscard]] const TensorFiles::Entry *findExactly(const std::string &name) const;
    [[nodiscard]] const TensorFiles::Entry *find(const std::string &name) const;

    std::filesystem::path m_path;
    std::filesystem::path m_config; ///< what names the file; empty = the config.json beside it
    TensorFiles m_files;
    const Architecture &m_architecture;
    bool m_barePrefix;
    std::vector<std::string> m_problems;
};

} // namespace adaplens
