// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "core/io/utf8.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cwchar>
#include <sys/ioctl.h>
#include <unistd.h>

namespace adaplens::cli {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

/// Controls, and the marks that turn the direction of what follows them.
bool steers(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
}

std::size_t widthOf(char32_t code)
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
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = nextCharacter(text, at);
        if (code == U'\n' || code == U'\r' || code == U'\t') {
            result += ' ';
        } else {
            appendCharacter(result, steers(code) ? replacementCharacter : code);
        }
    }
    return result;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += widthOf(nextCharacter(text, at));
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
    for (std::size_t at = 0; at < whole.size(); bytes = at) {
        used += widthOf(nextCharacter(whole, at));
        if (used > width) {
            break;
        }
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

std::string rightAligned(std::string_view text, std::size_t width)
{
    return std::string(width - std::min(width, displayWidth(text)), ' ').append(text);
}

std::string row(std::string_view head, std::string_view text)
{
    constexpr std::size_t headWidth = 22;
    return padded(head, headWidth).append(text) + '\n';
}

} // namespace adaplens::cli
