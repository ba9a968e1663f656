// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementcontrols.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// What can be chosen for a run.
class TestAgreementControls : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("docs")));
        const auto write = [this](const QString &name, const QByteArray &lines) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(lines);
        };
        write(QStringLiteral("train.jsonl"), "{}\n{}\n{}\n");
        write(QStringLiteral("val.jsonl"), "{}\n");
    }

    void documentsAreCountedWithoutHoldingUpTheWindow()
    {
        AgreementControls controls;
        controls.chooseData(rationaleDataAt(m_folder.path()));
        const QComboBox &split = *controls.findChild<QComboBox *>(QStringLiteral("split"));
        QCOMPARE(split.currentText(),
                 QStringLiteral("val")); // training texts are the last to be chosen, and no count yet
        QTRY_COMPARE(split.currentText(), QStringLiteral("val (1)"));
        QCOMPARE(split.itemText(0), QStringLiteral("train (3)"));
        QCOMPARE(controls.source().split, std::string("val"));
    }

    void countsOfAnotherSetNeverArrive()
    {
        AgreementControls controls;
        controls.chooseData(rationaleDataAt(m_folder.path()));
        controls.chooseData({m_folder.filePath(QStringLiteral("val.jsonl")), QStringLiteral("one file"), {}});
        QCOMPARE(controls.findChild<QComboBox *>(QStringLiteral("split"))->currentText(), QStringLiteral("all"));
        controls.chooseData(rationaleDataAt(m_folder.path()));
        QTRY_COMPARE(controls.findChild<QComboBox *>(QStringLiteral("split"))->currentText(),
                     QStringLiteral("val (1)"));
    }
};

QTEST_MAIN(TestAgreementControls)
#include "tst_agreementcontrols.moc"
