// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/error.h"
#include "tests/support/temporaryfolder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace adaplens::test {

/// The message of the Error that reading `source` throws; empty if it does not.
inline std::string failure(const DataSource &source)
{
    try {
        (void)readAll(source);
    } catch (const Error &error) {
        return error.what();
    }
    return {};
}

/// A folder to put files in, and what reading them gives.
class Files {
public:
    const Files &put(const std::string &name, const std::string &content) const
    {
        std::filesystem::create_directories((m_folder.path() / name).parent_path());
        std::ofstream(m_folder.path() / name, std::ios::binary) << content;
        return *this;
    }
    [[nodiscard]] DataSource source(const std::string &name = {}) const
    {
        DataSource result;
        result.path = name.empty() ? m_folder.path() : m_folder.path() / name;
        return result;
    }

private:
    TemporaryFolder m_folder;
};

/// Marked bytes of an example: "[one][two]".
inline std::string marked(const Example &example)
{
    std::string result;
    for (const auto &range : example.rationale)
        result += "[" + example.text.substr(range.begin, range.end - range.begin) + "]";
    return result;
}

inline bool has(const std::string &text, const std::string &part)
{
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return true;
}

inline std::string failureOf(const std::string &name, const std::string &content)
{
    const Files files;
    return failure(files.put(name, content).source(name));
}

} // namespace adaplens::test
