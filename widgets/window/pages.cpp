// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/pages.h"

#include "widgets/annotate/annotatepage.h"
#include "widgets/compare/comparepage.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/tradeoff/tradeoffpage.h"
#include "widgets/train/trainpage.h"

#include <QCoreApplication>

std::vector<PageEntry> pageEntries()
{
    return {
        {QCoreApplication::translate("Pages", "Inspect"), [](const Workspace &w) { return new InspectPage(w); }},
        {QCoreApplication::translate("Pages", "Compare"), [](const Workspace &w) { return new ComparePage(w); }},
        {QCoreApplication::translate("Pages", "Annotate"), [](const Workspace &w) { return new AnnotatePage(w); }},
        {QCoreApplication::translate("Pages", "Evaluate"), [](const Workspace &w) { return new EvaluatePage(w); }},
        {QCoreApplication::translate("Pages", "Trade-off"), [](const Workspace &w) { return new TradeoffPage(w); }},
        {QCoreApplication::translate("Pages", "Train"), [](const Workspace &w) { return new TrainPage(w); }},
    };
}
