// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "tests/support/gui/settled.h"

#include "widgets/controls/card.h"
#include "widgets/inspect/costview.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/popover.h"
#include "widgets/inspect/predictionview.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/wordview.h"
#include "widgets/page/page.h"
#include "widgets/window/pagerail.h"
#include "widgets/window/topbar.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

#include <semaphore>

using adaplens::test::fakeLoader;
using adaplens::test::FakeLog;

/// How the window behaves around the analysis, with a model that is as slow or as broken as a test wants it.
class TestWindowBehaviour : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<FakeLog> m_log;
    std::unique_ptr<WindowFixture> m_fixture;

    void drop(const QMimeData &dropped)
    {
        MainWindow &window = m_fixture->window();
        QDragEnterEvent entering(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &entering);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&window, &event);
    }

    void dropFile(const QString &path)
    {
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(path)});
        drop(dropped);
    }

    [[nodiscard]] Page *pageShown()
    {
        for (Page *page : m_fixture->window().findChildren<Page *>()) {
            if (page->isVisible()) {
                return page;
            }
        }
        return nullptr;
    }

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_fixture->file(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QAction *action(const char *name) { return m_fixture->window().findChild<QAction *>(QLatin1String(name)); }
    QAction *example(const std::string &title)
    {
        const auto *menu = m_fixture->window().findChild<QMenu *>(QStringLiteral("examplesMenu"));
        const auto entries = menu->findChildren<QAction *>(); // in menus of each model, where there are several
        const auto found = std::find_if(entries.begin(), entries.end(), [&title](const QAction *entry) {
            return entry->text() == QString::fromStdString(title);
        });
        return found == entries.end() ? nullptr : *found;
    }

private Q_SLOTS:
    void init()
    {
        m_log = std::make_shared<FakeLog>();
        m_fixture = std::make_unique<WindowFixture>(fakeLoader(m_log));
        QSignalSpy analysed(&m_fixture->session(), &Session::analysed);
        m_fixture->window().start(QStringLiteral("/models/fake"), QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a gorgeous film")));
    }
    void cleanup() { m_fixture.reset(); }

    void showsTheWindowBeforeTheModel()
    {
        std::counting_semaphore<2> go(0);
        WindowFixture slow([&](const std::filesystem::path &, adaplens::Precision,
                               const std::stop_token &) -> std::unique_ptr<Analyser> {
            go.acquire();
            throw adaplens::Error("too late");
        });
        slow.window().start(QStringLiteral("/models/slow"), QStringLiteral("text"));
        QVERIFY(slow.window().isVisible());
        go.release(2); // the window was there, or this would not be reached; the embedded model is tried, too
        QTRY_VERIFY(slow.window().messageBar()->isVisible());
    }

    void typingDuringARunShowsOnlyTheNewText()
    {
        std::vector<std::string> seen;
        connect(&m_fixture->session(), &Session::analysed, this, [&] {
            if (m_fixture->session().trace()) {
                seen.push_back(m_fixture->session().trace()->text);
            }
        });
        m_fixture->page().input()->setTexts(QStringLiteral("slow going"), std::nullopt);
        QTRY_COMPARE(m_log->started, 2);
        // The old picture stays while it runs, and the window goes on taking keys.
        QCOMPARE(m_fixture->session().trace()->text, std::string("a gorgeous film"));
        QVERIFY(m_fixture->session().busy());
        m_fixture->type(QStringLiteral("quick"));
        QVERIFY(adaplens::test::settled(m_fixture->session().background()));
        QVERIFY(!seen.empty());
        QCOMPARE(seen, std::vector<std::string>(seen.size(), "quick"));
        QCOMPARE(m_fixture->page().map()->model().columnCount(), 3);
    }

    void theCostIsTimedAgainAfterAPause()
    {
        CostView *cost = m_fixture->page().panels()->cost();
        QVERIFY(cost->conditions().contains(QStringLiteral("one run")));
        QTRY_VERIFY_WITH_TIMEOUT(cost->conditions().contains(QStringLiteral("median of 10")), 5000);
        QVERIFY(cost->conditions().startsWith(QStringLiteral("1 thread ")));
    }

    void aTextThatFailsIsToldInTheBar()
    {
        m_fixture->page().input()->setTexts(QStringLiteral("bad"), std::nullopt);
        MessageBar *bar = m_fixture->window().messageBar();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->message(), QStringLiteral("This text cannot be read."));
        QVERIFY(m_fixture->page().map()->model().trace() == nullptr);
        bar->findChild<QToolButton *>()->setFocus();
        QTest::keyClick(bar->findChild<QToolButton *>(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }

    void whatWasDoneGoesByItselfAndAnErrorStays()
    {
        MessageBar *bar = m_fixture->window().messageBar();
        bar->setStay(std::chrono::milliseconds(1));
        bar->showMessage(MessageBar::Kind::Done, QStringLiteral("Saved it"));
        QVERIFY(bar->isVisible());
        QTRY_VERIFY(!bar->isVisible());
        bar->showMessage(MessageBar::Kind::Done, QStringLiteral("Saved it"));
        bar->showMessage(MessageBar::Kind::Error, QStringLiteral("It went wrong."));
        QTimer later; // runs after any timer that the bar has started
        later.setSingleShot(true);
        later.start(20);
        QTRY_VERIFY(!later.isActive());
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message(), QStringLiteral("It went wrong."));
    }

    void tabReachesThePartsOfATitleRowInTheirOrder()
    {
        int rows = 0;
        for (CardHeader *header : m_fixture->window().findChildren<CardHeader *>()) {
            if (!header->helpButton()) {
                continue;
            }
            QWidget *last = nullptr;
            QWidget *at = header;
            do {
                at = at->nextInFocusChain();
                if (header->isAncestorOf(at) && at->focusPolicy() != Qt::NoFocus) {
                    last = at;
                }
            } while (at != header);
            QCOMPARE(last, header->helpButton());
            ++rows;
        }
        QVERIFY(rows > 8);
    }

    void aTextFileCanBeDropped()
    {
        write(QStringLiteral("review.txt"), "An ordinary text, na\xc3\xafve and short.");
        dropFile(m_fixture->file(QStringLiteral("review.txt")));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("An ordinary text, naïve and short.")));
        QVERIFY(!m_fixture->window().messageBar()->isVisible());
    }

    void brokenUtf8IsReadAndTold()
    {
        write(QStringLiteral("latin1.txt"), "caf\xe9 and na\xefve");
        dropFile(m_fixture->file(QStringLiteral("latin1.txt")));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("caf\uFFFD and na\uFFFDve")));
        QVERIFY(m_fixture->window().messageBar()->message().startsWith(QStringLiteral("2 places in “latin1.txt”")));
    }

    void whatIsNoTextIsRefused()
    {
        write(QStringLiteral("photo.jpg"), QByteArray("\xff\xd8\xff\0\0\0binary", 12));
        dropFile(m_fixture->file(QStringLiteral("photo.jpg")));
        QCOMPARE(m_fixture->window().messageBar()->kind(), MessageBar::Kind::Error);
        QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("not a text file")));
        QVERIFY(m_fixture->shows(QStringLiteral("a gorgeous film")));
        dropFile(QStringLiteral("/no/such/file.txt"));
        QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("cannot be read")));
    }

    void dataDroppedOnAPageThatReadsNoneAreTheWindows()
    {
        Page *page = pageShown();
        QVERIFY(page);
        page->setAcceptDrops(true); // as a main window of Qt 6.8 does by itself
        write(QStringLiteral("rows.tsv"), "sentence\tlabel\na fine film\t1\n");
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(m_fixture->file(QStringLiteral("rows.tsv")))});
        QDragEnterEvent entering(QPoint(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(page, &entering);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &dropped, Qt::LeftButton, {});
        QCoreApplication::sendEvent(page, &event);
        QTRY_VERIFY(m_fixture->window().messageBar()->isVisible() ||
                    m_fixture->session().text() != std::string("a gorgeous film"));
    }

    void aModelFolderCanBeDropped()
    {
        QVERIFY(QDir(m_fixture->folder()).mkdir(QStringLiteral("another")));
        dropFile(m_fixture->file(QStringLiteral("another")));
        QTRY_COMPARE(m_fixture->session().model()->name, std::string("another"));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a gorgeous film")));
    }

    void ofTenMegabytesTheBeginningIsTaken()
    {
        write(QStringLiteral("huge.txt"), QByteArray("many words ").repeated(1'000'000));
        dropFile(m_fixture->file(QStringLiteral("huge.txt")));
        QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("first 100000 characters")) ||
                m_fixture->window().messageBar()->message().contains(QStringLiteral("first 100,000 characters")));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->session().trace()->text.size() > 90000 && !m_fixture->session().busy(),
                                 20000);

        QGuiApplication::clipboard()->setText(QStringLiteral("more words ").repeated(1'000'000));
        m_fixture->textBox().selectAll();
        m_fixture->textBox().paste();
        QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("11,000,000")));
        QVERIFY(m_fixture->textBox().toPlainText().size() <= TextInput::longest);
    }

    void stateIsRestored()
    {
        // Qt 6.8 restores no window that is larger than the screen.
        const QSize size = QGuiApplication::primaryScreen()->availableSize() - QSize(20, 60);
        m_fixture->window().resize(size);
        m_fixture->window().setZoom(125);
        action("alivePanel")->trigger(); // closes the panel
        m_fixture->type(QStringLiteral("words to keep"));
        QVERIFY(QDir(m_fixture->folder()).mkdir(QStringLiteral("second")));
        m_fixture->window().openModel(m_fixture->file(QStringLiteral("second")));
        QTRY_COMPARE(m_fixture->session().model()->name, std::string("second"));
        const double points = QGuiApplication::font().pointSizeF();

        m_fixture->reopen();
        QCOMPARE(m_fixture->window().size(), size);
        QVERIFY(!action("alivePanel")->isChecked());
        QVERIFY(action("scoresPanel")->isChecked());
        QCOMPARE(QGuiApplication::font().pointSizeF(), points);
        m_fixture->window().start(QString(), QString());
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("words to keep")));
        QCOMPARE(m_fixture->session().model()->name, std::string("second"));
    }

    void zoomScalesAllType()
    {
        const double before = QGuiApplication::font().pointSizeF();
        const int title = m_fixture->window().topBar()->height();
        QTest::keyClick(&m_fixture->window(), Qt::Key_Plus, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::font().pointSizeF() > before);
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(&m_fixture->window(), Qt::Key_Plus, Qt::ControlModifier);
        }
        QTRY_VERIFY(m_fixture->window().topBar()->height() > title);
        QTest::keyClick(&m_fixture->window(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::font().pointSizeF(), before);
        QTRY_COMPARE(m_fixture->window().topBar()->height(), title);
    }

    void followsThePaletteOfTheDesktop()
    {
        const QPalette light = QGuiApplication::palette();
        const QColor ground = m_fixture->window().grab().toImage().pixelColor(4, m_fixture->window().height() - 4);
        QPalette dark(QColor(0x20, 0x24, 0x2c));
        dark.setColor(QPalette::Base, QColor(0x28, 0x2c, 0x34));
        QApplication::setPalette(dark);
        QTRY_VERIFY(m_fixture->window().grab().toImage().pixelColor(4, m_fixture->window().height() - 4).lightness() <
                    60);
        QApplication::setPalette(light);
        QTRY_COMPARE(m_fixture->window().grab().toImage().pixelColor(4, m_fixture->window().height() - 4), ground);
    }

    void coloursAreChosenAndKept()
    {
        const QPalette before = QApplication::palette();
        QVERIFY(action("systemColours")->isChecked());
        action("highContrast")->trigger();
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
        QApplication::setPalette(before); // as at the next start
        m_fixture->reopen();
        QVERIFY(action("highContrast")->isChecked());
        QCOMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
        action("systemColours")->trigger();
        QCOMPARE(QApplication::palette(), before);
    }

    void everyPanelExplainsItself()
    {
        QStringList explained;
        for (CardHeader *header : m_fixture->window().findChildren<CardHeader *>()) {
            if (!header->isVisible() || header->title() == QLatin1String("Try it")) {
                continue;
            }
            QVERIFY2(header->helpButton(), qPrintable(header->title()));
            header->helpButton()->setFocus();
            QTest::keyClick(header->helpButton(), Qt::Key_Space);
            auto *popover = header->helpButton()->findChild<Popover *>();
            QVERIFY(popover && popover->isVisible());
            const QString heading = popover->text().section(QLatin1Char('\n'), 0, 0);
            QVERIFY2(heading.contains(header->title(), Qt::CaseInsensitive), qPrintable(heading));
            QVERIFY2(popover->text().size() > heading.size() + 100, qPrintable(heading));
            QTest::keyClick(popover->focusWidget(), Qt::Key_Escape);
            QVERIFY(!popover->isVisible());
            explained.append(header->title());
        }
        explained.removeDuplicates();
        QCOMPARE(explained.size(), 7);
    }

    void examplesSayWhatToLookFor()
    {
        const auto models = adaplens::examplesByModel(adaplens::shippedModels(), adaplens::shippedSampleTexts());
        QVERIFY(!models.empty());
        for (const adaplens::ModelExamples &model : models) {
            for (const adaplens::SampleText &sample : model.texts) {
                QAction *entry = example(sample.title);
                QVERIFY2(entry, sample.title.c_str());
                QCOMPARE(entry->toolTip(), QString::fromStdString(sample.look));
            }
        }
        const auto &samples = models.front().texts;
        QVERIFY(samples.size() >= 3);
        example(samples.at(2).title)->trigger();
        QTRY_VERIFY(m_fixture->shows(QString::fromStdString(samples.at(2).text)));
        auto *hint = m_fixture->page().findChild<CardDock *>(QStringLiteral("hint"));
        QVERIFY(hint->isVisible());
        m_fixture->textBox().setFocus();
        QTest::keyClicks(&m_fixture->textBox(), QStringLiteral("Well. "));
        QVERIFY(hint->isVisible());
        m_fixture->textBox().selectAll();
        QTest::keyClicks(&m_fixture->textBox(), QStringLiteral("My own."));
        QVERIFY2(!hint->isVisible(), "what to look for in an example is not said of another text");
    }

    void textFilesOpenByMenu()
    {
        m_fixture->write(QStringLiteral("mine.txt"), "A dull film.");
        bool asked = false;
        QTimer::singleShot(0, this, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            asked = true;
            dialog->findChild<QLineEdit *>()->setText(m_fixture->file(QStringLiteral("mine.txt")));
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        action("openText")->trigger();
        QVERIFY(asked);
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("A dull film.")));
    }

    void panelsCanBeTornOffAndReset()
    {
        auto *dock = m_fixture->page().findChild<CardDock *>(QStringLiteral("cost"));
        dock->setFloating(true);
        QVERIFY(dock->isFloating());
        action("resetPanels")->trigger();
        QVERIFY(!dock->isFloating());
        QVERIFY(dock->isVisible());
    }

    void tabReachesEveryControl()
    {
        const QSet<QWidget *> reached = WindowFixture::reachedByTab(&m_fixture->textBox());
        WindowFixture::compareReached(reached, &m_fixture->window());
        QVERIFY(reached.contains(m_fixture->page().map()));
        QVERIFY(reached.contains(m_fixture->page().panels()->word()));
    }

    void theRailShowsPagesOnlyWhereThereIsAChoice()
    {
        QWidget parent;
        auto *rail = new PageRail(&parent);
        rail->addPage(QStringLiteral("One"));
        QVERIFY(rail->isHidden());
        rail->addPage(QStringLiteral("Two"));
        QVERIFY(!rail->isHidden());
        QSignalSpy chosen(rail, &PageRail::pageChosen);
        rail->findChildren<QToolButton *>().last()->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toInt(), 1);
    }

    void closingDuringARunIsClean()
    {
        m_fixture->page().input()->setTexts(QStringLiteral("slow"), std::nullopt);
        QTRY_COMPARE(m_log->started, 2);
        m_fixture.reset(); // hangs where the run is not told
        QCOMPARE(m_log->alive, 0);
    }
};

QTEST_MAIN(TestWindowBehaviour)
#include "tst_windowbehaviour.moc"
