// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/annotations.h"
#include "widgets/annotate/annotationfiles.h"
#include "widgets/controls/messagebar.h"
#include "widgets/session/preferences.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace adaplens;

/// What is asked before a set is opened, and what then happens.
class TestAnnotationFiles : public QObject {
    Q_OBJECT

private:
    struct Parts {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
        Preferences preferences{settings};
        AnnotationSet set;
        AnnotationStore store{set, folder.filePath(QStringLiteral("state"))};
        MessageBar questions;
        AnnotationFiles files{set, store, questions, FileDialogs(nullptr, preferences)};
    };
    std::unique_ptr<Parts> m_parts;

    QString path(const QString &name) const { return m_parts->folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir(m_parts->folder.path()).mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"id\": \"1\", \"text\": \"" + text + "\", \"label\": \"a\"}\n");
    }
    /// The answers in their order; the first leaves everything as it is.
    QList<QAbstractButton *> answers() const
    {
        QList<QAbstractButton *> buttons;
        for (auto *button : m_parts->questions.findChildren<QAbstractButton *>()) {
            if (!button->isHidden() && button->accessibleName().isEmpty()) { // the bar's own button has a name
                buttons.append(button);
            }
        }
        return buttons;
    }
    void openChanged(const QString &name) const
    {
        write(name, "as it was");
        m_parts->files.openPath(path(name));
        QTRY_COMPARE(m_parts->set.size(), 1);
        m_parts->set.setLabel(0, "changed");
    }
    std::string text() const { return m_parts->set.size() > 0 ? m_parts->set.example(0).text : std::string(); }

private Q_SLOTS:
    void init()
    {
        m_parts = std::make_unique<Parts>();
        m_parts->questions.show();
    }

    void savingInAnswerOpensWhatWasAskedFor()
    {
        openChanged(QStringLiteral("mine.jsonl"));
        write(QStringLiteral("other.jsonl"), "another");
        m_parts->files.openPath(path(QStringLiteral("other.jsonl")));
        QCOMPARE(answers().size(), 3);
        answers().at(1)->click();
        QTRY_COMPARE(text(), std::string("another"));
        m_parts->files.openPath(path(QStringLiteral("mine.jsonl")));
        QTRY_COMPARE(text(), std::string("as it was"));
        QCOMPARE(m_parts->set.example(0).label, std::string("changed"));
    }

    void aChangeDuringTheSaveIsAskedAboutAgain()
    {
        openChanged(QStringLiteral("mine.jsonl"));
        write(QStringLiteral("other.jsonl"), "another");
        m_parts->files.openPath(path(QStringLiteral("other.jsonl")));
        answers().at(1)->click();
        m_parts->set.setLabel(0, "changed again");
        QTRY_COMPARE(answers().size(), 3);
        QCOMPARE(text(), std::string("as it was"));
        answers().at(2)->click(); // discard
        QTRY_COMPARE(text(), std::string("another"));
    }

    void aSaveThatFailsOpensNothing()
    {
        openChanged(QStringLiteral("folder/mine.jsonl"));
        write(QStringLiteral("other.jsonl"), "another");
        QVERIFY(QDir(path(QStringLiteral("folder"))).removeRecursively());
        QFile inTheWay(path(QStringLiteral("folder")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSignalSpy failed(&m_parts->store, &AnnotationStore::failed);
        m_parts->files.openPath(path(QStringLiteral("other.jsonl")));
        answers().at(1)->click();
        QVERIFY(failed.wait());
        QVERIFY(!m_parts->store.opening());
        QVERIFY(m_parts->set.changed());
        m_parts->files.saveTo(path(QStringLiteral("elsewhere.jsonl")), DataFormat::Jsonl);
        QTRY_VERIFY(!m_parts->set.changed());
        QVERIFY(!m_parts->store.opening()); // the opening was given up with the save
    }

    void theQuestionGoesWithItsReason()
    {
        openChanged(QStringLiteral("mine.jsonl"));
        m_parts->files.openPath(path(QStringLiteral("other.jsonl")));
        QVERIFY(m_parts->questions.isVisible());
        m_parts->set.history().undo();
        QVERIFY(!m_parts->questions.isVisible());
    }

    void aFolderWithSeveralPartsIsAskedAbout()
    {
        write(QStringLiteral("movies/docs/one"), "a text");
        for (const char *split : {"train", "val"}) {
            QFile file(path(QStringLiteral("movies/%1.jsonl").arg(QLatin1String(split))));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(R"({"annotation_id": "one", "docids": ["one"], "classification": "POS", "evidences": []})");
        }
        m_parts->files.openPath(path(QStringLiteral("movies")));
        QCOMPARE(answers().size(), 2);
        answers().at(1)->click();
        QTRY_COMPARE(m_parts->set.size(), 1);
        QCOMPARE(m_parts->set.source().split, std::string("val"));
    }
};

QTEST_MAIN(TestAnnotationFiles)
#include "tst_annotationfiles.moc"
