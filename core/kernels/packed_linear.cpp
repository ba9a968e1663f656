// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/packed_linear.h"

#include "core/kernels/reduced_linear_p.h"

#ifdef ADAPLENS_ONEDNN
#include <oneapi/dnnl/dnnl.hpp>

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

#include <omp.h>
#endif

namespace adaplens {

#ifdef ADAPLENS_ONEDNN

namespace {

using dnnl::memory;

const dnnl::engine &engine()
{
    static const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
    return cpu;
}

/// The shape of a product; primitives depend on nothing else, so layers share them.
struct Shape {
    std::int64_t rows, in, out;
    Activation activation;
    int threads; ///< code is made for so many
    auto operator<=>(const Shape &) const = default;
};

memory::desc plain(std::int64_t rows, std::int64_t columns)
{
    return {{rows, columns}, memory::data_type::f32, memory::format_tag::ab};
}

/// `weights` null: oneDNN chooses their layout.
dnnl::matmul::primitive_desc describe(const Shape &shape, const memory::desc *weights)
{
    dnnl::primitive_attr attributes;
    // A primitive's own working memory belongs to the thread that made it; these are shared by all threads.
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    if (shape.activation == Activation::Gelu) {
        dnnl::post_ops after;
#if DNNL_VERSION_MAJOR >= 3
        after.append_eltwise(dnnl::algorithm::eltwise_gelu_erf, 0.0F, 0.0F);
#else
        after.append_eltwise(1.0F, dnnl::algorithm::eltwise_gelu_erf, 0.0F, 0.0F);
#endif
        attributes.set_post_ops(after);
    }
    const memory::desc any({shape.in, shape.out}, memory::data_type::f32, memory::format_tag::any);
    const memory::desc &w = weights != nullptr ? *weights : any;
    const memory::desc x = plain(shape.rows, shape.in), b = plain(1, shape.out), y = plain(shape.rows, shape.out);
#if DNNL_VERSION_MAJOR >= 3
    return {engine(), x, w, b, y, attributes};
#else
    return {dnnl::matmul::desc(x, w, b, y), attributes, engine()};
#endif
}

struct Product {
    explicit Product(const dnnl::matmul::primitive_desc &described)
        : primitive(described), scratch(described.scratchpad_desc())
    {
    }
    dnnl::matmul primitive;
    memory::desc scratch; ///< working memory that it needs
};

/// That memory, kept from product to product, one piece a thread.
memory scratchOf(const Product &product)
{
    thread_local memory kept;
    const std::size_t size = product.scratch.get_size();
    if (size > 0 && (!kept || kept.get_desc().get_size() < size)) {
        kept = memory(product.scratch, engine());
    }
    return {product.scratch, engine(), size > 0 ? kept.get_data_handle() : nullptr};
}

/// Building a primitive takes about a millisecond (it compiles code), so each shape is built once a process.
const Product &productOf(const Shape &shape, const memory::desc &weights)
{
    static std::mutex mutex;
    static std::map<Shape, Product> products;
    const std::scoped_lock lock(mutex);
    const auto found = products.find(shape);
    if (found == products.end()) {
        omp_set_num_threads(shape.threads); // oneDNN asks for it, also where it runs in one of several threads
    }
    return (found != products.end() ? found : products.emplace(shape, Product(describe(shape, &weights))).first)
        ->second;
}

/// Threads that a product started here may use.
int threads()
{
    return omp_in_parallel() != 0 ? 1 : omp_get_max_threads();
}

/// Long batches are cut into parts of this many rows, so that few shapes are built.
constexpr std::int64_t part = 256;

class OneDnnLinear final : public PackedLinear {
public:
    OneDnnLinear(std::span<const float> weight, std::span<const float> bias, std::int64_t in, std::int64_t out)
        : PackedLinear(in, out), m_bias(plain(1, out), engine())
    {
        constexpr std::int64_t typical = 64;
        const auto chosen = describe({typical, in, out, Activation::None, threads()}, nullptr);
        m_weights = memory(chosen.weights_desc(), engine());
        dnnl::stream stream(engine());
        // [out, in] row by row is [in, out] column by column.
        memory source({{in, out}, memory::data_type::f32, memory::format_tag::ba}, engine(),
                      const_cast<float *>(weight.data()));
        dnnl::reorder(source, m_weights).execute(stream, source, m_weights);
        stream.wait();
        std::copy(bias.begin(), bias.end(), static_cast<float *>(m_bias.get_data_handle()));
    }

    void run(const float *x, std::int64_t rows, float *y, Activation activation) const override
    {
        dnnl::stream stream(engine());
        const std::int64_t whole = roundUp(rows);
        for (std::int64_t done = 0; done < whole;) {
            const std::int64_t now = std::min(part, whole - done);
            const memory source(plain(now, in()), engine(), const_cast<float *>(x + done * in()));
            const memory target(plain(now, out()), engine(), y + done * out());
            const Product &product = productOf({now, in(), out(), activation, threads()}, m_weights.get_desc());
            product.primitive.execute(stream, {{DNNL_ARG_SRC, source},
                                               {DNNL_ARG_WEIGHTS, m_weights},
                                               {DNNL_ARG_BIAS, m_bias},
                                               {DNNL_ARG_DST, target},
                                               {DNNL_ARG_SCRATCHPAD, scratchOf(product)}});
            done += now;
        }
        stream.wait();
    }

private:
    memory m_weights, m_bias;
};

} // namespace

#endif

std::shared_ptr<const PackedLinear> PackedLinear::make(std::span<const float> weight, std::span<const float> bias,
                                                       Precision precision)
{
    if (precision != Precision::Float32) {
        return makeReduced(weight, bias, precision);
    }
#ifdef ADAPLENS_ONEDNN
    const auto out = static_cast<std::int64_t>(bias.size());
    try {
        return std::make_shared<OneDnnLinear>(weight, bias, static_cast<std::int64_t>(weight.size()) / out, out);
    } catch (const dnnl::error &) {
        return nullptr; // the caller's own product does
    }
#else
    return nullptr;
#endif
}

std::int64_t PackedLinear::roundUp(std::int64_t rows)
{
    // Steps of at most an eighth above 16 rows; below, reading weights and code takes longer than the arithmetic, and
    // layers that keep about as many tokens find the code of the one before still in the cache.
    const std::int64_t step = rows <= 16 ? 2 : rows <= 128 ? 8 : 16;
    return (rows + step - 1) / step * step;
}

} // namespace adaplens
