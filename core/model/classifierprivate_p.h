// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint_p.h"
#include "core/model/classifier.h"
#include "core/reduction/reducedpass_p.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace adaplens {

/// A model folder in memory: the weights, their rule and the plain twin, which classifiers of one folder share.
struct Classifier::Private {
    /// One set of weights with its rule.
    struct Model {
        explicit Model(Checkpoint c)
            : checkpoint(std::move(c)), reducer(makeReducer(checkpoint.weights, checkpoint.info))
        {
        }
        Checkpoint checkpoint;
        std::unique_ptr<Reducer> reducer;
    };

    explicit Private(Checkpoint checkpoint)
        : model(std::move(checkpoint)), tokenizer(model.checkpoint.vocabulary, model.checkpoint.tokenizer)
    {
    }

    /// Reads a folder, its twin too. Throws Error.
    [[nodiscard]] static std::shared_ptr<const Private> read(const std::filesystem::path &folder,
                                                             const ModelIdentity &identity);

    [[nodiscard]] const ModelInfo &info() const { return model.checkpoint.info; }
    [[nodiscard]] const Checkpoint &plainCheckpoint() const { return twin ? *twin : model.checkpoint; }

    void check(const Encoding &encoding) const;
    [[nodiscard]] std::optional<ReducedPass> pass(const BatchInput &input, Pass kind, bool record,
                                                  const std::stop_token &stop) const;
    [[nodiscard]] bool fillPlainLayers(Trace &trace, const std::stop_token &stop) const;
    [[nodiscard]] bool fillPasses(Trace &trace, const RunOptions &options, const BatchInput &input,
                                  const std::stop_token &stop) const;

    Model model;
    std::optional<Checkpoint> twin;
    ModelIdentity identity;
    std::unique_ptr<Reducer> none = makeNone();
    Tokenizer tokenizer;
};

} // namespace adaplens
