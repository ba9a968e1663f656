// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "core/model/kerasimport.h"

#include <memory>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli import --keras bert_sst2_lr.h5 --config bert-base-uncased --out my-model
  adaplens-cli import --keras bert_sst2_lr.h5 --config bert-base-uncased --out my-model --force
  adaplens-cli analyze --model my-model --text "A gripping film."

FILE is what the published code of AdapLeR writes while it trains (TensorFlow 2.7), DIR what
  BertConfig and BertTokenizer.from_pretrained("bert-base-uncased").save_pretrained("bert-base-uncased")
write. Classes have the names of the config's id2label, or numbers.)";

Result run(const KerasImport &options, std::stop_token stop)
{
    const auto imported = importKeras(options, stop);
    if (!imported) {
        return Result::Cancelled;
    }
    print("AdapLeR model: " + printable(imported->folder.string()) + '\n');
    if (imported->thetaForward) {
        print("Theta rescales the share of [CLS] at inference, as THETA_PR of the file says.\n");
    }
    return Result::Done;
}

} // namespace

Action declareImport(CLI::App &app)
{
    const auto options = std::make_shared<KerasImport>();
    app.description("Makes a model folder of weights that AdapLeR's published code saved with Keras.");
    app.footer(examples);
    app.add_option("--keras", options->weights, "The .h5 file of weights")->type_name("FILE")->required();
    app.add_option("--config", options->config, "Folder with config.json and vocab.txt (or tokenizer.json) of the BERT")
        ->type_name("DIR")
        ->required();
    app.add_option("--out", options->out, "Folder to write, new or empty")->type_name("DIR")->required();
    app.add_flag("--force", options->force, "Replace the model in a folder that is not empty");
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
