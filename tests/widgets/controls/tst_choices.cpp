// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/choices.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTest>

#include <memory>

/// Boxes that show one of several choices.
class TestChoices : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QComboBox> m_box;

private Q_SLOTS:
    void init()
    {
        m_box.reset(choiceBox(QStringLiteral("Split")));
        setChoices(m_box.get(), {{QStringLiteral("training"), 1, QStringLiteral("what it learned from")},
                                 {QStringLiteral("val"), 2, {}},
                                 {QStringLiteral("test"), 3, QStringLiteral("what nobody has seen")}});
    }
    void cleanup() { m_box.reset(); }

    void showsWhatIsChosen()
    {
        QCOMPARE(m_box->accessibleName(), QStringLiteral("Split"));
        QCOMPARE(m_box->currentData().toInt(), 1);
        QCOMPARE(m_box->toolTip(), QStringLiteral("what it learned from"));
        QSignalSpy changed(m_box.get(), &QComboBox::currentIndexChanged);
        choose(m_box.get(), 3);
        QCOMPARE(m_box->currentText(), QStringLiteral("test"));
        QCOMPARE(m_box->toolTip(), QStringLiteral("what nobody has seen"));
        choose(m_box.get(), 3);
        choose(m_box.get(), 7); // not among them
        QCOMPARE(m_box->currentData().toInt(), 3);
        QCOMPARE(changed.count(), 1);
    }

    void theValueStaysWhereItIsAmongNewChoices()
    {
        choose(m_box.get(), 2);
        QSignalSpy changed(m_box.get(), &QComboBox::currentIndexChanged);
        setChoices(m_box.get(), {{QStringLiteral("more"), 9, {}}, {QStringLiteral("val (200)"), 2, {}}});
        QCOMPARE(m_box->currentText(), QStringLiteral("val (200)"));
        QCOMPARE(changed.count(), 0);
        setChoices(m_box.get(), {{QStringLiteral("others"), 5, {}}});
        QCOMPARE(m_box->currentData().toInt(), 5);
        QCOMPARE(changed.count(), 1);
        setChoices(m_box.get(), {});
        QVERIFY(!m_box->currentData().isValid());
        QCOMPARE(changed.count(), 2);
    }

    void withoutAFrameItTakesWhatItsTextNeeds()
    {
        const int framed = m_box->sizeHint().width();
        choose(m_box.get(), 2);
        QCOMPARE(m_box->sizeHint().width(), framed);
        const std::unique_ptr<QComboBox> bare(choiceBox(QStringLiteral("Metric"), "metric", false));
        setChoices(bare.get(), {{QStringLiteral("AP"), 1, {}}, {QStringLiteral("precision at CP's size"), 2, {}}});
        const int narrow = bare->sizeHint().width();
        choose(bare.get(), 2);
        QVERIFY(bare->sizeHint().width() > narrow + bare->fontMetrics().averageCharWidth() * 10);
        choose(bare.get(), 1);
        QCOMPARE(bare->sizeHint().width(), narrow);
    }

    void theWholeTextIsShownAtAnySizeOfType_data()
    {
        QTest::addColumn<double>("factor");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("200 %") << 2.0;
        QTest::newRow("300 %") << 3.0;
    }
    void theWholeTextIsShownAtAnySizeOfType()
    {
        QFETCH(double, factor);
        QFont font = m_box->font();
        font.setPointSizeF(font.pointSizeF() * factor);
        m_box->setFont(font);
        m_box->resize(m_box->sizeHint());
        QStyleOptionComboBox option;
        option.initFrom(m_box.get());
        option.subControls = QStyle::SC_All;
        for (int i = 0; i < m_box->count(); ++i) {
            const QRect room =
                m_box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, m_box.get());
            QVERIFY(room.width() >= m_box->fontMetrics().horizontalAdvance(m_box->itemText(i)));
        }
    }
};

QTEST_MAIN(TestChoices)
#include "tst_choices.moc"
