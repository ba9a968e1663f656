// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/atomicfile.h"
#include "tests/support/fakeanalyser.h"
#include "tests/support/fakecalibration.h"
#include "tests/support/handmadesweep.h"
#include "widgets/session/attributions.h"
#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/session/session.h"
#include "widgets/tradeoff/tradeoffpage.h"

#include <QAbstractButton>
#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The trade-off page on settings of its own, with what ships in a folder of the test's, and with fake calibrations unless
/// another runner is given.
class ShownTradeoffPage {
public:
    explicit ShownTradeoffPage(CalibrationRunner runner = {})
        : m_runner(runner ? std::move(runner) : adaplens::test::fakeCalibration(log)),
          m_settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          m_preferences(m_settings),
          m_session(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          m_second(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          m_attributions(m_session),
          m_rationale(m_session)
    {
        make();
    }

    void make()
    {
        page = std::make_unique<TradeoffPage>(
            Workspace{m_session, m_second, m_preferences, m_attributions, m_rationale, {}}, shipped(), m_runner);
        page->resize(1280, 720);
    }
    void show() const
    {
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }
    /// Opens a model in the window, of which only what it is called and that it has thresholds is real.
    void openModel(const QString &path)
    {
        QSignalSpy opened(&m_session, &Session::modelOpened);
        m_session.open(path.toStdString());
        QVERIFY(opened.wait());
    }
    /// As when the program is closed and started again.
    void reopen()
    {
        page->saveLayout();
        make();
        show();
    }

    [[nodiscard]] QString file(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString shipped() const { return file(QStringLiteral("sweeps")); }
    /// Writes the hand-made sweep (or another one) as NAME/sweep.json; returns that file.
    QString write(const QString &name, const adaplens::Sweep &sweep) const
    {
        const QString path = file(name + QStringLiteral("/sweep.json"));
        adaplens::writeFile(path.toStdString(), toJson(sweep, file(name).toStdString()));
        return path;
    }
    QString write(const QString &name, const std::string &data = "SST-2") const
    {
        return write(name, adaplens::test::handMadeSweep(folder.path().toStdString(), data));
    }
    void writePublished(const std::string &data = "SST-2") const
    {
        adaplens::writeFile(file(QStringLiteral("sweeps/published/p.json")).toStdString(),
                            toJson(adaplens::test::handMadePublished(data), folder.path().toStdString()));
    }

    template <typename Part>
    [[nodiscard]] Part *find(const char *name) const
    {
        auto *part = page->findChild<Part *>(QLatin1String(name));
        return part ? part : (qFatal("There is no %s.", name), nullptr);
    }

    QTemporaryDir folder;
    std::shared_ptr<adaplens::test::FakeCalibrationLog> log = std::make_shared<adaplens::test::FakeCalibrationLog>();

private:
    CalibrationRunner m_runner;
    QSettings m_settings;
    Preferences m_preferences;
    Session m_session, m_second;
    Attributions m_attributions;
    HumanRationale m_rationale;

public:
    std::unique_ptr<TradeoffPage> page;
};
