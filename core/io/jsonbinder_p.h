// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace adaplens {

using OrderedJson = nlohmann::ordered_json;

class JsonBinder;

/// A struct that says once, for reading and writing alike, which of its members stand under which keys:
/// `void bindJson(JsonBinder &json, Interval &interval) { json.value("mean", interval.mean); ... }`.
template <typename T>
concept Bound = requires(JsonBinder &json, T &value)
{
    bindJson(json, value);
};

/// The function that reads what stands in a file under its name, which nameOf() gives; it throws an Error that lists the
/// names. To be specialised: `template <> inline constexpr auto fromName<Metric> = metricNamed;`.
template <typename T>
inline constexpr auto fromName = nullptr;
template <typename T>
concept Named = !std::is_null_pointer_v<std::remove_cv_t<decltype(fromName<T>)>>;

/// What an object must hold that is read.
enum class JsonForm {
    Record,   ///< every key of value(); keys that are not known are passed over
    Settings, ///< any of the keys: members keep their value without; keys that are not known are refused
    Foreign   ///< any of the keys, null being as good as none; keys that are not known are passed over
};

template <typename T>
inline constexpr bool isJsonList = false;
template <typename T>
inline constexpr bool isJsonList<std::vector<T>> = true;
template <typename T>
inline constexpr bool isJsonMap = false;
template <typename Key, typename T>
inline constexpr bool isJsonMap<std::map<Key, T>> = true;
template <typename T>
inline constexpr bool isJsonOptional = false;
template <typename T>
inline constexpr bool isJsonOptional<std::optional<T>> = true;

/// A float as the shortest decimal that reads back the same: 0.1, not 0.10000000149011612. NaN and infinity, for which
/// JSON has no number, become null.
[[nodiscard]] OrderedJson jsonNumber(float value);

/// A value out of a file as a message shows it: not pages of it.
[[nodiscard]] std::string shownJson(const OrderedJson &value);

/// Binds the keys of one JSON object to the members of a struct, in both directions, so that reading, writing and the
/// list of known keys cannot differ. Errors name the file, the key with those around it, what was found and what was
/// expected. While it writes, it changes no member.
class JsonBinder {
public:
    /// Reads from `from`. `name` is the file in messages; relative paths are taken from `folder`.
    JsonBinder(const OrderedJson &from, std::string name, JsonForm form, std::filesystem::path folder = {})
        : m_from(&from), m_name(std::move(name)), m_form(form), m_folder(std::move(folder))
    {
    }
    /// Writes into `to`, an object.
    explicit JsonBinder(OrderedJson &to) : m_to(&to) { to = OrderedJson::object(); }

    [[nodiscard]] bool isWriting() const { return m_to != nullptr; }

    /// A number, truth value, text, path, list, map (from texts or names), named value or bound struct. std::optional is
    /// null where it is empty.
    template <typename T>
    void value(const char *key, T &member)
    {
        if (isWriting()) {
            write((*m_to)[key], member);
        } else if (const OrderedJson *found = find(key, m_form == JsonForm::Record)) {
            read(*found, key, member);
        }
    }
    /// A member that the object may lack, and then keeps its value. Not written where it is an empty std::optional.
    template <typename T>
    void optional(const char *key, T &member)
    {
        if (!isWriting()) {
            if (const OrderedJson *found = find(key, false)) {
                read(*found, key, member);
            }
            return;
        }
        if constexpr (isJsonOptional<T>) {
            if (!member) {
                return;
            }
        }
        write((*m_to)[key], member);
    }
    /// A number of [low, high].
    template <typename T>
    void value(const char *key, T &member, std::type_identity_t<T> low, std::type_identity_t<T> high)
    {
        value(key, member);
        if (!isWriting() && !(member >= low && member <= high)) {
            fail(key, message("%1 was found, from %2 to %3 was expected", OrderedJson(member).dump(),
                              OrderedJson(low).dump(), OrderedJson(high).dump()));
        }
    }
    /// A truth value that stands in the file as one of two words.
    void word(const char *key, bool &member, const std::string &yes, const std::string &no);
    /// An object within this one: `section("cost", [&](JsonBinder &json) { ... })`.
    template <typename Bind>
    void section(const std::string &key, Bind bindMembers)
    {
        if (isWriting()) {
            JsonBinder inner((*m_to)[key]);
            bindMembers(inner);
        } else if (const OrderedJson *found = find(key, m_form == JsonForm::Record)) {
            inside(*found, key, bindMembers);
        }
    }
    /// A text that must be this one.
    void constant(const char *key, const std::string &text);
    /// What follows from other members: written, and passed over where it is read.
    template <typename T>
    void computed(const std::string &key, const T &result)
    {
        m_known.push_back(key);
        if (isWriting()) {
            write((*m_to)[key], result);
        }
    }

    /// Whether the object that is read has the key.
    [[nodiscard]] bool has(const std::string &key) const;
    /// Throws Error if the object that is read lacks the key.
    void require(const char *key);
    /// Throws Error: "file: key: what.", the key with those around it.
    [[noreturn]] void fail(const std::string &key, const Message &what) const;
    /// What `read` gives; an Error that it throws is made one of this key.
    template <typename Read>
    auto guarded(const std::string &key, Read read) const
    {
        try {
            return read();
        } catch (const Error &error) {
            throw Error("%1: “%2”: %3", m_name, placeOf(key), error.message());
        }
    }
    /// Throws Error naming a key of the object that was not bound, if it is one of settings.
    void finish() const;

