// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "tests/support/handmadeagreement.h"
#include "tests/support/handmadesweep.h"
#include "tests/support/tinymodel.h"
#include "widgets/annotate/annotatepage.h"
#include "widgets/annotate/annotationfiles.h"
#include "widgets/evaluate/evaluatepage.h"
#include "widgets/evaluate/runcontrol.h"
#include "widgets/tradeoff/tradeoffpage.h"
#include "widgets/train/dataform.h"
#include "widgets/train/trainform.h"
#include "widgets/train/trainpage.h"

#include <QActionGroup>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

namespace {

QStringList *warnings = nullptr;
QtMessageHandler formerHandler = nullptr;

void takeMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // The offscreen platform says the first of every window.
    if (warnings != nullptr && type != QtDebugMsg && type != QtInfoMsg &&
        !text.startsWith(QLatin1String("This plugin does not support "))) {
        warnings->append(text);
    }
    formerHandler(type, context, text);
}

} // namespace

/// Every entry of every menu and every choice on all pages is chosen once: nothing is warned of or fails, what should ask
/// asks, and what was chosen stays chosen.
class TestEveryChoice : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QStringList m_warnings;
    QTimer m_refusing; ///< cancels every dialog and menu
    int m_asked = 0;   ///< dialogs and menus so far

    template <class Class>
    Class *find()
    {
        return m_fixture->window().findChild<Class *>();
    }
    void openEverything();
    static QString nameOf(const QWidget *widget, const QString &text)
    {
        return QStringLiteral("%1: %2").arg(widget->objectName(), text);
    }
    /// What went wrong since the last call; empty where nothing did.
    QString wrong(bool mayFail = false)
    {
        QCoreApplication::processEvents();
        QString found = m_warnings.join(QStringLiteral("; "));
        m_warnings.clear();
        const MessageBar *bar = m_fixture->window().messageBar();
        if (!mayFail && bar->isVisible() && bar->kind() == MessageBar::Kind::Error) {
            found += bar->message();
        }
        return found;
    }
    /// Closes what an entry has opened.
    void closeOthers()
    {
        for (QWidget *other : QApplication::topLevelWidgets()) {
            if (other->isVisible() && other != &m_fixture->window()) {
                other->close();
            }
        }
        m_fixture->window().messageBar()->dismiss();
    }
    void chooseAll(QMenu *menu, QStringList &chosen);

private Q_SLOTS:
    void init()
    {
        m_warnings.clear();
        warnings = &m_warnings;
        formerHandler = qInstallMessageHandler(takeMessage);
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        const QString model = m_fixture->file(QStringLiteral("tiny"));
        adaplens::test::writeTinyModel(model.toStdString(), {});
        m_fixture->window().start(model, QStringLiteral("a good film"), {}, QStringLiteral("none"));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a good film")));
        openEverything();
        m_asked = 0;
        m_refusing.callOnTimeout(this, [this] {
            if (QWidget *menu = QApplication::activePopupWidget()) {
                ++m_asked;
                menu->close();
            } else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                ++m_asked;
                dialog->reject();
            }
        });
        m_refusing.start(0);
    }
    void cleanup()
    {
        m_refusing.stop();
        m_refusing.disconnect();
        m_fixture.reset();
        warnings = nullptr;
        qInstallMessageHandler(formerHandler);
    }

    void everyChoiceOfABoxStays()
    {
        QStringList boxes, single;
        for (int page = 0; page < m_fixture->window().pages().size(); ++page) {
            m_fixture->window().showPage(page);
            for (QComboBox *box : m_fixture->window().currentPage()->findChildren<QComboBox *>()) {
                (box->count() > 1 ? boxes : single) << box->objectName();
                const int before = box->currentIndex();
                for (int i = box->count() - 1; i >= 0; --i) {
                    const QString what = nameOf(box, box->itemText(i));
                    QVERIFY2(!box->itemText(i).isEmpty(), qPrintable(what));
                    box->setCurrentIndex(i);
                    // The data are of one format and have two columns: that they cannot be read otherwise is told.
                    const QString found = wrong(box->objectName().startsWith(QLatin1String("train")));
                    QVERIFY2(found.isEmpty(), qPrintable(what + QStringLiteral(": ") + found));
                    QVERIFY2(box->currentIndex() == i, qPrintable(what));
                }
                box->setCurrentIndex(before); // on which others may depend
                QTRY_VERIFY(find<TrainPage>()->form()->data()->found());
            }
        }
        QVERIFY2(boxes.size() > 15, qPrintable(boxes.join(u' ')));
        QCOMPARE(single.join(u' '), QStringLiteral("model")); // one is open
    }

    void everyJoinedButtonStays()
    {
        int bars = 0;
        for (int page = 0; page < m_fixture->window().pages().size(); ++page) {
            m_fixture->window().showPage(page);
            for (QTabBar *bar : m_fixture->window().currentPage()->findChildren<QTabBar *>()) {
                ++bars;
                for (int i = bar->count() - 1; i >= 0; --i) {
                    bar->setCurrentIndex(i);
                    const QString found = wrong();
                    QVERIFY2(found.isEmpty(), qPrintable(nameOf(bar, bar->tabText(i)) + found));
                    QVERIFY2(bar->currentIndex() == i, qPrintable(nameOf(bar, bar->tabText(i))));
                }
            }
        }
        QVERIFY2(bars >= 6, qPrintable(QString::number(bars)));
    }

    void everyEntryOfAMenuCanBeChosen()
    {
        QStringList chosen;
        for (int page = 0; page < m_fixture->window().pages().size(); ++page) {
            m_fixture->window().showPage(page);
            QList<QMenu *> menus;
            for (QToolButton *button : m_fixture->window().findChildren<QToolButton *>()) {
                if (button->menu() != nullptr && button->isVisible() && button->isEnabled()) {
                    menus << button->menu();
                }
            }
            for (QMenuBar *bar : m_fixture->window().findChildren<QMenuBar *>()) {
                for (QAction *action : bar->actions()) {
                    menus << action->menu();
                }
            }
            for (QMenu *menu : std::as_const(menus)) {
                chooseAll(menu, chosen);
                if (QTest::currentTestFailed()) {
                    return;
                }
                m_fixture->window().showPage(page);
            }
        }
        chosen.removeDuplicates();
        QVERIFY2(chosen.size() > 60, qPrintable(chosen.join(u'\n')));
    }
};

