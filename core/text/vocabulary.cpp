// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/vocabulary.h"

#include "core/error.h"
#include "core/text/utf8_p.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace adaplens {

namespace {

constexpr std::uintmax_t largestFile = 32U << 20U; // six times the largest BERT vocabulary in use

std::string readFile(const std::filesystem::path &file)
{
    const std::string name = "The vocabulary " + file.string();
    std::error_code failure;
    const auto status = std::filesystem::status(file, failure);
    if (!std::filesystem::exists(status))
        throw Error(name + " does not exist; a model folder needs its vocab.txt, one word piece a line.");
    if (!std::filesystem::is_regular_file(status))
        throw Error(name + " is no file; give the model's vocab.txt, one word piece a line.");
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    if (!failure && size > largestFile)
        throw Error(name + " has " + std::to_string(size >> 20U) + " MiB, but a vocabulary has at most " +
                    std::to_string(largestFile >> 20U) + " MiB; check that it is the model's vocab.txt.");
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(failure ? 0 : static_cast<std::size_t>(size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (failure || !stream || static_cast<std::size_t>(stream.gcount()) != bytes.size())
        throw Error(name + " cannot be read; check its permissions and the disk.");
    return bytes;
}

void checkEncoding(const std::string &bytes, const std::string &name)
{
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        throw Error("The vocabulary " + name + " is written in UTF-16, but UTF-8 is expected; save it as UTF-8.");
    std::size_t line = 1;
    for (std::size_t position = 0; position < bytes.size();) {
        const std::size_t begin = position;
        const char32_t character = nextCharacter(bytes, position);
        const bool isReplacement = std::string_view(bytes).substr(begin, 3) == "\xEF\xBF\xBD";
        if (character == 0 || (character == 0xFFFD && !isReplacement))
            throw Error("The vocabulary " + name + " is no UTF-8 text at line " + std::to_string(line) +
                        "; check that it is the model's vocab.txt, saved as UTF-8.");
        line += character == U'\n' ? 1 : 0;
    }
}

[[noreturn]] void refuseRepeated(const std::string &name, const std::string &piece, std::int32_t first,
                                 std::int32_t second)
{
    throw Error("The vocabulary " + name + " has the piece \"" + piece + "\" twice, in lines " + std::to_string(first) +
                " and " + std::to_string(second) + "; every piece must have one line.");
}

} // namespace

Vocabulary Vocabulary::load(const std::filesystem::path &file)
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
    return fromPieces(std::move(pieces), file.string());
}

Vocabulary Vocabulary::fromPieces(std::vector<std::string> pieces, const std::string &name)
{
    Vocabulary vocabulary;
    vocabulary.m_pieces = std::move(pieces);
    vocabulary.m_ids.reserve(vocabulary.m_pieces.size());
    std::int32_t id = 0;
    for (const std::string &piece : vocabulary.m_pieces) {
        const auto [known, isNew] =
            piece.empty() ? std::pair{vocabulary.m_ids.end(), true} : vocabulary.m_ids.try_emplace(piece, id);
        if (!isNew)
            refuseRepeated(name, piece, known->second + 1, id + 1);
        vocabulary.m_longest = std::max(vocabulary.m_longest, piece.size());
        ++id;
    }
    if (vocabulary.m_ids.empty())
        throw Error("The vocabulary " + name + " is empty; it must hold one word piece a line.");
    std::string missing;
    const auto require = [&](std::string_view piece) {
        const auto found = vocabulary.find(piece);
        if (!found)
            missing.append(missing.empty() ? "" : ", ").append(piece);
        return found.value_or(0);
    };
    vocabulary.m_pad = require("[PAD]");
    vocabulary.m_unknown = require("[UNK]");
    vocabulary.m_cls = require("[CLS]");
    vocabulary.m_sep = require("[SEP]");
    if (!missing.empty())
        throw Error("The vocabulary " + name + " lacks " + missing +
                    ", which every BERT vocabulary has; check that it "
                    "is the model's vocab.txt.");
    return vocabulary;
}

std::optional<std::int32_t> Vocabulary::find(std::string_view piece) const
{
    const auto found = m_ids.find(piece);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

} // namespace adaplens
