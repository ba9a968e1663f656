// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint_p.h"

#include "core/encoder/architecture_p.h"
#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/model/config.h"
#include "core/model/modelfolder_p.h"
#include "core/model/tensorreader_p.h"
#include "core/reduction/rule_p.h"

namespace adaplens {

namespace {

namespace fs = std::filesystem;

/// The tensors of a file in their stored types, kept alive until it is written.
class TensorWriter {
public:
    explicit TensorWriter(fs::path file) : m_file(std::move(file)) {}

    void add(const std::string &name, const at::Tensor &tensor, ElementType type)
    {
        const at::Tensor stored = tensor.to(scalarType(type)).contiguous();
        if (at::isFloatingType(stored.scalar_type()) && !stored.isfinite().all().item<bool>()) {
            throw type == ElementType::F16
                ? Error(
                      "Cannot write %1: %2 holds numbers that are not finite, or too large for float16; store the model in "
                      "float32.",
                      m_file.string(), name)
                : Error("Cannot write %1: %2 holds numbers that are not finite.", m_file.string(), name);
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
    void write(const fs::path &file) const { writeSafetensors(file, m_views, {{"format", "pt"}}); }

private:
    fs::path m_file; ///< that messages name
    std::vector<at::Tensor> m_alive;
    std::map<std::string, TensorView> m_views;
};

} // namespace

void writeModelFiles(const fs::path &folder, const fs::path &target, const Checkpoint &checkpoint, Storage storage,
                     bool shareWordEmbeddings)
{
    Weights weights = checkpoint.weights; // handles only; forEachTensor() wants them writable
    const std::string wordEmbeddings = architectureOf(checkpoint.info.architecture).wordEmbeddingsName();
    TensorWriter writer(target / tensorFileName);
    forEachTensor(weights, checkpoint.info, [&](const TensorSpec &spec, at::Tensor &tensor) {
        if (!tensor.defined() || tensor.sizes() != at::IntArrayRef(spec.shape)) {
            throw Error("Cannot write %1: %2 has shape %3, expected %4.", (target / tensorFileName).string(), spec.name,
                        tensor.defined() ? safetensors::shapeText(tensor.sizes().vec()) : "[nothing]",
                        safetensors::shapeText(spec.shape));
        }
        if (shareWordEmbeddings && spec.name == wordEmbeddings) {
            return;
        }
        const at::Tensor values = tensor.detach().to(at::kCPU, at::kFloat);
        if (storage == Storage::Int8PerRow && values.dim() == 2) {
            writer.addInt8(spec.name, values);
        } else {
            writer.add(spec.name, values,
                       storage == Storage::Float32 || spec.exact ? ElementType::F32 : ElementType::F16);
        }
    });

    const Config config{checkpoint.info, checkpoint.tokenizer, shareWordEmbeddings};
    writeConfig(folder, config, storage == Storage::Float32 ? "float32" : "float16");
    if (!shareWordEmbeddings) {
        std::string pieces;
        for (std::size_t i = 0; i < checkpoint.vocabulary->size(); ++i) {
            pieces += checkpoint.vocabulary->piece(static_cast<std::int32_t>(i)) + "\n";
        }
        writeFile(folder / "vocab.txt", pieces);
    }
    writer.write(folder / tensorFileName);
}

void writeCheckpoint(const fs::path &folder, const Checkpoint &checkpoint, Storage storage, bool shareWordEmbeddings)
{
    ModelFolderWriter writer(folder);
    writeModelFiles(writer.path(), writer.target(), checkpoint, storage, shareWordEmbeddings);
    writer.commit(ModelFolderWriter::Twin::Stays);
}

void writeWithTwin(const fs::path &folder, const Checkpoint &checkpoint, const Checkpoint &twin, Storage storage)
{
    ModelFolderWriter writer(folder);
    writeModelFiles(writer.path(), writer.target(), checkpoint, storage);
    writeModelFiles(writer.path() / twinFolderName, writer.target() / twinFolderName, twin, storage);
    writer.commit(ModelFolderWriter::Twin::Goes);
}

} // namespace adaplens
