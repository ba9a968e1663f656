// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/plainproduct.h"

#include "core/error.h"

#ifdef ADAPLENS_ONEDNN
#include <oneapi/dnnl/dnnl.h>
#endif

namespace adaplens {

#ifdef ADAPLENS_ONEDNN

bool hasPlainProduct()
{
    return true;
}

void plainProduct(const float *a, bool transposeA, const float *b, bool transposeB, std::int64_t rows,
                  std::int64_t columns, std::int64_t inner, float *c)
{
    const dnnl_status_t status =
        dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', rows, columns, inner, 1.0F, a,
                   transposeA ? rows : inner, b, transposeB ? inner : columns, 0.0F, c, columns);
    if (status != dnnl_success) {
        throw Error("The library oneDNN refused a matrix product (status %1).", static_cast<int>(status));
    }
}

#else

bool hasPlainProduct()
{
    return false;
}

void plainProduct(const float *, bool, const float *, bool, std::int64_t, std::int64_t, std::int64_t, float *)
{
    throw Error("This build has no oneDNN.");
}

#endif

} // namespace adaplens
