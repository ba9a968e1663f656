// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonsection_p.h"

#include "core/error.h"

#include <fstream>
#include <iterator>

namespace adaplens {

JsonSection JsonSection::read(const std::filesystem::path &file, const Message &missing)
{
    constexpr std::uintmax_t largest = std::uintmax_t{16} << 20;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        if (error == std::errc::permission_denied) {
            throw Error("Cannot read %1: %2.", file.string(), error.message());
        }
        throw Error("%1 is missing; %2.", file.string(), missing);
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::file_size(file, error) > largest) {
        throw Error("Cannot read %1: expected a readable JSON file of at most 16 MiB.", file.string());
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    constexpr int deepest = 32;
    const auto watch = [](int depth, Json::parse_event_t, const Json &) { return depth < deepest; };
    Json object = Json::parse(text, watch, false);
    if (!object.is_object()) {
        throw Error("%1 is not valid JSON, or no JSON object.", file.string());
    }
    return {file, std::move(object)};
}

void JsonSection::fail(const Message &what) const
{
    throw Error("%1: %2.", m_file.string(), what);
}

JsonSection JsonSection::section(const std::string &key) const
{
    if (!has(key)) {
        return {m_file, Json::object()};
    }
    if (!at(key).is_object()) {
        fail(message("\"%1\" should be an object, found %2", key, found(key)));
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
        fail(message("\"%1\" should be a whole number from 1 to %2, found %3", key, most, found(key)));
    }
    return at(key).get<std::size_t>();
}

double JsonSection::fraction(const std::string &key, double byDefault) const
{
    if (has(key) && (!at(key).is_number() || !(at(key).get<double>() >= 0 && at(key).get<double>() < 1))) {
        fail(message("\"%1\" should be a number of at least 0 and below 1, found %2", key, found(key)));
    }
    return has(key) ? at(key).get<double>() : byDefault;
}

bool JsonSection::boolean(const std::string &key, bool byDefault) const
{
    if (has(key) && !at(key).is_boolean()) {
        fail(message("\"%1\" should be true or false, found %2", key, found(key)));
    }
    return has(key) ? at(key).get<bool>() : byDefault;
}

std::string JsonSection::text(const std::string &key, const std::string &byDefault) const
{
    if (has(key) && !at(key).is_string()) {
        fail(message("\"%1\" should be a text, found %2", key, found(key)));
    }
    return has(key) ? at(key).get<std::string>() : byDefault;
}

void JsonSection::require(const std::string &key, const std::string &expected, const std::string &byDefault) const
{
    if (text(key, byDefault) != expected) {
        fail(message("\"%1\" is %2; AdapLens computes %3 only", key, found(key), "\"" + expected + "\""));
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
