// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_p.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/model/opentokenizer.h"
#include "core/io/safetensors.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

constexpr const char *wordEmbeddings = "bert.embeddings.word_embeddings.weight";
constexpr const char *fileName = "model.safetensors";

std::string shapeText(const at::IntArrayRef shape)
{
    std::string text = "[";
    for (const std::int64_t size : shape) {
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    }
    return text + "]";
}

/// The tensor file of a folder, or a message that says what to do about it.
std::shared_ptr<const SafetensorsFile> openTensors(const fs::path &folder)
{
    std::error_code error;
    const fs::path file = folder / fileName;
    if (!fs::exists(file, error)) {
        if (fs::exists(folder / "pytorch_model.bin", error)) {
            throw Error((folder / "pytorch_model.bin").string() +
                        " is a pickle, which AdapLens does not read because it can "
                        "run code; make a model.safetensors of it with: python -c \"from transformers import "
                        "AutoModelForSequenceClassification as M; M.from_pretrained('" +
                        folder.string() + "').save_pretrained('" + folder.string() + "', safe_serialization=True)\".");
        }
        if (fs::exists(folder / "model.safetensors.index.json", error)) {
            throw Error(folder.string() +
                        " holds its weights in several files; save it again as one model.safetensors.");
        }
        throw Error(file.string() +
                    " is missing; a model is a folder with config.json, vocab.txt and model.safetensors.");
    }
    return SafetensorsFile::open(file);
}

at::ScalarType scalarType(ElementType type)
{
    switch (type) {
    case ElementType::F32:
        return at::kFloat;
    case ElementType::F16:
        return at::kHalf;
    case ElementType::BF16:
        return at::kBFloat16;
    case ElementType::I8:
        return at::kChar;
    case ElementType::I64:
        return at::kLong;
    }
    return at::kFloat;
}

