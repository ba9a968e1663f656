// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonmembers_p.h"
#include "core/data/readers_p.h"
#include "core/data/spans_p.h"
#include "core/error.h"

#include <algorithm>
#include <map>
#include <set>

namespace adaplens {

using nlohmann::json;

namespace {

std::filesystem::path postsOf(const DataSource &source)
{
    return std::filesystem::is_directory(source.path) ? source.path / "dataset.json" : source.path;
}

/// The posts of a split, from the file beside the data set.
std::set<std::string> postsOfSplit(const DataSource &source)
{
    const auto file = postsOf(source).parent_path() / "post_id_divisions.json";
    if (!std::filesystem::is_regular_file(file)) {
        throw Error(
            "There is no file %1, which says what belongs to the split '%2'; put it beside the data set, or omit the "
            "split to read all posts.",
            quoted(file), source.split);
    }
    json divisions;
    try {
        divisions = json::parse(readWhole(file));
        if (divisions.is_object() && divisions.contains(source.split))
            return divisions.at(source.split).get<std::set<std::string>>();
    } catch (const json::exception &) {
        throw Error("%1 must hold an object with a list of post names for each split.", quoted(file));
    }
    std::string list;
    for (const auto &[name, posts] : divisions.items())
        list += (list.empty() ? "'" : ", '") + name + "'";
    throw Error("%1 has no split '%2'; its splits are %3.", quoted(file), source.split, list);
}

/// HateXplain's form (Mathew et al. 2021): one JSON object of posts, each with its words, the labels that annotators
/// gave and a 0 or 1 a word from each who marked any. The label is what most annotators gave; the text is the words
/// joined by blanks, and a span is a run of marked words.
class HateXplainReader final : public LimitedReader {
public:
    explicit HateXplainReader(const DataSource &source)
        : LimitedReader(source),
          m_choice(source.annotators),
          m_annotator(source.annotator),
          m_posts(source.content ? textOf(source) : TextFile(postsOf(source)))
    {
        if (!source.textColumn.empty() || !source.pairColumn.empty() || !source.labelColumn.empty()) {
            throw Error(
                "%1 is a HateXplain data set: its text and labels have fixed names and cannot be chosen; omit the "
                "column names.",
                quoted(source.path));
        }
        if (m_choice == AnnotatorChoice::One && m_annotator == 0)
            throw Error("The annotators of a post are counted from 1; there is no annotator 0.");
        if (!source.split.empty())
            m_split = postsOfSplit(source);
    }

private:
    std::optional<Example> read() override
    {
        JsonMembers::Member post;
        while (m_posts.next(post)) {
            if (m_split && !m_split->contains(post.name))
                continue;
            try {
                if (auto example = exampleOf(post))
                    return example;
            } catch (const json::exception &) {
                m_posts.file().fail(
                    post.line,
                    message("the post '%1' must have 'annotators' (a list of objects with a 'label'), 'post_tokens' (a "
                            "list of words) and 'rationales' (lists of 0 and 1, one for each word).",
                            post.name));
            }
        }
        return std::nullopt;
    }

    std::optional<Example> exampleOf(const JsonMembers::Member &post)
    {
        Example example;
        example.id = post.name;
        const auto label = labelOf(post.value.at("annotators"));
        if (!label) {
            skip(message("posts without a majority label"));
            return std::nullopt;
        }
        example.label = *label;
        std::vector<ByteRange> words;
        for (const auto &word : post.value.at("post_tokens").get<std::vector<std::string>>()) {
            if (!example.text.empty())
                example.text += ' ';
            words.push_back({example.text.size(), example.text.size() + word.size()});
            example.text += word;
        }
        if (words.empty()) {
            skip(message("posts without words"));
            return std::nullopt;
        }
        const auto marks = post.value.value("rationales", json::array()).get<std::vector<std::vector<int>>>();
        if (std::ranges::any_of(marks, [&](const auto &list) { return list.size() != words.size(); })) {
            skip(message("posts with marks for another number of words"));
            return std::nullopt;
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!marked(marks, i))
                continue;
            if (i > 0 && marked(marks, i - 1))
                example.rationale.back().end = words[i].end;
            else
                example.rationale.push_back(words[i]);
        }
        return example;
    }

    /// What more annotators gave than anything else.
    static std::optional<std::string> labelOf(const json &annotators)
    {
        std::map<std::string, std::size_t> votes;
        for (const auto &annotator : annotators)
            ++votes[annotator.at("label").get<std::string>()];
        std::optional<std::string> best;
        std::size_t most = 0;
        for (const auto &[label, count] : votes) {
            if (count > most)
                best = label;
            else if (count == most)
                best.reset();
            most = std::max(most, count);
        }
        return best;
    }

    [[nodiscard]] bool marked(const std::vector<std::vector<int>> &marks, std::size_t word) const
    {
        if (m_choice == AnnotatorChoice::One)
            return m_annotator <= marks.size() && marks[m_annotator - 1][word] != 0;
        const auto votes =
            static_cast<std::size_t>(std::ranges::count_if(marks, [&](const auto &list) { return list[word] != 0; }));
        return m_choice == AnnotatorChoice::Union ? votes > 0 : 2 * votes > marks.size();
    }

    AnnotatorChoice m_choice;
    std::size_t m_annotator;
    JsonMembers m_posts;
    std::optional<std::set<std::string>> m_split;
};

} // namespace

std::unique_ptr<Reader> openHateXplain(const DataSource &source)
{
    return std::make_unique<HateXplainReader>(source);
}

} // namespace adaplens
