// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bytelevel.h"

#include "core/io/utf8.h"

#include <array>
#include <cstddef>

namespace adaplens {

namespace {

/// Bytes that are visible characters of Latin-1 stand for themselves; the others, in order, for U+0100 and what
/// follows.
constexpr std::array<char32_t, 256> characters = [] {
    std::array<char32_t, 256> table = {};
    char32_t next = 0x100;
    for (char32_t byte = 0; byte < table.size(); ++byte) {
        const bool visible = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
        table[byte] = visible ? byte : next++;
    }
    return table;
}();
constexpr std::size_t mostCharacters = 0x144;

constexpr std::array<int, mostCharacters> byteOf = [] {
    std::array<int, mostCharacters> table = {};
    table.fill(-1);
    for (std::size_t byte = 0; byte < characters.size(); ++byte)
        table[characters[byte]] = static_cast<int>(byte);
    return table;
}();

std::string hexadecimal(unsigned char byte)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    return std::string("<0x") + digits[byte >> 4U] + digits[byte & 0xFU] + ">";
}

} // namespace

std::string byteLevelSpelling(std::string_view bytes)
{
    std::string spelling;
    for (const char byte : bytes)
        appendCharacter(spelling, characters[static_cast<unsigned char>(byte)]);
    return spelling;
}

std::optional<std::string> byteLevelBytes(std::string_view spelling)
{
    std::string bytes;
    for (std::size_t position = 0; position < spelling.size();) {
        const char32_t character = nextCharacter(spelling, position);
        if (character >= byteOf.size() || byteOf[character] < 0)
            return std::nullopt;
        bytes.push_back(static_cast<char>(byteOf[character]));
    }
    return bytes;
}

std::string readablePiece(std::string_view spelling)
{
    const auto decoded = byteLevelBytes(spelling);
    if (!decoded)
        return std::string(spelling);
    std::string_view bytes = *decoded;
    const std::size_t first = bytes.find_first_not_of(' ');
    std::string text;
    if (first == std::string_view::npos) {
        for (std::size_t i = 0; i < bytes.size(); ++i)
            text += "\u2423";
        return text;
    }
    bytes.remove_prefix(first);
    for (std::size_t position = 0; position < bytes.size();) {
        const std::size_t begin = position;
        const char32_t character = decodeCharacter(bytes, position);
        if (character != brokenCharacter && character >= U' ' && character != 0x7F) {
            text += bytes.substr(begin, position - begin);
            continue;
        }
        for (std::size_t i = begin; i < position; ++i)
            text += hexadecimal(static_cast<unsigned char>(bytes[i]));
    }
    return text;
}

} // namespace adaplens
