// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace adaplens {

/// One JSON object of a file, with getters whose complaints name file, key, what was found and what was expected.
class JsonSection {
public:
    using Json = nlohmann::json;

    JsonSection(std::filesystem::path file, Json object) : m_file(std::move(file)), m_object(std::move(object)) {}
    /// A whole file of at most 16 MiB. Throws Error; `missing`: what to say of a file that is not there.
    [[nodiscard]] static JsonSection read(const std::filesystem::path &file, const Message &missing);

    [[noreturn]] void fail(const Message &what) const;
    /// Whether there is such a key, and not null.
    [[nodiscard]] bool has(const std::string &key) const { return m_object.contains(key) && !m_object[key].is_null(); }
    [[nodiscard]] const Json &at(const std::string &key) const { return m_object.at(key); }
    /// An object inside this one; empty where there is none.
    [[nodiscard]] JsonSection section(const std::string &key) const;
    /// A whole number from 1 to `most`.
    [[nodiscard]] std::size_t size(const std::string &key, std::size_t most,
                                   std::optional<std::size_t> byDefault = {}) const;
    /// A number of [0, 1).
    [[nodiscard]] double fraction(const std::string &key, double byDefault) const;
    [[nodiscard]] bool boolean(const std::string &key, bool byDefault) const;
    [[nodiscard]] std::string text(const std::string &key, const std::string &byDefault) const;
    /// Refuses any value but `expected`; a missing key means `byDefault`.
    void require(const std::string &key, const std::string &expected, const std::string &byDefault) const;
    /// What stands there, for a message.
    [[nodiscard]] std::string found(const std::string &key) const;

private:
    std::filesystem::path m_file;
    Json m_object;
};

} // namespace adaplens
