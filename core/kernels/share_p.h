// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/machine/instructions_p.h"

#include <cstdint>

#include <omp.h>

namespace adaplens {

/// Starting the other threads costs a few microseconds: less work than this is done by the calling thread alone.
constexpr std::int64_t worthThreads = 60'000;

/// Calls f(begin, end) for parts of [0, rows), one a thread where the `work`, in steps as of one sum, is worth it.
template <typename Function>
void share(std::int64_t rows, std::int64_t work, const Function &f)
{
    if (work < worthThreads || omp_in_parallel() != 0) {
        f(std::int64_t{0}, rows);
        return;
    }
#pragma omp parallel
    {
        const std::int64_t count = omp_get_num_threads(), me = omp_get_thread_num();
        f(rows * me / count, rows * (me + 1) / count);
    }
}

/// A function, which must be inlined always, compiled for three generations of processors.
template <auto f>
struct ForProcessor;

template <typename... Arguments, void (*f)(Arguments...)>
struct ForProcessor<f> {
    using Pointer = void (*)(Arguments...);
#ifdef ADAPLENS_X86
    [[gnu::target("avx512f,avx512dq,avx512vl,avx512bw,fma,prefer-vector-width=512")]] static void
    avx512(Arguments... arguments)
    {
        f(arguments...);
    }
    [[gnu::target("avx2,fma")]] static void avx2(Arguments... arguments)
    {
        f(arguments...);
    }
#endif
    static void any(Arguments... arguments)
    {
        f(arguments...);
    }

    /// The one for this processor.
    [[nodiscard]] static Pointer chosen()
    {
#ifdef ADAPLENS_X86
        const Instructions has = instructions();
        return has.avx512 ? avx512 : has.avx2 ? avx2 : any;
#else
        return any;
#endif
    }
};

} // namespace adaplens
