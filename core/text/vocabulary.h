// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/addedtokens.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace adaplens {

/// The pieces that a model has for its own use, as its vocabulary spells them.
struct SpecialPieces {
    std::string_view pad, unknown, cls, sep, mask;
    bool twoSeparators = false; ///< between the texts of a pair
    bool operator==(const SpecialPieces &) const = default;
};
inline constexpr SpecialPieces bertSpecials{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
inline constexpr SpecialPieces robertaSpecials{"<pad>", "<unk>", "<s>", "</s>", "<mask>", true};

/// The two pieces of a merge, as files spell them.
using MergeNames = std::pair<std::string, std::string>;
/// Reads a line of them, "left right"; empty where it is none.
[[nodiscard]] std::optional<MergeNames> mergeNamesOf(std::string_view line);

/// Two neighbours that byte-pair encoding makes one.
struct Merge {
    std::int32_t left = 0, right = 0, merged = 0;
    bool operator==(const Merge &) const = default;
};

/// The pieces of a tokeniser: word pieces, of BERT's `vocab.txt` (one a line; the line number is the id), or those of a
/// byte-level byte-pair encoding (Radford et al. 2019), with the merges that lead to them.
class Vocabulary {
public:
    /// Reads a vocabulary file of word pieces (UTF-8, at most 32 MiB; line ends of either kind). Throws Error if it
    /// cannot be read, holds no piece or lacks [UNK], [CLS], [SEP] or [PAD]. An empty line is an id
    /// without a piece. `added` tokens get their numbers, but text is not cut into those that are no pieces.
    [[nodiscard]] static Vocabulary load(const std::filesystem::path &file, const std::vector<AddedToken> &added = {});
    /// The same from pieces in memory; `name` stands for the file in messages.
    [[nodiscard]] static Vocabulary fromPieces(std::vector<std::string> pieces, const std::string &name,
                                               const std::vector<AddedToken> &added = {});
    /// A byte-pair vocabulary: pieces in the order of their ids, bytes spelled as byteLevelSpelling() has them, and the
    /// pairs that are merged, the first one first. Throws Error if a piece is repeated, a byte or a special piece has
    /// none, or a merge is of or to pieces that are not there.
    [[nodiscard]] static Vocabulary ofBytePairs(std::vector<std::string> pieces, const std::vector<MergeNames> &merges,
                                                const std::string &name, const std::vector<AddedToken> &added = {});

    [[nodiscard]] std::size_t size() const { return m_pieces.size(); }
    [[nodiscard]] const std::string &piece(std::int32_t id) const { return m_pieces.at(static_cast<std::size_t>(id)); }
    /// The piece as a user reads it: a byte pair's text is decoded, a word piece is as it is.
    [[nodiscard]] std::string shown(std::int32_t id) const;
    [[nodiscard]] std::optional<std::int32_t> find(std::string_view piece) const;
    /// Whether the other one has the same pieces and merges, whatever was added to either.
    [[nodiscard]] bool hasSamePieces(const Vocabulary &other) const;
    /// Whether only an added token has this number.
    [[nodiscard]] bool isAdded(std::int32_t id) const;
    /// Bytes of the longest piece.
    [[nodiscard]] std::size_t longestPiece() const { return m_longest; }
    /// Whether it is of a byte-pair encoding.
    [[nodiscard]] bool bytePairs() const { return m_bytePairs; }
    [[nodiscard]] const std::vector<Merge> &merges() const { return m_merges; }
    [[nodiscard]] const SpecialPieces &specials() const { return m_bytePairs ? robertaSpecials : bertSpecials; }
    [[nodiscard]] std::int32_t unknownId() const { return m_unknown; }
    [[nodiscard]] std::int32_t clsId() const { return m_cls; }
    [[nodiscard]] std::int32_t sepId() const { return m_sep; }
    [[nodiscard]] std::int32_t padId() const { return m_pad; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    [[nodiscard]] static Vocabulary make(std::vector<std::string> pieces, bool bytePairs, const std::string &name,
                                         const std::vector<AddedToken> &added);
    void place(const std::vector<AddedToken> &added, const std::string &name);

    std::vector<std::string> m_pieces;
    std::vector<Merge> m_merges;
    bool m_bytePairs = false;
    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> m_ids;
    std::size_t m_longest = 0;
    std::int32_t m_unknown = 0, m_cls = 0, m_sep = 0, m_pad = 0;
};

} // namespace adaplens
