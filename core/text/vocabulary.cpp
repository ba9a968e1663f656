// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/vocabulary.h"

#include "core/error.h"
#include "core/io/input.h"
#include "core/io/safetensorsheader_p.h"
#include "core/io/utf8.h"
#include "core/text/bytelevel.h"

#include <algorithm>

namespace adaplens {

namespace {

constexpr std::size_t largestFile = 32U << 20U; // six times the largest BERT vocabulary in use

std::string readFile(const std::filesystem::path &file)
{
    const std::string name = "The vocabulary " + file.string();
    std::error_code failure;
    const auto status = std::filesystem::status(file, failure);
    if (!std::filesystem::exists(status))
        throw Error("%1 does not exist; a model folder needs its vocab.txt, one word piece a line.", name);
    if (!std::filesystem::is_regular_file(status))
        throw Error("%1 is no file; give the model's vocab.txt, one word piece a line.", name);
    return readWhole(file, {}, largestFile).value();
}

void checkEncoding(const std::string &bytes, const std::string &name)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        throw Error("The vocabulary %1 is written in UTF-16, but UTF-8 is expected; save it as UTF-8.", name);
    std::size_t line = 1;
    for (std::size_t position = 0; position < bytes.size();) {
        const std::size_t begin = position;
        const char32_t character = nextCharacter(bytes, position);
        const bool isReplacement = std::string_view(bytes).substr(begin, 3) == "\xEF\xBF\xBD";
        if (character == 0 || (character == 0xFFFD && !isReplacement))
            throw Error(
                "The vocabulary %1 is no UTF-8 text at line %2; check that it is the model's vocab.txt, saved as "
                "UTF-8.",
                name, line);
        line += character == U'\n' ? 1 : 0;
    }
}

std::vector<std::string> readLines(const std::filesystem::path &file)
{
    const std::string bytes = readFile(file);
    checkEncoding(bytes, file.string());
    std::string_view rest = bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) // the mark that some editors put first
        rest.remove_prefix(3);
    std::vector<std::string> pieces;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        pieces.emplace_back(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    while (!pieces.empty() && pieces.back().empty())
        pieces.pop_back();
    return pieces;
}

} // namespace

std::optional<MergeNames> mergeNamesOf(std::string_view line)
{
    const std::size_t space = line.find(' ');
    if (space == 0 || space == std::string_view::npos || space + 1 == line.size() ||
        line.find(' ', space + 1) != std::string_view::npos)
        return std::nullopt;
    return MergeNames(line.substr(0, space), line.substr(space + 1));
}

Vocabulary Vocabulary::load(const std::filesystem::path &file, const std::vector<AddedToken> &added)
{
    return fromPieces(readLines(file), file.string(), added);
}

Vocabulary Vocabulary::fromPieces(std::vector<std::string> pieces, const std::string &name,
                                  const std::vector<AddedToken> &added)
{
    return make(std::move(pieces), false, name, added);
}

Vocabulary Vocabulary::ofBytePairs(std::vector<std::string> pieces, const std::vector<MergeNames> &merges,
                                   const std::string &name, const std::vector<AddedToken> &added)
{
    Vocabulary vocabulary = make(std::move(pieces), true, name, added);
    for (unsigned int byte = 0; byte < 256; ++byte) {
        const std::string spelled = byteLevelSpelling(std::string(1, static_cast<char>(byte)));
        if (!vocabulary.find(spelled))
            throw Error(
                "The vocabulary %1 has no piece for the byte %2 (\"%3\"), so not every text can be cut; check that "
                "it is that of a byte-level tokeniser.",
                name, byte, spelled);
    }
    vocabulary.m_merges.reserve(merges.size());
    for (const auto &[left, right] : merges) {
        const auto first = vocabulary.find(left), second = vocabulary.find(right);
        const auto merged = vocabulary.find(left + right);
        if (!first || !second || !merged)
            throw Error("The merge of %1 and %2 names a piece that the vocabulary %3 lacks; take both from the "
                        "same model.",
                        safetensors::shown(left), safetensors::shown(right), name);
        vocabulary.m_merges.push_back({*first, *second, *merged});
    }
    return vocabulary;
}

Vocabulary Vocabulary::make(std::vector<std::string> pieces, bool bytePairs, const std::string &name,
                            const std::vector<AddedToken> &added)
{
    Vocabulary vocabulary;
    vocabulary.m_bytePairs = bytePairs;
    vocabulary.m_pieces = std::move(pieces);
    vocabulary.m_ids.reserve(vocabulary.m_pieces.size());
    std::int32_t id = 0;
    for (const std::string &piece : vocabulary.m_pieces) {
        // Of a piece that is repeated the last number counts, as in Hugging Face's libraries.
        if (!piece.empty())
            vocabulary.m_ids.insert_or_assign(piece, id);
        vocabulary.m_longest = std::max(vocabulary.m_longest, piece.size());
        ++id;
    }
    if (vocabulary.m_ids.empty())
        throw Error("The vocabulary %1 is empty; it must hold one word piece a line.", name);
    vocabulary.place(added, name);
    std::string missing;
    const auto require = [&](std::string_view piece) {
        const auto token = std::ranges::find(added, piece, &AddedToken::content);
        const auto found = token == added.end() ? vocabulary.find(piece) : std::optional(token->id);
        if (!found)
            missing.append(missing.empty() ? "" : ", ").append(piece);
        return found.value_or(0);
    };
    const SpecialPieces &specials = vocabulary.specials();
    vocabulary.m_pad = require(specials.pad);
    vocabulary.m_unknown = require(specials.unknown);
    vocabulary.m_cls = require(specials.cls);
    vocabulary.m_sep = require(specials.sep);
    if (!missing.empty() && bytePairs)
        throw Error("The vocabulary %1 lacks %2, which every RoBERTa vocabulary has; check that it is the model's.",
                    name, missing);
    if (!missing.empty())
        throw Error(
            "The vocabulary %1 lacks %2, which every BERT vocabulary has; check that it is the model's vocab.txt.",
            name, missing);
    return vocabulary;
}

void Vocabulary::place(const std::vector<AddedToken> &added, const std::string &name)
{
    for (const AddedToken &token : added) {
        const auto id = static_cast<std::size_t>(token.id);
        m_pieces.resize(std::max(m_pieces.size(), id + 1));
        const auto known = find(token.content);
        if (known && *known != token.id)
            throw Error("%1: the added token \"%2\" has the number %3, but the vocabulary has it as %4.", name,
                        token.content, token.id, *known);
        if (!m_pieces[id].empty() && m_pieces[id] != token.content)
            throw Error("%1: the added token \"%2\" has the number %3, which is that of \"%4\".", name, token.content,
                        token.id, m_pieces[id]);
        m_pieces[id] = token.content;
    }
}

bool Vocabulary::hasSamePieces(const Vocabulary &other) const
{
    return m_bytePairs == other.m_bytePairs && m_ids == other.m_ids && m_merges == other.m_merges;
}

bool Vocabulary::isAdded(std::int32_t id) const
{
    return !piece(id).empty() && !find(piece(id));
}

std::string Vocabulary::shown(std::int32_t id) const
{
    return m_bytePairs ? readablePiece(piece(id)) : piece(id);
}

std::optional<std::int32_t> Vocabulary::find(std::string_view piece) const
{
    const auto found = m_ids.find(piece);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

} // namespace adaplens
