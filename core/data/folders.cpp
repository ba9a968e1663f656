// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers_p.h"
#include "core/error.h"

#include <algorithm>
#include <string_view>

namespace adaplens {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view unlabelledName = "unsup"; // of IMDB's reviews without a label

std::vector<fs::path> sorted(const fs::path &folder, auto wanted)
{
    std::vector<fs::path> result;
    for (const auto &entry : fs::directory_iterator(folder))
        if (wanted(entry))
            result.push_back(entry.path());
    std::ranges::sort(result);
    return result;
}

bool isText(const fs::directory_entry &entry)
{
    return entry.path().extension() == ".txt" && entry.is_regular_file();
}

std::vector<fs::path> textsIn(const fs::path &folder)
{
    return sorted(folder, isText);
}

/// The folders of a folder that hold texts: one a label.
std::vector<fs::path> labelsIn(const fs::path &folder)
{
    return sorted(folder, [](const auto &entry) {
        return entry.is_directory() && std::any_of(fs::directory_iterator(entry.path()), {}, isText);
    });
}

/// Where the folders of the labels are: in the folder of the split, or in the folder itself, which then is one split.
fs::path placeOf(const DataSource &source)
{
    const std::string split = source.split.empty() ? "test" : source.split;
    if (const fs::path part = source.path / split; fs::is_directory(part) && !labelsIn(part).empty())
        return part;
    if (source.split.empty() && !labelsIn(source.path).empty())
        return source.path;
    throw Error("%1 has no split '%2' (a folder %2 with a folder for each label, and text files, .txt, in it).",
                quoted(source.path), split);
}

/// A text as reviews saved from web pages hold it: their line breaks are line breaks.
std::string textIn(const fs::path &path)
{
    constexpr std::string_view lineBreak = "<br />";
    TextFile file(path);
    std::string text;
    for (int next = file.get(); next != TextFile::end; next = file.get()) {
        text.push_back(static_cast<char>(next));
        if (text.size() > TextFile::longestRecord)
            file.fail(file.line(), message("the text is longer than 64 MiB."));
        if (text.ends_with(lineBreak)) {
            text.resize(text.size() - lineBreak.size());
            text.push_back('\n');
        }
    }
    return text;
}

/// A folder a label, a text file an example, as IMDB's reviews come (Maas et al. 2011). The labels take turns, so that
/// the first examples hold all of them.
class FoldersReader final : public LimitedReader {
public:
    explicit FoldersReader(const DataSource &source) : LimitedReader(source)
    {
        if (!source.textColumn.empty() || !source.labelColumn.empty() || !source.pairColumn.empty())
            throw Error("%1 is a folder of text files and has no columns to choose; omit the column names.",
                        quoted(source.path));
        for (const fs::path &folder : labelsIn(placeOf(source))) {
            const bool labelled = folder.filename() != unlabelledName;
            if (labelled || source.unlabelled)
                m_labels.push_back({labelled ? folder.filename().string() : std::string(), textsIn(folder)});
        }
    }

private:
    struct Label {
        std::string name;
        std::vector<fs::path> texts;
        std::size_t given = 0;
    };

    std::optional<Example> read() override
    {
        for (std::size_t tried = 0; tried < m_labels.size(); ++tried) {
            Label &label = m_labels[m_turn];
            m_turn = (m_turn + 1) % m_labels.size();
            if (label.given == label.texts.size())
                continue;
            const fs::path &file = label.texts[label.given++];
            Example example;
            example.id = (file.parent_path().filename() / file.stem()).string();
            example.label = label.name;
            example.text = textIn(file);
            return example;
        }
        return std::nullopt;
    }

    std::vector<Label> m_labels;
    std::size_t m_turn = 0;
};

} // namespace

bool isFolders(const fs::path &folder)
{
    return !labelsIn(folder).empty() ||
           std::ranges::any_of(sorted(folder, [](const auto &entry) { return entry.is_directory(); }),
                               [](const fs::path &part) { return !labelsIn(part).empty(); });
}

std::unique_ptr<Reader> openFolders(const DataSource &source)
{
    if (!fs::is_directory(source.path))
        throw Error("There is no folder %1.", quoted(source.path));
    return std::make_unique<FoldersReader>(source);
}

} // namespace adaplens
