// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <vector>

namespace adaplens {

/// The folder inside a model folder that holds its plain twin.
inline constexpr const char *twinFolderName = "plain";

/// What a model folder must have: the model's shape and labels.
inline constexpr const char *modelConfigName = "config.json";
/// A model folder's file of tensors, or the list of several.
inline constexpr const char *tensorFileName = "model.safetensors";
inline constexpr const char *tensorIndexName = "model.safetensors.index.json";

/// For messages: which files a model is.
[[nodiscard]] Message whatAModelIs();
/// Reads one of its JSON files. Throws Error.
[[nodiscard]] nlohmann::ordered_json readModelJson(const std::filesystem::path &file);
/// The files of a model folder that are its model, without the twin: configuration, vocabulary, tensors. Sorted.
[[nodiscard]] std::vector<std::filesystem::path> modelFilesIn(const std::filesystem::path &folder);

/// The folder that a user names to write a model to: absolute, without a slash at its end.
[[nodiscard]] std::filesystem::path targetOf(const std::filesystem::path &out);
/// Throws Error where `target` is a file, is or holds or lies in `source`, which is read, or is not empty and `force` is
/// off.
void checkTarget(const std::filesystem::path &source, const std::filesystem::path &target, bool force);

/// Puts a model folder in its place as a whole: whoever looks, also after a crash at any moment, finds the old model or
/// the new one. Its files are written to a new folder beside, which then changes places with the old one.
class ModelFolderWriter {
public:
    /// What becomes of a twin that the new model does not bring along.
    enum class Twin { Stays, Goes };

    /// Makes the new folder. Throws Error where that is not possible.
    explicit ModelFolderWriter(const std::filesystem::path &target);
    /// Removes what was not put in place.
    ~ModelFolderWriter();
    ModelFolderWriter(const ModelFolderWriter &) = delete;
    ModelFolderWriter &operator=(const ModelFolderWriter &) = delete;

    /// Where to write.
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// Where it will stand: absolute, links resolved.
    [[nodiscard]] const std::filesystem::path &target() const { return m_target; }
    /// Puts it there. Files of the old folder that belong to no model stay. Throws Error; the old folder is then as it
    /// was.
    void commit(Twin twin);

private:
    std::filesystem::path m_target, m_path;
};

} // namespace adaplens
