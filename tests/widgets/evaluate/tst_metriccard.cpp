// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadeagreement.h"
#include "widgets/controls/choices.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/evaluate/metriccard.h"
#include "widgets/plots/qcp.h"

#include <QComboBox>
#include <QTabBar>
#include <QTest>

using namespace adaplens;

/// Choosing what a plot of agreement shows, on a report without faithfulness.
class TestMetricCard : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MetricCard> m_card;
    const AgreementReport m_report = test::handMadeAgreement();

private Q_SLOTS:
    void init()
    {
        m_card = std::make_unique<MetricCard>(QStringLiteral("Metric"),
                                              std::vector{Metric::FPR, Metric::TPR, Metric::Selected});
        m_card->plot()->setRuns({{QStringLiteral("one"), std::make_shared<const AgreementReport>(m_report)}});
        m_card->resize(600, 300);
        m_card->show();
    }

    void everyMetricCanBeChosen()
    {
        QCOMPARE(m_card->metric(), Metric::FPR);
        QComboBox &choices = *m_card->findChild<QComboBox *>();
        QCOMPARE(choices.count(), static_cast<int>(allMetrics().size()));
        for (int i = 0; i < choices.count(); ++i) {
            const auto metric = static_cast<Metric>(i);
            choices.setCurrentIndex(i);
            m_card->plot()->plot()->replot(); // what is painted next holds nothing of the metric before
            QCOMPARE(m_card->metric(), metric);
            const bool measured = m_report.methods.front().mean.contains(metric);
            QCOMPARE(m_card->plot()->plot()->itemCount() > 0, measured);
            QCOMPARE(m_card->plot()->plot()->graphCount() > 0, measured);
        }
    }

    void theNameCanBeReadInLargeType()
    {
        QFont large = m_card->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        m_card->setFont(large);
        m_card->resize(m_card->minimumSizeHint());
        const QComboBox &choice = *m_card->findChild<QComboBox *>();
        QVERIFY(choice.minimumWidth() > choice.fontMetrics().horizontalAdvance(choice.currentText()) * 2);
    }

    void someMetricsAreAClickApart()
    {
        QTabBar &quick = *m_card->findChild<QTabBar *>();
        QCOMPARE(quick.count(), 3);
        const Metric wanted[] = {Metric::FPR, Metric::TPR, Metric::Selected};
        for (int i = 2; i >= 0; --i) {
            QTest::mouseClick(&quick, Qt::LeftButton, {}, quick.tabRect(i).center());
            QCOMPARE(m_card->metric(), wanted[i]);
            QCOMPARE(m_card->findChild<QComboBox *>()->currentData().toInt(), static_cast<int>(wanted[i]));
        }
        m_card->setMetric(Metric::Sufficiency); // none of them
        QVERIFY(!quick.isVisible());
        m_card->setMetric(Metric::TPR);
        QVERIFY(quick.isVisible());
        QCOMPARE(quick.currentIndex(), 1);
    }
};

QTEST_MAIN(TestMetricCard)
#include "tst_metriccard.moc"
