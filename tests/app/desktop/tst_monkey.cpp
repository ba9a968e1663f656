// SPDX-License-Identifier: GPL-3.0-or-later
#include "monkey.h"
#include "tests/support/handmadesweep.h"
#include "tests/support/tinymodel.h"
#include "tests/support/traintask.h"
#include "windowfixture.h"

#include "widgets/annotate/annotatepage.h"
#include "widgets/annotate/annotationfiles.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/tradeoff/sweepcontrols.h"
#include "widgets/tradeoff/tradeoffpage.h"
#include "widgets/train/dataform.h"
#include "widgets/train/trainform.h"
#include "widgets/train/trainpage.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QTimer>

namespace {

/// Where a run under way tells what Qt warns of.
Monkey *monkeyAtWork = nullptr;
QtMessageHandler formerHandler = nullptr;

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // The offscreen platform says the first of every window; views have models copy (Ctrl+C) the row that is not there.
    if (text.startsWith(QLatin1String("This plugin does not support ")) ||
        text == QLatin1String("Index QModelIndex(-1,-1,0x0,QObject(0x0)) is not valid (expected valid)")) {
        return;
    }
    if (monkeyAtWork != nullptr && type != QtDebugMsg && type != QtInfoMsg) {
        monkeyAtWork->complain(QStringLiteral("Qt warns: ") + text);
    }
    formerHandler(type, context, text);
}

std::uint64_t numberIn(const char *variable, std::uint64_t otherwise)
{
    bool given = false;
    const qulonglong value = qEnvironmentVariable(variable).toULongLong(&given);
    return given ? value : otherwise;
}

} // namespace

/// Takes links, so that no browser is opened.
class Links : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &) {}
};

/// Random input on the real window: ADAPLENS_MONKEY_EVENTS of it (2,000 unless set), of the seed ADAPLENS_MONKEY_SEED
/// (1 unless set). The same seed gives the same events.
class TestMonkey : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    QStringList m_names; // of the window's parts when it was opened
    QSet<QString> m_pages;
    int m_checks = 0, m_runs = 0, m_trainings = 0, m_points = 0;
    bool m_training = false;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    template <class Class>
    Class *find()
    {
        return m_fixture->window().findChild<Class *>();
    }
    /// A page that is shown, or comes to be unless a dialog or menu is open.
    template <class PageClass>
    PageClass *shown()
    {
        auto *page = find<PageClass>();
        if (QApplication::activeModalWidget() == nullptr && QApplication::activePopupWidget() == nullptr) {
            m_fixture->window().showPage(static_cast<int>(m_fixture->window().pages().indexOf(page)));
        }
        return page->isVisible() ? page : nullptr;
    }

    void writeFiles();
    void train(double share);
    QList<Monkey::Request> requests();
    QString wrong();
    QStringList names();

private Q_SLOTS:
    void initTestCase() { writeFiles(); }
    void aSeedGivesItsEvents();
    void theWindowStandsRandomInput();
};

void TestMonkey::writeFiles()
{
    const auto write = [this](const QString &name, const QByteArray &content) {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    };
    QByteArray reviews;
    for (int i = 0; i < 80; ++i) {
        const QByteArray more = QByteArray(" the film is good").repeated(i % 7);
        reviews += R"({"id": ")" + QByteArray::number(i) + R"(", "text": "a bad film, not good)" + more +
                   R"(", "label": "negative", "rationale": [[2, 5], [12, 20]]})"
                   "\n";
    }
    write(QStringLiteral("reviews.jsonl"), reviews);
    write(QStringLiteral("few.tsv"), "marked_text\tlabel\n[[good]] film\tpositive\nnot [[good]]\tnegative\n");
    write(QStringLiteral("broken.jsonl"), "{\"text\": 3}\n{\n");
    adaplens::Sweep sweep = adaplens::test::handMadeSweep(m_folder.path().toStdString());
    for (adaplens::SweepPoint &point : sweep.points) {
        point.model = point.model.empty() ? point.model : point.model.parent_path() / "tiny";
        point.thresholds.resize(point.thresholds.empty() ? 0 : adaplens::test::TinyModel().layers, 0.5);
    }
    write(QStringLiteral("sweep.json"), QByteArray::fromStdString(toJson(sweep, m_folder.path().toStdString())));
    write(QStringLiteral("notes.txt"), "An ordinary text, na\xc3\xafve and short.");
    adaplens::test::TinyModel model;
    adaplens::test::writeTinyModel(file(QStringLiteral("tiny")).toStdString(), model);
    model.pairs = true;
    adaplens::test::writeTinyModel(file(QStringLiteral("pairs")).toStdString(), model);
    model.pairs = false;
    model.adaptive = false;
    model.labels = {"one", "two", "three", "four", "five"};
    adaplens::test::writeTinyModel(file(QStringLiteral("plain")).toStdString(), model);
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("empty")));
    (void)adaplens::test::trainTask(m_folder.path().toStdString(), 600);
}

