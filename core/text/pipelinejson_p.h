// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/jsonbinder_p.h"
#include "core/text/tokenizerjsonparts_p.h"

namespace adaplens {

/// The "normalizer" and the "pre_tokenizer" of a `tokenizer.json`, for one kind of model.
enum class PipelineOf { WordPieces, BytePairs };

/// Reads both into options: into the switches what BERT and RoBERTa have, into the pipeline anything else. Throws Error
/// naming what is not known.
[[nodiscard]] TokenizerOptions readPipeline(const TokenizerJsonParts &file, PipelineOf model);

/// Both as readPipeline() reads them.
[[nodiscard]] OrderedJson normaliserJson(const TokenizerOptions &options, PipelineOf model);
[[nodiscard]] OrderedJson preTokeniserJson(const TokenizerOptions &options, PipelineOf model);

} // namespace adaplens
