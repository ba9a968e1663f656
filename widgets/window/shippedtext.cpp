// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/shippedtext.h"

#include "core/encoder/modelinfo.h"
#include "core/model/fit.h"
#include "widgets/style/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ShippedModels)
};

QString accuracyText(double accuracy)
{
    return format::number(accuracy, 3);
}

QString measureText(const adaplens::ShippedMeasure &measure)
{
    return Words::tr("%1 (%n text(s)): accuracy %2, plain %3; %4 fewer operations", nullptr,
                     static_cast<int>(measure.texts))
        .arg(QString::fromStdString(measure.data), accuracyText(measure.reduced), accuracyText(measure.plain),
             format::speedup(measure.speedup));
}

QString readsText(const adaplens::ShippedModel &model)
{
    const int reads = static_cast<int>(model.reads);
    if (model.pairs) {
        return reads > 0 ? Words::tr("two texts of up to %n piece(s)", nullptr, reads) : Words::tr("two texts");
    }
    return reads > 0 ? Words::tr("texts of up to %n piece(s)", nullptr, reads) : QString();
}

} // namespace

QString shippedName(const std::vector<adaplens::ShippedModel> &shipped, const adaplens::ModelInfo &open)
{
    const adaplens::ShippedModel *known = adaplens::shippedAt(shipped, open.folder);
    return QString::fromStdString(known != nullptr ? known->title : open.name);
}

QString shippedTitle(const adaplens::ShippedModel &model)
{
    QString title = QString::fromStdString(model.title);
    title.replace(QLatin1Char('&'), QLatin1String("&&"));
    return title;
}

QString shippedEntry(const adaplens::ShippedModel &model)
{
    QString title = shippedTitle(model);
    if (model.measured.empty()) {
        return title;
    }
    const adaplens::ShippedMeasure &first = model.measured.front();
    return title + QLatin1Char('\t') +
           Words::tr("accuracy %1 · %2 fewer operations")
               .arg(accuracyText(first.reduced), format::speedup(first.speedup));
}

QString shippedDescription(const adaplens::ShippedModel &model)
{
    QStringList lines;
    if (!model.task.empty()) {
        lines << QString::fromStdString(model.task);
    }
    QStringList facts{QString::fromStdString(model.language), readsText(model),
                      QLocale().formattedDataSize(static_cast<qint64>(model.bytes), 1, QLocale::DataSizeSIFormat)};
    facts.removeAll(QString());
    lines << facts.join(QStringLiteral(" · "));
    for (const adaplens::ShippedMeasure &measure : model.measured) {
        lines << measureText(measure);
    }
    return lines.join(QLatin1Char('\n'));
}
