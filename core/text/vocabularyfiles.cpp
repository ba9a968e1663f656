// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/vocabularyfiles.h"

#include "core/error.h"
#include "core/io/atomicfile.h"
#include "core/io/input.h"
#include "core/io/jsonbinder_p.h"
#include "core/io/largejson_p.h"
#include "core/text/addedtokensjson_p.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace adaplens {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = std::size_t{32} << 20U;
constexpr const char *wordPieces = vocabularyFileNames[0], *bytePairs = vocabularyFileNames[1],
                     *mergesName = vocabularyFileNames[2];

/// One merge a line, "left right"; a first line may say of which version the file is.
std::vector<MergeNames> readMerges(const fs::path &file)
{
    std::error_code error;
    if (!fs::exists(file, error)) {
        throw Error("%1 is missing; a vocabulary of byte pairs is vocab.json and merges.txt, or tokenizer.json.",
                    file.string());
    }
    const std::string bytes = readWhole(file, {}, largestFile).value();
    std::vector<MergeNames> merges;
    std::size_t number = 0;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.starts_with("#version")) {
            continue;
        }
        auto names = mergeNamesOf(line);
        if (!names) {
            throw Error(
                "%1, line %2: two pieces with one space between them were expected; check that it is the model's "
                "merges.txt.",
                file.string(), number);
        }
        merges.push_back(*std::move(names));
    }
    return merges;
}

std::string mergesText(const Vocabulary &vocabulary)
{
    std::string text = "#version: 0.2\n";
    for (const Merge &merge : vocabulary.merges()) {
        text += vocabulary.piece(merge.left) + ' ' + vocabulary.piece(merge.right) + '\n';
    }
    return text;
}

/// One piece a line. Added tokens behind all pieces are in other files; those between them hold their lines here, for
/// an empty line would be a piece to Hugging Face's libraries.
std::string piecesText(const Vocabulary &vocabulary)
{
    std::string text;
    std::size_t written = 0;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const auto id = static_cast<std::int32_t>(i);
        text += vocabulary.piece(id) + '\n';
        if (!vocabulary.piece(id).empty() && !vocabulary.isAdded(id))
            written = text.size();
    }
    text.resize(written);
    return text;
}

std::string piecesJson(const Vocabulary &vocabulary)
{
    std::string text = "{";
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        const auto id = static_cast<std::int32_t>(i);
        const std::string &piece = vocabulary.piece(id);
        if (!piece.empty() && !vocabulary.isAdded(id)) {
            text += (text.size() > 1 ? "," : "") + nlohmann::json(piece).dump() + ':' + std::to_string(i);
        }
    }
    return text + "}\n";
}

} // namespace

fs::path vocabularyFileIn(const fs::path &folder)
{
    std::error_code error;
    for (const char *name : {wordPieces, bytePairs}) {
        if (fs::exists(folder / name, error)) {
            return folder / name;
        }
    }
    return {};
}

Vocabulary readVocabularyFiles(const fs::path &folder, const std::vector<AddedToken> &added)
{
    const fs::path file = vocabularyFileIn(folder);
    const std::string name = file.string();
    if (file.filename() != bytePairs) {
        return Vocabulary::load(folder / wordPieces, added);
    }
    const nlohmann::json root = parseLargeJsonObject(readWhole(file, {}, largestFile).value(), name);
    return Vocabulary::ofBytePairs(piecesOf(root, name, {}), readMerges(folder / mergesName), name, added);
}

void writeVocabularyFiles(const fs::path &folder, const Vocabulary &vocabulary)
{
    if (vocabulary.bytePairs()) {
        writeFile(folder / bytePairs, piecesJson(vocabulary));
        writeFile(folder / mergesName, mergesText(vocabulary));
    } else {
        writeFile(folder / wordPieces, piecesText(vocabulary));
    }
}

} // namespace adaplens
