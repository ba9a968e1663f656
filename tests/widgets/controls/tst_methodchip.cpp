// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/methodchip.h"
#include "widgets/controls/methodchips.h"

#include <QSignalSpy>
#include <QTest>

using adaplens::ScoreMethod;

/// A method's name that can be chosen.
class TestMethodChip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysAndClicksChoose_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Space") << static_cast<int>(Qt::Key_Space);
        QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
        QTest::newRow("Enter of the number pad") << static_cast<int>(Qt::Key_Enter);
    }
    void keysAndClicksChoose()
    {
        QFETCH(int, key);
        MethodChip chip(ScoreMethod::Saliency);
        chip.show();
        QSignalSpy clicked(&chip, &QAbstractButton::clicked);
        QTest::keyClick(&chip, static_cast<Qt::Key>(key));
        QVERIFY(chip.isChecked());
        QTest::mouseClick(&chip, Qt::LeftButton);
        QVERIFY(!chip.isChecked());
        QCOMPARE(clicked.count(), 2);
    }

    void looksAsItIs()
    {
        MethodChip chip(ScoreMethod::Saliency);
        chip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chip));
        const QImage idle = chip.grab().toImage();
        chip.setEnabled(false);
        const QImage disabled = chip.grab().toImage();
        QVERIFY(disabled != idle);
        chip.setChecked(true);
        const QImage disabledChosen = chip.grab().toImage();
        QVERIFY(disabledChosen != disabled);
        chip.setEnabled(true);
        const QImage chosen = chip.grab().toImage();
        QVERIFY(chosen != idle);
        QVERIFY(chosen != disabledChosen);
        chip.setProgress(0.5);
        QVERIFY(chip.grab().toImage() != chosen);
    }

    void aNoteFitsBesideTheName()
    {
        MethodChip chip(ScoreMethod::LeaveOneOut);
        const int before = chip.sizeHint().width();
        chip.setNote(QStringLiteral("about 12 s"));
        QVERIFY(chip.sizeHint().width() > before + chip.fontMetrics().horizontalAdvance(chip.note()));
        QCOMPARE(chip.accessibleDescription(), chip.note());
    }

    void isMirroredWhereLinesRunTheOtherWay()
    {
        MethodChip chip(ScoreMethod::Saliency);
        chip.setChecked(true);
        chip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chip));
        // The dot is where the line begins.
        const auto dot = [&chip](bool right) {
            const QImage image = chip.grab().toImage();
            const int in = chip.fontMetrics().height() * 87 / 100;
            return image.pixelColor(right ? image.width() - 1 - in : in, image.height() / 2);
        };
        const QColor own = dot(false);
        QVERIFY(dot(true) != own);
        chip.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(dot(true), own);
    }

    void theChosenOnesAreInTheOrderOfAllMethods()
    {
        MethodChips chips;
        QSignalSpy changed(&chips, &MethodChips::changed);
        chips.setChosen({ScoreMethod::Saliency, ScoreMethod::Contribution});
        QCOMPARE(changed.count(), 2);
        QVERIFY((chips.chosen() == std::vector{ScoreMethod::Contribution, ScoreMethod::Saliency}));
    }
};

QTEST_MAIN(TestMethodChip)
#include "tst_methodchip.moc"
