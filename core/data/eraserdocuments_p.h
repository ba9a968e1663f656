// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace adaplens {

/// The documents of an ERASER data set by their names; one is in memory at a time.
class EraserDocuments {
public:
    virtual ~EraserDocuments() = default;
    /// The text of a document, or nothing if there is none of that name.
    [[nodiscard]] virtual std::optional<std::string> find(const std::string &id) = 0;
    /// The folder or file that holds them, for messages.
    [[nodiscard]] virtual const std::filesystem::path &place() const = 0;
};

/// Opens `docs/` (a file a document), or `docs.jsonl` (a line a document, {"docid", "document"}; its names and their
/// places are kept in memory). Throws Error if the folder holds neither or a line cannot be read.
[[nodiscard]] std::unique_ptr<EraserDocuments> openDocuments(const std::filesystem::path &folder);

/// True for a name that stays within its folder as a file's.
[[nodiscard]] bool isDocumentName(const std::string &id);

} // namespace adaplens
