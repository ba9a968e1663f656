// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/roundedproduct.h"

#include "core/error.h"
#include "core/kernels/precision.h"
#include "core/kernels/product_p.h"

#ifdef ADAPLENS_ONEDNN
#include <array>
#include <map>
#include <tuple>

#include <omp.h>
#endif

namespace adaplens {

#ifdef ADAPLENS_ONEDNN

namespace {

using dnnl::memory;
using onednn::engine;
using Key = std::tuple<RoundedShape, bool, int>; ///< with whether there is a bias, and the threads

memory::desc matrix(std::int64_t rows, std::int64_t columns, bool transposed, bool exact)
{
    return {{rows, columns},
            exact ? memory::data_type::f32 : memory::data_type::bf16,
            transposed ? memory::format_tag::ba : memory::format_tag::ab};
}

/// One thread's product of a shape, with handles of what it works on.
struct Product {
    explicit Product(const dnnl::matmul::primitive_desc &described)
        : primitive(described),
          a(described.src_desc(), engine(), nullptr),
          b(described.weights_desc(), engine(), nullptr),
          bias(described.bias_desc(), engine(), nullptr),
          c(described.dst_desc(), engine(), nullptr),
          scratch(described.scratchpad_desc())
    {
    }
    dnnl::matmul primitive;
    memory a, b, bias, c;
    memory::desc scratch;
};

Product made(const Key &key)
{
    const auto &[shape, biased, threads] = key;
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user); // one room for all products of a thread
    if (shape.adds) {
        dnnl::post_ops after;
        after.append_sum(1.0F);
        attributes.set_post_ops(after);
    }
    const memory::desc a = matrix(shape.rows, shape.inner, shape.transposeA, false),
                       b = matrix(shape.inner, shape.columns, shape.transposeB, false),
                       c = matrix(shape.rows, shape.columns, false, shape.exact),
                       bias = biased ? matrix(1, shape.columns, false, true) : memory::desc();
    omp_set_num_threads(threads); // oneDNN asks for it
#if DNNL_VERSION_MAJOR >= 3
    return Product({engine(), a, b, bias, c, attributes});
#else
    return Product({dnnl::matmul::desc(a, b, bias, c), attributes, engine()});
#endif
}

Product &productOf(const Key &key)
{
    thread_local std::map<Key, Product> products;
    const auto found = products.find(key);
    return found != products.end() ? found->second : products.emplace(key, made(key)).first->second;
}

} // namespace

bool hasRoundedProduct()
{
    return usable(Precision::BFloat16) == Precision::BFloat16;
}

void roundedProduct(const RoundedShape &shape, const std::uint16_t *a, const std::uint16_t *b, const float *bias,
                    void *c)
try {
    const dnnl::stream &stream = onednn::stream();
    Product &product = productOf({shape, bias != nullptr, onednn::threads()});
    product.a.set_data_handle(const_cast<std::uint16_t *>(a));
    product.b.set_data_handle(const_cast<std::uint16_t *>(b));
    product.c.set_data_handle(c);
    memory scratch(product.scratch, engine(), onednn::roomFor(product.scratch));
    std::array<dnnl_exec_arg_t, 5> arguments{{{DNNL_ARG_SRC, product.a.get()},
                                              {DNNL_ARG_WEIGHTS, product.b.get()},
                                              {DNNL_ARG_DST, product.c.get()},
                                              {DNNL_ARG_SCRATCHPAD, scratch.get()},
                                              {DNNL_ARG_BIAS, product.bias.get()}}};
    if (bias != nullptr) {
        product.bias.set_data_handle(const_cast<float *>(bias));
    }
    const int count = static_cast<int>(arguments.size()) - (bias == nullptr ? 1 : 0);
    dnnl::error::wrap_c_api(dnnl_primitive_execute(product.primitive.get(), stream.get(), count, arguments.data()),
                            "could not compute a product");
    dnnl::error::wrap_c_api(dnnl_stream_wait(stream.get()), "could not compute a product");
} catch (const dnnl::error &error) {
    throw Error("A matrix product failed inside oneDNN: %1.", error.what());
}

#else

bool hasRoundedProduct()
{
    return false;
}

void roundedProduct(const RoundedShape &, const std::uint16_t *, const std::uint16_t *, const float *, void *)
{
    throw Error("This build has no oneDNN.");
}

#endif

} // namespace adaplens
