// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reduction/names.h"
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

    void everyChoiceReachesTheRun()
    {
        AgreementControls controls;
        controls.setRule(*adaplens::namesOfRule("adapler"));
        controls.chooseData(rationaleDataAt(m_folder.path()));
        controls.setModels(
            {{QStringLiteral("one"), QStringLiteral("/one"), {}}, {QStringLiteral("two"), QStringLiteral("/two"), {}}});
        const auto asked = [&controls] {
            const adaplens::AgreementOptions options = controls.options();
            return QStringList{QString::fromStdString(options.selection.name()),
                               QString::number(static_cast<int>(options.mode)),
                               QString::number(static_cast<int>(options.dropped)),
                               QString::number(options.goldClass ? 1 : 0),
                               QString::number(options.fromAdapler ? 1 : 0),
                               QString::fromStdString(controls.source().split),
                               controls.model()}
                .join(u' ');
        };
        int boxes = 0;
        for (QComboBox *box : controls.findChildren<QComboBox *>()) {
            if (box->count() < 2) {
                QCOMPARE(box->objectName(), QStringLiteral("data")); // one is open
                continue;
            }
            ++boxes;
            QStringList all;
            for (int i = 0; i < box->count(); ++i) {
                box->setCurrentIndex(i);
                all << asked();
            }
            QCOMPARE(all.removeDuplicates(), 0);
        }
        QCOMPARE(boxes, 7);
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
