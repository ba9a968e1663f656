// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace adaplens {

/// A text to try a model on, with what there is to see in it.
struct SampleText {
    std::string title; ///< a few words, for a menu
    std::string look;  ///< one or two sentences: what to look for
    std::string text;
    std::optional<std::string> pair;
    std::vector<std::string> models; ///< names of those that it was written for: it belongs to the first that ships
};

/// Reads a list of sample texts: JSON, `[{"models":[..],"title","look","<language>":{"title","look"}..,"text","pair"?}..]`; title
/// and look are those of `language` ("de"), where an entry has them. Throws Error naming the file and the entry.
[[nodiscard]] std::vector<SampleText> loadSampleTexts(const std::filesystem::path &file,
                                                      const std::string &language = "en");

/// The sample texts that ship with the program: `examples/inspect.json` in resourceFolder().
[[nodiscard]] std::vector<SampleText> shippedSampleTexts(const std::string &language = "en");

} // namespace adaplens
