// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationdata.h"

#include "core/data/writers.h"
#include "core/io/resources.h"
#include "core/io/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <utility>

using adaplens::Example;

namespace {

/// The example with valid UTF-8, as the window and JSON need it; true if anything had to be replaced.
bool repair(Example &example)
{
    bool repaired = false;
    const auto mend = [&repaired](std::string &text) {
        adaplens::ValidText valid(text);
        if (valid.repaired()) {
            text = valid.text();
            repaired = true;
        }
        return valid;
    };
    const adaplens::ValidText text = mend(example.text);
    for (adaplens::ByteRange &span : example.rationale) {
        span = {text.offset(span.begin), text.offset(span.end)};
    }
    for (adaplens::ExampleDocument &document : example.documents) {
        document.source = {text.offset(document.source.begin), text.offset(document.source.end)};
        mend(document.id);
    }
    mend(example.id);
    mend(example.label);
    if (example.pair) {
        mend(*example.pair);
    }
    return repaired;
}

/// Whether every line of a file is an object with nothing in it but what an example holds, so that writing the examples
/// in its place loses nothing.
bool holdsExamplesOnly(const std::filesystem::path &file, std::stop_token stop)
{
    using std::string_view_literals::operator""sv;
    static constexpr std::array members{"id"sv, "text"sv, "pair"sv, "label"sv, "rationale"sv};
    std::ifstream stream(file, std::ios::binary);
    std::string line;
    while (!stop.stop_requested() && std::getline(stream, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        const auto object = nlohmann::json::parse(line, nullptr, false);
        if (!object.is_object()) {
            return false;
        }
        for (const auto &[key, value] : object.items()) {
            if (std::ranges::find(members, key) == members.end()) {
                return false;
            }
        }
    }
    return stream.eof();
}

QString nameOf(const adaplens::DataSource &source)
{
    const auto path = source.path.has_filename() ? source.path : source.path.parent_path();
    const QString name = QString::fromStdU16String(path.filename().u16string());
    return source.split.empty() ? name : name + QStringLiteral(" · ") + QString::fromStdString(source.split);
}

} // namespace

std::optional<LoadedAnnotations> loadAnnotations(const adaplens::DataSource &source,
                                                 const std::function<void(std::size_t)> &progress, std::stop_token stop,
                                                 const AnnotationLimits &limits)
{
    LoadedAnnotations loaded;
    adaplens::DataSource all = source;
    all.unlabelled = true; // they are there to be labelled
    const auto reader = adaplens::openReader(all);
    std::size_t bytes = 0;
    while (auto example = reader->next()) {
        bytes += example->text.size() + (example->pair ? example->pair->size() : 0);
        if (loaded.examples.size() == limits.texts || bytes > limits.bytes) {
            loaded.cutShort = true;
            break;
        }
        loaded.repaired += repair(*example) ? 1 : 0;
        loaded.examples.push_back(std::make_shared<const Example>(std::move(*example)));
        progress(loaded.examples.size());
        if (stop.stop_requested()) {
            return std::nullopt;
        }
    }
    loaded.skipped = reader->skipped();
    loaded.source = {source.path, source.format, source.split, nameOf(source), false};
    std::error_code error;
    const bool whole = !loaded.cutShort && loaded.repaired == 0 && loaded.skipped.empty();
    if (whole && std::filesystem::is_regular_file(source.path, error) && holdsExamplesOnly(source.path, stop)) {
        loaded.source.own = true;
        loaded.source.format = adaplens::DataFormat::Jsonl;
    }
    return stop.stop_requested() ? std::nullopt : std::optional(std::move(loaded));
}

std::filesystem::path shippedAnnotations()
{
    return adaplens::resourceFolder() / "examples" / "rationales.jsonl";
}

void saveAnnotations(const ExampleList &examples, const AnnotationSource &target)
{
    const auto write = [&examples](auto &&writer) {
        for (const auto &example : examples) {
            writer.add(*example);
        }
        writer.commit();
    };
    if (target.format == adaplens::DataFormat::Eraser) {
        write(adaplens::EraserWriter(target.path, target.split));
    } else {
        write(adaplens::JsonlWriter(target.path));
    }
}
