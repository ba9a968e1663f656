// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/textfile_p.h"

#include "core/error.h"

#include <fstream>
#include <string_view>
#include <utility>

namespace adaplens {

namespace {

/// Reads what lies in memory.
class MemoryBuffer : public std::streambuf {
public:
    explicit MemoryBuffer(const std::string &content)
    {
        char *begin = const_cast<char *>(content.data()); // streams take no other; nothing is written
        setg(begin, begin, begin + content.size());
    }

protected:
    pos_type seekpos(pos_type place, std::ios_base::openmode) override
    {
        setg(eback(), eback() + place, egptr());
        return place;
    }
};

} // namespace

TextFile::TextFile(std::filesystem::path file) : m_path(std::move(file))
{
    if (isReadOnce(m_path)) {
        m_content = std::make_shared<const std::string>(readWhole(m_path));
        m_buffer = std::make_unique<MemoryBuffer>(*m_content);
    } else {
        const Input readable(m_path); // says why it is not
        auto buffer = std::make_unique<std::filebuf>();
        if (buffer->open(m_path, std::ios::in | std::ios::binary) == nullptr)
            throw Error("%1 cannot be read; check its permissions.", quoted(m_path));
        m_buffer = std::move(buffer);
    }
    start();
}

TextFile::TextFile(std::filesystem::path name, std::shared_ptr<const std::string> content)
    : m_path(std::move(name)), m_content(std::move(content)), m_buffer(std::make_unique<MemoryBuffer>(*m_content))
{
    start();
}

void TextFile::start()
{
    char head[512];
    std::string_view first;
    try {
        first = {head, static_cast<std::size_t>(m_buffer->sgetn(head, sizeof head))};
    } catch (const std::ios_base::failure &) {
        throw Error("%1 cannot be read; copy the file again.", quoted(m_path));
    }
    if (first.empty())
        throw Error("%1 is empty, but examples were expected.", quoted(m_path));
    if (first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF"))
        throw Error("%1 is UTF-16 text; save it as UTF-8 and open it again.", quoted(m_path));
    if (first.find('\0') != std::string_view::npos)
        throw Error("%1 is not a text file; a TSV, CSV or JSONL file in UTF-8 was expected.", quoted(m_path));
    m_buffer->pubseekpos(first.starts_with("\xEF\xBB\xBF") ? 3 : 0, std::ios::in);
}

int TextFile::get()
{
    try {
        int next = m_buffer->sbumpc();
        if (next == std::char_traits<char>::eof())
            return end;
        // Only CR LF is a line end; a lone CR is a character of the text.
        if (next == '\r' && m_buffer->sgetc() == '\n')
            next = m_buffer->sbumpc();
        if (next == '\n')
            ++m_line;
        return next;
    } catch (const std::ios_base::failure &) {
        fail(m_line, message("reading stopped with a disk error; copy the file again."));
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
            fail(number, message("the line is longer than 64 MiB; one example a line was expected."));
        line.push_back(static_cast<char>(next));
    }
    return true;
}

void TextFile::fail(std::size_t line, const Message &what) const
{
    throw Error("%1, line %2: %3", quoted(m_path), line, what);
}

} // namespace adaplens
