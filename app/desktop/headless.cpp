// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/headless.h"

#include "core/data/sampletexts.h"
#include "core/error.h"
#include "core/model/classifier.h"
#include "core/model/fit.h"
#include "core/model/shipped.h"
#include "widgets/inspect/dropframes.h"
#include "widgets/inspect/figure.h"
#include "widgets/inspect/layeredtext.h"
#include "widgets/style/animation.h"
#include "widgets/session/beside.h"
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

using TracePointer = std::shared_ptr<const adaplens::Trace>;

/// `folder`: of the model that runs, `first`: of the one that the example is for.
adaplens::Trace run(const Options &options, const std::filesystem::path &folder, const std::filesystem::path &first,
                    const Dropping &dropping)
{
    const auto classifier = adaplens::Classifier::open(folder);
    adaplens::RunOptions how;
    how.timingRuns = timingRuns;
    how.plain = dropping.nothing;
    how.floor = dropping.floor;
    if (options.text.isEmpty()) {
        const adaplens::SampleText example = firstExample(first);
        return *classifier->run(example.text, example.pair, how);
    }
    const auto pair = options.pair.isEmpty() ? std::nullopt : std::optional(options.pair.toStdString());
    return *classifier->run(options.text.toStdString(), pair, how);
}

/// What --model and, if it was given, --beside say about the text.
struct Analyses {
    explicit Analyses(const Options &options)
    {
        const auto folder = adaplens::modelFolder(options.model.toStdString());
        first = std::make_shared<const adaplens::Trace>(run(options, folder, folder, {}));
        if (!options.beside.isEmpty()) {
            const BesideChoice choice = BesideChoice::of(options.beside);
            second = std::make_shared<const adaplens::Trace>(
                run(options, choice.folder.empty() ? folder : choice.folder, folder, choice.dropping));
        }
    }

    void exportMap(const QString &file) const
    {
        if (second) {
            exportDrawing(besideDrawing(first, second), file);
        } else {
            exportTrace(*first, file, {});
        }
    }

    TracePointer first, second;
};

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
        const Analyses analyses(options);
        if (!options.figure.isEmpty()) {
            analyses.exportMap(options.figure);
            wrote(options.figure);
        }
        if (!options.layers.isEmpty()) {
            exportDrawing(layeredTextDrawing(*analyses.first), options.layers);
            wrote(options.layers);
        }
        if (!options.animation.isEmpty()) {
            exportAnimation(dropFrames(*analyses.first), options.animation);
            wrote(options.animation);
        }
    });
}

int writeAnalysis(const Options &options)
{
    return guarded([&] {
        const Analyses analyses(options);
        const auto write = [&options](const QString &name, const auto &exported) {
            const QString file = QDir(options.folder).filePath(name);
            exported(file);
            wrote(file);
        };
        for (const QString &name : {QStringLiteral("token-map.png"), QStringLiteral("token-map.svg")}) {
            write(name, [&](const QString &file) { analyses.exportMap(file); });
        }
        write(QStringLiteral("page.html"), [&](const QString &file) { exportTrace(*analyses.first, file, {}); });
        write(QStringLiteral("trace.json"), [&](const QString &file) { exportTrace(*analyses.first, file, {}); });
        if (analyses.second) {
            write(QStringLiteral("trace-beside.json"),
                  [&](const QString &file) { exportTrace(*analyses.second, file, {}); });
        }
    });
}
