// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationfiles.h"

#include "core/error.h"
#include "widgets/controls/messagebar.h"
#include "widgets/page/rationaledata.h"

#include <QFileInfo>

#include <utility>

AnnotationFiles::AnnotationFiles(AnnotationSet &set, AnnotationStore &store, MessageBar &questions,
                                 const FileDialogs &dialogs)
    : m_set(set), m_store(store), m_questions(questions), m_dialogs(dialogs)
{
    connect(&m_store, &AnnotationStore::saved, this, &AnnotationFiles::saved);
    connect(&m_store, &AnnotationStore::failed, this, [this] { m_afterSaving = {}; });
    connect(&m_set, &AnnotationSet::stateChanged, this, [this] {
        if (m_asksToSave && !m_set.changed()) { // saved or undone: there is nothing left to ask
            m_asksToSave = false;
            m_questions.dismiss();
        }
    });
}

void AnnotationFiles::begin()
{
    if (!m_store.restore()) {
        m_store.openShipped();
        return;
    }
    m_asksToSave = true;
    m_questions.ask(tr("Changes to “%1” that were not saved are here again.").arg(m_set.source().name),
                    {{tr("Keep working"), [] {}}, {tr("Discard them"), [this] { discard(); }}});
}

void AnnotationFiles::whenSaved(std::function<void()> then)
{
    m_afterSaving = {};
    if (!m_set.changed()) {
        m_questions.dismiss();
        then();
        return;
    }
    m_asksToSave = true;
    m_questions.ask(tr("“%1” has changes that are not saved.").arg(m_set.source().name),
                    {{tr("Keep working"), [] {}},
                     {tr("Save"),
                      [this, then] {
                          m_afterSaving = then;
                          save();
                      }},
                     {tr("Discard them and open"), then}});
}

void AnnotationFiles::saved()
{
    if (m_afterSaving && !m_store.saving()) {
        whenSaved(std::exchange(m_afterSaving, {})); // asks again if there are new changes
    }
}

void AnnotationFiles::discard()
{
    const AnnotationSource source = m_set.source();
    std::error_code error;
    if (source.own && std::filesystem::exists(source.path, error)) {
        adaplens::DataSource file;
        file.path = source.path;
        file.split = source.split;
        m_store.open(file);
    } else {
        m_store.openShipped();
    }
}

void AnnotationFiles::openPath(const QString &path)
{
    whenSaved([this, path] {
        RationaleData data{QFileInfo(path).absoluteFilePath(), {}, {}};
        try {
            data = rationaleDataAt(path);
        } catch (const adaplens::Error &) { // the reader says what is wrong
        }
        if (data.splits.size() <= 1 || !QFileInfo(path).isDir()) {
            m_store.open(data.source(data.splits.value(0), 0));
            return;
        }
        MessageBar::Answers answers;
        for (const QString &split : std::as_const(data.splits)) {
            answers.emplace_back(split, [this, data, split] { m_store.open(data.source(split, 0)); });
        }
        m_asksToSave = false;
        m_questions.ask(tr("Which part of “%1”?").arg(data.name), answers);
    });
}

void AnnotationFiles::openShipped()
{
    whenSaved([this] { m_store.openShipped(); });
}

void AnnotationFiles::chooseFile()
{
    const QString path =
        m_dialogs.openFile(tr("Open a data set"), tr("Data sets (*.jsonl *.ndjson *.json *.csv *.tsv);;All files (*)"));
    if (!path.isEmpty()) {
        openPath(path);
    }
}

void AnnotationFiles::chooseFolder()
{
    if (const QString path = m_dialogs.openFolder(tr("Open an ERASER folder")); !path.isEmpty()) {
        openPath(path);
    }
}

void AnnotationFiles::save()
{
    if (!m_set.source().own) {
        chooseTarget(adaplens::DataFormat::Jsonl);
    } else if (m_set.changed()) {
        m_store.save(m_set.source());
    }
}

void AnnotationFiles::chooseTarget(adaplens::DataFormat format)
{
    const QString path =
        format == adaplens::DataFormat::Eraser
            ? m_dialogs.openFolder(tr("Save as an ERASER folder"))
            : m_dialogs.saveFile(tr("Save the annotations"), tr("annotations"), tr("JSON lines (*.jsonl)"));
    if (path.isEmpty()) {
        m_afterSaving = {};
    } else {
        saveTo(path, format);
    }
}

void AnnotationFiles::saveTo(const QString &path, adaplens::DataFormat format)
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
