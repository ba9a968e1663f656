// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/normaliser.h"

#include "core/error.h"
#include "core/io/utf8.h"
#include "core/text/wordcharacters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace adaplens {

namespace {

// Hugging Face's tables: character classes of Unicode 8, canonical forms of Unicode 9, case pairs of Unicode 17.
// Whatever is younger is an ordinary letter to it, and so it is here.
constexpr int classVersion = 8;
constexpr int formVersion = 9;

bool knownIn(char32_t character, int version)
{
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(character), age);
    return age[0] > 0 && age[0] <= version;
}

// Asks for the age, which is slow, only where the answer matters.
bool hasClass(char32_t character, std::uint32_t classes)
{
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & classes) != 0 && knownIn(character, classVersion);
}

bool isRemoved(char32_t character)
{
    if (character == U'\t' || character == U'\n' || character == U'\r')
        return false;
    return character == 0xFFFD || hasClass(character, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK);
}

bool isAccent(char32_t character)
{
    switch (character) {
    case 0x1734: // changed their class after Unicode 8
        return true;
    case 0x1885:
    case 0x1886:
    case 0xA9BD:
    case 0x111C9:
        return false;
    default:
        return hasClass(character, U_GC_MN_MASK);
    }
}

// Marks of every kind, spacing and enclosing ones among them.
bool isMark(char32_t character)
{
    switch (character) {
    case 0x1CF2: // changed their class after Unicode 9
    case 0x1CF3:
        return true;
    case 0x111C9:
        return false;
    default:
        break;
    }
    return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_M_MASK) != 0 && knownIn(character, formVersion);
}

bool isPunctuation(char32_t character)
{
    if (character < 0x80)
        return character > U' ' && character < 0x7F && !u_isalnum(static_cast<UChar32>(character));
    if (character == 0x166D || character == 0x111C9) // changed their class after Unicode 8
        return true;
    return hasClass(character, U_GC_P_MASK);
}

bool isIdeograph(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x2F800 && c <= 0x2FA1F);
}

// Case pairs that came with Unicode 16 and 17, for an ICU that is older.
char32_t youngLowerCase(char32_t c)
{
    switch (c) {
    case 0x1C89:
        return 0x1C8A;
    case 0xA7CB:
        return 0x264;
    case 0xA7CC:
        return 0xA7CD;
    case 0xA7CE:
        return 0xA7CF;
    case 0xA7D2:
        return 0xA7D3;
    case 0xA7D4:
        return 0xA7D5;
    case 0xA7DA:
        return 0xA7DB;
    case 0xA7DC:
        return 0x19B;
    default:
        if (c >= 0x10D50 && c <= 0x10D65)
            return c + 0x20;
        return c >= 0x16EA0 && c <= 0x16EB8 ? c + 0x1B : c;
    }
}

char32_t lowerCase(char32_t c)
{
    if (c < 0x80)
        return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    return lower == c ? youngLowerCase(c) : lower;
}

const icu::Normalizer2 &form(const icu::Normalizer2 *instance)
{
    if (instance == nullptr)
        throw Error("ICU has no table of canonical forms; install its data.");
    return *instance;
}

const icu::Normalizer2 &canonical()
{
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2 &instance = form(icu::Normalizer2::getNFDInstance(status));
    return instance;
}

const icu::Normalizer2 &compatible()
{
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2 &instance = form(icu::Normalizer2::getNFKDInstance(status));
    return instance;
}

const icu::Normalizer2 &composed()
{
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2 &instance = form(icu::Normalizer2::getNFCInstance(status));
    return instance;
}

struct Part {
    char32_t value = 0;
    std::uint8_t order = 0; // canonical combining class
    int change = 0;         // by how many characters the text got longer here, as Hugging Face counts it
    bool ideograph = false;
};

std::uint8_t orderOf(char32_t value)
{
    const std::uint8_t order = canonical().getCombiningClass(static_cast<UChar32>(value));
    return order != 0 && knownIn(value, formVersion) ? order : std::uint8_t{0};
}

void appendParts(const icu::Normalizer2 &decomposition, char32_t character, bool ideograph, std::vector<Part> &parts)
{
    if (character < 0xA0) {
        parts.push_back({character, 0, 0, ideograph});
        return;
    }
    icu::UnicodeString decomposed;
    if (!decomposition.getDecomposition(static_cast<UChar32>(character), decomposed) ||
        !knownIn(character, formVersion)) {
        parts.push_back({character, orderOf(character), 0, ideograph});
        return;
    }
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const auto value = static_cast<char32_t>(decomposed.char32At(i));
        parts.push_back({value, orderOf(value), i > 0 ? 1 : 0, ideograph});
    }
}

// Puts runs of combining marks into canonical order.
void order(std::vector<Part> &parts)
{
    for (auto begin = parts.begin(); begin != parts.end();) {
        const auto end = std::find_if(begin, parts.end(), [](const Part &part) { return part.order == 0; });
        std::stable_sort(begin, end, [](const Part &a, const Part &b) { return a.order < b.order; });
        begin = end == parts.end() ? end : end + 1;
    }
}

// The character that two make together; 0 where they make none.
char32_t pairOf(char32_t first, char32_t second)
{
    const UChar32 pair = composed().composePair(static_cast<UChar32>(first), static_cast<UChar32>(second));
    return pair > 0 && knownIn(static_cast<char32_t>(pair), formVersion) ? static_cast<char32_t>(pair) : 0;
}

