// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace adaplens {

/// A sentence for the user that can be translated: a template with places %1 to %9, and what belongs there (names,
/// numbers, sentences again). Or a text that is shown as it is.
class Message {
public:
    /// A text that is not translated.
    Message(std::string plain) : m_text(std::move(plain)) {} // NOLINT: names and numbers are messages, too
    Message(const char *plain) : m_text(plain) {}            // NOLINT
    Message(const char *text, std::vector<Message> arguments)
        : m_text(text), m_arguments(std::move(arguments)), m_template(true)
    {
    }

    /// What stands in a place: a number, a text or another sentence.
    template <typename Value>
    [[nodiscard]] static Message of(const Value &value)
    {
        if constexpr (std::is_arithmetic_v<Value>) {
            return std::to_string(value);
        } else if constexpr (std::is_convertible_v<const Value &, Message>) {
            return value;
        } else {
            return std::string(value);
        }
    }

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<Message> &arguments() const { return m_arguments; }
    [[nodiscard]] bool isTemplate() const { return m_template; }

    /// The sentence with everything in its place; places without an argument stay as they are.
    [[nodiscard]] std::string english() const
    {
        std::string result;
        for (std::size_t i = 0; i < m_text.size(); ++i) {
            const bool place = m_template && m_text[i] == '%' && i + 1 < m_text.size() && m_text[i + 1] >= '1' &&
                               static_cast<std::size_t>(m_text[i + 1] - '1') < m_arguments.size();
            if (place) {
                result += m_arguments[static_cast<std::size_t>(m_text[++i] - '1')].english();
            } else {
                result += m_text[i];
            }
        }
        return result;
    }

private:
    std::string m_text;
    std::vector<Message> m_arguments;
    bool m_template = false;
};

/// A sentence to be translated. The target `translations` finds its text where it is written as one literal here, or as
/// the first argument of an Error.
template <typename... Values>
[[nodiscard]] Message message(const char *text, const Values &...values)
{
    return {text, {Message::of(values)...}};
}

/// The one exception of the core. It holds a sentence for the user: which file, what was found, what was expected and
/// what to do about it; what() is that sentence in English.
class Error : public std::runtime_error {
public:
    explicit Error(Message sentence) : std::runtime_error(sentence.english()), m_message(std::move(sentence)) {}
    explicit Error(std::string sentence) : Error(Message(std::move(sentence))) {}
    /// `text` and `values` as in message().
    template <typename... Values>
    explicit Error(const char *text, const Values &...values) : Error(adaplens::message(text, values...))
    {
    }

    [[nodiscard]] const Message &message() const { return m_message; }

private:
    Message m_message;
};

} // namespace adaplens
