// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/product_p.h"

#ifdef ADAPLENS_ONEDNN

#include "core/error.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include <omp.h>

namespace adaplens::onednn {

namespace {

using dnnl::memory;
using Type = memory::data_type;

struct Types {
    Type given, x, weight, y; ///< `given`: weights before they are laid out
};

Types typesOf(Precision precision)
{
    switch (precision) {
    case Precision::BFloat16:
        return {Type::f32, Type::bf16, Type::bf16, Type::f32};
    case Precision::Int8:
        return {Type::s8, Type::u8, Type::s8, Type::s32};
    case Precision::Float32:
        break;
    }
    return {Type::f32, Type::f32, Type::f32, Type::f32};
}

memory::desc plain(std::int64_t rows, std::int64_t columns, Type type)
{
    return {{rows, columns}, type, memory::format_tag::ab};
}

/// What oneDNN calls it; undefined where there is none.
dnnl::algorithm algorithmOf(Activation activation)
{
    switch (activation) {
    case Activation::Gelu:
        return dnnl::algorithm::eltwise_gelu_erf;
    case Activation::GeluTanh:
        return dnnl::algorithm::eltwise_gelu_tanh;
    case Activation::Relu:
        return dnnl::algorithm::eltwise_relu;
    case Activation::None:
        break;
    }
    return dnnl::algorithm::undef;
}

/// `weights` null: oneDNN chooses their layout.
dnnl::matmul::primitive_desc describe(const Shape &shape, const memory::desc *weights)
{
    dnnl::primitive_attr attributes;
    // A primitive's own working memory belongs to the thread that made it; these are shared by all threads.
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    if (shape.activation != Activation::None) {
        dnnl::post_ops after;
#if DNNL_VERSION_MAJOR >= 3
        after.append_eltwise(algorithmOf(shape.activation), 0.0F, 0.0F);
#else
        after.append_eltwise(1.0F, algorithmOf(shape.activation), 0.0F, 0.0F);
#endif
        attributes.set_post_ops(after);
    }
    const Types types = typesOf(shape.precision);
    const memory::desc any({shape.in, shape.out}, types.weight, memory::format_tag::any);
    const memory::desc &w = weights != nullptr ? *weights : any;
    const memory::desc x = plain(shape.rows, shape.in, types.x), y = plain(shape.rows, shape.out, types.y);
    const memory::desc b = shape.precision == Precision::Int8 ? memory::desc() : plain(1, shape.out, Type::f32);
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

using Key = std::pair<Shape, int>; ///< with the layout of the weights

/// Building a primitive takes about a millisecond (it compiles code), so each is built once a process; layers and
/// models share it.
const Product &productOf(const Key &key, const memory::desc &weights)
{
    static std::mutex mutex;
    static std::map<Key, Product> products;
    const std::scoped_lock lock(mutex);
    const auto found = products.find(key);
    if (found != products.end()) {
        return found->second;
    }
    omp_set_num_threads(key.first.threads); // oneDNN asks for it, also where it runs in one of several threads
    return products.emplace(key, Product(describe(key.first, &weights))).first->second;
}

/// One thread's handles of what a product works on: making them anew takes as long as a product of few rows.
struct Call {
    Call(const Product &made, const Shape &shape)
        : product(made),
          x(plain(shape.rows, shape.in, typesOf(shape.precision).x), engine(), nullptr),
          bias(plain(1, shape.out, Type::f32), engine(), nullptr),
          y(plain(shape.rows, shape.out, typesOf(shape.precision).y), engine(), nullptr),
          scratch(made.scratch, engine(), nullptr)
    {
    }
    const Product &product;
    memory x, bias, y, scratch;
};

Call &callOf(const Shape &shape, const PackedWeights &weights)
{
    thread_local std::map<Key, Call> calls;
    const Key key(shape, weights.layout);
    const auto found = calls.find(key);
    return found != calls.end()
               ? found->second
               : calls.try_emplace(key, productOf(key, weights.values.get_desc()), shape).first->second;
}

} // namespace

const dnnl::engine &engine()
{
    static const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
    return cpu;
}

const dnnl::stream &stream()
{
    thread_local const dnnl::stream own(engine());
    return own;
}

void *roomFor(const dnnl::memory::desc &scratch)
{
    thread_local memory kept;
    const std::size_t size = scratch.get_size();
    if (size == 0) {
        return nullptr;
    }
    if (!kept || kept.get_desc().get_size() < size) {
        kept = memory(scratch, engine());
    }
    return kept.get_data_handle();
}

int threads()
{
    return omp_in_parallel() != 0 ? 1 : omp_get_max_threads();
}

PackedWeights::PackedWeights(dnnl::memory laidOut) : values(std::move(laidOut))
{
    static std::mutex mutex;
    static std::vector<dnnl::memory::desc> layouts; // a place in it is a layout's number
    const std::scoped_lock lock(mutex);
    const auto found = std::find(layouts.begin(), layouts.end(), values.get_desc());
    layout = static_cast<int>(found - layouts.begin());
    if (found == layouts.end()) {
        layouts.push_back(values.get_desc());
    }
}

PackedWeights packed(const void *weight, std::int64_t in, std::int64_t out, Precision precision)
{
    constexpr std::int64_t typical = 64; // one layout serves all numbers of rows
    const Shape shape{typical, in, out, precision, Activation::None, threads()};
    memory weights(describe(shape, nullptr).weights_desc(), engine());
    // [out, in] row by row is [in, out] column by column.
    memory source({{in, out}, typesOf(precision).given, memory::format_tag::ba}, engine(), const_cast<void *>(weight));
    dnnl::stream own(engine());
    dnnl::reorder(source, weights).execute(own, source, weights);
    own.wait();
    return PackedWeights(std::move(weights));
}

void multiply(const Shape &shape, const void *x, const PackedWeights &weights, const float *bias, void *y)
try {
    Call &call = callOf(shape, weights);
    call.x.set_data_handle(const_cast<void *>(x));
    call.y.set_data_handle(y);
    call.bias.set_data_handle(const_cast<float *>(bias));
    call.scratch.set_data_handle(roomFor(call.product.scratch));
    const std::array<dnnl_exec_arg_t, 5> arguments{{{DNNL_ARG_SRC, call.x.get()},
                                                    {DNNL_ARG_WEIGHTS, weights.values.get()},
                                                    {DNNL_ARG_DST, call.y.get()},
                                                    {DNNL_ARG_SCRATCHPAD, call.scratch.get()},
                                                    {DNNL_ARG_BIAS, call.bias.get()}}};
    const int count = static_cast<int>(arguments.size()) - (bias == nullptr ? 1 : 0);
    // The C++ interface builds a map of the arguments at each call.
    dnnl::error::wrap_c_api(
        dnnl_primitive_execute(call.product.primitive.get(), stream().get(), count, arguments.data()),
        "could not compute a product");
    dnnl::error::wrap_c_api(dnnl_stream_wait(stream().get()), "could not compute a product");
} catch (const dnnl::error &error) {
    throw Error("A matrix product failed inside oneDNN: %1.", error.what());
}

} // namespace adaplens::onednn

#endif
