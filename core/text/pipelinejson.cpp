// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/pipelinejson_p.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace adaplens {

namespace {

using Json = TokenizerJsonParts::Json;

constexpr const char *normaliserKey = "normalizer", *preTokeniserKey = "pre_tokenizer";
constexpr const char *sequence = "Sequence", *bertNormaliser = "BertNormalizer", *byteLevel = "ByteLevel";

/// Steps that are normalisers by themselves.
constexpr std::array steps = {std::pair("Lowercase", NormaliserStep::LowerCase),
                              std::pair("NFC", NormaliserStep::Nfc),
                              std::pair("NFD", NormaliserStep::Nfd),
                              std::pair("NFKC", NormaliserStep::Nfkc),
                              std::pair("NFKD", NormaliserStep::Nfkd),
                              std::pair("StripAccents", NormaliserStep::StripAccents)};

/// Splits that are pre-tokenisers by themselves.
constexpr std::array splits = {std::pair("BertPreTokenizer", TextSplits{.punctuation = true, .wordEnds = false}),
                               std::pair("Whitespace", TextSplits{.punctuation = false, .wordEnds = true}),
                               std::pair("WhitespaceSplit", TextSplits{})};

/// The names of a table and others.
template <typename Table>
std::vector<std::string> namesOf(const Table &table, std::vector<std::string> others)
{
    for (const auto &[name, value] : table)
        others.emplace_back(name);
    return others;
}

template <typename Table>
auto valueOf(const Table &table, const std::string &name)
{
    return std::ranges::find_if(table, [&](const auto &entry) { return name == entry.first; })->second;
}

/// What a part says, or its parts in their order if it is a "Sequence" of them. Sequences may hold sequences: how deep
/// is limited where the file is parsed.
template <typename Take>
void walkSequence(const Json &part, const char *members, Take take)
{
    if (!part.is_object() || part.value("type", Json()) != sequence) {
        take(part);
        return;
    }
    const Json inner = part.value(members, Json());
    if (!inner.is_array())
        take(inner); // refused as any other part without a type
    for (const Json &member : inner)
        walkSequence(member, members, take);
}

bool truthOf(const TokenizerJsonParts &file, const char *key, const Json &part, const char *member, bool otherwise)
{
    const Json found = part.value(member, Json());
    if (!found.is_null() && !found.is_boolean())
        file.fail(std::string(key) + '.' + member,
                  message("%1 was found, true or false was expected", shownJson(OrderedJson(found))));
    return found.is_null() ? otherwise : found.get<bool>();
}

/// What a BertNormalizer says but for "clean_text".
TokenizerOptions bertSwitches(const TokenizerJsonParts &file, const Json &part)
{
    TokenizerOptions options;
    options.doLowerCase = truthOf(file, normaliserKey, part, "lowercase", true);
    if (!part.value("strip_accents", Json()).is_null())
        options.stripAccents = truthOf(file, normaliserKey, part, "strip_accents", true);
    options.tokenizeChineseChars = truthOf(file, normaliserKey, part, "handle_chinese_chars", true);
    return options;
}

std::vector<NormaliserStep> readSteps(const TokenizerJsonParts &file, PipelineOf model)
{
    std::vector<NormaliserStep> result;
    if (file.part(normaliserKey).is_null())
        return result;
    const bool wordPieces = model == PipelineOf::WordPieces;
    const auto known = namesOf(steps, {sequence});
    const auto knownToo = namesOf(steps, {bertNormaliser, sequence});
    walkSequence(file.part(normaliserKey), "normalizers", [&](const Json &part) {
        const std::string type = file.typeOf(part, normaliserKey, message("normaliser"), wordPieces ? knownToo : known);
        if (type != bertNormaliser) {
            result.push_back(valueOf(steps, type));
            return;
        }
        const auto bert = bertSteps(bertSwitches(file, part));
        const bool clean = truthOf(file, normaliserKey, part, "clean_text", true);
        result.insert(result.end(), bert.begin() + (clean ? 0 : 1), bert.end()); // cleaning is the first one
    });
    return result;
}

TokenizerOptions wordPieceOptions(const TokenizerJsonParts &file)
{
    TextPipeline pipeline{.steps = readSteps(file, PipelineOf::WordPieces), .splits = TextSplits{}};
    const auto known = namesOf(splits, {sequence});
    walkSequence(file.part(preTokeniserKey), "pretokenizers", [&](const Json &part) {
        const auto found = valueOf(splits, file.typeOf(part, preTokeniserKey, message("pre-tokeniser"), known));
        pipeline.splits->punctuation = pipeline.splits->punctuation || found.punctuation;
        pipeline.splits->wordEnds = pipeline.splits->wordEnds || found.wordEnds;
    });
    const Json &normaliser = file.part(normaliserKey);
    TokenizerOptions options;
    if (normaliser.is_object() && normaliser.value("type", Json()) == bertNormaliser)
        options = bertSwitches(file, normaliser);
    else
        options.doLowerCase = std::ranges::find(pipeline.steps, NormaliserStep::LowerCase) != pipeline.steps.end();
    if (pipeline != TextPipeline{.steps = bertSteps(options), .splits = splits.front().second})
        options.pipeline = std::move(pipeline);
    return options;
}

TokenizerOptions bytePairOptions(const TokenizerJsonParts &file)
{
    TextPipeline pipeline{.steps = readSteps(file, PipelineOf::BytePairs)};
    TokenizerOptions options;
    options.doLowerCase = std::ranges::find(pipeline.steps, NormaliserStep::LowerCase) != pipeline.steps.end();
    const auto known = namesOf(splits, {byteLevel, sequence});
    bool bytes = false;
    walkSequence(file.part(preTokeniserKey), "pretokenizers", [&](const Json &part) {
        const std::string type = file.typeOf(part, preTokeniserKey, message("pre-tokeniser"), known);
        if (bytes)
            file.fail(preTokeniserKey, message("%1 stands behind %2, which must be the last one", type, byteLevel));
        if (type == byteLevel) {
            bytes = true;
            options.addPrefixSpace = truthOf(file, preTokeniserKey, part, "add_prefix_space", true);
            pipeline.bytePairRuns = truthOf(file, preTokeniserKey, part, "use_regex", true);
            return;
        }
        const auto found = valueOf(splits, type);
        TextSplits &all = pipeline.splits ? *pipeline.splits : pipeline.splits.emplace();
        all.punctuation = all.punctuation || found.punctuation;
        all.wordEnds = all.wordEnds || found.wordEnds;
    });
    if (!bytes)
        file.fail(preTokeniserKey, message("it has no %1, without which there are no bytes to pair", byteLevel));
    if (pipeline != TextPipeline{})
        options.pipeline = std::move(pipeline);
    return options;
}

OrderedJson typed(const char *type)
{
    return {{"type", type}};
}

OrderedJson stepJson(NormaliserStep step)
{
    for (const auto &[name, known] : steps) {
        if (known == step)
            return typed(name);
    }
    // One of BERT's, the others off.
    OrderedJson json = typed(bertNormaliser);
    json["clean_text"] = step == NormaliserStep::Clean;
    json["handle_chinese_chars"] = step == NormaliserStep::Ideographs;
    json["strip_accents"] = step == NormaliserStep::BertAccents;
    json["lowercase"] = false;
    return json;
}

/// The parts as one: none, itself, or a sequence.
OrderedJson sequenceOf(OrderedJson parts, const char *members)
{
    if (parts.empty())
        return nullptr;
    if (parts.size() == 1)
        return parts[0];
    OrderedJson json = typed(sequence);
    json[members] = std::move(parts);
    return json;
}

} // namespace

