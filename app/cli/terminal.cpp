// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <algorithm>
#include <clocale>
#include <cstdint>
#include <cstdlib>
#include <cwchar>
#include <sys/ioctl.h>
#include <unistd.h>

namespace adaplens::cli {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// One character at the front of a text: its code point and its bytes; code -1 and one byte where it is no UTF-8.
struct Character {
    std::int32_t code = -1;
    std::size_t bytes = 1;
};

Character firstCharacter(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) {
        return {};
    }
    std::int32_t code = lead & (0xFF >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) {
            return {};
        }
        code = (code << 6) | (byte(i) & 0x3F);
    }
    const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return {};
    }
    return {code, bytes};
}

/// Controls, and the marks that turn the direction of what follows them.
bool steers(std::int32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
}

std::size_t widthOf(std::int32_t code)
{
    if (code < 0x7F) {
        return 1;
    }
    // The C library knows widths under a UTF-8 locale only, whatever the user's own locale is.
    static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 == nullptr) {
        return 1;
    }
    const locale_t old = uselocale(utf8);
    const int width = wcwidth(static_cast<wchar_t>(code));
    uselocale(old);
    return width < 0 ? 1 : static_cast<std::size_t>(width);
}

} // namespace

bool isTerminal(int fd)
{
    return isatty(fd) == 1;
}

std::size_t terminalWidth(int fd)
{
    winsize size{};
    const bool known = ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? std::max<std::size_t>(20, size.ws_col) : 80;
}

bool mayColour(int fd)
{
    const char *refused = std::getenv("NO_COLOR");
    const char *terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return isTerminal(fd) && !dumb && (refused == nullptr || *refused == '\0');
}

std::string printable(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        if (character.code == '\n' || character.code == '\r' || character.code == '\t') {
            result += ' ';
        } else if (character.code < 0 || steers(character.code)) {
            result += replacement;
        } else {
            result += text.substr(0, character.bytes);
        }
        text.remove_prefix(character.bytes);
    }
    return result;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        width += character.code < 0 ? 1 : widthOf(character.code);
        text.remove_prefix(character.bytes);
    }
    return width;
}

std::string fitted(std::string_view text, std::size_t width)
{
    std::string whole = printable(text);
    if (displayWidth(whole) <= width) {
        return whole;
    }
    std::size_t used = 1;
    std::size_t bytes = 0;
    const std::string_view rest(whole);
    while (bytes < rest.size()) {
        const Character character = firstCharacter(rest.substr(bytes));
        used += widthOf(character.code);
        if (used > width) {
            break;
        }
        bytes += character.bytes;
    }
    whole.resize(bytes);
    return width == 0 ? std::string() : whole.append(ellipsis);
}

std::string padded(std::string_view text, std::size_t width)
{
    std::string result = fitted(text, width);
    const std::size_t used = displayWidth(result);
    return result.append(width - std::min(width, used), ' ');
}

} // namespace adaplens::cli
