// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/tokenizerjson.h"

#include "core/text/tokenizerjsonparts_p.h"

namespace adaplens {

TokenizerJson readTokenizerJson(const std::filesystem::path &file, const std::vector<AddedToken> &added)
{
    const TokenizerJsonParts parts(file, added);
    const nlohmann::json &model = parts.part("model");
    // Files of the first years do not say what kind of model it is.
    const bool untyped = model.is_object() && !model.contains("type");
    if (untyped && model.contains("continuing_subword_prefix") && !model.contains("merges"))
        return readWordPieceJson(parts);
    if (untyped && model.contains("merges"))
        return readBytePairJson(parts);
    return parts.checkType("model", message("model"), {"WordPiece", "BPE"}) == "BPE" ? readBytePairJson(parts)
                                                                                     : readWordPieceJson(parts);
}

} // namespace adaplens
