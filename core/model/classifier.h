// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/kernels/precision.h"
#include "core/model/identity.h"
#include "core/reduction/floors.h"
#include "core/reduction/interventions.h"
#include "core/text/tokenizer.h"
#include "core/trace/trace.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// Which weights run, and whether tokens go.
enum class Pass {
    Plain,   ///< the plain twin of a model that drops tokens (same weights where there is none), else the model itself
    Reduced, ///< the model with its drops
    Unreduced, ///< its weights with nothing dropped
    Twin       ///< the plain twin, of a smaller model that drops nothing too; same weights where there is none
};

struct RunOptions {
    bool plain = false;                          ///< drop nothing even if the model could
    ScoreKind plainScore = ScoreKind::Attention; ///< what the map shows where nothing is dropped
    Interventions interventions = {};            ///< what the user changes about the reduced pass; adaptive models only
    int timingRuns = 1; ///< timed runs of each pass, the one that is shown among them; the median is reported
    /// One of floorNames(): the reduced pass is that of the plain model, with as many tokens removed in each layer as the
    /// model would remove. Empty = the model itself.
    std::string floor = {};
    std::uint64_t floorSeed = 0;
};

/// A prediction of a batch run, without the trace.
struct Outcome {
    std::vector<float> logits;
    std::vector<std::uint32_t> alive; ///< n_0 .. n_L: tokens entering each layer before its drop, and after the last
    std::size_t nearTies = 0;         ///< scores within 1e-6 of the threshold
    std::vector<LayerTrace> layers;   ///< [L], only where recorded
};

struct OpenedModel;

/// A model folder, opened and ready to run: tokeniser, AdapLeR weights and plain twin. One thread at a time; those of
/// the same folder share their weights, which running only reads.
class Classifier {
public:
    /// Opens a Hugging Face BERT folder. Throws Error naming every missing or misshapen tensor at once.
    /// Its products run in `precision`, or in float32 where the processor cannot; gradients are always float32.
    /// While another one of the folder and precision lives and the files are as they were, nothing is read again.
    /// `tokenizer`, where not empty, is the folder of its tokeniser. Null = asked to stop. May be called on any thread.
    [[nodiscard]] static std::unique_ptr<Classifier> open(const std::filesystem::path &folder,
                                                          Precision precision = Precision::Float32,
                                                          const std::filesystem::path &tokenizer = {},
                                                          const std::stop_token &stop = {});
    ~Classifier();

    [[nodiscard]] const ModelInfo &info() const;
    [[nodiscard]] const Tokenizer &tokenizer() const;
    /// Its thresholds, as exportModel() takes them: eta of each layer (AdapLeR), the tokens that each keeps
    /// (PoWER-BERT), a probability (TR-BERT). Empty where it has none.
    [[nodiscard]] std::vector<double> thresholds() const;
    /// The same model with thresholds harsher by this factor, as Interventions::scale; it shares the weights. Throws
    /// Error if it has none.
    [[nodiscard]] std::unique_ptr<Classifier> scaled(double scale) const;
    /// What the products really run in.
    [[nodiscard]] Precision precision() const;
    /// As it was when the model was read: where identityOf() gives another one, the folder holds a newer model.
    [[nodiscard]] const ModelIdentity &identity() const;

    /// Encodes, at most info().maxLength pieces (or `maxLength` where smaller and not 0).
    [[nodiscard]] Encoding encode(std::string_view text, std::optional<std::string_view> pair,
                                  std::size_t maxLength = 0) const;

    /// Runs one encoded text and records everything. Empty = cancelled.
    [[nodiscard]] std::optional<Trace> run(const std::string &text, const std::optional<std::string> &pair,
                                           Encoding encoding, const RunOptions &options, std::stop_token stop = {});
    /// The same from text: encodes (truncating at the model's length) and runs.
    [[nodiscard]] std::optional<Trace> run(const std::string &text, const std::optional<std::string> &pair,
                                           const RunOptions &options, std::stop_token stop = {});

    /// Runs a ragged batch, no padding; results in the order given. `record`: with the layers. Empty = cancelled.
    [[nodiscard]] std::optional<std::vector<Outcome>> runBatch(std::span<const Encoding> batch, Pass pass,
                                                               std::stop_token stop = {}, bool record = false);
    /// The same of the plain pass with tokens removed as a floor chooses them. Throws Error if the floor does not fit.
    [[nodiscard]] std::optional<std::vector<Outcome>> runFloor(std::span<const Encoding> batch, const FloorRun &floor,
                                                               std::stop_token stop = {}, bool record = false);

private:
    friend class ClassifierAccess;
    explicit Classifier(std::shared_ptr<const OpenedModel> d);
    std::shared_ptr<const OpenedModel> d;
};

} // namespace adaplens
