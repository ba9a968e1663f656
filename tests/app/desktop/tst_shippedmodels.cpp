// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/windowfixture.h"
#include "tests/support/gui/settled.h"
#include "tests/support/tinymodel.h"

#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

namespace {

constexpr const char *modelsIndex = R"({"models": [
  {"name": "short", "title": "Short texts", "task": "No or yes?", "language": "English", "reads": 8,
   "measured": [{"data": "dev", "texts": 9, "plain": 0.875, "reduced": 0.75, "speedup": 1.5}]},
  {"name": "long", "title": "Long texts", "task": "No or yes, at length?", "language": "English", "reads": 40},
  {"name": "pairs", "title": "Pairs & more", "task": "Does it follow?", "language": "English", "reads": 40, "pairs": true}
]})";

constexpr const char *exampleList = R"([
  {"models": ["short"], "title": "A", "look": "Look at A.", "text": "a short one"},
  {"models": ["long"], "title": "B", "look": "Look at B.", "text": "a somewhat longer one"},
  {"models": ["pairs"], "title": "C", "look": "Look at C.", "text": "a question", "pair": "an answer"},
  {"models": ["absent"], "title": "D", "look": "Look at D.", "text": "of no model"},
  {"models": ["absent", "short", "long"], "title": "E", "look": "Look at E.", "text": "another short one"}
])";

} // namespace

/// Models that ship: the list in the menu, their examples, and what is said of texts that the open one was not made for.
class TestShippedModels : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_resources;
    std::unique_ptr<WindowFixture> m_fixture;
    QByteArray m_model;

    QAction *action(const QString &name) { return m_fixture->window().findChild<QAction *>(name); }
    MessageBar *bar() { return m_fixture->window().messageBar(); }
    QToolButton *answer() { return bar()->findChild<QToolButton *>(QStringLiteral("answer0")); }
    QString openName()
    {
        return m_fixture->session().model() ? QString::fromStdString(m_fixture->session().model()->name) : QString();
    }
    QString folder(const QString &name) { return m_resources->filePath(QStringLiteral("models/") + name); }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_resources->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    /// Lets a file fall on a page.
    void drop(const QString &page, const QString &file)
    {
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(file)});
        for (Page *candidate : m_fixture->window().pages()) {
            if (candidate->objectName() == page) {
                QDragEnterEvent entering(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
                QCoreApplication::sendEvent(candidate, &entering);
                QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
                QCoreApplication::sendEvent(candidate, &event);
            }
        }
    }
    void enter(const QString &text)
    {
        m_fixture->page().input()->setTexts(text, std::nullopt);
        QTRY_VERIFY(m_fixture->shows(text));
    }