TokenizerOptions readPipeline(const TokenizerJsonParts &file, PipelineOf model)
{
    return model == PipelineOf::WordPieces ? wordPieceOptions(file) : bytePairOptions(file);
}

OrderedJson normaliserJson(const TokenizerOptions &options, PipelineOf model)
{
    OrderedJson parts = OrderedJson::array();
    if (options.pipeline || model == PipelineOf::WordPieces) {
        for (const NormaliserStep step : options.pipeline ? options.pipeline->steps : bertSteps(options))
            parts.push_back(stepJson(step));
    }
    return sequenceOf(std::move(parts), "normalizers");
}

OrderedJson preTokeniserJson(const TokenizerOptions &options, PipelineOf model)
{
    const TextPipeline none;
    const TextPipeline &pipeline = options.pipeline ? *options.pipeline : none;
    OrderedJson parts = OrderedJson::array();
    std::optional<TextSplits> split = pipeline.splits;
    if (!options.pipeline && model == PipelineOf::WordPieces)
        split = splits.front().second;
    if (split && split->punctuation)
        parts.push_back(typed(splits[0].first));
    if (split && split->wordEnds)
        parts.push_back(typed(splits[1].first));
    if (split && parts.empty())
        parts.push_back(typed(splits[2].first));
    if (model == PipelineOf::BytePairs) {
        OrderedJson bytes = typed(byteLevel);
        bytes["add_prefix_space"] = options.addPrefixSpace;
        bytes["trim_offsets"] = true;
        bytes["use_regex"] = pipeline.bytePairRuns;
        parts.push_back(std::move(bytes));
    }
    return sequenceOf(std::move(parts), "pretokenizers");
}

} // namespace adaplens
