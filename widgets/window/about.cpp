// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/about.h"

#include "core/machine/runtime.h"
#include "widgets/annotate/annotatehelp.h"
#include "widgets/compare/comparehelp.h"
#include "widgets/evaluate/evaluatehelp.h"
#include "widgets/inspect/inspecthelp.h"
#include "widgets/style/coretext.h"
#include "widgets/tradeoff/tradeoffhelp.h"
#include "widgets/train/trainhelp.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(About)
};

void showText(QWidget *parent, const QString &title, const QString &html)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *text = new QTextBrowser;
    text->setOpenExternalLinks(true);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(16);
    text->setHtml(html);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    const int line = dialog->fontMetrics().height();
    dialog->resize(line * 36, line * 32);
    dialog->show();
}

QString licences()
{
    return Words::tr(
        "<p>AdapLens is free software under the GNU General Public License, version 3 or later, without any "
        "warranty.</p>"
        "<p>It is built on: Qt (LGPL 3), LibTorch (BSD 3-clause), QCustomPlot (GPL 3), ICU (Unicode licence), "
        "nlohmann/json and CLI11 (MIT and BSD 3-clause).</p>"
        "<p>The methods that drop words are AdapLeR (Modarressi, Mohebbi, Pilehvar, ACL 2022), PoWER-BERT (Goyal and "
        "others, ICML 2020) and TR-BERT (Ye and others, NAACL 2021).</p>");
}

/// The explanations of all panels with an introduction.
QString guide(const adaplens::RuleNames &rule)
{
    QString all = QCoreApplication::translate(
        "Help",
        "<h2>How to read this</h2>"
        "<p>A text classifier of the BERT family reads all words of a text in every layer. A model that "
        "drops words decides on the way which of them still matter, and removes the others for good: fewer words, less "
        "work. AdapLens shows those decisions.</p>");
    for (const QString &part : {help::text(),         help::tokenMap(rule),      help::alive(),
                                help::scores(rule),   help::prediction(),        help::cost(rule),
                                help::word(),         help::compare(),           help::ranking(),
                                help::browser(),      help::annotation(),        help::agreement(),
                                help::evaluation(),   help::agreementCurves(),   help::agreementTable(),
                                help::tradeoff(),     help::tradeoffPoints(),    help::training(),
                                help::trainingRun(),  help::trainingLoss(),      help::trainingScores(),
                                help::trainingKept(), help::trainingThresholds()}) {
        all += QStringLiteral("<hr>") + part;
    }
    return all;
}

} // namespace

void showAbout(QWidget *parent)
{
    const adaplens::RuntimeInfo runtime = adaplens::runtimeInfo();
    const auto row = [](const QString &name, const QString &value) {
        return QStringLiteral("<tr><td style='padding-right:16px'>%1</td><td>%2</td></tr>")
            .arg(name, value.toHtmlEscaped());
    };
    QString html =
        Words::tr("<h2>AdapLens %1</h2><p>Shows which words an adaptive BERT drops, where, and what that saves.</p>")
            .arg(QString::fromStdString(runtime.version).toHtmlEscaped());
    html += QStringLiteral("<table>") + row(QStringLiteral("Qt"), QString::fromLatin1(qVersion())) +
            row(QStringLiteral("LibTorch"), QString::fromStdString(runtime.libtorch)) +
            row(QStringLiteral("BLAS"), QString::fromStdString(runtime.blas)) +
            row(Words::tr("Processor"), QString::fromStdString(runtime.processor)) +
            row(Words::tr("Threads"), QString::number(runtime.threads)) + QStringLiteral("</table>");
    if (runtime.advice) {
        html += QStringLiteral("<p>%1</p>").arg(translated(*runtime.advice).toHtmlEscaped());
    }
    showText(parent, Words::tr("About AdapLens"), html + licences());
}

void showGuide(QWidget *parent, const adaplens::RuleNames &rule)
{
    showText(parent, Words::tr("How to read this"), guide(rule));
}
