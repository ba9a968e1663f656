// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tensorwriter_p.h"

#include "core/error.h"
#include "core/model/tensorreader_p.h"

namespace adaplens {

namespace {

/// Symmetric per row: q = round(w / scale) with scale = max |w| / 127.
struct Int8Rows {
    at::Tensor values; ///< whole numbers in float32
    at::Tensor scale;  ///< [rows]
};

Int8Rows int8Rows(const at::Tensor &matrix)
{
    const at::Tensor scale = (matrix.abs().amax(1) / 127).clamp_min(1e-30);
    return {(matrix / scale.unsqueeze(1)).round().clamp(-127, 127), scale};
}

bool isInt8(const at::Tensor &values, Storage storage)
{
    return storage == Storage::Int8PerRow && values.dim() == 2;
}

} // namespace

void TensorWriter::add(const std::string &name, const at::Tensor &values, Storage storage)
{
    if (isInt8(values, storage)) {
        const Int8Rows rows = int8Rows(values);
        addAs(name, rows.values, ElementType::I8);
        addAs(name + ".scale", rows.scale, ElementType::F32);
    } else {
        addAs(name, values, storage == Storage::Float32 ? ElementType::F32 : ElementType::F16);
    }
}

void TensorWriter::addAs(const std::string &name, const at::Tensor &tensor, ElementType type)
{
    const at::Tensor stored = tensor.to(scalarType(type).value()).contiguous();
    if (at::isFloatingType(stored.scalar_type()) && !stored.isfinite().all().item<bool>()) {
        throw type == ElementType::F16
            ? Error(
                  "Cannot write %1: %2 holds numbers that are not finite, or too large for float16; store the model in "
                  "float32.",
                  m_file.string(), name)
            : Error("Cannot write %1: %2 holds numbers that are not finite.", m_file.string(), name);
    }
    m_alive.push_back(stored);
    m_views[name] = {type,
                     stored.sizes().vec(),
                     {static_cast<const std::byte *>(stored.data_ptr()), static_cast<std::size_t>(stored.nbytes())}};
}

void TensorWriter::write(const std::filesystem::path &file) const
{
    writeSafetensors(file, m_views, {{"format", "pt"}});
}

at::Tensor afterStorage(const at::Tensor &values, Storage storage)
{
    if (isInt8(values, storage)) {
        const Int8Rows rows = int8Rows(values);
        return rows.values * rows.scale.unsqueeze(1);
    }
    return storage == Storage::Float32 ? values : values.to(at::kHalf).to(at::kFloat);
}

} // namespace adaplens