/// Fills in the form about training and starts, goes on or looks at one of a few runs.
void TestMonkey::train(double share)
{
    auto *page = shown<TrainPage>();
    if (page == nullptr || page->run().state() != TrainingRun::State::Idle) {
        return;
    }
    const QString run = file(QStringLiteral("run-%1").arg(static_cast<int>(share * 5)));
    if (share > 0.8) {
        page->watch(share > 0.9 ? run : file(QStringLiteral("tiny")));
        return;
    }
    const auto type = [page](const char *line, const QString &text) {
        page->findChild<QLineEdit *>(QLatin1String(line))->setText(text);
        Q_EMIT page->findChild<QLineEdit *>(QLatin1String(line))->editingFinished();
    };
    page->form()->data()->setPath(share < 0.1 ? file(QStringLiteral("broken.jsonl"))
                                              : file(QStringLiteral("reviews.tsv")));
    type("trainBackbone", file(QStringLiteral("backbone")));
    type("trainOut", run);
    auto *start = page->findChild<QAbstractButton *>(QStringLiteral("trainStartButton"));
    QTimer::singleShot(30, start, [start] { start->click(); }); // when data and folder have been looked at
}

/// What is asked of the window's own functions, for random clicks seldom get there.
QList<Monkey::Request> TestMonkey::requests()
{
    const auto openModel = [this](double share) {
        const QStringList folders{QStringLiteral("tiny"), QStringLiteral("plain"), QStringLiteral("pairs"),
                                  QStringLiteral("empty"), QStringLiteral("absent")};
        m_fixture->window().openModel(file(folders[static_cast<qsizetype>(share * 5)]));
    };
    const auto showPage = [this](double share) {
        m_fixture->window().showPage(static_cast<int>(share * static_cast<double>(m_fixture->window().pages().size())));
    };
    const auto data = [this](double share) {
        const QStringList sets{QStringLiteral("reviews.jsonl"), QStringLiteral("few.tsv"),
                               QStringLiteral("broken.jsonl")};
        return file(share < 0.7 ? sets[0] : sets[static_cast<qsizetype>(share * 3)]);
    };
    const auto annotate = [this, data](double share) {
        if (auto *page = shown<AnnotatePage>()) {
            page->files().openPath(data(share));
        }
    };
    const auto evaluate = [this, data](double share) {
        if (auto *page = shown<EvaluatePage>(); page != nullptr && !page->runControl()->run().running()) {
            page->runControl()->openData(data(share));
            page->findChild<QAbstractButton *>(QStringLiteral("runButton"))->click();
            m_runs += page->runControl()->run().running() ? 1 : 0;
        }
    };
    const auto training = [this](double share) { train(share); };
    const auto trade = [this, data](double share) {
        if (auto *page = shown<TradeoffPage>()) {
            page->openSweep(share < 0.7 ? file(QStringLiteral("sweep.json")) : data(share));
            const auto points = static_cast<double>(page->controls()->shown()->points.size());
            if (points > 0) {
                page->openPoint(static_cast<std::size_t>(share * points));
                ++m_points;
            }
        }
    };
    return {openModel, showPage, showPage, annotate, evaluate, evaluate, trade, training, training};
}

QStringList TestMonkey::names()
{
    QStringList names;
    for (const QWidget *widget : m_fixture->window().findChildren<QWidget *>()) {
        if (!widget->objectName().isEmpty() && !widget->objectName().startsWith(QLatin1String("qt_"))) {
            names.append(widget->objectName());
        }
    }
    return names;
}

/// What is wrong with the window's state: empty where nothing is.
QString TestMonkey::wrong()
{
    int visible = 0;
    for (const Page *page : m_fixture->window().findChildren<Page *>()) {
        visible += page->isVisible() ? 1 : 0;
        if (page->isVisible()) {
            m_pages.insert(QString::fromLatin1(page->metaObject()->className()));
        }
    }
    if (visible > 1) {
        return QStringLiteral("%1 pages are visible at once").arg(visible);
    }
    const TrainingRun &run = find<TrainPage>()->run();
    m_trainings += run.isAtWork() && !m_training ? 1 : 0;
    m_training = run.isAtWork();
    if (m_training) {
        const auto &out = run.request().config.out.string();
        if (!QString::fromStdString(out).startsWith(m_folder.path() + u'/')) {
            return QStringLiteral("a run is written to %1, which nobody chose").arg(QString::fromStdString(out));
        }
    }
    // Side by side a word may be selected that only the second one has, as where its windows are others.
    const Session &session = m_fixture->session(), &second = m_fixture->window().secondSession();
    if (session.trace() && !session.busy() && session.place() && !session.piece() && !second.piece()) {
        return QStringLiteral("a place is selected that no trace has");
    }
    if (++m_checks % 50 == 0) {
        static const QRegularExpression unfilled(QStringLiteral("%[1-9n]"));
        for (const QLabel *label : m_fixture->window().findChildren<QLabel *>()) {
            if (unfilled.match(label->text()).hasMatch()) {
                return QStringLiteral("a text was not filled in: ") + label->text();
            }
        }
        QStringList there = names();
        for (const QString &name : std::as_const(m_names)) {
            if (!there.removeOne(name)) {
                return QStringLiteral("nothing is named %1 any longer").arg(name);
            }
        }
    }
    return {};
}