/// Something to choose from on every page.
void TestEveryChoice::openEverything()
{
    QByteArray lines;
    for (int i = 0; i < 4; ++i) {
        lines += R"({"id": ")" + QByteArray::number(i) +
                 R"(", "text": "a bad film, not good", "label": "negative", "rationale": [[2, 5]]})"
                 "\n";
    }
    m_fixture->write(QStringLiteral("reviews.jsonl"), lines);
    m_fixture->write(QStringLiteral("reviews.tsv"), "sentence\tlabel\na good film\t1\na dull film\t0\n");
    const std::filesystem::path folder = m_fixture->folder().toStdString();
    m_fixture->write(QStringLiteral("sweep.json"),
                     QByteArray::fromStdString(toJson(adaplens::test::handMadeSweep(folder), folder)));
    find<AnnotatePage>()->files().openPath(m_fixture->file(QStringLiteral("reviews.jsonl")));
    QVERIFY(QDir(m_fixture->folder()).mkpath(QStringLiteral("splits/docs")));
    m_fixture->write(QStringLiteral("splits/train.jsonl"), "{}\n");
    m_fixture->write(QStringLiteral("splits/val.jsonl"), "{}\n");
    find<EvaluatePage>()->runControl()->openData(m_fixture->file(QStringLiteral("splits")));
    m_fixture->write(QStringLiteral("run.json"),
                     QByteArray::fromStdString(toJson(adaplens::test::handMadeAgreement())));
    find<EvaluatePage>()->openReport(m_fixture->file(QStringLiteral("run.json")));
    find<TradeoffPage>()->openSweep(m_fixture->file(QStringLiteral("sweep.json")));
    find<TrainPage>()->form()->data()->setPath(m_fixture->file(QStringLiteral("reviews.tsv")));
    QTRY_VERIFY(find<TrainPage>()->form()->data()->found());
    m_fixture->window().showPage(static_cast<int>(m_fixture->window().pages().indexOf(find<AnnotatePage>())));
    QTRY_VERIFY(m_fixture->window().findChild<QComboBox *>(QStringLiteral("agreementLayer"))->count() > 1);
    m_fixture->window().showPage(0);
}

/// One after the other: each may fill the menu anew.
void TestEveryChoice::chooseAll(QMenu *menu, QStringList &chosen)
{
    for (int i = 0;; ++i) {
        Q_EMIT menu->aboutToShow();
        if (i >= menu->actions().size()) {
            return;
        }
        QAction *action = menu->actions().at(i);
        if (QMenu *further = action->menu()) {
            chooseAll(further, chosen);
            continue;
        }
        if (action->isSeparator() || !action->isVisible() || !action->isEnabled() ||
            action->objectName() == QLatin1String("quit")) {
            continue;
        }
        const QString text = action->text(), what = nameOf(menu, text);
        const bool exclusive = action->actionGroup() != nullptr && action->actionGroup()->isExclusive() &&
                               action->actionGroup()->exclusionPolicy() == QActionGroup::ExclusionPolicy::Exclusive;
        const QPointer<QAction> watched(action);
        const int before = m_asked;
        action->trigger();
        const QString found = wrong();
        QVERIFY2(found.isEmpty(), qPrintable(what + QStringLiteral(": ") + found));
        QVERIFY2(!text.isEmpty(), qPrintable(what));
        QVERIFY2(text.endsWith(QChar(0x2026)) == (m_asked > before), qPrintable(what));
        QVERIFY2(!exclusive || !watched || watched->isChecked(), qPrintable(what));
        closeOthers();
        chosen << what;
    }
}

QTEST_MAIN(TestEveryChoice)
#include "tst_everychoice.moc"
