// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonmembers_p.h"

namespace adaplens {

using nlohmann::json;

JsonMembers::JsonMembers(TextFile file) : m_file(std::move(file))
{
    m_next = m_file.get();
    if (skipBlanks() != '{')
        broken(m_file.line(), message("an object { with a member for each post"));
    m_next = m_file.get();
}

void JsonMembers::broken(std::size_t line, const Message &expected) const
{
    m_file.fail(line, message("broken JSON; %1 was expected.", expected));
}

int JsonMembers::skipBlanks()
{
    while (m_next == ' ' || m_next == '\t' || m_next == '\n' || m_next == '\r')
        m_next = m_file.get();
    return m_next;
}

json JsonMembers::parse(const std::string &text, std::size_t line) const
{
    try {
        return json::parse(text);
    } catch (const json::exception &) { // broken, or with a number that is too large
        broken(line, message("a whole and valid value"));
    }
}

/// The bytes of one value, from its first to its last: up to the bracket that closes it, or for one without brackets
/// to what follows it. Whether they are JSON is for the parser to say.
std::string JsonMembers::readText(int first)
{
    std::string text;
    std::size_t depth = 0;
    bool quoted = false;
    const std::size_t line = m_file.line();
    for (int next = first;; next = m_file.get()) {
        if (next == TextFile::end)
            broken(line, message("the end of the value that starts here"));
        if (!quoted && depth == 0 && (next == ',' || next == '}' || next == ':')) { // a number, true, false, null
            m_next = next;
            return text;
        }
        if (text.size() == TextFile::longestRecord)
            broken(line, message("a post of less than 64 MiB"));
        text.push_back(static_cast<char>(next));
        if (quoted && next == '\\') {
            if (const int escaped = m_file.get(); escaped != TextFile::end)
                text.push_back(static_cast<char>(escaped));
        } else if (next == '"') {
            quoted = !quoted;
        } else if (!quoted && (next == '{' || next == '[')) {
            ++depth;
        } else if (!quoted && depth > 0 && (next == '}' || next == ']')) {
            --depth;
        }
        const bool closed = next == '"' || next == '}' || next == ']';
        if (!quoted && depth == 0 && closed) {
            m_next = m_file.get();
            return text;
        }
    }
}

bool JsonMembers::next(Member &member)
{
    if (m_ended)
        return false;
    int at = skipBlanks();
    if (at == ',' && !m_first) {
        m_next = m_file.get();
        at = skipBlanks();
    } else if (at == '}') {
        m_ended = true;
        m_next = m_file.get();
        if (skipBlanks() != TextFile::end)
            broken(m_file.line(), message("the end of the file behind the last }"));
        return false;
    } else if (!m_first) {
        broken(m_file.line(), message("a comma or the closing }"));
    }
    m_first = false;
    member.line = m_file.line();
    if (at != '"')
        broken(member.line, message("the name of a post in quotes"));
    member.name = parse(readText(at), member.line).get<std::string>();
    if (skipBlanks() != ':')
        broken(m_file.line(), message("a colon behind the name of a post"));
    m_next = m_file.get();
    member.value = parse(readText(skipBlanks()), member.line);
    return true;
}

} // namespace adaplens
