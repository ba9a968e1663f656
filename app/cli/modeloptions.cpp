// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/modeloptions.h"

#include "app/cli/output.h"
#include "core/machine/runtime.h"
#include "core/model/shipped.h"

namespace adaplens::cli {

void ModelOptions::addModel(CLI::App &app)
{
    app.add_option(
           "--model", model,
           "Model folder in Hugging Face layout, or the name of a model that came with the program (default: the first "
           "one; adaplens-cli models lists them)")
        ->type_name("DIR|NAME");
    app.add_option("--tokenizer", tokenizer, "Folder of the model's tokeniser, where the model's own has none")
        ->type_name("DIR");
}

void ModelOptions::addThreads(CLI::App &app)
{
    app.add_option("--threads", threads,
                   "Threads to compute with (default: OMP_NUM_THREADS, or else the cores that this process may use)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
}

void ModelOptions::addPrecision(CLI::App &app)
{
    app.add_option("--precision", precision,
                   "Matrix products in float32 (default), bfloat16 or int8: faster where the processor has them, "
                   "results differ a little")
        ->type_name("NAME")
        ->check(CLI::IsMember({"float32", "bfloat16", "int8"}));
}

std::filesystem::path ModelOptions::folder() const
{
    return modelFolder(model);
}

std::unique_ptr<Classifier> ModelOptions::open() const
{
    if (threads > 0) {
        setThreads(threads);
    }
    const Precision wanted = precisionNamed(precision);
    auto classifier = Classifier::open(folder(), wanted, tokenizer);
    if (classifier->precision() != wanted) {
        note(fallbackNote(wanted));
    }
    return classifier;
}

} // namespace adaplens::cli
