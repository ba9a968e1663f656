// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/reduction/reducedpass_p.h"
#include "core/reduction/rule_p.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace adaplens {

/// A model folder in memory: the weights, their rule and the plain twin, which classifiers of one folder share; with
/// what runs on it.
struct OpenedModel {
    /// One set of weights with its rule.
    struct Model {
        explicit Model(Checkpoint c)
            : checkpoint(std::move(c)), reducer(makeReducer(checkpoint.weights, checkpoint.info))
        {
        }
        Checkpoint checkpoint;
        std::unique_ptr<Reducer> reducer;
    };

    explicit OpenedModel(Checkpoint checkpoint)
        : model(std::move(checkpoint)), tokenizer(model.checkpoint.vocabulary, model.checkpoint.tokenizer)
    {
    }

    /// Reads a folder, its twin too; `tokenizer`, where not empty, is the folder of their tokeniser. Throws Error.
    [[nodiscard]] static std::shared_ptr<const OpenedModel> read(const std::filesystem::path &folder,
                                                                 const ModelIdentity &identity,
                                                                 const std::filesystem::path &tokenizer,
                                                                 const std::stop_token &stop);

    /// The same with its thresholds scaled (Interventions::scale); it shares the weights. Throws Error if it has none.
    [[nodiscard]] std::shared_ptr<const OpenedModel> scaled(double scale) const;

    [[nodiscard]] const ModelInfo &info() const { return model.checkpoint.info; }
    /// What is explained and compared token by token.
    [[nodiscard]] const Checkpoint &plainCheckpoint() const
    {
        return info().adaptive ? twinCheckpoint() : model.checkpoint;
    }
    /// What accuracy and cost are compared with.
    [[nodiscard]] const Checkpoint &twinCheckpoint() const { return twin ? *twin : model.checkpoint; }

    void check(const Encoding &encoding) const;
    /// Throws Error if the interventions do not fit the text, or a floor not the model.
    void check(const RunOptions &options, const Encoding &encoding) const;
    /// `reducer` takes the place of what usually decides in such a pass, where not null.
    [[nodiscard]] std::optional<ReducedPass> pass(const BatchInput &input, Pass kind, bool record,
                                                  const std::stop_token &stop, const Reducer *reducer = nullptr) const;
    /// Runs one encoded text and records everything. Empty = stopped.
    [[nodiscard]] std::optional<Trace> trace(const std::string &text, const std::optional<std::string> &pair,
                                             Encoding encoding, const RunOptions &options,
                                             const std::stop_token &stop) const;

    Model model;
    std::optional<Checkpoint> twin;
    ModelIdentity identity;
    Reducer none; ///< drops nothing
    Tokenizer tokenizer;

private:
    /// What decides in the reduced pass of a text in place of the model's own rule, where the options ask for another: null
    /// otherwise, and where `stop` came first.
    [[nodiscard]] std::unique_ptr<Reducer> otherReducer(const RunOptions &options, const BatchInput &input,
                                                        const std::stop_token &stop) const;
    [[nodiscard]] bool fillPlainLayers(Trace &trace, const std::stop_token &stop) const;
    [[nodiscard]] bool fillPasses(Trace &trace, const RunOptions &options, const BatchInput &input,
                                  const std::stop_token &stop) const;
};

} // namespace adaplens
