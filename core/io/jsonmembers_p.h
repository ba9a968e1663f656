// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/textfile_p.h"

#include <nlohmann/json.hpp>

#include <string>

namespace adaplens {

/// Reads a file that is one large JSON object a member at a time: only one member's value is ever in memory.
class JsonMembers {
public:
    /// Throws Error if the file does not start with an object.
    explicit JsonMembers(TextFile file);

    struct Member {
        std::string name;
        nlohmann::json value;
        std::size_t line = 0; ///< where it starts
    };
    /// The next member, or false after the last one. Throws Error naming file and line where the JSON is broken.
    bool next(Member &member);
    [[nodiscard]] const TextFile &file() const { return m_file; }

private:
    int skipBlanks();
    std::string readText(int first);
    nlohmann::json parse(const std::string &text, std::size_t line) const;
    [[noreturn]] void broken(std::size_t line, const Message &expected) const;

    TextFile m_file;
    int m_next = TextFile::end; // the byte behind what was read last
    bool m_first = true, m_ended = false;
};

} // namespace adaplens
