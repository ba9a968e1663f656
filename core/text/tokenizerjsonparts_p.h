// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/text/addedtokens.h"
#include "core/text/normaliser.h"
#include "core/text/tokenizerjson.h"
#include "core/text/vocabulary.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace adaplens {

/// What the kinds of `tokenizer.json` have in common; every complaint names the file and the part that is at fault.
class TokenizerJsonParts {
public:
    using Json = nlohmann::json;

    /// Reads a file of at most 64 MiB; `added` go before its own added tokens. Throws Error.
    TokenizerJsonParts(const std::filesystem::path &file, const std::vector<AddedToken> &added);

    [[nodiscard]] const std::string &name() const { return m_name; }
    /// One key of the file; null where it is missing.
    [[nodiscard]] const Json &part(const std::string &key) const;
    [[noreturn]] void fail(const std::string &key, const Message &what) const;
    /// The type of a part, which must be one of those known.
    std::string checkType(const std::string &key, const Message &title, const std::vector<std::string> &known) const;
    /// The type of an object that the part `key` is or holds, which must be one of those known.
    [[nodiscard]] std::string typeOf(const Json &object, const std::string &key, const Message &title,
                                     const std::vector<std::string> &known) const;
    /// A member of a part must be one of these, or be missing.
    void require(const std::string &key, const std::string &member, const std::vector<Json> &expected) const;

    /// The pieces of "model.vocab" in the order of their ids, an id that no piece has is an empty one.
    [[nodiscard]] std::vector<std::string> readPieces() const;
    [[nodiscard]] std::vector<AddedToken> readAddedTokens() const;
    /// What stands around a text and around a pair, as "[CLS] A [SEP]"; with the segments, as "A:0", if `segments`.
    void checkTemplates(const std::string &single, const std::string &pair, bool segments) const;
    /// Whether the frame of "BertProcessing" or "RobertaProcessing" has these pieces.
    void checkFrame(const SpecialPieces &specials) const;

private:
    void checkTemplate(const std::string &member, const std::string &expected, bool segments) const;

    std::string m_name;
    Json m_root;
    std::vector<AddedToken> m_added;
};

/// The two kinds that are read.
[[nodiscard]] TokenizerJson readWordPieceJson(const TokenizerJsonParts &file);
[[nodiscard]] TokenizerJson readBytePairJson(const TokenizerJsonParts &file);

} // namespace adaplens
