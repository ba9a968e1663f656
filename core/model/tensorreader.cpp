// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tensorreader_p.h"

#include "core/error.h"
#include "core/io/safetensorsheader_p.h"

#include <cmath>
#include <cstring>
#include <optional>

namespace adaplens {

using safetensors::shapeText;

namespace {

namespace fs = std::filesystem;

/// A command that makes a model.safetensors of the other weights of a folder; `arguments` of from_pretrained().
std::string conversion(const fs::path &folder, const std::string &arguments)
{
    std::string quoted;
    for (const char c : folder.string()) {
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return "python -c \"import sys; from transformers import AutoModelForSequenceClassification as M; "
           "M.from_pretrained(sys.argv[1]" +
           arguments + ").save_pretrained(sys.argv[1], safe_serialization=True)\" '" + quoted + "'";
}

/// The tensor file of a folder, or a message that says what to do about it.
fs::path tensorFileOf(const fs::path &folder)
{
    std::error_code error;
    for (const char *name : {tensorFileName, tensorIndexName}) {
        if (fs::exists(folder / name, error)) {
            return folder / name;
        }
    }
    for (const char *name : {"pytorch_model.bin", "pytorch_model.bin.index.json"}) {
        if (fs::exists(folder / name, error)) {
            throw Error(
                "%1 is a pickle, which AdapLens does not read because it can run code; make a model.safetensors of "
                "it with: %2.",
                (folder / name).string(), conversion(folder, ""));
        }
    }
    if (fs::exists(folder / "tf_model.h5", error)) {
        throw Error("%1 has weights of TensorFlow; make a model.safetensors of them with transformers 4: %2.",
                    (folder / "tf_model.h5").string(), conversion(folder, ", from_tf=True"));
    }
    throw Error("%1 is missing; %2.", (folder / tensorFileName).string(), whatAModelIs());
}

/// Without copies of the tensor, unlike at::isfinite(): word embeddings are large.
bool finite(const at::Tensor &tensor)
{
    if (tensor.numel() == 0) {
        return true;
    }
    const auto [least, most] = at::aminmax(tensor); // both are NaN where there is one
    return std::isfinite(least.item<float>()) && std::isfinite(most.item<float>());
}

} // namespace

std::optional<at::ScalarType> scalarType(ElementType type)
{
    switch (type) {
    case ElementType::F32:
        return at::kFloat;
    case ElementType::F16:
        return at::kHalf;
    case ElementType::BF16:
        return at::kBFloat16;
    case ElementType::F64:
        return at::kDouble;
    case ElementType::I8:
        return at::kChar;
    default:
        return std::nullopt;
    }
}

TensorReader::TensorReader(const fs::path &folder, const Architecture &architecture, bool barePrefix)
    : m_path(tensorFileOf(folder)), m_files(m_path), m_architecture(architecture), m_barePrefix(barePrefix)
{
}

TensorReader::TensorReader(fs::path file, fs::path config, const Architecture &architecture)
    : m_path(std::move(file)),
      m_config(std::move(config)),
      m_files(m_path),
      m_architecture(architecture),
      m_barePrefix(true)
{
}

bool TensorReader::fits(const std::string &name, const std::vector<std::int64_t> &shape) const
{
    const auto *stored = find(name);
    return stored != nullptr && stored->tensor.shape == shape;
}

at::Tensor TensorReader::read(const std::string &name, const std::vector<std::int64_t> &shape)
{
    const auto *stored = find(name);
    if (stored == nullptr) {
        return complain(name + " is missing");
    }
    if (stored->tensor.shape != shape) {
        return complain(name + " has shape " + shapeText(stored->tensor.shape) + ", expected " + shapeText(shape));
    }
    if (!scalarType(stored->tensor.type)) {
        return complain(name + " has type " + std::string(safetensors::nameOf(stored->tensor.type)) +
                        ", expected F32, F16, BF16, F64 or I8");
    }
    at::Tensor tensor = toFloat(*stored);
    if (stored->tensor.type == ElementType::I8) {
        const auto *scale = find(name + ".scale");
        if (shape.size() != 2 || scale == nullptr || scale->tensor.type != ElementType::F32 ||
            scale->tensor.shape != std::vector<std::int64_t>{shape[0]}) {
            return complain(name + " is a matrix of type I8, which needs " + name +
                            ".scale of type F32 with one "
                            "number a row");
        }
        tensor = tensor * toFloat(*scale).unsqueeze(1);
    }
    if (!finite(tensor)) {
        return complain(name + " holds numbers that are not finite");
    }
    return tensor;
}

void TensorReader::finish() const
{
    m_files.requireUnchanged();
    if (m_problems.empty()) {
        return;
    }
    std::string list;
    for (std::size_t i = 0; i < m_problems.size(); ++i) {
        list += (i > 0 ? "; " : "") + m_problems[i];
    }
    throw m_config.empty()
        ? Error("%1 does not fit its config.json: %2. Take both files from the same model.", m_path.string(), list)
        : Error("%1 does not hold the word embeddings that belong to %2: %3. Take both files from the same place.",
                m_path.string(), m_config.string(), list);
}

at::Tensor TensorReader::complain(std::string problem)
{
    m_problems.push_back(std::move(problem));
    return {};
}

/// Reads a tensor out of the file (where it may lie unaligned) and makes it float32.
at::Tensor TensorReader::toFloat(const TensorFiles::Entry &entry)
{
    const at::Tensor stored = at::empty(entry.tensor.shape, *scalarType(entry.tensor.type));
    entry.file->read(entry.tensor, {static_cast<std::byte *>(stored.data_ptr()), stored.nbytes()});
    return stored.to(at::kFloat);
}

const TensorFiles::Entry *TensorReader::findExactly(const std::string &name) const
{
    const auto it = m_files.entries().find(name);
    return it == m_files.entries().end() ? nullptr : &it->second;
}

/// As named; in the spelling of old files (LayerNorm.gamma and .beta); for a bare encoder without prefix.
const TensorFiles::Entry *TensorReader::find(const std::string &name) const
{
    const std::string_view prefix = m_architecture.prefix;
    const std::string bare = m_barePrefix && name.starts_with(prefix) ? name.substr(prefix.size()) : name;
    for (const std::string &spelling : {name, bare}) {
        if (const auto *stored = findExactly(spelling)) {
            return stored;
        }
        for (const auto &[ours, old] :
             {std::pair("LayerNorm.weight", "LayerNorm.gamma"), std::pair("LayerNorm.bias", "LayerNorm.beta")}) {
            if (spelling.ends_with(ours)) {
                const auto *stored = findExactly(spelling.substr(0, spelling.size() - std::strlen(ours)) + old);
                if (stored != nullptr) {
                    return stored;
                }
            }
        }
    }
    return nullptr;
}

} // namespace adaplens