private Q_SLOTS:
    void initTestCase() { m_model = qgetenv("ADAPLENS_MODEL"); }
    void init()
    {
        m_resources = std::make_unique<QTemporaryDir>();
        for (const QString &name : {QStringLiteral("short"), QStringLiteral("long"), QStringLiteral("pairs")}) {
            adaplens::test::writeTinyModel(folder(name).toStdString(), {.pairs = name == QLatin1String("pairs")});
        }
        QDir(m_resources->path()).mkdir(QStringLiteral("examples"));
        write(QStringLiteral("models/models.json"), modelsIndex);
        write(QStringLiteral("examples/inspect.json"), exampleList);
        qputenv("ADAPLENS_RESOURCES", m_resources->path().toLocal8Bit());
        qunsetenv("ADAPLENS_MODEL");
        m_fixture = std::make_unique<WindowFixture>(fakeLoader(std::make_shared<FakeLog>()));
        m_fixture->window().start({}, {});
        QTRY_VERIFY(m_fixture->session().trace() && !m_fixture->session().busy());
    }
    void cleanup()
    {
        m_fixture.reset();
        qunsetenv("ADAPLENS_RESOURCES");
        if (!m_model.isEmpty()) {
            qputenv("ADAPLENS_MODEL", m_model);
        }
    }

    void theFirstModelAndItsFirstExampleComeFirst()
    {
        QCOMPARE(openName(), QStringLiteral("short"));
        QVERIFY(m_fixture->shows(QStringLiteral("a short one")));
        QVERIFY(!bar()->isVisible());
    }

    void theWindowCallsAModelAsTheMenuDoes()
    {
        QVERIFY(m_fixture->label(QStringLiteral("modelTitle")).startsWith(QStringLiteral("Short texts · ")));
        QVERIFY(m_fixture->window().windowTitle().startsWith(QStringLiteral("Short texts — ")));
        m_fixture->window().openModel(QStringLiteral("/models/own"));
        QTRY_COMPARE(openName(), QStringLiteral("own"));
        QVERIFY(m_fixture->label(QStringLiteral("modelTitle")).startsWith(QStringLiteral("own · ")));
    }

    void aBrokenIndexIsNamed()
    {
        write(QStringLiteral("models/models.json"), "{");
        WindowFixture fixture(fakeLoader(std::make_shared<FakeLog>()));
        fixture.window().start({}, {});
        QVERIFY2(fixture.window().messageBar()->message().contains(QStringLiteral("models.json")),
                 qPrintable(fixture.window().messageBar()->message()));
        QVERIFY(!fixture.window().findChild<QMenu *>(QStringLiteral("modelMenu"))->isEmpty());
    }

    void anyOfThemMayBeAbsent()
    {
        QDir(folder(QStringLiteral("short"))).removeRecursively();
        WindowFixture fixture(fakeLoader(std::make_shared<FakeLog>()));
        fixture.window().start({}, {});
        QTRY_VERIFY(fixture.shows(QStringLiteral("a somewhat longer one")));
        QCOMPARE(fixture.session().model()->name, std::string("long"));
        QVERIFY(!fixture.window().findChild<QAction *>(QStringLiteral("model-short")));
    }

    void aModelIsOpenedByItsName()
    {
        m_fixture->window().start(QStringLiteral("long"), QStringLiteral("text"));
        QTRY_COMPARE(openName(), QStringLiteral("long"));
        m_fixture->window().start(QStringLiteral("nonsense"), QStringLiteral("text"));
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY2(bar()->message().contains(QStringLiteral("short, long, pairs")), qPrintable(bar()->message()));
        QCOMPARE(openName(), QStringLiteral("long"));
    }

    void theMenuListsThemAndChecksTheOpenOne()
    {
        QAction *shortOne = action(QStringLiteral("model-short")), *longOne = action(QStringLiteral("model-long"));
        QVERIFY(shortOne && longOne && action(QStringLiteral("model-pairs")));
        QVERIFY(shortOne->text().startsWith(QStringLiteral("Short texts\t")));
        QVERIFY2(shortOne->text().contains(QStringLiteral("0.750")), qPrintable(shortOne->text()));
        QCOMPARE(longOne->text(), QStringLiteral("Long texts"));
        QCOMPARE(action(QStringLiteral("model-pairs"))->text(), QStringLiteral("Pairs && more"));
        for (const char *wanted : {"No or yes?", "English", "8 pieces", "dev (9 texts)", "0.750", "0.875", "1.50"}) {
            QVERIFY2(shortOne->toolTip().contains(QLatin1String(wanted)), qPrintable(shortOne->toolTip()));
        }
        QVERIFY(shortOne->isChecked() && !longOne->isChecked());
        longOne->trigger();
        QTRY_COMPARE(openName(), QStringLiteral("long"));
        QVERIFY(!shortOne->isChecked() && longOne->isChecked());
        longOne->trigger(); // again
        QTRY_VERIFY(!m_fixture->session().busy());
        QVERIFY(longOne->isChecked());
        m_fixture->window().openModel(QStringLiteral("/models/own"));
        QTRY_COMPARE(openName(), QStringLiteral("own"));
        QVERIFY(!shortOne->isChecked() && !longOne->isChecked());
        m_fixture->window().openModel(QStringLiteral("/models/broken"));
        QTRY_VERIFY(bar()->isVisible());
        QVERIFY(!shortOne->isChecked() && !longOne->isChecked());
    }

    void recentModelsLeaveThemOut()
    {
        QDir(m_fixture->folder()).mkdir(QStringLiteral("own"));
        m_fixture->window().openModel(m_fixture->file(QStringLiteral("own")));
        QTRY_COMPARE(openName(), QStringLiteral("own"));
        auto *menu = m_fixture->window().findChild<QMenu *>(QStringLiteral("modelMenu"));
        Q_EMIT menu->aboutToShow();
        const auto recent = m_fixture->window().findChild<QMenu *>(QStringLiteral("recentModels"))->actions();
        QCOMPARE(recent.size(), 1);
        QCOMPARE(recent.first()->text(), QStringLiteral("own"));
    }

    void examplesStandUnderTheirModel()
    {
        const auto titles = [this](const char *name) {
            const auto *menu = m_fixture->window().findChild<QMenu *>(QLatin1String(name));
            QStringList shown;
            for (const QAction *entry : menu->actions()) {
                shown << entry->text();
            }
            return shown.join(QLatin1Char('|'));
        };
        QVERIFY2(titles("examplesMenu").startsWith(QStringLiteral("Short texts|Long texts|Pairs && more|")),
                 qPrintable(titles("examplesMenu")));
        QCOMPARE(titles("examplesOf-short"), QStringLiteral("A|E"));
        QCOMPARE(titles("examplesOf-long"), QStringLiteral("B"));
        QCOMPARE(titles("examplesOf-pairs"), QStringLiteral("C"));
    }

    void examplesOfOneModelNeedNoMenuOfTheirOwn()
    {
        QDir(folder(QStringLiteral("long"))).removeRecursively();
        QDir(folder(QStringLiteral("pairs"))).removeRecursively();
        WindowFixture fixture(fakeLoader(std::make_shared<FakeLog>()));
        const auto entries = fixture.window().findChild<QMenu *>(QStringLiteral("examplesMenu"))->actions();
        QVERIFY(entries.size() > 2);
        QCOMPARE(entries[0]->text(), QStringLiteral("A"));
        QCOMPARE(entries[1]->text(), QStringLiteral("E"));
    }

    void anExampleOpensItsModel()
    {
        action(QStringLiteral("example2"))->trigger(); // E, of the open model
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("another short one")));
        QVERIFY(!bar()->isVisible());
        action(QStringLiteral("example3"))->trigger();
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a somewhat longer one")));
        QCOMPARE(openName(), QStringLiteral("long"));
        QVERIFY2(bar()->message().contains(QStringLiteral("Long texts")), qPrintable(bar()->message()));
        action(QStringLiteral("example2"))->trigger(); // written for this one, too
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("another short one")));
        QCOMPARE(openName(), QStringLiteral("long"));
        action(QStringLiteral("example4"))->trigger();
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a question")));
        QCOMPARE(openName(), QStringLiteral("pairs"));
        QCOMPARE(m_fixture->session().trace()->pair, std::optional<std::string>("an answer"));
    }

    void anExampleWhoseModelCannotBeOpenedIsNotShown()
    {
        const Loader fake = fakeLoader(std::make_shared<FakeLog>());
        WindowFixture fixture([&](const std::filesystem::path &place, adaplens::Precision precision,
                                  const std::stop_token &stop) -> std::unique_ptr<Analyser> {
            if (place.filename() == "long") {
                throw adaplens::Error("long is broken");
            }
            return fake(place, precision, stop);
        });
        fixture.window().start({}, {});
        QTRY_VERIFY(fixture.shows(QStringLiteral("a short one")));
        fixture.window().findChild<QAction *>(QStringLiteral("example3"))->trigger();
        QTRY_VERIFY(fixture.window().messageBar()->message().contains(QStringLiteral("long is broken")));
        fixture.window().openModel(folder(QStringLiteral("pairs")));
        QTRY_COMPARE(fixture.session().model()->name, std::string("pairs"));
        QVERIFY(adaplens::test::settled(fixture.session().background()));
        QCOMPARE(fixture.page().input()->text(), QStringLiteral("a short one"));
    }

    void aTextThatIsMuchLongerIsOfferedTheModelForIt()
    {
        const QString fits = QStringLiteral("a b c d e f g h i j"), tooLong = fits + QStringLiteral(" k");
        enter(fits); // 12 pieces, 1.5 times 8
        QVERIFY(!bar()->isVisible());
        m_fixture->textBox().setFocus();
        enter(tooLong);
        QVERIFY2(bar()->isVisible() && bar()->message().contains(QStringLiteral("8 pieces")),
                 qPrintable(bar()->message()));
        QVERIFY(bar()->message().contains(QStringLiteral("“Short texts”")));
        QVERIFY(m_fixture->textBox().hasFocus()); // typing goes on
        QVERIFY(answer()->text().contains(QStringLiteral("Long texts")));
        enter(fits);
        QVERIFY(!bar()->isVisible());

        enter(tooLong);
        bar()->dismiss();
        enter(tooLong + QStringLiteral(" l"));
        QVERIFY2(!bar()->isVisible(), "it was dismissed");
        enter(fits);
        enter(tooLong);
        QVERIFY(bar()->isVisible());
        QTest::mouseClick(answer(), Qt::LeftButton);
        QTRY_COMPARE(openName(), QStringLiteral("long"));
        QTRY_VERIFY(m_fixture->shows(tooLong));
        QVERIFY(!bar()->isVisible());
    }

    void anErrorIsNotTalkedOver()
    {
        bar()->showMessage(MessageBar::Kind::Error, QStringLiteral("It went wrong."));
        enter(QStringLiteral("a b c d e f g h i j k"));
        QCOMPARE(bar()->message(), QStringLiteral("It went wrong."));
    }

    void secondTextsGoToAModelThatReadsThem()
    {
        m_fixture->page().showExample(QStringLiteral("one"), QStringLiteral("two"), {});
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("one")));
        QVERIFY2(bar()->message().contains(QStringLiteral("left out")), qPrintable(bar()->message()));
        QTest::mouseClick(answer(), Qt::LeftButton);
        QTRY_COMPARE(openName(), QStringLiteral("pairs"));
        QTRY_VERIFY(m_fixture->session().trace() && m_fixture->session().trace()->pair == "two");
        QVERIFY(!bar()->isVisible());
        enter(QStringLiteral("alone"));
        QVERIFY2(bar()->message().contains(QStringLiteral("missing")), qPrintable(bar()->message()));
        QTest::mouseClick(answer(), Qt::LeftButton);
        QTRY_COMPARE(openName(), QStringLiteral("short"));
    }

    void dataSetsOfLongTextsAreOfferedTheModelForThem()
    {
        const auto rows = [](const QByteArray &text) {
            return QByteArray("{\"text\": \"") + text + "\", \"label\": \"negative\"}\n";
        };
        m_fixture->write(QStringLiteral("short.jsonl"), rows("a b c"));
        m_fixture->write(QStringLiteral("long.jsonl"), rows(QByteArray("word ").repeated(30)));
        for (const QString &page : {QStringLiteral("evaluate"), QStringLiteral("annotate")}) {
            m_fixture->window().openModel(folder(QStringLiteral("short")));
            QTRY_COMPARE(openName(), QStringLiteral("short"));
            m_fixture->clickPage(page);
            drop(page, m_fixture->file(QStringLiteral("short.jsonl")));
            drop(page, m_fixture->file(QStringLiteral("long.jsonl")));
            QTRY_VERIFY2(bar()->message().contains(QStringLiteral("data set")), qPrintable(page));
            enter(QStringLiteral("a text that fits")); // which is another matter
            QVERIFY(bar()->isVisible());
            drop(page, m_fixture->file(QStringLiteral("short.jsonl")));
            QTRY_VERIFY(!bar()->isVisible());
            drop(page, m_fixture->file(QStringLiteral("long.jsonl")));
            QTRY_VERIFY(bar()->isVisible());
            QTest::mouseClick(answer(), Qt::LeftButton);
            QTRY_COMPARE(openName(), QStringLiteral("long"));
        }
    }

    void aDataSetChosenFromTheListIsLookedAtToo()
    {
        m_fixture->write(QStringLiteral("short.jsonl"), "{\"text\": \"a b c\", \"label\": \"negative\"}\n");
        m_fixture->write(QStringLiteral("long.jsonl"), QByteArray("{\"text\": \"") + QByteArray("word ").repeated(30) +
                                                           "\", \"label\": \"negative\"}\n");
        m_fixture->clickPage(QStringLiteral("evaluate"));
        drop(QStringLiteral("evaluate"), m_fixture->file(QStringLiteral("long.jsonl")));
        QTRY_VERIFY(bar()->isVisible());
        drop(QStringLiteral("evaluate"), m_fixture->file(QStringLiteral("short.jsonl")));
        QTRY_VERIFY(!bar()->isVisible());
        auto *data = m_fixture->window().currentPage()->findChild<QComboBox *>(QStringLiteral("data"));
        QVERIFY(data);
        const int place = data->findText(QStringLiteral("long"));
        QVERIFY(place >= 0);
        data->setCurrentIndex(place);
        QTRY_VERIFY(bar()->isVisible());
    }
};

QTEST_MAIN(TestShippedModels)
#include "tst_shippedmodels.moc"
