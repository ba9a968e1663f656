// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/encoder/operations.h"

namespace adaplens {

double attentionOperations(const ModelInfo &model, double tokens)
{
    const auto h = static_cast<double>(model.hidden);
    return 8 * h * h * tokens + 4 * h * tokens * tokens;
}

double feedForwardOperations(const ModelInfo &model, double tokens)
{
    return 4 * static_cast<double>(model.hidden) * static_cast<double>(model.intermediate) * tokens;
}

double embeddingOperations(const ModelInfo &model, double tokens)
{
    return 2 * static_cast<double>(model.embedding) * static_cast<double>(model.hidden) * tokens;
}

double headOperations(const ModelInfo &model)
{
    const auto h = static_cast<double>(model.hidden);
    return 2 * h * h + 2 * h * static_cast<double>(model.labels.size());
}

} // namespace adaplens
