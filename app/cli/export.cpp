// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/export.h"

#include "app/cli/commands.h"
#include "app/cli/modeloptions.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"

#include <map>
#include <memory>

namespace adaplens::cli {

namespace {

constexpr const char *examples = R"(Examples:
  adaplens-cli export --out sentiment
  adaplens-cli export --model my-model --out shared/my-model --force
  adaplens-cli export --model my-model --out models/mine --storage int8 --share-embeddings models/words.safetensors
  adaplens-cli export --out gentler --eta 0.4,0.4,0.6,0.7,0.8,0.9

The plain twin, where the model has one, goes to DIR/plain and opens in Hugging Face's transformers:
  BertForSequenceClassification.from_pretrained("DIR/plain"))";

struct Options {
    ModelOptions model;
    std::string out;
    std::string storage = "float32";
    ExportOptions how;
};

const std::map<std::string, Storage> forms{
    {"float32", Storage::Float32}, {"float16", Storage::Float16}, {"int8", Storage::Int8PerRow}};

Result run(const Options &options, std::stop_token stop)
{
    ExportOptions how = options.how;
    how.storage = forms.at(options.storage);
    how.tokenizer = options.model.tokenizer;
    const auto exported = exportModel(options.model.folder(), options.out, how, stop);
    if (!exported) {
        return Result::Cancelled;
    }
    print((exported->adaptive ? exported->rule + " model: " : std::string("Plain model: ")) +
          printable(exported->folder.string()) + '\n');
    if (exported->twin) {
        print("Plain twin: " + printable(exported->twin->string()) + '\n');
    } else if (exported->adaptive) {
        print("The model has no plain twin.\n");
    }
    return Result::Done;
}

} // namespace

Action declareExport(CLI::App &app)
{
    const auto options = std::make_shared<Options>();
    app.description("Writes a model and its plain twin as Hugging Face folders, float32 unless told otherwise.");
    app.footer(examples);
    options->model.addModel(app);
    app.add_option("--out", options->out, "Folder to write, new or empty")->type_name("DIR")->required();
    app.add_flag("--force", options->how.force, "Replace the model in a folder that is not empty");
    app.add_option("--storage", options->storage,
                   "float32 (the default; opens everywhere), or smaller and for AdapLens only: float16, int8 (per row)")
        ->check(CLI::IsMember(&forms))
        ->type_name("NAME");
    app.add_option("--share-embeddings", options->how.shareEmbeddings,
                   "Store word embeddings in FILE and the vocabulary beside it, once for several models; written "
                   "where missing, else they must be the same")
        ->type_name("FILE");
    app.add_option(
           "--eta", options->how.eta,
           "Other thresholds: eta of each layer (AdapLeR; a token stays where its score is at least eta / n), the "
           "tokens that each layer keeps (PoWER-BERT), or one probability (TR-BERT)")
        ->delimiter(',');
    return [options](std::stop_token stop) { return run(*options, stop); };
}

} // namespace adaplens::cli
