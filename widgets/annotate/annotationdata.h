// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationset.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

using ExampleList = std::vector<std::shared_ptr<const adaplens::Example>>;

/// An annotation set as a file held it.
struct LoadedAnnotations {
    ExampleList examples;
    AnnotationSource source;
    bool cutShort = false;    ///< the file holds more than the window takes
    std::size_t repaired = 0; ///< texts that were no valid UTF-8
    adaplens::SkipCounts skipped;
};

/// What the window takes of one set: everything is in memory, so that it can be sorted and undone.
struct AnnotationLimits {
    std::size_t texts = 20'000;
    std::size_t bytes = std::size_t{64} << 20; ///< of all texts together
};

/// Reads a set of any known form; for a thread of its own. `progress` is called with the texts read so far. Empty =
/// stopped. Throws Error naming file and line.
[[nodiscard]] std::optional<LoadedAnnotations> loadAnnotations(const adaplens::DataSource &source,
                                                               const std::function<void(std::size_t)> &progress,
                                                               std::stop_token stop,
                                                               const AnnotationLimits &limits = {});

/// The set that ships with the program: `examples/rationales.jsonl` in the resource folder.
[[nodiscard]] std::filesystem::path shippedAnnotations();

/// Writes a set, whole or not at all: Jsonl to a file, Eraser to a folder (`docs/` and `<split>.jsonl`; an existing
/// split is replaced, its documents stay). Throws Error; what was there before is then as it was.
void saveAnnotations(const ExampleList &examples, const AnnotationSource &target);
