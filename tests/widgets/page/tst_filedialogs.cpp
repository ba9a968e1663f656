// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/filedialogs.h"
#include "widgets/session/preferences.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

/// What the file dialogs give and remember, answered as by a user.
class TestFileDialogs : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Answers the dialog that opens next.
    void answer(const QString &name, const QString &filter = {}) const
    {
        QTimer::singleShot(0, qApp, [path = m_folder.filePath(name), filter] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            if (!filter.isEmpty()) {
                dialog->selectNameFilter(filter);
            }
            dialog->selectFile(path);
            static_cast<QDialog *>(dialog)->accept();
        });
    }
    static void refuse()
    {
        QTimer::singleShot(0, qApp, [] { static_cast<QDialog *>(QApplication::activeModalWidget())->reject(); });
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void theNextDialogBeginsWhereTheLastOneEnded()
    {
        QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        Preferences preferences(settings);
        const FileDialogs dialogs(nullptr, preferences);
        QFile file(m_folder.filePath(QStringLiteral("set.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        answer(QStringLiteral("set.jsonl"));
        QCOMPARE(dialogs.openFile(QStringLiteral("Open"), QStringLiteral("All files (*)")), file.fileName());
        QCOMPARE(preferences.folder(), m_folder.path());
        QTimer::singleShot(0, qApp, [this] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QCOMPARE(dialog->directory().path(), m_folder.path());
            static_cast<QDialog *>(dialog)->reject();
        });
        QCOMPARE(dialogs.openFolder(QStringLiteral("Open")), QString());
        QCOMPARE(preferences.folder(), m_folder.path()); // what was cancelled is not remembered
    }

    void aFileToWriteGetsTheSuffixOfItsKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first kind") << "figure" << QString() << "figure.png";
        QTest::newRow("another kind") << "figure"
                                      << "SVG drawing (*.svg)"
                                      << "figure.svg";
        QTest::newRow("own suffix") << "figure.pdf"
                                    << "SVG drawing (*.svg)"
                                    << "figure.pdf";
    }
    void aFileToWriteGetsTheSuffixOfItsKind()
    {
        QFETCH(QString, name);
        QFETCH(QString, filter);
        QFETCH(QString, expected);
        QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        Preferences preferences(settings);
        const FileDialogs dialogs(nullptr, preferences);
        answer(name, filter);
        QCOMPARE(dialogs.saveFile(QStringLiteral("Save"), QStringLiteral("suggestion"),
                                  QStringLiteral("PNG picture (*.png);;SVG drawing (*.svg)")),
                 m_folder.filePath(expected));
        refuse();
        QCOMPARE(dialogs.saveFile(QStringLiteral("Save"), QStringLiteral("suggestion"),
                                  QStringLiteral("PNG picture (*.png)")),
                 QString());
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_filedialogs.moc"