    template <typename T>
    static void write(OrderedJson &to, const T &member)
    {
        if constexpr (std::is_same_v<T, OrderedJson>) {
            to = member;
        } else if constexpr (Bound<T>) {
            JsonBinder json(to);
            bindJson(json, const_cast<T &>(member)); // which writing does not change
        } else if constexpr (Named<T>) {
            to = std::string(nameOf(member));
        } else if constexpr (isJsonOptional<T>) {
            to = nullptr;
            if (member) {
                write(to, *member);
            }
        } else if constexpr (isJsonList<T>) {
            to = OrderedJson::array();
            for (const auto &item : member) {
                write<typename T::value_type>(to.emplace_back(), item);
            }
        } else if constexpr (isJsonMap<T>) {
            to = OrderedJson::object();
            for (const auto &[key, item] : member) {
                if constexpr (Named<typename T::key_type>) {
                    write(to[nameOf(key)], item);
                } else {
                    write(to[key], item);
                }
            }
        } else if constexpr (std::is_same_v<T, float>) {
            to = jsonNumber(member);
        } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
            to = member.string();
        } else {
            to = member;
        }
    }

    template <typename T>
    void read(const OrderedJson &from, const std::string &key, T &member) const
    {
        if constexpr (std::is_same_v<T, OrderedJson>) {
            member = from;
        } else if constexpr (Bound<T>) {
            inside(from, key, [&](JsonBinder &json) { bindJson(json, member); });
        } else if constexpr (Named<T>) {
            expect(from.is_string(), key, from, message("a text"));
            member = guarded(key, [&] { return fromName<T>(from.get<std::string>()); });
        } else if constexpr (isJsonOptional<T>) {
            member.reset();
            if (!from.is_null()) {
                read(from, key, member.emplace());
            }
        } else if constexpr (isJsonList<T>) {
            expect(from.is_array(), key, from, message("a list [ ... ]"));
            member.clear();
            for (const OrderedJson &item : from) {
                typename T::value_type value{};
                read(item, key + "[" + std::to_string(member.size()) + "]", value);
                member.push_back(std::move(value));
            }
        } else if constexpr (isJsonMap<T>) {
            expect(from.is_object(), key, from, message("an object { ... }"));
            member.clear();
            for (const auto &[name, item] : from.items()) {
                typename T::key_type own{};
                read(OrderedJson(name), key + "." + name, own);
                read(item, key + "." + name, member[own]);
            }
        } else if constexpr (std::is_same_v<T, bool>) {
            expect(from.is_boolean(), key, from, message("true or false"));
            member = from.get<bool>();
        } else if constexpr (std::is_floating_point_v<T>) {
            expect(from.is_number() || from.is_null(), key, from, message("a number"));
            member = from.is_null() ? std::numeric_limits<T>::quiet_NaN() : from.get<T>();
        } else if constexpr (std::is_integral_v<T>) {
            const bool fits = from.is_number_unsigned()
                                  ? std::in_range<T>(from.get<std::uint64_t>())
                                  : from.is_number_integer() && std::in_range<T>(from.get<std::int64_t>());
            expect(fits, key, from,
                   std::is_unsigned_v<T> ? message("a whole number of at least 0") : message("a whole number"));
            member = from.get<T>();
        } else {
            expect(from.is_string(), key, from, message("a text"));
            const auto text = from.get<std::string>();
            if constexpr (std::is_same_v<T, std::filesystem::path>) {
                member = text.empty() ? T() : m_folder / text;
            } else {
                member = text;
            }
        }
    }

private:
    [[nodiscard]] std::string placeOf(const std::string &key) const
    {
        return m_place.empty() ? key : m_place + "." + key;
    }
    const OrderedJson *find(const std::string &key, bool required);
    /// Throws Error unless what was found `fits` what was expected.
    void expect(bool fits, const std::string &key, const OrderedJson &found, const Message &expected) const;

    template <typename Bind>
    void inside(const OrderedJson &from, const std::string &key, Bind bindMembers) const
    {
        expect(from.is_object(), key, from, message("an object { ... }"));
        JsonBinder inner(from, m_name, m_form, m_folder);
        inner.m_place = placeOf(key);
        bindMembers(inner);
        inner.finish();
    }

    const OrderedJson *m_from = nullptr;
    OrderedJson *m_to = nullptr;
    std::string m_name, m_place;
    JsonForm m_form = JsonForm::Record;
    std::filesystem::path m_folder;
    std::vector<std::string> m_known;
};

/// What a JSON text holds; comments are passed over. Throws Error naming the file where it is broken, nested deeper
/// than 64 levels or no object.
[[nodiscard]] OrderedJson parseJsonObject(std::string_view text, const std::string &name);
/// JSON as a file holds it; broken UTF-8 becomes U+FFFD. `indent` -1 puts it on one line.
[[nodiscard]] std::string jsonText(const OrderedJson &json, int indent = 2);

/// Reads a bound struct. Throws Error naming file and key.
template <Bound T>
void readJson(std::string_view text, const std::string &name, T &value, JsonForm form = JsonForm::Record,
              const std::filesystem::path &folder = {})
{
    const OrderedJson root = parseJsonObject(text, name);
    JsonBinder json(root, name, form, folder);
    bindJson(json, value);
    json.finish();
}

/// Whatever JsonBinder::value() takes as JSON.
template <typename T>
[[nodiscard]] OrderedJson toOrderedJson(const T &value)
{
    OrderedJson result;
    JsonBinder::write(result, value);
    return result;
}

} // namespace adaplens
