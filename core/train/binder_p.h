// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/io/csv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace adaplens {

/// Binds JSON keys to members in both directions, so that reading, writing and the list of known keys cannot differ.
/// Throws Error naming the place, the key and what was expected.
class Binder {
public:
    using Json = nlohmann::ordered_json;

    /// `folder`: where relative paths start.
    Binder(Json &json, bool writing, std::string place, std::filesystem::path folder = {})
        : m_json(json), m_writing(writing), m_place(std::move(place)), m_folder(std::move(folder))
    {
    }

    template <typename T>
    void value(const char *key, T &member)
    {
        if (const Json *found = visit(key, member)) {
            try {
                member = found->template get<T>();
            } catch (const nlohmann::json::exception &) {
                throw Error(m_place + ": “" + key + "” has a value of the wrong type: " + found->dump() + ".");
            }
        }
    }

    void number(const char *key, double &member, double low, double high)
    {
        value(key, member);
        if (!(member >= low && member <= high)) {
            throw Error(m_place + ": “" + key + "” is " + csvNumber(member) + ", expected " + csvNumber(low) + " to " +
                        csvNumber(high) + ".");
        }
    }

    template <typename T>
    void whole(const char *key, T &member, T low, T high)
    {
        const Json *found = visit(key, member);
        if (found == nullptr) {
            return;
        }
        const bool isWhole = found->is_number_integer() ||
                             (found->is_number_float() && std::floor(found->get<double>()) == found->get<double>());
        const double about = isWhole ? found->get<double>() : -1; // 1e3 is whole, too
        if (about < static_cast<double>(low) || about > static_cast<double>(high)) {
            throw Error(m_place + ": “" + key + "” is " + found->dump() + ", expected a whole number from " +
                        std::to_string(low) + " to " + std::to_string(high) + ".");
        }
        member = found->get<T>();
    }

    void path(const char *key, std::filesystem::path &member)
    {
        std::string text = member.string();
        value(key, text);
        if (!m_writing && !text.empty()) {
            member = std::filesystem::absolute(m_folder / text).lexically_normal();
        }
    }

    template <typename Bind>
    void section(const char *key, Bind bindMembers)
    {
        m_known.emplace_back(key);
        if (m_writing) {
            m_json[key] = Json::object();
        } else if (!m_json.contains(key)) {
            return;
        } else if (!m_json.at(key).is_object()) {
            throw Error(m_place + ": “" + key + "” must be an object { … }.");
        }
        Binder inner(m_json[key], m_writing, m_place + ", “" + key + "”", m_folder);
        bindMembers(inner);
        inner.finish();
    }

    /// Throws Error on a key that nothing was bound to.
    void finish() const
    {
        for (const auto &item : m_json.items()) {
            if (std::find(m_known.begin(), m_known.end(), item.key()) == m_known.end()) {
                std::string known;
                for (const std::string &name : m_known) {
                    known += (known.empty() ? "" : ", ") + name;
                }
                throw Error(m_place + ": “" + item.key() + "” is not a setting; known here: " + known + ".");
            }
        }
    }

    [[nodiscard]] const std::string &place() const { return m_place; }

private:
    /// Writes, or gives the value to be read: null where there is none.
    template <typename T>
    const Json *visit(const char *key, const T &member)
    {
        m_known.emplace_back(key);
        if (m_writing) {
            m_json[key] = member;
            return nullptr;
        }
        return m_json.contains(key) ? &m_json.at(key) : nullptr;
    }

    Json &m_json;
    bool m_writing;
    std::string m_place;
    std::filesystem::path m_folder;
    std::vector<std::string> m_known;
};

} // namespace adaplens
