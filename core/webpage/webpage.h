// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/trace/trace.h"

#include <functional>
#include <span>
#include <string>

namespace adaplens {

/// In which language a page speaks, and how it shows its tokens.
struct WebPageOptions {
    std::string language = "en"; ///< as HTML names it
    bool rightToLeft = false;    ///< how the language is written
    /// A sentence in that language.
    std::function<std::string(const Message &)> say = [](const Message &sentence) { return sentence.english(); };
    bool byPiece = false; ///< a column a word piece rather than a word
};

/// Analyses as one HTML document that asks nothing of any network: of each the text with a slider for the layer, the
/// token map as a table, probabilities and cost with their conditions. Several are a gallery with a list of them; the windows
/// of one long text are called parts. It works without scripts, too, but for the slider. `traces` must not be empty.
[[nodiscard]] std::string webPage(std::span<const Trace> traces, const WebPageOptions &options = {});

} // namespace adaplens
