// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webpage/html_p.h"
#include "core/webpage/webpage.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// Steps of the colours of a web page's token map; the middle one is the uniform level.
inline constexpr int webColourSteps = 25;

/// One analysis as an element of a web page.
class TraceArticle {
public:
    /// `number` from 1: names its place on the page. The trace and the options must outlive it.
    TraceArticle(const Trace &trace, std::size_t number, const WebPageOptions &options);

    [[nodiscard]] std::string html() const;
    /// The beginning of the text, in one line, and the answer: for a list of articles.
    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::string answer() const;

private:
    [[nodiscard]] std::string say(const Message &sentence) const { return escaped(m_options.say(sentence)); }
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string notes() const;
    [[nodiscard]] std::string texts() const;
    [[nodiscard]] std::string text(int segment) const;
    [[nodiscard]] std::string controls() const;
    [[nodiscard]] std::string map() const;
    [[nodiscard]] std::string row(std::size_t layer) const;
    [[nodiscard]] std::string cell(std::size_t layer, std::size_t column) const;
    [[nodiscard]] std::string lastRow() const;
    [[nodiscard]] std::string predictionBar(const Prediction &prediction, const Message &title) const;
    [[nodiscard]] std::string legend() const;
    [[nodiscard]] std::string answers() const;
    [[nodiscard]] std::string cost() const;
    [[nodiscard]] Message scoreName() const;
    [[nodiscard]] Message caption() const;
    [[nodiscard]] std::string line(std::size_t layer) const;
    [[nodiscard]] Message step(std::size_t layer) const;
    [[nodiscard]] Message describe(std::size_t layer, const Column &column, const WordScore &score) const;
    [[nodiscard]] bool decides(std::size_t layer) const;

    const Trace &m_trace;
    std::size_t m_number;
    const WebPageOptions &m_options;
    std::vector<Column> m_columns;
    std::vector<std::optional<std::size_t>> m_dropLayers; ///< by column: the layer that drops the last of it
};

} // namespace adaplens
