// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/hdf5file_p.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace adaplens {

/// Finds the tensors of an .h5 file that AdapLeR's published code saved, and collects what is wrong with them. A key is
/// a variable's name in Keras, "bert/encoder/layer_._0/output/dense/kernel:0", without the names that Keras counts up
/// (of the model, of the contribution predictors' layers).
class KerasReader {
public:
    /// Throws Error where it cannot be read, or holds no AdapLeR model.
    explicit KerasReader(const std::filesystem::path &file);

    /// The key of what Hugging Face names so, in PyTorch; of contribution predictors what a model folder names so.
    [[nodiscard]] static std::string keyOf(const std::string &name);

    /// The shape of a tensor; null where there is none.
    [[nodiscard]] const Hdf5File::Shape *shapeOf(const std::string &key) const;
    /// A tensor in float32 by the name that a model folder gives it; kernels, [in, out] in Keras, become [out, in].
    /// Undefined where another problem is noted for finish() to name.
    [[nodiscard]] at::Tensor read(const std::string &name, const std::vector<std::int64_t> &shape);
    /// The first values of a vector that has so many, or as many as the published code makes for BERT-base.
    [[nodiscard]] at::Tensor readFirst(const std::string &key, std::int64_t values, std::int64_t made);
    /// Throws Error with everything that was wrong, at once; unknown tensors, too. `config`: what it should fit.
    void finish(const std::filesystem::path &config);

private:
    at::Tensor complain(std::string problem);
    at::Tensor readAs(const std::string &key, const std::vector<std::int64_t> &shape);

    std::filesystem::path m_path;
    Hdf5File m_file;
    std::map<std::string, std::string> m_paths; ///< by key
    std::set<std::string> m_left;               ///< keys that nobody has asked for
    std::vector<std::string> m_problems;
};

} // namespace adaplens
