// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonsection_p.h"

#include "core/error.h"

#include <fstream>
#include <iterator>

namespace adaplens {

JsonSection JsonSection::read(const std::filesystem::path &file, const std::string &missing)
{
    constexpr std::uintmax_t largest = std::uintmax_t{16} << 20;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        if (error == std::errc::permission_denied) {
            throw Error("Cannot read " + file.string() + ": " + error.message() + ".");
        }
        throw Error(file.string() + " is missing; " + missing + ".");
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::file_size(file, error) > largest) {
        throw Error("Cannot read " + file.string() + ": expected a readable JSON file of at most 16 MiB.");
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    constexpr int deepest = 32;
    const auto watch = [](int depth, Json::parse_event_t, const Json &) { return depth < deepest; };
    Json object = Json::parse(text, watch, false);
    if (!object.is_object()) {
        throw Error(file.string() + " is not valid JSON, or no JSON object.");
    }
    return {file, std::move(object)};
}

void JsonSection::fail(const std::string &what) const
{
    throw Error(m_file.string() + ": " + what + ".");
}

JsonSection JsonSection::section(const std::string &key) const
{
    if (!has(key)) {
        return {m_file, Json::object()};
    }
    if (!at(key).is_object()) {
        fail("\"" + key + "\" should be an object, found " + found(key));
    }
    return {m_file, at(key)};
}

std::size_t JsonSection::size(const std::string &key, std::size_t most, std::optional<std::size_t> byDefault) const
{
    if (!has(key) && byDefault) {
        return *byDefault;
    }
    if (!has(key) || !at(key).is_number_unsigned() || at(key).get<std::uint64_t>() < 1 ||
        at(key).get<std::uint64_t>() > most) {
        fail("\"" + key + "\" should be a whole number from 1 to " + std::to_string(most) + ", found " + found(key));
    }
    return at(key).get<std::size_t>();
}

double JsonSection::fraction(const std::string &key, double byDefault) const
{
    if (has(key) && (!at(key).is_number() || !(at(key).get<double>() >= 0 && at(key).get<double>() < 1))) {
        fail("\"" + key + "\" should be a number of at least 0 and below 1, found " + found(key));
    }
    return has(key) ? at(key).get<double>() : byDefault;
}

bool JsonSection::boolean(const std::string &key, bool byDefault) const
{
    if (has(key) && !at(key).is_boolean()) {
        fail("\"" + key + "\" should be true or false, found " + found(key));
    }
    return has(key) ? at(key).get<bool>() : byDefault;
}

std::string JsonSection::text(const std::string &key, const std::string &byDefault) const
{
    if (has(key) && !at(key).is_string()) {
        fail("\"" + key + "\" should be a text, found " + found(key));
    }
    return has(key) ? at(key).get<std::string>() : byDefault;
}

void JsonSection::require(const std::string &key, const std::string &expected, const std::string &byDefault) const
{
    if (text(key, byDefault) != expected) {
        fail("\"" + key + "\" is " + found(key) + "; AdapLens computes \"" + expected + "\" only");
    }
}

std::string JsonSection::found(const std::string &key) const
{
    if (!m_object.contains(key)) {
        return "nothing";
    }
    const std::string value = m_object[key].dump(-1, ' ', true, Json::error_handler_t::replace);
    constexpr std::size_t longest = 80;
    return value.size() > longest ? value.substr(0, longest) + "..." : value;
}

} // namespace adaplens
