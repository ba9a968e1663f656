// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "widgets/annotate/annotationdata.h"
#include "widgets/annotate/evaluationrun.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace adaplens::test {

/// A text with the first place of each phrase marked.
inline std::shared_ptr<const Example> marked(std::string text, std::string label,
                                             std::initializer_list<std::string_view> phrases = {})
{
    Example example;
    example.id = text.substr(0, text.find(' '));
    example.label = std::move(label);
    for (const std::string_view phrase : phrases) {
        const std::size_t begin = text.find(phrase);
        example.rationale.push_back({begin, begin + phrase.size()});
    }
    example.text = std::move(text);
    return std::make_shared<const Example>(std::move(example));
}

/// Four short reviews: two of each label, one without marks.
inline ExampleList fourReviews()
{
    return {marked("zebra: a dull film, and far too long.", "negative", {"dull", "far too long"}),
            marked("apple: warm, funny and wise.", "positive", {"warm, funny and wise"}),
            marked("mango: not bad at all!", "positive", {"not bad"}), marked("kiwi: it is a film.", "negative")};
}

/// Figures made of a text's letters, without a model: "positive" (1) where the text holds "warm" or "kiwi", speed-up =
/// length / 10, AP = 1 / number of spans. "slow" runs until it is stopped, "bad model" as a folder cannot be opened.
inline TextEvaluatorLoader fakeEvaluator()
{
    const auto evaluate = [](const Example &example, const std::stop_token &stop) -> std::optional<TextEvaluation> {
        while (example.text.find("slow") != std::string::npos && !stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        if (example.text.find("broken") != std::string::npos) {
            throw Error("This text cannot be read.");
        }
        TextEvaluation evaluation;
        const bool positive =
            example.text.find("warm") != std::string::npos || example.text.find("kiwi") != std::string::npos;
        evaluation.predicted = positive ? 1 : 0;
        evaluation.probability = 0.75;
        evaluation.speedup = static_cast<double>(example.text.size()) / 10.0;
        if (!example.rationale.empty()) {
            evaluation.ap = 1.0 / static_cast<double>(example.rationale.size());
        }
        return evaluation;
    };
    return [evaluate](const std::filesystem::path &folder, Precision, const std::stop_token &) -> TextEvaluator {
        if (folder.filename() == "bad model") {
            throw Error("This folder holds no model.");
        }
        return evaluate;
    };
}

/// All texts are evaluated.
inline bool covers(const EvaluationRun &run, const std::vector<AnnotatedText> &texts)
{
    return std::ranges::all_of(texts, [&run](const AnnotatedText &text) { return run.evaluation(text.key); });
}

} // namespace adaplens::test
