// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kerasreader_p.h"

#include "core/error.h"
#include "core/io/safetensorsheader_p.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace adaplens {

using safetensors::shapeText;
using safetensors::shown;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostProblems = 40; ///< that a message names
constexpr std::string_view kernel = "kernel:0";

/// Whether it is `base`, or `base` with the number that Keras gives a second one: "_1".
bool isCounted(std::string_view name, std::string_view base)
{
    if (!name.starts_with(base)) {
        return false;
    }
    name.remove_prefix(base.size());
    return name.empty() || (name.size() > 1 && name[0] == '_' && name.find_first_not_of("0123456789", 1) == name.npos);
}

std::vector<std::string> partsOf(const std::string &path)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', begin)) {
        parts.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(path.substr(begin));
    return parts;
}

/// The key of a data set: Keras puts a group for each layer of the model before the variable's name.
std::string keyOfPath(const std::string &path)
{
    std::vector<std::string> parts = partsOf(path);
    if (parts.size() < 2 || (parts[0] != "bert" && parts[0] != "classifier")) {
        return path;
    }
    parts.erase(parts.begin());
    if (isCounted(parts[0], "tf_bert_for_sequence_classification")) {
        parts.erase(parts.begin());
    }
    if (parts.size() > 3 && parts[0] == "bert" && parts[1] == "encoder" && isCounted(parts[2], "t_fbert_lr_exp_head")) {
        parts.erase(parts.begin() + 2);
    }
    std::string key;
    for (const std::string &part : parts) {
        key += (key.empty() ? "" : "/") + part;
    }
    return key;
}

/// What training needs and inference does not: the sharpness of soft removal, a counter, GAMMA, the optimiser's state.
bool isOfTraining(const std::string &key)
{
    return key == "lr_lambda:0" || key == "ratio_count:0" || key == "top_level_model_weights/Variable:0" ||
           key.starts_with("optimizer_weights/");
}

/// Replaces the end of a name, if it is that.
bool replaceEnd(std::string &name, std::string_view end, std::string_view by)
{
    if (!name.ends_with(end)) {
        return false;
    }
    name.replace(name.size() - end.size(), end.size(), by);
    return true;
}

/// "adapler.cp.0.dense.weight": a predictor's layers have the number of its layer, from 1.
std::optional<std::string> predictorKey(const std::string &name)
{
    constexpr std::string_view prefix = "adapler.cp.";
    if (!name.starts_with(prefix)) {
        return std::nullopt;
    }
    const std::size_t dot = name.find('.', prefix.size());
    const std::string number = std::to_string(std::stoul(name.substr(prefix.size(), dot - prefix.size())) + 1);
    const std::string rest = name.substr(dot + 1);
    return std::string("bert/encoder/exp_head_") + (rest.starts_with("dense.") ? "pre_" : "") + number + '/' +
           (rest.ends_with(".weight") ? "kernel:0" : "bias:0");
}

} // namespace

KerasReader::KerasReader(const fs::path &file) : m_path(file), m_file(file)
{
    for (const auto &[path, shape] : m_file.dataSets()) {
        const std::string key = keyOfPath(path);
        if (isOfTraining(key)) {
            continue;
        }
        const auto [at, isNew] = m_paths.try_emplace(key, path);
        if (isNew) {
            m_left.insert(key);
        } else {
            complain(shown(key) + " is there twice, as " + shown(at->second) + " and " + shown(path));
        }
    }
    if (std::ranges::none_of(m_left, [](const std::string &key) { return key.starts_with("bert/"); })) {
        throw Error("%1 holds no BERT as AdapLeR's published code saves one; take the file that its training wrote.",
                    file.string());
    }
    if (!m_left.contains("ETA:0") && !m_left.contains("bert/encoder/exp_head_1/kernel:0")) {
        throw Error("%1 holds a BERT without contribution predictors: a fine-tuned model from before AdapLeR's "
                    "training; take the file that this training wrote, whose name ends in _lr.h5.",
                    file.string());
    }
}

std::string KerasReader::keyOf(const std::string &name)
{
    if (auto predictor = predictorKey(name)) {
        return *predictor;
    }
    std::string key = name;
    // The first that fits counts.
    for (const auto &[end, by] :
         {std::pair("LayerNorm.weight", "LayerNorm.gamma:0"), std::pair("LayerNorm.bias", "LayerNorm.beta:0"),
          std::pair("word_embeddings.weight", "word_embeddings.weight:0"),
          std::pair("_embeddings.weight", "_embeddings.embeddings:0"), std::pair(".weight", ".kernel:0"),
          std::pair(".bias", ".bias:0")}) {
        if (replaceEnd(key, end, by)) {
            break;
        }
    }
    std::ranges::replace(key, '.', '/');
    constexpr std::string_view layers = "/layer/";
    if (const std::size_t at = key.find(layers); at != std::string::npos) {
        key.replace(at, layers.size(), "/layer_._");
    }
    return key;
}

const Hdf5File::Shape *KerasReader::shapeOf(const std::string &key) const
{
    const auto found = m_paths.find(key);
    return found == m_paths.end() ? nullptr : &m_file.dataSets().at(found->second);
}

at::Tensor KerasReader::read(const std::string &name, const std::vector<std::int64_t> &shape)
{
    const std::string key = keyOf(name);
    if (!key.ends_with(kernel)) {
        return readAs(key, shape);
    }
    const at::Tensor stored = readAs(key, {shape.rbegin(), shape.rend()});
    return stored.defined() ? stored.t().contiguous() : stored;
}

at::Tensor KerasReader::readFirst(const std::string &key, std::int64_t values, std::int64_t made)
{
    const Hdf5File::Shape *shape = shapeOf(key);
    const bool asMade = shape != nullptr && values < made && *shape == Hdf5File::Shape{made};
    const at::Tensor stored = readAs(key, {asMade ? made : values});
    return stored.defined() ? stored.slice(0, 0, values).contiguous() : stored;
}

at::Tensor KerasReader::readAs(const std::string &key, const std::vector<std::int64_t> &shape)
{
    m_left.erase(key);
    const Hdf5File::Shape *found = shapeOf(key);
    if (found == nullptr) {
        return complain(key + " is missing");
    }
    if (*found != shape) {
        return complain(key + " has shape " + shapeText(*found) + ", expected " + shapeText(shape));
    }
    at::Tensor tensor = at::empty(shape, at::kFloat);
    m_file.read(m_paths.at(key), {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
    if (!tensor.isfinite().all().item<bool>()) {
        return complain(key + " holds numbers that are not finite");
    }
    return tensor;
}

void KerasReader::finish(const fs::path &config)
{
    for (const std::string &key : m_left) {
        complain(shown(key) + " is unknown");
    }
    if (m_problems.empty()) {
        return;
    }
    std::string list;
    for (std::size_t i = 0; i < std::min(m_problems.size(), mostProblems); ++i) {
        list += (i > 0 ? "; " : "") + m_problems[i];
    }
    if (m_problems.size() > mostProblems) {
        list += "; and " + std::to_string(m_problems.size() - mostProblems) + " more";
    }
    throw Error(
        "%1 is not an AdapLeR model of the BERT that %2 describes: %3. Take the file and the config.json of the "
        "same model.",
        m_path.string(), config.string(), list);
}

at::Tensor KerasReader::complain(std::string problem)
{
    m_problems.push_back(std::move(problem));
    return {};
}

} // namespace adaplens
