// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/attribute.h"
#include "core/model/classifier.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

/// One text to analyse, and how.
struct AnalysisRequest {
    std::string text;
    std::optional<std::string> pair;
    std::size_t window = 0; ///< which window of a long text; past the last means the last
    adaplens::RunOptions options;
};

/// Token scores of a text that was analysed, and how.
struct AttributionRequest {
    adaplens::Encoding encoding;
    adaplens::AttributionOptions options;         ///< its progress is called on the worker thread
    std::vector<adaplens::ScoreMethod> estimates; ///< methods whose duration alone is asked for
};

/// What it gives.
struct AttributionResult {
    std::shared_ptr<const adaplens::Attribution> attribution;
    std::vector<double> estimates; ///< seconds, in the order asked for
};

/// What the session needs of a model. The one behind the program is a Classifier; tests put slow or failing ones here.
/// One thread at a time.
class Analyser {
public:
    virtual ~Analyser() = default;
    [[nodiscard]] virtual const adaplens::ModelInfo &info() const = 0;
    /// Which model this is: another one after the folder was written to and opened again.
    [[nodiscard]] virtual const adaplens::ModelIdentity &identity() const = 0;
    /// Empty = cancelled. Throws adaplens::Error.
    [[nodiscard]] virtual std::optional<adaplens::Trace> run(const AnalysisRequest &request, std::stop_token stop) = 0;
    /// Scores the pieces of a text. Empty = cancelled. Throws adaplens::Error.
    [[nodiscard]] virtual std::optional<AttributionResult> attribute(const AttributionRequest &request,
                                                                     std::stop_token stop) = 0;
};

/// Opens a model folder in a precision (or in float32 where the processor cannot); called on a background thread. Null
/// once it was asked to stop. Throws adaplens::Error.
using Loader = std::function<std::unique_ptr<Analyser>(const std::filesystem::path &folder,
                                                       adaplens::Precision precision, std::stop_token stop)>;

/// The loader of the program: opens the folder as a Classifier. A text longer than the model reads is cut into windows,
/// of which one is run; the second text is left aside by models that were trained on single texts.
[[nodiscard]] Loader classifierLoader();
