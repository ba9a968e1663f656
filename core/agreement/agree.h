// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/agreement/report.h"
#include "core/model/classifier.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace adaplens {

struct AgreementProgress {
    std::size_t documents = 0, instances = 0, total = 0; ///< total 0 = unknown
    std::optional<double> secondsLeft;
};
/// What a run tells as it goes; both are called on the calling thread. Empty functions are left out.
struct AgreementCallbacks {
    std::function<void(const AgreementProgress &)> progress;
    std::function<void(const AgreementReport &)> partial;
    std::chrono::milliseconds partialPause{1000}; ///< the least time before a partial report and between two
};

/// Streams a data set with rationales through the methods. Memory grows by some twenty numbers a document, method and
/// layer, of which the intervals are drawn. Empty = cancelled (what was finished is in the resume file). Throws Error
/// if no document has a rationale.
[[nodiscard]] std::optional<AgreementReport> agree(Classifier &classifier, Reader &reader,
                                                   const AgreementOptions &options,
                                                   const AgreementCallbacks &callbacks = {}, std::stop_token stop = {});

} // namespace adaplens