// Puts what was decomposed together again: a mark with the starter before it, unless another one of at least its order
// stands between them.
void compose(std::vector<Part> &parts)
{
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<Part> result;
    result.reserve(parts.size());
    std::size_t starter = none;
    for (const Part &part : parts) {
        const bool blocked = starter == none || (result.size() > starter + 1 && result.back().order >= part.order);
        const char32_t pair = blocked ? 0 : pairOf(result[starter].value, part.value);
        if (pair != 0) {
            result[starter].value = pair;
            result[starter].change += part.change - 1;
            continue;
        }
        if (part.order == 0)
            starter = result.size();
        result.push_back(part);
    }
    parts = std::move(result);
}

// Offsets go by place, as in Hugging Face: the n-th first part lies where the n-th character lay.
std::vector<NormalChar> placed(const std::vector<Part> &parts, const std::vector<NormalChar> &characters)
{
    std::vector<NormalChar> result;
    result.reserve(parts.size());
    std::size_t place = 0;
    for (const Part &part : parts) {
        const std::size_t before = place == 0 ? 0 : place - 1;
        const NormalChar &source = characters[std::min(part.change > 0 ? before : place, characters.size() - 1)];
        if (part.change <= 0)
            place += static_cast<std::size_t>(1 - part.change);
        result.push_back({part.value, source.begin, source.end, false, part.ideograph});
    }
    return result;
}

void decompose(const icu::Normalizer2 &decomposition, bool recompose, std::vector<NormalChar> &characters)
{
    std::vector<Part> parts;
    parts.reserve(characters.size());
    for (const NormalChar &character : characters)
        appendParts(decomposition, character.value, character.ideograph, parts);
    order(parts);
    if (recompose)
        compose(parts);
    characters = placed(parts, characters);
}

// Lower case character by character, so that a final sigma is an ordinary one, as in Hugging Face.
void lowerCase(std::vector<NormalChar> &characters)
{
    constexpr char32_t dottedCapitalI = 0x130; // the one character whose lower case is two
    std::size_t dotted = 0;
    for (NormalChar &character : characters) {
        if (character.value == dottedCapitalI)
            ++dotted;
        else
            character.value = lowerCase(character.value);
    }
    if (dotted == 0)
        return;
    std::vector<NormalChar> result;
    result.reserve(characters.size() + dotted);
    for (NormalChar character : characters) {
        const bool isDotted = character.value == dottedCapitalI;
        character.value = isDotted ? U'i' : character.value;
        result.push_back(character);
        if (isDotted) {
            character.value = 0x307;
            result.push_back(character);
        }
    }
    characters = std::move(result);
}

void take(NormaliserStep step, std::vector<NormalChar> &characters)
{
    switch (step) {
    case NormaliserStep::Clean:
        std::erase_if(characters, [](const NormalChar &character) { return isRemoved(character.value); });
        for (NormalChar &character : characters)
            character.value = Normaliser::isWhiteSpace(character.value) ? U' ' : character.value;
        break;
    case NormaliserStep::Ideographs:
        for (NormalChar &character : characters)
            character.ideograph = isIdeograph(character.value);
        break;
    case NormaliserStep::BertAccents:
        decompose(canonical(), false, characters);
        std::erase_if(characters, [](const NormalChar &character) { return isAccent(character.value); });
        break;
    case NormaliserStep::LowerCase:
        lowerCase(characters);
        break;
    case NormaliserStep::Nfc:
        decompose(canonical(), true, characters);
        break;
    case NormaliserStep::Nfd:
        decompose(canonical(), false, characters);
        break;
    case NormaliserStep::Nfkc:
        decompose(compatible(), true, characters);
        break;
    case NormaliserStep::Nfkd:
        decompose(compatible(), false, characters);
        break;
    case NormaliserStep::StripAccents:
        std::erase_if(characters, [](const NormalChar &character) { return isMark(character.value); });
        break;
    }
}

RunKind runOf(const NormalChar &character, const TextSplits &splits)
{
    if (u_isUWhiteSpace(static_cast<UChar32>(character.value)))
        return RunKind::Gap;
    if (character.ideograph || (splits.punctuation && character.punctuation))
        return RunKind::Alone;
    return splits.wordEnds && !isWordCharacter(character.value) ? RunKind::Signs : RunKind::Word;
}

} // namespace

std::vector<NormaliserStep> bertSteps(const TokenizerOptions &options)
{
    std::vector<NormaliserStep> steps = {NormaliserStep::Clean};
    if (options.tokenizeChineseChars)
        steps.push_back(NormaliserStep::Ideographs);
    if (options.stripAccents.value_or(options.doLowerCase))
        steps.push_back(NormaliserStep::BertAccents);
    if (options.doLowerCase)
        steps.push_back(NormaliserStep::LowerCase);
    return steps;
}

Normaliser::Normaliser(const TokenizerOptions &options)
    : m_steps(options.pipeline ? options.pipeline->steps : bertSteps(options)),
      m_splits(options.pipeline ? options.pipeline->splits.value_or(TextSplits{}) : TextSplits{.punctuation = true})
{
}

void Normaliser::normalise(std::string_view chunk, std::vector<NormalChar> &result) const
{
    result.clear();
    bool ascii = true;
    for (std::size_t position = 0; position < chunk.size();) {
        const std::size_t begin = position;
        const char32_t c = nextCharacter(chunk, position);
        ascii = ascii && c < 0x80;
        result.push_back({c, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(position)});
    }
    for (const NormaliserStep step : m_steps) {
        if (!ascii || step == NormaliserStep::Clean || step == NormaliserStep::LowerCase)
            take(step, result);
    }
    for (NormalChar &character : result) {
        character.punctuation = isPunctuation(character.value);
        character.run = runOf(character, m_splits);
    }
}

bool Normaliser::isWhiteSpace(char32_t character)
{
    if (character < 0x80)
        return character == U' ' || character == U'\t' || character == U'\n' || character == U'\r';
    return character != 0x85 && u_isUWhiteSpace(static_cast<UChar32>(character));
}

} // namespace adaplens