void TestMonkey::aSeedGivesItsEvents()
{
    const auto drawn = [](std::uint64_t seed) {
        MonkeyDice dice(seed);
        QList<double> values;
        for (int i = 0; i < 100; ++i) {
            const MonkeyEvent event = dice.next();
            values << static_cast<double>(event.kind) << event.a << event.b << event.c << event.d;
        }
        return values;
    };
    QCOMPARE(drawn(7), drawn(7));
    QVERIFY(drawn(7) != drawn(8));
}

void TestMonkey::theWindowStandsRandomInput()
{
    const std::uint64_t seed = numberIn("ADAPLENS_MONKEY_SEED", 1);
    const auto count = static_cast<int>(numberIn("ADAPLENS_MONKEY_EVENTS", 2000));
    QTemporaryFile log(QDir::tempPath() + QStringLiteral("/adaplens-monkey-%1-XXXXXX.log").arg(seed));
    log.setAutoRemove(false);
    QVERIFY(log.open());
    const QString again = QStringLiteral("ADAPLENS_MONKEY_SEED=%1 ADAPLENS_MONKEY_EVENTS=%2").arg(seed).arg(count);
    qInfo("%s repeats this; events are noted in %s", qPrintable(again), qPrintable(log.fileName()));

    m_fixture = std::make_unique<WindowFixture>(classifierLoader());
    m_fixture->window().start(file(QStringLiteral("tiny")), QStringLiteral("a good film"));
    m_names = names();
    Monkey monkey(seed, count, m_folder.path(), log, requests(), [this] { return wrong(); });
    monkeyAtWork = &monkey;
    formerHandler = qInstallMessageHandler(takeMessage);
    while (!monkey.finished()) {
        if (!m_fixture->window().isVisible()) { // closed, as by Ctrl+Q
            m_fixture->reopen();
            m_fixture->window().start({}, {});
        }
        monkey.run();
    }
    monkeyAtWork = nullptr;
    qInstallMessageHandler(formerHandler);
    qInfo("%d events; the longest turn of the event loop computed for %.2f s", monkey.done(), monkey.longestTurn());
    QVERIFY2(monkey.complaint().isEmpty(), qPrintable(monkey.complaint() + u'\n' + again));

    // And it goes on working.
    if (!m_fixture->window().isVisible()) {
        m_fixture->reopen();
    }
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other->isVisible() && other != &m_fixture->window()) {
            other->close();
        }
    }
    m_fixture->window().showPage(0);
    m_fixture->window().openModel(file(QStringLiteral("tiny")));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->session().model() && m_fixture->session().model()->labels.size() == 2, 60000);
    m_fixture->page().input()->setTexts(QStringLiteral("a bad film"), std::nullopt);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("a bad film")), 60000);
    QStringList seen = monkey.seen().values();
    seen.sort();
    qInfo("%d runs of Evaluate, %d of Train; reached: %s", m_runs, m_trainings, qPrintable(seen.join(u' ')));
    if (count >= 2000) { // what so many must have reached
        QCOMPARE(m_pages.size(), m_fixture->window().pages().size());
        QVERIFY(m_runs > 0);
        QVERIFY(m_trainings > 0);
        QVERIFY(m_points > 0);
        for (const char *name : {"QMenu", "QFileDialog", "Popover", "dark", "light"}) {
            QVERIFY2(monkey.seen().contains(QLatin1String(name)), name);
        }
    }
    log.remove();
}

int main(int argc, char **argv)
{
    // All that the program remembers or writes goes to a folder that is deleted; dialogs are Qt's own.
    const QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    for (const char *variable :
         {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString folder = home.filePath(QString::fromLatin1(variable).toLower());
        QDir().mkdir(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(variable, folder.toUtf8());
    }
    qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // any number of events
    QDir::setCurrent(home.path());
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    Links links;
    constexpr std::array schemes{"http", "https", "mailto", "file"};
    for (const char *scheme : schemes) {
        QDesktopServices::setUrlHandler(QLatin1String(scheme), &links, "open");
    }
    TestMonkey test;
    const int failed = QTest::qExec(&test, argc, argv);
    for (const char *scheme : schemes) {
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
    return failed;
}
#include "tst_monkey.moc"
