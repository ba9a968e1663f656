// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of, and how its parts share the space.
#include "widgets/page/annotatehelp.h"
#include "widgets/annotate/annotatepage.h"
#include "widgets/annotate/textagreementview.h"
#include "widgets/annotate/annotationview.h"
#include "widgets/controls/card.h"
#include "widgets/annotate/databrowser.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/progressline.h"
#include "widgets/controls/messagebar.h"
#include "widgets/trace/windowswitcher.h"

#include <QDataStream>
#include <QIODevice>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

void AnnotatePage::makeLayout()
{
    m_agreementHeader =
        new CardHeader(tr("Agreement"), tr("how well each method finds the marked words"), help::agreement());
    m_agreementHeader->addControl(m_switcher);
    m_agreementHeader->addControl(m_agreement->layerButton());
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->addWidget(new Card(editorHeader(), m_view));
    m_columns->addWidget(new Card(m_agreementHeader, m_agreement));
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 2);
    m_columns->setChildrenCollapsible(false);
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->addWidget(new Card(browserHeader(), m_browser));
    m_rows->addWidget(m_columns);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_questions);
    column->addWidget(m_rows, 1);
    setCentralWidget(centre);
    m_progress = new ProgressLine(this);
}

CardHeader *AnnotatePage::browserHeader()
{
    m_browserHeader = new CardHeader(tr("Data set"), {}, help::browser());
    auto *openMenu = new QMenu(this);
    openMenu->addAction(tr("&File (JSONL, CSV, TSV, HateXplain)…"), this, &AnnotatePage::chooseFile);
    openMenu->addAction(tr("&ERASER folder…"), this, &AnnotatePage::chooseFolder);
    openMenu->addAction(tr("E&xamples of the program"), this, &AnnotatePage::openShipped);
    auto *open = bareButton(tr("Open"));
    open->setMenu(openMenu);
    open->setToolTip(tr("Open a data set; it can also be dropped here"));
    m_save = bareButton(tr("Save"));
    m_save->setToolTip(tr("Save the changes (Ctrl+S)"));
    connect(m_save, &QToolButton::clicked, this, &AnnotatePage::save);
    auto *saveMenu = new QMenu(this);
    saveMenu->addAction(tr("&JSONL file…"), this, [this] { chooseTarget(adaplens::DataFormat::Jsonl); });
    saveMenu->addAction(tr("&ERASER folder…"), this, [this] { chooseTarget(adaplens::DataFormat::Eraser); });
    auto *saveAs = bareButton(tr("Save as"));
    saveAs->setMenu(saveMenu);
    for (QToolButton *button : {open, m_save, saveAs}) {
        m_browserHeader->addControl(button);
    }
    return m_browserHeader;
}

CardHeader *AnnotatePage::editorHeader()
{
    m_editorHeader = new CardHeader(tr("Text and rationale"), {}, help::annotation());
    const auto add = [this](const QString &text, const QString &toolTip, auto function) {
        auto *button = bareButton(text);
        button->setToolTip(toolTip);
        connect(button, &QToolButton::clicked, this, function);
        m_editorHeader->addControl(button);
        return button;
    };
    m_undo = add(tr("Undo"), tr("Undo the last change (Ctrl+Z)"), [this] { m_set.history().undo(); });
    m_redo = add(tr("Redo"), tr("Do the change again (Ctrl+Shift+Z)"), [this] { m_set.history().redo(); });
    add(tr("New text"), tr("Add a text of your own (Ctrl+N)"), [this] { m_view->startNewText(); });
    m_remove =
        add(tr("Delete text"), tr("Take this text out of the set; Undo brings it back"), [this] { removeText(); });
    return m_editorHeader;
}

void AnnotatePage::resetLayout()
{
    m_rows->setSizes({height() * 45 / 100, height() * 55 / 100});
    m_columns->setSizes({width() * 58 / 100, width() * 42 / 100});
}

QByteArray AnnotatePage::arrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_rows->saveState() << m_columns->saveState();
    return bytes;
}

void AnnotatePage::setArrangement(const QByteArray &arrangement)
{
    QDataStream stream(arrangement);
    QByteArray rows, columns;
    stream >> rows >> columns;
    if (!m_rows->restoreState(rows) || !m_columns->restoreState(columns)) {
        resetLayout();
    }
}
