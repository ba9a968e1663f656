// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "core/model/shipped.h"
#include "tests/support/tinymodel.h"
#include "widgets/inspect/besidemenu.h"
#include "widgets/inspect/sidebyside.h"
#include "widgets/inspect/textovermap.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/session/beside.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

namespace {

const auto sentence = QStringLiteral("not a good film, the bad film is good");

} // namespace

/// A model or rule beside the one at hand, in the window: chosen, shown, remembered, closed.
class TestBesideWindow : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_models;

    QString model(const QString &name) const { return m_models.filePath(name); }
    SideBySide &centre() { return *m_fixture->page().centre(); }
    const Beside &beside() { return m_fixture->page().beside(); }
    const std::shared_ptr<const adaplens::Trace> &second() { return centre().second().map->model().trace(); }
    bool showsBoth(const QString &text)
    {
        return m_fixture->shows(text) && second() && second()->text == text.toStdString() && centre().isTwo();
    }
    /// Opens the menu, as the button does, and takes an entry of it.
    void choose(const char *name)
    {
        auto *menu = m_fixture->window().findChild<BesideMenu *>();
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        auto *action = menu->findChild<QAction *>(QStringLiteral("beside-") + QLatin1String(name));
        QVERIFY2(action && action->isEnabled(), name);
        action->trigger();
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"tiny", "other"}) {
            adaplens::test::TinyModel form;
            form.name = name;
            form.seed = name[0] == 't' ? 1 : 7;
            adaplens::test::writeTinyModel(model(QString::fromLatin1(name)).toStdString(), form);
        }
        adaplens::test::TinyModel plain;
        plain.name = "plain";
        plain.adaptive = false;
        adaplens::test::writeTinyModel(model(QStringLiteral("plain")).toStdString(), plain);
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        m_fixture->window().start(model(QStringLiteral("tiny")), sentence);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(sentence), 20000);
    }
    void cleanup() { m_fixture.reset(); }

    void aFloorStandsBesideTheModel()
    {
        QVERIFY(!centre().second().cards->isVisible());
        choose("random");
        QTRY_VERIFY(showsBoth(sentence));
        QCOMPARE(second()->rule.name, std::string("random"));
        QCOMPARE(second()->survivors.size(), m_fixture->session().trace()->survivors.size());
        QVERIFY(centre().second().map->isVisible());
        QCOMPARE(m_fixture->window().findChild<QToolButton *>(QStringLiteral("beside"))->text(),
                 QStringLiteral("Beside: Random tokens"));
        m_fixture->type(QStringLiteral("a good film"));
        QTRY_VERIFY(showsBoth(QStringLiteral("a good film")));
        // Both maps follow the switches of the first one.
        m_fixture->window().findChild<QTabBar *>(QStringLiteral("columns"))->setCurrentIndex(1);
        QCOMPARE(centre().second().map->mode(), TokenMapModel::Mode::Pieces);
        QTest::mouseClick(m_fixture->window().findChild<QToolButton *>(QStringLiteral("closeBeside")), Qt::LeftButton);
        QVERIFY(!centre().isTwo());
        QVERIFY(!second());
        QVERIFY(m_fixture->shows(QStringLiteral("a good film")));
    }

    void theMenuOffersWhatThereIs()
    {
        auto *menu = m_fixture->window().findChild<BesideMenu *>();
        Q_EMIT menu->aboutToShow();
        for (const char *name : {"nothing", "random", "attention-topk", "first", "last", "none", "choose"}) {
            QVERIFY2(menu->findChild<QAction *>(QStringLiteral("beside-") + QLatin1String(name)), name);
        }
        for (const adaplens::ShippedModel &shipped : adaplens::shippedModels()) {
            QVERIFY(menu->findChild<QAction *>(QStringLiteral("beside-") + QString::fromStdString(shipped.name)));
        }
        choose("none");
        QTRY_VERIFY(showsBoth(sentence));
        QVERIFY(!second()->drops);
        QVERIFY(m_fixture->window().findChild<QTabBar *>(QStringLiteral("plainScore"))->isVisible());
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->findChild<QAction *>(QStringLiteral("beside-none"))->isChecked());
        choose("nothing");
        QVERIFY(!centre().isTwo());
        QVERIFY(!m_fixture->window().findChild<QTabBar *>(QStringLiteral("plainScore"))->isVisible());
        // The key opens it where the button is.
        QTest::keyClick(&m_fixture->window(), Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(menu->isVisible());
        menu->close();
        // Beside a model that drops nothing there is no floor.
        m_fixture->window().openModel(model(QStringLiteral("plain")));
        QTRY_COMPARE(m_fixture->session().model()->name, std::string("plain"));
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->findChild<QAction *>(QStringLiteral("beside-random"))->isEnabled());
    }

    void anotherModelIsRememberedAndClosedForGood()
    {
        m_fixture->page().openBeside(model(QStringLiteral("other")));
        QTRY_VERIFY(showsBoth(sentence));
        QCOMPARE(second()->model, std::string("other"));
        m_fixture->reopen();
        m_fixture->window().start({}, {});
        QTRY_VERIFY_WITH_TIMEOUT(showsBoth(sentence), 20000);
        QCOMPARE(second()->model, std::string("other"));
        choose("nothing");
        m_fixture->reopen();
        m_fixture->window().start({}, {});
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(sentence), 20000);
        QVERIFY(beside().what().isEmpty());
        QVERIFY(!centre().isTwo());
    }

    void aFailureIsSaidAndChangesNothing()
    {
        const auto before = m_fixture->session().trace();
        m_fixture->page().openBeside(model(QStringLiteral("nowhere")));
        QTRY_VERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("nowhere")));
        QVERIFY(!centre().isTwo());
        QCOMPARE(m_fixture->session().trace()->text, before->text);
        QVERIFY(m_fixture->shows(sentence));
    }

    void theCommandLineOpensBoth()
    {
        m_fixture->reopen();
        m_fixture->window().start(model(QStringLiteral("tiny")), sentence, {}, QStringLiteral("last"));
        QTRY_VERIFY_WITH_TIMEOUT(showsBoth(sentence), 20000);
        QCOMPARE(second()->rule.name, std::string("last"));
    }

    void exportWritesBoth()
    {
        choose("first");
        QTRY_VERIFY(showsBoth(sentence));
        m_fixture->window().exportTo(m_fixture->file(QStringLiteral("two.svg")));
        const QByteArray both = m_fixture->read(QStringLiteral("two.svg"));
        QVERIFY(both.contains("A: tiny · AdapLeR"));
        QVERIFY(both.contains("B: tiny · First tokens"));
        choose("nothing");
        m_fixture->window().exportTo(m_fixture->file(QStringLiteral("one.svg")));
        QVERIFY(!m_fixture->read(QStringLiteral("one.svg")).contains("First tokens"));
    }

    void theKeyboardReachesBoth()
    {
        choose("first");
        QTRY_VERIFY(showsBoth(sentence));
        const QSet<QWidget *> reached = WindowFixture::reachedByTab(&m_fixture->textBox());
        WindowFixture::compareReached(reached, &centre());
        for (const char *name : {"besideMap", "besideText", "beside", "closeBeside"}) {
            QVERIFY2(reached.contains(centre().findChild<QWidget *>(QLatin1String(name))), name);
        }
    }
};

QTEST_MAIN(TestBesideWindow)

#include "tst_besidewindow.moc"