/// Copies a tensor out of the file (where it may lie unaligned) and makes it float32.
at::Tensor toFloat(const TensorView &view)
{
    const at::Tensor stored = at::empty(view.shape, scalarType(view.type));
    if (!view.bytes.empty()) {
        std::memcpy(stored.data_ptr(), view.bytes.data(), view.bytes.size());
    }
    return stored.to(at::kFloat);
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

/// Finds tensors by the name that Hugging Face's BertForSequenceClassification gives them, in files that spell it
/// otherwise too, and collects what is wrong with them.
class TensorReader {
public:
    TensorReader(fs::path folder, bool barePrefix)
        : m_folder(std::move(folder)), m_file(openTensors(m_folder)), m_barePrefix(barePrefix)
    {
    }

    [[nodiscard]] bool fits(const std::string &name, const std::vector<std::int64_t> &shape) const
    {
        const auto *view = find(name);
        return view != nullptr && view->shape == shape;
    }
    [[nodiscard]] bool hasAny(const std::string &prefix) const
    {
        const auto it = m_file->tensors().lower_bound(prefix);
        return it != m_file->tensors().end() && it->first.starts_with(prefix);
    }

    /// The tensor in float32, or an undefined one and a line in problems().
    [[nodiscard]] at::Tensor read(const std::string &name, const std::vector<std::int64_t> &shape)
    {
        const auto *view = find(name);
        if (view == nullptr) {
            return complain(name + " is missing");
        }
        if (view->shape != shape) {
            return complain(name + " has shape " + shapeText(view->shape) + ", expected " + shapeText(shape));
        }
        if (view->type == ElementType::I64) {
            return complain(name + " holds whole numbers (I64), expected F32, F16, BF16 or I8");
        }
        at::Tensor tensor = toFloat(*view);
        if (view->type == ElementType::I8) {
            const auto *scale = find(name + ".scale");
            if (shape.size() != 2 || scale == nullptr || scale->type != ElementType::F32 ||
                scale->shape != std::vector<std::int64_t>{shape[0]}) {
                return complain(name + " is a matrix of type I8, which needs " + name +
                                ".scale of type F32 with one "
                                "number a row");
            }
            tensor = tensor * toFloat(*scale).unsqueeze(1);
        }
        m_file->release(*view); // it has been copied
        if (!finite(tensor)) {
            return complain(name + " holds numbers that are not finite");
        }
        return tensor;
    }

    [[nodiscard]] bool sound() const { return m_problems.empty(); } ///< so far
    /// Throws Error with everything that was wrong, at once.
    void finish() const
    {
        if (m_problems.empty()) {
            return;
        }
        std::string text = (m_folder / fileName).string() + " does not fit its config.json: ";
        for (std::size_t i = 0; i < m_problems.size(); ++i) {
            text += (i > 0 ? "; " : "") + m_problems[i];
        }
        throw Error(text + ". Take both files from the same model.");
    }

private:
    at::Tensor complain(std::string problem)
    {
        m_problems.push_back(std::move(problem));
        return {};
    }

    [[nodiscard]] const TensorView *findExactly(const std::string &name) const
    {
        const auto it = m_file->tensors().find(name);
        return it == m_file->tensors().end() ? nullptr : &it->second;
    }
    /// As named; in the spelling of old files (LayerNorm.gamma and .beta); for a bare encoder without `bert.`.
    [[nodiscard]] const TensorView *find(const std::string &name) const
    {
        const std::string bare = m_barePrefix && name.starts_with("bert.") ? name.substr(5) : name;
        for (const std::string &spelling : {name, bare}) {
            if (const auto *view = findExactly(spelling)) {
                return view;
            }
            for (const auto &[ours, old] :
                 {std::pair("LayerNorm.weight", "LayerNorm.gamma"), std::pair("LayerNorm.bias", "LayerNorm.beta")}) {
                if (spelling.ends_with(ours)) {
                    const auto *view = findExactly(spelling.substr(0, spelling.size() - std::strlen(ours)) + old);
                    if (view != nullptr) {
                        return view;
                    }
                }
            }
        }
        return nullptr;
    }

    fs::path m_folder;
    std::shared_ptr<const SafetensorsFile> m_file;
    bool m_barePrefix;
    std::vector<std::string> m_problems;
};

/// Initial values of a part that a backbone lacks: N(0, 0.02), for contribution predictors cut at two deviations;
/// biases 0, eta 0.25, theta 1. Sources: Hugging Face's initialisation; AdapLeR (Modarressi et al. 2022).
at::Tensor drawn(const std::string &name, const std::vector<std::int64_t> &shape, at::Generator &generator)
{
    constexpr double deviation = 0.02;
    if (name == "adapler.eta" || name == "adapler.theta") {
        return at::full(shape, name == "adapler.eta" ? 0.25 : 1.0, at::kFloat);
    }
    if (name.ends_with(".bias")) {
        return at::zeros(shape, at::kFloat);
    }
    if (!name.starts_with("adapler.")) {
        return at::empty(shape, at::kFloat).normal_(0, deviation, generator);
    }
    // The inverse of the distribution function, from uniform numbers between its values at -2 and 2 deviations.
    const double edge = std::erf(2 / std::sqrt(2.0));
    const at::Tensor uniform = at::empty(shape, at::kDouble).uniform_(-edge, edge, generator);
    return (at::erfinv(uniform) * (std::sqrt(2.0) * deviation)).to(at::kFloat);
}

bool mayBeDrawn(const std::string &name)
{
    return name.starts_with("bert.pooler.") || name.starts_with("classifier.") || name.starts_with("adapler.");
}

void checkEta(const fs::path &folder, const at::Tensor &eta)
{
    const at::Tensor wrong = at::logical_or(eta <= 0, eta > 1).nonzero();
    if (wrong.numel() > 0) {
        const auto layer = wrong[0].item<std::int64_t>();
        throw Error((folder / fileName).string() + ": adapler.eta of layer " + std::to_string(layer) + " is " +
                    std::to_string(eta[layer].item<float>()) + ", expected more than 0 and at most 1.");
    }
}

Checkpoint readFolder(const fs::path &folder, const std::vector<std::string> *newLabels, std::uint64_t seed)
{
    const bool backbone = newLabels != nullptr;
    Config config = readConfig(folder, backbone);
    Checkpoint checkpoint;
    checkpoint.info = config.info;
    checkpoint.tokenizer = config.tokenizer;
    ModelInfo &info = checkpoint.info;
    if (backbone) {
        info.labels = *newLabels;
        info.cpHidden = info.adaptive ? info.cpHidden : 32;
        info.adaptive = true;
    }

    TensorReader tensors(folder, backbone);
    if (!info.adaptive && tensors.hasAny("adapler.")) {
        throw Error((folder / fileName).string() +
                    " holds contribution predictors (adapler.*), but config.json has no "
                    "\"adapler\" section; add \"adapler\": {\"cp_hidden_size\": 32, \"theta_mode\": \"target\"}.");
    }
    const fs::path above = folder / "..";
    checkpoint.vocabulary = readVocabulary(folder, config);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    forEachTensor(checkpoint.weights, info, info.adaptive,
                  [&](const std::string &name, const std::vector<std::int64_t> &shape, at::Tensor &tensor) {
                      if (backbone && mayBeDrawn(name) && !tensors.fits(name, shape)) {
                          // Sizes that the file contradicts may ask for more memory than there is.
                          tensor = tensors.sound() ? drawn(name, shape, generator) : at::Tensor();
                      } else if (config.sharedWordEmbeddings && name == wordEmbeddings) {
                          TensorReader shared(above, false);
                          tensor = shared.read(name, shape);
                          shared.finish();
                      } else {
                          tensor = tensors.read(name, shape);
                      }
                  });
    tensors.finish();
    if (info.adaptive) {
        checkEta(folder, checkpoint.weights.eta);
    }
    return checkpoint;
}

/// The tensors of a file in their stored types, kept alive until it is written.
class TensorWriter {
public:
    explicit TensorWriter(fs::path file) : m_file(std::move(file)) {}

    void add(const std::string &name, const at::Tensor &tensor, ElementType type)
    {
        const at::Tensor stored = tensor.to(scalarType(type)).contiguous();
        if (at::isFloatingType(stored.scalar_type()) && !stored.isfinite().all().item<bool>()) {
            throw Error("Cannot write " + m_file.string() + ": " + name + " holds numbers that are not finite" +
                        (type == ElementType::F16 ? ", or too large for float16; store the model in float32." : "."));
        }
        m_alive.push_back(stored);
        m_views[name] = {
            type,
            stored.sizes().vec(),
            {static_cast<const std::byte *>(stored.data_ptr()), static_cast<std::size_t>(stored.nbytes())}};
    }
    /// Symmetric per row: q = round(w / scale) with scale = max |w| / 127.
    void addInt8(const std::string &name, const at::Tensor &matrix)
    {
        const at::Tensor scale = (matrix.abs().amax(1) / 127).clamp_min(1e-30);
        add(name, (matrix / scale.unsqueeze(1)).round().clamp(-127, 127), ElementType::I8);
        add(name + ".scale", scale, ElementType::F32);
    }
    void write() const { writeSafetensors(m_file, m_views, {{"format", "pt"}}); }

private:
    fs::path m_file;
    std::vector<at::Tensor> m_alive;
    std::map<std::string, TensorView> m_views;
};

} // namespace

