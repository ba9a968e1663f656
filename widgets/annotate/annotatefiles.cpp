// SPDX-License-Identifier: GPL-3.0-or-later
// How the page opens and saves sets, and what it asks before something could be lost.
#include "widgets/annotate/annotatepage.h"
#include "widgets/session/preferences.h"
#include "widgets/controls/card.h"
#include "widgets/annotate/databrowser.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/messagebar.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

namespace {

/// Splits of an ERASER folder: `<split>.jsonl` beside `docs/`.
QStringList splitsOf(const QString &folder)
{
    QStringList splits;
    for (const QFileInfo &file : QDir(folder).entryInfoList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name)) {
        if (file.completeBaseName() != QLatin1String("docs")) { // the documents themselves, in one file
            splits.append(file.completeBaseName());
        }
    }
    return splits;
}

QString onlyFile(const QMimeData *dropped)
{
    const QList<QUrl> urls = dropped->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

void AnnotatePage::whenSaved(std::function<void()> then)
{
    if (!m_set.changed()) {
        m_questions->dismiss();
        then();
        return;
    }
    m_asksToSave = true;
    m_questions->ask(tr("“%1” has changes that are not saved.").arg(m_set.source().name),
                     {{tr("Keep working"), [] {}},
                      {tr("Save"), [this] { save(); }},
                      {tr("Discard them and open"), std::move(then)}});
}

void AnnotatePage::discard()
{
    const AnnotationSource source = m_set.source();
    std::error_code error;
    if (source.own && std::filesystem::exists(source.path, error)) {
        adaplens::DataSource file;
        file.path = source.path;
        file.split = source.split;
        openSource(file);
    } else {
        m_store.openShipped();
    }
}

void AnnotatePage::openSource(const adaplens::DataSource &source)
{
    m_store.open(source);
}

void AnnotatePage::openPath(const QString &path)
{
    whenSaved([this, path] {
        adaplens::DataSource source;
        source.path = QFileInfo(path).filesystemAbsoluteFilePath();
        const QStringList splits = QFileInfo(path).isDir() ? splitsOf(path) : QStringList();
        if (splits.size() <= 1) {
            source.split = splits.value(0).toStdString();
            openSource(source);
            return;
        }
        MessageBar::Answers answers;
        for (const QString &split : splits) {
            answers.emplace_back(split, [this, source, split]() mutable {
                source.split = split.toStdString();
                openSource(source);
            });
        }
        m_asksToSave = false;
        m_questions->ask(tr("Which part of “%1”?").arg(QDir(path).dirName()), answers);
    });
}

void AnnotatePage::openShipped()
{
    whenSaved([this] { m_store.openShipped(); });
}

void AnnotatePage::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a data set"), m_workspace.preferences.folder(),
                                     tr("Data sets (*.jsonl *.ndjson *.json *.csv *.tsv);;All files (*)"));
    if (!path.isEmpty()) {
        m_workspace.preferences.setFolder(QFileInfo(path).absolutePath());
        openPath(path);
    }
}

void AnnotatePage::chooseFolder()
{
    const QString path =
        QFileDialog::getExistingDirectory(this, tr("Open an ERASER folder"), m_workspace.preferences.folder());
    if (!path.isEmpty()) {
        m_workspace.preferences.setFolder(QFileInfo(path).absolutePath());
        openPath(path);
    }
}

void AnnotatePage::save()
{
    if (m_store.saving() || (m_set.source().own && !m_set.changed())) {
        return;
    }
    if (m_set.source().own) {
        m_store.save(m_set.source());
    } else {
        chooseTarget(adaplens::DataFormat::Jsonl);
    }
}

void AnnotatePage::chooseTarget(adaplens::DataFormat format)
{
    const QDir folder(m_workspace.preferences.folder());
    QString path;
    if (format == adaplens::DataFormat::Eraser) {
        path = QFileDialog::getExistingDirectory(this, tr("Save as an ERASER folder"), folder.path());
    } else {
        const QString suggestion = folder.filePath(tr("annotations.jsonl"));
        path = QFileDialog::getSaveFileName(this, tr("Save the annotations"), suggestion, tr("JSON lines (*.jsonl)"));
        if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty()) {
            path += QStringLiteral(".jsonl");
        }
    }
    if (!path.isEmpty()) {
        m_workspace.preferences.setFolder(QFileInfo(path).absolutePath());
        saveTo(path, format);
    }
}

void AnnotatePage::saveTo(const QString &path, adaplens::DataFormat format)
{
    AnnotationSource target;
    target.path = QFileInfo(path).filesystemAbsoluteFilePath();
    target.format = format;
    target.name = QFileInfo(path).fileName();
    target.own = true;
    if (format == adaplens::DataFormat::Eraser) {
        target.split = m_set.source().split.empty() ? "val" : m_set.source().split;
    }
    m_store.save(target);
}

void AnnotatePage::setOpened(const QString &note)
{
    if (!note.isEmpty()) {
        Q_EMIT message(MessageBar::Kind::Note, note);
    }
    runMissing();
}

void AnnotatePage::showState()
{
    const AnnotationSource &source = m_set.source();
    const auto annotated = std::count_if(m_set.texts().begin(), m_set.texts().end(),
                                         [](const AnnotatedText &text) { return !text.example->rationale.empty(); });
    const QLocale locale;
    QString caption =
        m_set.size() == 0 && source.name.isEmpty()
            ? tr("no set is open")
            : tr("%1 · %2 texts, %3 with marks")
                  .arg(source.name, locale.toString(m_set.size()), locale.toString(static_cast<qlonglong>(annotated)));
    if (m_set.changed()) {
        caption = tr("%1 · not saved").arg(caption);
    }
    m_browserHeader->setCaption(caption);
    m_save->setEnabled(m_set.changed() && !m_store.saving());
    if (m_asksToSave && !m_set.changed()) {
        m_asksToSave = false;
        m_questions->dismiss(); // saved or undone: there is nothing left to ask
    }
}

void AnnotatePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!onlyFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void AnnotatePage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openPath(onlyFile(event->mimeData()));
}
