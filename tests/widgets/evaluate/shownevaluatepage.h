// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeagreement.h"
#include "tests/support/fakeanalyser.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/session/attributions.h"
#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/session/session.h"
#include "widgets/evaluate/metriccard.h"
#include "widgets/evaluate/resultscard.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/evaluate/agreementplot.h"
#include "widgets/evaluate/agreementtable.h"
#include "widgets/plots/qcp.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The page on settings of its own, with a fake model and fake runs.
class ShownEvaluatePage {
public:
    ShownEvaluatePage()
        : m_settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          preferences(m_settings),
          session(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          second(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          attributions(session),
          rationale(session),
          page(std::make_unique<EvaluatePage>(Workspace{session, second, preferences, attributions, rationale, {}},
                                              adaplens::test::fakeAgreement(log)))
    {
    }

    /// Opens a model and a data set, and shows the page: first of all.
    void show()
    {
        QSignalSpy opened(&session, &Session::modelOpened);
        session.open("model");
        QVERIFY(opened.wait());
        QFile data(file(QStringLiteral("marked.jsonl")));
        QVERIFY(data.open(QIODevice::WriteOnly));
        page->runControl()->openData(data.fileName());
        page->resize(1280, 720);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }

    [[nodiscard]] QString file(const QString &name) const { return folder.filePath(name); }
    /// A part of the page by its stable name.
    template <typename Part>
    [[nodiscard]] Part *find(const char *name) const
    {
        auto *part = page->findChild<Part *>(QLatin1String(name));
        return part ? part : (qFatal("There is no %s.", name), nullptr);
    }
    [[nodiscard]] QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }
    [[nodiscard]] bool isPartial() const { return find<QLabel>("resultsState")->isVisible(); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void run() const
    {
        click("runButton");
        QTRY_VERIFY(!page->runControl()->run().running());
    }
    [[nodiscard]] QCPGraph *graph(std::size_t side, const QString &name) const
    {
        QCustomPlot *plot = page->metricCard(side)->plot()->plot();
        for (int i = 0; i < plot->graphCount(); ++i) {
            if (plot->graph(i)->name() == name) {
                return plot->graph(i);
            }
        }
        return nullptr;
    }

    /// Holds the curves of a run, the newest 0, against its report.
    void compareCurves(const adaplens::AgreementReport &report, std::size_t run) const
    {
        for (std::size_t side = 0; side < 2; ++side) {
            const adaplens::Metric metric = page->metricCard(side)->plot()->shownMetric();
            for (const adaplens::MethodAgreement &method : report.methods) {
                const QString name = AgreementPlot::curveName(method.method, run);
                const QCPGraph *line = graph(side, name);
                const QCPGraph *low = graph(side, name + QStringLiteral("/low"));
                const QCPGraph *high = graph(side, name + QStringLiteral("/high"));
                QVERIFY2(line && low && high, qPrintable(name));
                QCOMPARE(line->dataCount(), 3); // methods without layers are a level line over all of them
                for (int layer = 0; layer < 3; ++layer) {
                    const std::size_t own = method.layers.size() == 1 ? 0 : static_cast<std::size_t>(layer);
                    const adaplens::Interval &wanted = method.layers[own].at(metric).interval;
                    QCOMPARE(line->data()->at(layer)->key, layer + 1.0);
                    QCOMPARE(line->data()->at(layer)->value, wanted.mean);
                    QCOMPARE(low->data()->at(layer)->value, wanted.low);
                    QCOMPARE(high->data()->at(layer)->value, wanted.high);
                }
            }
        }
    }

    QTemporaryDir folder;

private:
    QSettings m_settings;

public:
    Preferences preferences;
    Session session, second;
    Attributions attributions;
    HumanRationale rationale;
    std::shared_ptr<adaplens::test::FakeAgreementLog> log = std::make_shared<adaplens::test::FakeAgreementLog>();
    std::unique_ptr<EvaluatePage> page;
};
