// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of golden values that tests/data/tokenizer_golden.py, bytepair_golden.py and pipelines_golden.py write.
#pragma once

#include "core/text/encoding.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace adaplens::test {

inline std::string dataFile(const std::string &name)
{
    return std::string(ADAPLENS_TEST_DATA) + "/" + name;
}

inline std::vector<std::string> fields(const std::string &line)
{
    std::vector<std::string> result;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');)
        result.push_back(field);
    return result;
}

/// The lines of a file of golden values, in fields; those that begin with "#" say what the fields are.
inline std::vector<std::vector<std::string>> rowsOf(const std::string &name)
{
    std::ifstream file(dataFile(name), std::ios::binary);
    REQUIRE(file);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with('#'))
            rows.push_back(fields(line));
    }
    return rows;
}

/// Undoes the script's escape(): %XX is a byte.
inline std::string unescape(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            result.push_back(static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16)));
            i += 2;
        } else {
            result.push_back(text[i]);
        }
    }
    return result;
}

/// Writes pieces as the script's result() does.
inline std::string describe(const Encoding &encoding)
{
    std::string result;
    std::size_t last = 0;
    int segment = -1;
    for (const Piece &piece : encoding.pieces) {
        result += result.empty() ? "" : " ";
        result += std::to_string(piece.id);
        if (piece.special)
            continue;
        last = piece.segment == segment ? last : 0;
        const auto gap = static_cast<std::int64_t>(piece.source.begin) - static_cast<std::int64_t>(last);
        result += ":" + std::to_string(gap) + ":" + std::to_string(piece.source.end - piece.source.begin);
        last = piece.source.end;
        segment = piece.segment;
    }
    return result;
}

/// The pair of a line: "-" is none.
inline std::optional<std::string> pairOf(const std::string &field)
{
    return field == "-" ? std::nullopt : std::optional(unescape(field.substr(1)));
}

/// What must hold of every encoding, whatever it was made of.
inline void checkWords(const Encoding &encoding, const std::string &text, const std::optional<std::string> &pair)
{
    int last = -1;
    for (const Piece &piece : encoding.pieces) {
        if (piece.special) {
            CHECK(piece.word == -1);
            continue;
        }
        REQUIRE(piece.word >= 0);
        REQUIRE(static_cast<std::size_t>(piece.word) < encoding.words.size());
        CHECK(piece.word >= last);
        CHECK(piece.word <= last + 1); // every word has a piece
        last = piece.word;
        CHECK(piece.source.end <= (piece.segment == 0 ? text : pair.value()).size());
        CHECK(piece.text.find("\u0120") == std::string::npos);
    }
    CHECK(last + 1 == static_cast<int>(encoding.words.size()));
    for (std::size_t i = 1; i < encoding.words.size(); ++i) {
        if (encoding.words[i].segment == encoding.words[i - 1].segment)
            CHECK(encoding.words[i].source.begin >= encoding.words[i - 1].source.end);
    }
}

/// The scripts' hash of a text, going on from `value` (64-bit FNV-1a).
inline std::uint64_t hashed(std::string_view text, std::uint64_t value = 0xCBF29CE484222325U)
{
    for (const char byte : text)
        value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return value;
}

} // namespace adaplens::test
