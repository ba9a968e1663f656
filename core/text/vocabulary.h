// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace adaplens {

/// The pieces of a BERT `vocab.txt`, one a line; the line number is the id.
class Vocabulary {
public:
    /// Reads a vocabulary file (UTF-8, at most 32 MiB; line ends of either kind). Throws Error if it cannot be read,
    /// holds no piece, repeats one or lacks [UNK], [CLS], [SEP] or [PAD]. An empty line is an id without a piece.
    [[nodiscard]] static Vocabulary load(const std::filesystem::path &file);
    /// The same from pieces in memory; `name` stands for the file in messages.
    [[nodiscard]] static Vocabulary fromPieces(std::vector<std::string> pieces, const std::string &name);

    [[nodiscard]] std::size_t size() const { return m_pieces.size(); }
    [[nodiscard]] const std::string &piece(std::int32_t id) const { return m_pieces.at(static_cast<std::size_t>(id)); }
    [[nodiscard]] std::optional<std::int32_t> find(std::string_view piece) const;
    /// Bytes of the longest piece.
    [[nodiscard]] std::size_t longestPiece() const { return m_longest; }
    [[nodiscard]] std::int32_t unknownId() const { return m_unknown; }
    [[nodiscard]] std::int32_t clsId() const { return m_cls; }
    [[nodiscard]] std::int32_t sepId() const { return m_sep; }
    [[nodiscard]] std::int32_t padId() const { return m_pad; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> m_pieces;
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> m_ids;
    std::size_t m_longest = 0;
    std::int32_t m_unknown = 0, m_cls = 0, m_sep = 0, m_pad = 0;
};

} // namespace adaplens
