// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adaplens {

/// A token that is recognised whole wherever a text has it, before anything else cuts the text: the model's special
/// tokens and what users added. Named as in Hugging Face's `tokenizers`.
struct AddedToken {
    std::string content;
    std::int32_t id = 0;
    bool special = false;
    bool lstrip = false, rstrip = false; ///< takes the white space before or behind it, too
    bool singleWord = false;             ///< only where no letter, digit or underscore touches it
    bool normalized = false;             ///< is looked for in the normalised text, not in the text as it is
    bool operator==(const AddedToken &) const = default;
};

/// Finds added tokens in a text: the first one, of several at one place the longest, then on behind it.
class AddedTokens {
public:
    AddedTokens() = default;
    explicit AddedTokens(std::vector<AddedToken> tokens);

    struct Found {
        ByteRange source;                  ///< of the token itself
        ByteRange taken;                   ///< with the white space that it takes
        const AddedToken *token = nullptr; ///< null where there is none
    };
    /// The first token at or behind byte `from` of a text in which everything before it is done.
    [[nodiscard]] Found find(std::string_view text, std::size_t from) const;

    /// Those of the tokens that are looked for in normalised text, or the others.
    [[nodiscard]] static AddedTokens of(std::vector<AddedToken> tokens, bool normalized);

    [[nodiscard]] bool empty() const { return m_tokens.empty(); }

    /// Walks through a text in order: `section(begin, end)` for what lies between tokens, never empty, and
    /// `token(found)` for each token.
    template <typename Section, typename Token>
    void walk(std::string_view text, Section section, Token token) const
    {
        for (std::size_t position = 0; position < text.size();) {
            const Found found = find(text, position);
            const std::size_t end = found.token == nullptr ? text.size() : found.taken.begin;
            if (position < end)
                section(position, end);
            if (found.token != nullptr)
                token(found);
            position = found.token == nullptr ? text.size() : found.taken.end;
        }
    }

private:
    std::vector<AddedToken> m_tokens;    ///< longest first
    std::array<bool, 256> m_begins = {}; ///< the bytes that tokens begin with
};

} // namespace adaplens
