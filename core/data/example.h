// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"

#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// A document that the text of an example holds.
struct ExampleDocument {
    std::string id;
    ByteRange source; ///< bytes of the example's text
};

/// One labelled text, or pair, of a data set.
struct Example {
    std::string id;
    std::string text;
    std::optional<std::string> pair;
    std::string label;                        ///< as the file writes it; mapped to a class by mapLabel()
    std::vector<ByteRange> rationale;         ///< bytes of `text` that people marked as the reason: sorted, one
                                              ///< range a span, no two the same, may overlap; empty if none
    std::vector<ExampleDocument> documents{}; ///< where the set is one of documents (ERASER): those that are joined to
                                              ///< `text`, in order; else empty
};

} // namespace adaplens
