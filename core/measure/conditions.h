// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/precision.h"

#include <cstddef>
#include <string>

namespace adaplens {

/// What a measurement was made on and with; it stands beside the figures wherever they are shown or written.
struct Conditions {
    Precision precision = Precision::Float32;
    int threads = 0;
    std::size_t batch = 0; ///< sequences run at a time; 0 where texts are measured one after the other
    std::string device = "cpu", processor, libtorch, blas;
    double seconds = 0; ///< that the whole measurement took
};

/// The conditions here and now.
[[nodiscard]] Conditions conditionsHere(Precision precision, std::size_t batch = 0);
/// In one line, in English: "cpu, float32, 2 threads, batches of 32, LibTorch 1.13.1, ...".
[[nodiscard]] std::string describe(const Conditions &conditions);

/// What is done with texts that are longer than the model reads.
enum class Protocol {
    Head512,    ///< the beginning is read, up to the maximum length (512 for BERT); the rest is cut
    WindowsMean ///< all of it is read in windows; a document's probabilities are the mean over its windows
};
[[nodiscard]] const char *nameOf(Protocol protocol); ///< "head512" or "windows-mean"
/// Throws Error listing the known names.
[[nodiscard]] Protocol protocolNamed(const std::string &name);

} // namespace adaplens
