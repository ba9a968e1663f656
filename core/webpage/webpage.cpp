// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webpage/webpage.h"

#include "core/trace/scorecolours.h"
#include "core/webpage/assets_p.h"
#include "core/webpage/tracearticle_p.h"

#include <cmath>
#include <vector>

namespace adaplens {

namespace {

/// What differs between a light and a dark page; the window's own colours.
struct Scheme {
    Rgb ground, card, ink, accent, above, below, reached;
    std::array<Rgb, 5> scores;
};

constexpr Scheme light = {.ground = {0xef, 0xf0, 0xf3},
                          .card = {0xff, 0xff, 0xff},
                          .ink = {0x16, 0x1a, 0x22},
                          .accent = {0x1d, 0x5f, 0xbf},
                          .above = {0xd1, 0x60, 0x10},
                          .below = {0x3a, 0x52, 0xa5},
                          .reached = {0x3f, 0x99, 0x63},
                          .scores = divergingLight};
constexpr Rgb darkCard = {0x28, 0x2c, 0x34}, darkInk = {0xf2, 0xf4, 0xf8};
constexpr Scheme dark = {.ground = {0x20, 0x24, 0x2c},
                         .card = darkCard,
                         .ink = darkInk,
                         .accent = {0x7a, 0xad, 0xf5},
                         .above = {0xdf, 0x90, 0x58},
                         .below = {0x8e, 0xa5, 0xe9},
                         .reached = {0x6c, 0xc4, 0x8f},
                         .scores = divergingDark(mixed(darkCard, darkInk, 0.2))};

/// Relative luminance as in WCAG 2.1.
double luminance(Rgb colour)
{
    const auto linear = [](std::uint8_t value) {
        const double c = value / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string hex(Rgb colour)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
        text += digits[part >> 4U];
        text += digits[part & 15U];
    }
    return text;
}

std::string variables(const Scheme &scheme)
{
    std::string text;
    const auto set = [&text](const std::string &name, Rgb colour) { text += "--" + name + ':' + hex(colour) + ';'; };
    set("ground", scheme.ground);
    set("card", scheme.card);
    set("ink", scheme.ink);
    set("accent", scheme.accent);
    set("above", scheme.above);
    set("below", scheme.below);
    set("reached", scheme.reached);
    for (int step = 0; step < webColourSteps; ++step) {
        const Rgb colour = between(scheme.scores, step / static_cast<double>(webColourSteps - 1));
        const std::string number = std::to_string(step);
        set('c' + number, colour);
        set('m' + number, 1.05 / (luminance(colour) + 0.05) >= 3 ? Rgb{0xff, 0xff, 0xff} : Rgb{0x1a, 0x1e, 0x28});
    }
    return text;
}

std::string style()
{
    std::string text = ":root{" + variables(light) +
                       "}\n@media (prefers-color-scheme: dark){:root:not([data-theme=light]){" + variables(dark) +
                       "}}\n:root[data-theme=dark]{color-scheme:dark;" + variables(dark) +
                       "}\n:root[data-theme=light]{color-scheme:light;}\n:root{--mark:var(--m12);}\n";
    for (int step = 0; step < webColourSteps; ++step) {
        const std::string number = std::to_string(step);
        text += ".c" + number + "{background-color:var(--c" + number + ");--mark:var(--m" + number + ");}\n";
    }
    return text + webPageStyle;
}

} // namespace

std::string webPage(std::span<const Trace> traces, const WebPageOptions &options)
{
    const auto say = [&options](const Message &sentence) { return escaped(options.say(sentence)); };
    std::vector<TraceArticle> articles;
    for (const Trace &trace : traces) {
        articles.emplace_back(trace, articles.size() + 1, options);
    }
    const bool oneText = traces.front().windows > 1 || traces.size() == 1;
    const std::string heading =
        oneText ? (traces.front().drops ? say(message("What %1 drops from a text", traces.front().rule.title))
                                        : say(message("How a model weighs a text")))
                : say(message("%1 texts", traces.size()));

    std::string page = "<!DOCTYPE html>\n<html lang=\"" + escaped(options.language) + '"' +
                       (options.rightToLeft ? " dir=\"rtl\"" : "") + ">\n<head>\n<meta charset=\"utf-8\">\n" +
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                       // Nothing is fetched, even if a text could smuggle something in.
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                       "'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>" +
                       articles.front().title() + "</title>\n<style>\n" + style() +
                       "</style>\n</head>\n<body>\n<header><h1>" + heading +
                       "</h1>\n<button type=\"button\" class=\"theme\" hidden>" + say(message("Light or dark")) +
                       "</button></header>\n<main>\n";
    if (articles.size() > 1) {
        page += "<nav><ol>\n";
        for (std::size_t i = 0; i < articles.size(); ++i) {
            page += "<li><a href=\"#text-" + std::to_string(i + 1) + "\" dir=\"auto\">" + articles[i].title() +
                    "</a> <span class=\"quiet\">" + articles[i].answer() + "</span></li>\n";
        }
        page += "</ol></nav>\n";
    }
    for (const TraceArticle &article : articles) {
        page += article.html();
    }
    return page + "</main>\n<footer>" + say(message("Made with AdapLens. This page asks nothing of any network.")) +
           "</footer>\n<script>\n" + webPageScript + "</script>\n</body>\n</html>\n";
}

} // namespace adaplens
