// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/headless.h"

#include "core/data/sampletexts.h"
#include "core/error.h"
#include "core/model/classifier.h"
#include "core/model/shipped.h"
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

adaplens::Trace analyse(const QString &model, const QString &text)
{
    const auto folder = adaplens::modelFolder(model.toStdString());
    const auto classifier = adaplens::Classifier::open(folder);
    const std::string bytes = text.isEmpty() ? adaplens::shippedSampleTexts().at(0).text : text.toStdString();
    adaplens::RunOptions options;
    options.timingRuns = timingRuns;
    return *classifier->run(bytes, std::nullopt, options);
}

void write(const adaplens::Trace &trace, const QString &file)
{
    exportTrace(trace, file, {});
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

int writeFigure(const QString &model, const QString &text, const QString &file)
{
    return guarded([&] { write(analyse(model, text), file); });
}

int writeAnalysis(const QString &model, const QString &text, const QString &folder)
{
    return guarded([&] {
        const adaplens::Trace trace = analyse(model, text);
        for (const QString &name :
             {QStringLiteral("token-map.png"), QStringLiteral("token-map.svg"), QStringLiteral("trace.json")}) {
            write(trace, QDir(folder).filePath(name));
        }
    });
}
