// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/eraserdocuments_p.h"

#include "core/io/jsonline_p.h"
#include "core/error.h"

#include <algorithm>
#include <fstream>
#include <unordered_map>

namespace adaplens {

using nlohmann::json;

namespace {

class DocumentFolder final : public EraserDocuments {
public:
    explicit DocumentFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::optional<std::string> find(const std::string &id) override
    {
        std::error_code error;
        if (!isDocumentName(id) || !std::filesystem::is_regular_file(m_folder / id, error))
            return std::nullopt;
        return readWhole(m_folder / id);
    }
    [[nodiscard]] const std::filesystem::path &place() const override { return m_folder; }

private:
    std::filesystem::path m_folder;
};

class DocumentLines final : public EraserDocuments {
public:
    explicit DocumentLines(const std::filesystem::path &path) : m_file(path), m_stream(path, std::ios::binary)
    {
        std::string line;
        for (std::streamoff place = 0; std::getline(m_stream, line);) {
            const std::streamoff begin = place;
            place += static_cast<std::streamoff>(line.size()) + 1;
            ++m_lines;
            if (line.find_first_not_of(" \t\r") != std::string::npos)
                m_places[nameIn(parse(line, m_lines))] = {begin, m_lines};
        }
        m_stream.clear();
    }

    std::optional<std::string> find(const std::string &id) override
    {
        const auto place = m_places.find(id);
        if (place == m_places.end())
            return std::nullopt;
        std::string line;
        m_stream.seekg(place->second.begin);
        std::getline(m_stream, line);
        m_stream.clear();
        return parse(line, place->second.line).at("document").get<std::string>();
    }
    [[nodiscard]] const std::filesystem::path &place() const override { return m_file.path(); }

private:
    struct Place {
        std::streamoff begin = 0;
        std::size_t line = 0;
    };

    [[nodiscard]] json parse(const std::string &line, std::size_t number) const
    {
        json document = parseLine(m_file, number, line);
        const auto name = document.find("docid"), text = document.find("document");
        const bool named = name != document.end() && (name->is_string() || name->is_number_integer());
        if (!named || text == document.end() || !text->is_string())
            m_file.fail(number, message("a document must have a 'docid' and a text 'document'."));
        return document;
    }

    static std::string nameIn(const json &document)
    {
        const json &name = document.at("docid");
        return name.is_string() ? name.get<std::string>() : name.dump();
    }

    TextFile m_file; // opened for its checks and messages; lines are sought in the stream
    std::ifstream m_stream;
    std::size_t m_lines = 0;
    std::unordered_map<std::string, Place> m_places;
};

} // namespace

bool isDocumentName(const std::string &id)
{
    const std::filesystem::path name(id);
    const bool control = std::ranges::any_of(id, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return !control && name.has_filename() && name.filename() != "." && !name.is_absolute() && id.size() <= 1024 &&
           std::ranges::find(name, std::filesystem::path("..")) == name.end();
}

std::unique_ptr<EraserDocuments> openDocuments(const std::filesystem::path &folder)
{
    std::error_code error;
    if (std::filesystem::is_directory(folder / "docs", error))
        return std::make_unique<DocumentFolder>(folder / "docs");
    if (std::filesystem::is_regular_file(folder / "docs.jsonl", error))
        return std::make_unique<DocumentLines>(folder / "docs.jsonl");
    throw Error(
        "%1 has no folder 'docs' and no file 'docs.jsonl' with the documents; an ERASER data set is a folder with "
        "docs/ and <split>.jsonl.",
        quoted(folder));
}

} // namespace adaplens
