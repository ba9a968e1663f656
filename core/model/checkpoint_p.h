// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/encoder/modelinfo.h"
#include "core/encoder/weights_p.h"
#include "core/model/export.h"
#include "core/text/tokenizer.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace adaplens {

/// A model folder read into memory: what it is, how it cuts text, its weights in float32.
struct Checkpoint {
    ModelInfo info;
    std::shared_ptr<const Vocabulary> vocabulary;
    TokenizerOptions tokenizer;
    Weights weights;
};

/// Reads a Hugging Face BERT folder. Float16, bfloat16 and int8-per-row tensors become float32. Throws Error: every
/// missing or misshapen tensor is listed in one message; a folder with only `pytorch_model.bin` gets the conversion
/// command; Stopped between two tensors. `tokenizer`, where not empty, is the folder of its tokeniser.
[[nodiscard]] Checkpoint readCheckpoint(const std::filesystem::path &folder,
                                        const std::filesystem::path &tokenizer = {}, const std::stop_token &stop = {});

/// Reads a pre-trained encoder: as readCheckpoint(), but names may lack the encoder's prefix, head and rule may be
/// missing (drawn anew: normal (0, 0.02), biases 0; the rule's as it says) and `labels` replace those of the config.
/// `reduction` is the rule that the model gets; if it is the folder's own, its settings and tensors stay.
[[nodiscard]] Checkpoint readBackbone(const std::filesystem::path &folder, const std::vector<std::string> &labels,
                                      std::uint64_t seed, const std::string &reduction,
                                      const std::filesystem::path &tokenizer = {});

/// Gives a model that drops tokens other thresholds: eta of each layer, 0.01 to 1 (AdapLeR), the tokens that each keeps
/// (PoWER-BERT), one probability (TR-BERT). Throws Error on one that has none, a wrong number of values or one out of
/// range.
void setEta(Checkpoint &model, const std::vector<double> &eta);

/// Writes a model folder in Hugging Face layout: config.json, the vocabulary and model.safetensors. Put in place as a
/// whole (ModelFolderWriter); other files stay, a twin too. `wordEmbeddings` names a file as Config has it: vocabulary
/// and word embeddings are then left out, and the config says that they are there (a form that only AdapLens reads).
void writeCheckpoint(const std::filesystem::path &folder, const Checkpoint &checkpoint, Storage storage,
                     const std::string &wordEmbeddings = {});
/// The same of a model and, in `plain/`, its twin: both are put in place at once.
void writeWithTwin(const std::filesystem::path &folder, const Checkpoint &checkpoint, const Checkpoint &twin,
                   Storage storage);
/// Writes the files alone, into a folder that will stand at `target`, which messages name.
void writeModelFiles(const std::filesystem::path &folder, const std::filesystem::path &target,
                     const Checkpoint &checkpoint, Storage storage, const std::string &wordEmbeddings = {});

} // namespace adaplens
