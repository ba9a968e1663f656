// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace adaplens {

/// What exportModel() wrote.
struct ExportedModel {
    std::filesystem::path folder;
    bool adaptive = false;                     ///< drops tokens
    std::string rule;                          ///< by which it does, for readers, in English: "AdapLeR"
    std::optional<std::filesystem::path> twin; ///< the plain twin's folder, where the model has one
};

/// How the weights of a folder are stored. Float32 opens everywhere; the others are smaller and open in AdapLens only.
/// Exported in these, a twin with the same word embeddings has none of its own.
enum class Storage {
    Float32,
    Float16,    ///< thresholds, which must be exact, stay float32
    Int8PerRow, ///< matrices as I8 with `<name>.scale` [rows] in float32; vectors float16; what is exact float32
};

struct ExportOptions {
    bool force = false; ///< files of a model in the folder are replaced, all others stay
    Storage storage = Storage::Float32;
    /// A file that word embeddings and, beside it, the vocabulary are stored in once for several models, which share it;
    /// written where it is missing. Beside `out`, or in a folder that is. Empty = each folder has its own.
    std::filesystem::path shareEmbeddings = {};
    std::filesystem::path tokenizer = {}; ///< folder of the model's tokeniser; empty = its own
    std::vector<double> eta = {}; ///< other thresholds, as setEta() takes them: another point of the trade of accuracy
                                  ///< against cost; empty = the model's own
};

/// Throws Error where exportModel() would because of `out`; for a long run that ends with it.
void checkExport(const std::filesystem::path &folder, const std::filesystem::path &out, const ExportOptions &options);

/// Copies a model as Hugging Face folders: the model itself to `out`, its plain twin with embeddings of its own to
/// `out/plain`, README, LICENSE and NOTICE files beside them. Empty = cancelled; then, as after an error, `out`
/// is as it was. Throws Error if the model cannot be read, `out` cannot be written, is or holds the model itself, or is
/// not empty and `force` is off, `eta` does not fit, or `shareEmbeddings` holds other word embeddings.
[[nodiscard]] std::optional<ExportedModel> exportModel(const std::filesystem::path &folder,
                                                       const std::filesystem::path &out, const ExportOptions &options,
                                                       std::stop_token stop = {});

} // namespace adaplens
