// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/textfile_p.h"

#include "core/error.h"

#include <cerrno>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

namespace adaplens {

namespace {

void openForReading(std::ifstream &stream, const std::filesystem::path &file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error)
        throw Error("There is no file " + quoted(file) + ".");
    if (std::filesystem::is_directory(file, error))
        throw Error(quoted(file) + " is a folder, but a file was expected.");
    errno = 0;
    stream.open(file, std::ios::binary);
    if (!stream) {
        throw Error(quoted(file) + " cannot be read: " + std::generic_category().message(errno != 0 ? errno : EIO) +
                    "; check its permissions.");
    }
}

} // namespace

std::string quoted(const std::filesystem::path &file)
{
    return "'" + file.string() + "'";
}

std::string readWhole(const std::filesystem::path &file)
{
    std::ifstream stream;
    openForReading(stream, file);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TextFile::TextFile(std::filesystem::path file) : m_path(std::move(file))
{
    openForReading(m_stream, m_path);
    char head[512];
    m_stream.read(head, sizeof head);
    const std::string_view start(head, static_cast<std::size_t>(m_stream.gcount()));
    if (start.empty())
        throw Error(quoted(m_path) + " is empty, but examples were expected.");
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
        throw Error(quoted(m_path) + " is UTF-16 text; save it as UTF-8 and open it again.");
    if (start.find('\0') != std::string_view::npos)
        throw Error(quoted(m_path) + " is not a text file; a TSV, CSV or JSONL file in UTF-8 was expected.");
    m_stream.clear();
    m_stream.seekg(start.starts_with("\xEF\xBB\xBF") ? 3 : 0);
}

int TextFile::get()
{
    try {
        auto &buffer = *m_stream.rdbuf();
        int next = buffer.sbumpc();
        if (next == std::char_traits<char>::eof())
            return end;
        // Only CR LF is a line end; a lone CR is a character of the text.
        if (next == '\r' && buffer.sgetc() == '\n')
            next = buffer.sbumpc();
        if (next == '\n')
            ++m_line;
        return next;
    } catch (const std::ios_base::failure &) {
        fail(m_line, "reading stopped with a disk error; copy the file again.");
    }
}

bool TextFile::getLine(std::string &line)
{
    line.clear();
    const std::size_t number = m_line;
    int next = get();
    if (next == end)
        return false;
    for (; next != end && next != '\n'; next = get()) {
        if (line.size() == longestRecord)
            fail(number, "the line is longer than 64 MiB; one example a line was expected.");
        line.push_back(static_cast<char>(next));
    }
    return true;
}

void TextFile::fail(std::size_t line, const std::string &what) const
{
    throw Error(quoted(m_path) + ", line " + std::to_string(line) + ": " + what);
}

} // namespace adaplens
