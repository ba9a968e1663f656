// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"
#include "tests/support/tinymodel.h"
#include "widgets/session/beside.h"
#include "widgets/session/statelink.h"
#include "widgets/session/whatif.h"

#include <QAction>
#include <QClipboard>
#include <QInputDialog>
#include <QTimer>

/// Links to what is on the screen, copied in one window and opened in another one.
class TestLinks : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_models;
    const QString m_text = QStringLiteral("a good film with a bad end");

    MainWindow &window() { return m_fixture->window(); }
    Session &session() { return m_fixture->session(); }
    QString model(const char *name) const { return m_models.filePath(QLatin1String(name)); }
    QAction *action(const char *name) { return window().findChild<QAction *>(QLatin1String(name)); }
    bool hasError()
    {
        return window().messageBar()->isVisible() && window().messageBar()->kind() == MessageBar::Kind::Error;
    }
    QString linkTo(const char *name) const { return linkOf({.model = model(name), .text = m_text, .layer = 1}); }

private Q_SLOTS:
    void initTestCase()
    {
        adaplens::test::writeTinyModel(model("one").toStdString(), {});
        adaplens::test::writeTinyModel(model("two").toStdString(), {});
        adaplens::test::writeTinyModel(model("plain").toStdString(), {.adaptive = false});
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        window().start(model("one"), m_text);
        QTRY_VERIFY(m_fixture->shows(m_text));
    }
    void cleanup() { m_fixture.reset(); }

    void theWholeStateTravels()
    {
        const std::vector<std::uint32_t> word{2};
        window().inspectPage()->whatIf()->force(word, 0, true);
        window().inspectPage()->whatIf()->setScale(2);
        window().inspectPage()->openBeside(QStringLiteral("random"));
        QTRY_VERIFY(!session().busy());
        QTRY_COMPARE(window().inspectPage()->beside().what(), QStringLiteral("random"));
        session().selectLayer(1);
        window().showPage(1);
        action("copyLink")->trigger();
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY(isLink(link));
        const adaplens::Interventions changes = session().interventions();
        QCOMPARE(changes.forced.size(), std::size_t{1});

        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        window().start(model("two"), QStringLiteral("another text"));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("another text")));
        window().openLink(link);
        QTRY_VERIFY(m_fixture->shows(m_text));
        QTRY_VERIFY(session().interventions() == changes);
        QCOMPARE(QString::fromStdString(session().model()->name), QStringLiteral("Tiny"));
        QTRY_COMPARE(window().inspectPage()->beside().what(), QStringLiteral("random"));
        QCOMPARE(session().layer(), std::size_t{1});
        QCOMPARE(window().currentPage(), window().pages().at(1));
        QTRY_VERIFY(!session().busy());
        QCOMPARE(window().link(), link);
    }

    void theSameTextInTheSameModel()
    {
        LinkedState state{.model = model("one"), .text = m_text, .layer = 1};
        state.interventions.scale = 2;
        window().openLink(linkOf(state));
        QTRY_COMPARE(session().interventions().scale, 2.0);
        QCOMPARE(session().layer(), std::size_t{1});
        state.interventions = {};
        window().openLink(linkOf(state)); // and without changes again
        QTRY_VERIFY(session().interventions().empty());
    }

    void changesThatDoNotFitAreLeftOut()
    {
        LinkedState state{.model = model("two"), .text = m_text};
        state.interventions.forced = {{9999, 0, true}};
        window().openLink(linkOf(state));
        QTRY_VERIFY(window().messageBar()->isVisible());
        QCOMPARE(window().messageBar()->kind(), MessageBar::Kind::Note);
        QVERIFY(session().interventions().empty());
        QVERIFY(m_fixture->shows(m_text));
        state.interventions = {.layerScales = {2}};
        window().messageBar()->dismiss();
        window().openLink(linkOf(state));
        QTRY_VERIFY(window().messageBar()->isVisible());
        QVERIFY(session().interventions().empty());
    }

    void whatCannotBeOpenedLosesNothing()
    {
        for (const QString &link : {QStringLiteral("adaplens:show?nothing"), linkTo("no such model")}) {
            window().openLink(link);
            QTRY_VERIFY(hasError());
            QVERIFY(m_fixture->shows(m_text));
        }
        QVERIFY(QDir(m_models.path()).mkdir(QStringLiteral("empty")));
        window().openLink(linkTo("empty"));
        QTRY_VERIFY(hasError());
        QTRY_VERIFY(m_fixture->shows(m_text));
        m_fixture->type(QStringLiteral("good")); // the link is forgotten
        QCOMPARE(session().text(), std::string("good"));
    }

    void theProgramStartsWithALink()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        window().startWithLink(linkTo("two"));
        QTRY_VERIFY(m_fixture->shows(m_text));
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        window().startWithLink(QStringLiteral("adaplens:nonsense"));
        QTRY_VERIFY(hasError());
    }

    void theMenuTakesItFromTheClipboard()
    {
        QGuiApplication::clipboard()->setText(linkTo("two"));
        QTimer::singleShot(0, this, [] {
            auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            QVERIFY(isLink(dialog->textValue()));
            dialog->accept();
        });
        action("openLink")->trigger();
        QTRY_COMPARE(session().model()->folder, std::filesystem::path(model("two").toStdString()));
        QTRY_VERIFY(m_fixture->shows(m_text));
        QTimer::singleShot(0, this, [] { qobject_cast<QInputDialog *>(QApplication::activeModalWidget())->reject(); });
        action("openLink")->trigger();
        QVERIFY(m_fixture->shows(m_text));
    }
};

QTEST_MAIN(TestLinks)
#include "tst_links.moc"