Checkpoint readCheckpoint(const fs::path &folder)
{
    return readFolder(folder, nullptr, 0);
}

Checkpoint readBackbone(const fs::path &folder, const std::vector<std::string> &labels, std::uint64_t seed)
{
    return readFolder(folder, &labels, seed);
}

void writeCheckpoint(const fs::path &folder, const Checkpoint &checkpoint, Storage storage, bool shareWordEmbeddings)
{
    Weights weights = checkpoint.weights; // handles only; forEachTensor() wants them writable
    TensorWriter writer(folder / fileName);
    forEachTensor(weights, checkpoint.info, weights.adaptive(),
                  [&](const std::string &name, const std::vector<std::int64_t> &shape, at::Tensor &tensor) {
                      if (!tensor.defined() || tensor.sizes() != at::IntArrayRef(shape)) {
                          throw Error("Cannot write " + (folder / fileName).string() + ": " + name + " has shape " +
                                      (tensor.defined() ? shapeText(tensor.sizes()) : "[nothing]") + ", expected " +
                                      shapeText(shape) + ".");
                      }
                      if (shareWordEmbeddings && name == wordEmbeddings) {
                          return;
                      }
                      const at::Tensor values = tensor.detach().to(at::kCPU, at::kFloat);
                      const bool exact = name == "adapler.eta" || name == "adapler.theta";
                      if (storage == Storage::Int8PerRow && values.dim() == 2) {
                          writer.addInt8(name, values);
                      } else {
                          writer.add(name, values,
                                     storage == Storage::Float32 || exact ? ElementType::F32 : ElementType::F16);
                      }
                  });

    Config config{checkpoint.info, checkpoint.tokenizer, shareWordEmbeddings};
    config.info.adaptive = weights.adaptive();
    writeConfig(folder, config, storage == Storage::Float32 ? "float32" : "float16");
    if (!shareWordEmbeddings) {
        std::string pieces;
        for (std::size_t i = 0; i < checkpoint.vocabulary->size(); ++i) {
            pieces += checkpoint.vocabulary->piece(static_cast<std::int32_t>(i)) + "\n";
        }
        writeFile(folder / "vocab.txt", pieces);
    }
    writer.write();
}

void setEta(Checkpoint &model, const std::vector<double> &eta)
{
    if (!model.weights.adaptive()) {
        throw Error("The model drops no tokens, so it has no thresholds to set; leave eta away.");
    }
    if (static_cast<std::int64_t>(eta.size()) != model.weights.eta.numel()) {
        throw Error("Eta has " + std::to_string(eta.size()) + " values, but the model has " +
                    std::to_string(model.weights.eta.numel()) + " layers; give one for each.");
    }
    if (std::any_of(eta.begin(), eta.end(), [](double value) { return !(value >= 0.01 && value <= 1); })) {
        throw Error("Each value of eta must lie between 0.01 and 1.");
    }
    model.weights.eta = at::tensor(eta).to(at::kFloat);
}

} // namespace adaplens
