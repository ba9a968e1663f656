// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/headless.h"

#include "core/data/sampletexts.h"
#include "core/error.h"
#include "core/model/classifier.h"
#include "core/model/fit.h"
#include "core/model/shipped.h"
#include "widgets/inspect/layeredtext.h"
#include "widgets/session/failure.h"
#include "widgets/window/exporter.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Headless)
};

constexpr int timingRuns = 10;

/// The first example that was written for the model; of a model without examples the first of all.
adaplens::SampleText firstExample(const std::filesystem::path &folder)
{
    const auto texts = adaplens::shippedSampleTexts();
    for (const adaplens::ModelExamples &group : adaplens::examplesByModel(adaplens::shippedModels(), texts)) {
        if (adaplens::isSameFolder(group.model.folder, folder)) {
            return group.texts.front();
        }
    }
    return texts.at(0);
}

adaplens::Trace analyse(const Options &options)
{
    const auto folder = adaplens::modelFolder(options.model.toStdString());
    const auto classifier = adaplens::Classifier::open(folder);
    adaplens::RunOptions how;
    how.timingRuns = timingRuns;
    if (options.text.isEmpty()) {
        const adaplens::SampleText example = firstExample(folder);
        return *classifier->run(example.text, example.pair, how);
    }
    const auto pair = options.pair.isEmpty() ? std::nullopt : std::optional(options.pair.toStdString());
    return *classifier->run(options.text.toStdString(), pair, how);
}

void wrote(const QString &file)
{
    std::puts(qUtf8Printable(Words::tr("wrote %1").arg(QDir::toNativeSeparators(file))));
}

/// Runs `work`; an error ends as a sentence on stderr.
template <typename Work>
int guarded(Work work)
{
    try {
        work();
        return 0;
    } catch (const std::exception &) {
        std::fprintf(stderr, "adaplens: %s\n", qUtf8Printable(describeException()));
        return 1;
    }
}

} // namespace

int writeFigures(const Options &options)
{
    return guarded([&] {
        const adaplens::Trace trace = analyse(options);
        if (!options.figure.isEmpty()) {
            exportTrace(trace, options.figure, {});
            wrote(options.figure);
        }
        if (!options.layers.isEmpty()) {
            exportDrawing(layeredTextDrawing(trace), options.layers);
            wrote(options.layers);
        }
    });
}

int writeAnalysis(const Options &options)
{
    return guarded([&] {
        const adaplens::Trace trace = analyse(options);
        for (const QString &name :
             {QStringLiteral("token-map.png"), QStringLiteral("token-map.svg"), QStringLiteral("trace.json")}) {
            const QString file = QDir(options.folder).filePath(name);
            exportTrace(trace, file, {});
            wrote(file);
        }
    });
}
