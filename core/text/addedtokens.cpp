// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/addedtokens.h"

#include "core/io/utf8.h"
#include "core/text/wordcharacters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace adaplens {

namespace {

/// Where the character that ends at `end` begins.
std::size_t beginBefore(std::string_view text, std::size_t end)
{
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    std::size_t position = begin;
    (void)nextCharacter(text, position);
    return position == end ? begin : end - 1;
}

char32_t characterBefore(std::string_view text, std::size_t end)
{
    std::size_t position = beginBefore(text, end);
    return nextCharacter(text, position);
}

char32_t characterAt(std::string_view text, std::size_t position)
{
    return nextCharacter(text, position);
}

bool isSpace(char32_t character)
{
    return u_isUWhiteSpace(static_cast<UChar32>(character)) != 0;
}

} // namespace

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : m_tokens(std::move(tokens))
{
    std::erase_if(m_tokens, [](const AddedToken &token) { return token.content.empty(); });
    std::ranges::stable_sort(m_tokens, std::ranges::greater{},
                             [](const AddedToken &token) { return token.content.size(); });
    for (const AddedToken &token : m_tokens)
        m_begins[static_cast<unsigned char>(token.content.front())] = true;
}

AddedTokens AddedTokens::of(std::vector<AddedToken> tokens, bool normalized)
{
    std::erase_if(tokens, [&](const AddedToken &token) { return token.normalized != normalized; });
    return AddedTokens(std::move(tokens));
}

AddedTokens::Found AddedTokens::find(std::string_view text, std::size_t from) const
{
    for (std::size_t begin = from; begin < text.size(); ++begin) {
        if (!m_begins[static_cast<unsigned char>(text[begin])])
            continue;
        const auto token = std::ranges::find_if(
            m_tokens, [&](const AddedToken &t) { return text.substr(begin).starts_with(t.content); });
        if (token == m_tokens.end())
            continue;
        const std::size_t end = begin + token->content.size();
        if (token->singleWord && ((begin > 0 && isWordCharacter(characterBefore(text, begin))) ||
                                  (end < text.size() && isWordCharacter(characterAt(text, end))))) {
            begin = end - 1; // what it covers is not looked through again
            continue;
        }
        ByteRange taken{begin, end};
        while (token->lstrip && taken.begin > from && isSpace(characterBefore(text, taken.begin)))
            taken.begin = beginBefore(text, taken.begin);
        while (token->rstrip && taken.end < text.size() && isSpace(characterAt(text, taken.end)))
            (void)nextCharacter(text, taken.end);
        return {{begin, end}, taken, &*token};
    }
    return {};
}

} // namespace adaplens
