// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/plainproduct.h"

#ifdef ADAPLENS_ONEDNN
#include <oneapi/dnnl/dnnl.h>
#endif

#include <stdexcept>

namespace adaplens {

#ifdef ADAPLENS_ONEDNN

bool hasPlainProduct()
{
    return true;
}

void plainProduct(const float *a, bool turnA, const float *b, bool turnB, std::int64_t rows, std::int64_t columns,
                  std::int64_t inner, float *c)
{
    const dnnl_status_t status = dnnl_sgemm(turnA ? 'T' : 'N', turnB ? 'T' : 'N', rows, columns, inner, 1.0F, a,
                                            turnA ? rows : inner, b, turnB ? inner : columns, 0.0F, c, columns);
    if (status != dnnl_success) {
        throw std::runtime_error("oneDNN refused a product");
    }
}

#else

bool hasPlainProduct()
{
    return false;
}

void plainProduct(const float *, bool, const float *, bool, std::int64_t, std::int64_t, std::int64_t, float *)
{
    throw std::logic_error("this build has no oneDNN");
}

#endif

} // namespace adaplens
