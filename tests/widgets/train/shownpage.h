// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heldrun.h"
#include "tests/support/fakeanalyser.h"
#include "tests/support/traintask.h"
#include "widgets/session/attributions.h"
#include "widgets/session/preferences.h"
#include "widgets/session/rationale.h"
#include "widgets/session/session.h"
#include "widgets/train/dataform.h"
#include "widgets/train/trainform.h"
#include "widgets/train/trainpage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The page about training on settings and a task of its own, with the real engine, which can be held at a batch.
class ShownTrainPage {
public:
    ShownTrainPage()
        : task(adaplens::test::trainTask(folder.path().toStdString())),
          m_settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          m_preferences(m_settings),
          m_session(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          m_second(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>())),
          m_attributions(m_session),
          m_rationale(m_session)
    {
    }

    void show()
    {
        page = std::make_unique<TrainPage>(
            Workspace{m_session, m_second, m_preferences, m_attributions, m_rationale, {}}, heldRunner(hold));
        messages = std::make_unique<QSignalSpy>(page.get(), &Page::message);
        page->resize(1280, 720);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }
    /// Closes the page, as with the window, and opens another one.
    void reopen()
    {
        page->saveLayout();
        page.reset();
        show();
    }

    [[nodiscard]] QString file(const char *name) const { return folder.filePath(QLatin1String(name)); }
    template <typename Part>
    [[nodiscard]] Part *find(const char *name) const
    {
        auto *part = page->findChild<Part *>(QLatin1String(name));
        return part ? part : (qFatal("There is no %s.", name), nullptr);
    }
    [[nodiscard]] QAbstractButton *button(const char *name) const { return find<QAbstractButton>(name); }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    /// Answers the question that is asked.
    void answer(int number) const
    {
        const QString name = QStringLiteral("answer%1").arg(number);
        for (auto *each : page->questions()->findChildren<QAbstractButton *>(name)) {
            if (each->isVisible()) {
                QTest::mouseClick(each, Qt::LeftButton);
                return;
            }
        }
        QFAIL("Nothing is asked.");
    }
    /// Types a path to its end.
    void typePath(const char *line, const QString &path) const
    {
        auto *edit = find<QLineEdit>(line);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, path);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    /// The task, as a user would enter it, into the folder `run`.
    void fill() const
    {
        typePath("trainData", file("reviews.tsv"));
        QTRY_VERIFY(page->form()->data()->found());
        typePath("trainBackbone", file("backbone"));
        find<QSpinBox>("trainBatch")->setValue(8);
        find<QDoubleSpinBox>("trainHoldout")->setValue(25);
        find<QSpinBox>("train/fine-tune/epochs")->setValue(2);
        find<QSpinBox>("train/adapler/epochs")->setValue(2);
        typePath("trainOut", file("run"));
        QTRY_VERIFY(button("trainStartButton")->isEnabled());
    }
    [[nodiscard]] bool ended() const { return !page->run().isAtWork(); }

    QTemporaryDir folder;
    adaplens::TrainConfig task; ///< what fill() asks for
    std::shared_ptr<Hold> hold = std::make_shared<Hold>();

private:
    QSettings m_settings;
    Preferences m_preferences;
    Session m_session, m_second;
    Attributions m_attributions;
    HumanRationale m_rationale;

public:
    std::unique_ptr<TrainPage> page;
    std::unique_ptr<QSignalSpy> messages;
};
