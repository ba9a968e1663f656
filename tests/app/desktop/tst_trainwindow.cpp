// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "tests/support/traintask.h"
#include "widgets/train/dataform.h"
#include "widgets/train/trainform.h"
#include "widgets/train/trainpage.h"

#include <QLineEdit>
#include <QSpinBox>

/// Training in the real window: other work goes on beside it, closing waits for the resume point, and the model that
/// comes out is opened.
class TestTrainWindow : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    template <typename Part>
    [[nodiscard]] Part *find(const char *name) const
    {
        auto *part = m_fixture->window().findChild<Part *>(QLatin1String(name));
        return part ? part : (qFatal("There is no %s.", name), nullptr);
    }
    [[nodiscard]] TrainPage &page() const { return *m_fixture->window().findChild<TrainPage *>(); }
    void type(const char *line, const QString &path) const
    {
        find<QLineEdit>(line)->setText(path);
        QTest::keyClick(find<QLineEdit>(line), Qt::Key_Return);
    }
    void start(int epochs) const
    {
        m_fixture->clickPage(QStringLiteral("train"));
        type("trainData", m_fixture->file(QStringLiteral("reviews.tsv")));
        QTRY_VERIFY(page().form()->data()->found());
        type("trainBackbone", m_fixture->file(QStringLiteral("backbone")));
        find<QSpinBox>("train/fine-tune/epochs")->setValue(epochs);
        find<QSpinBox>("train/adapler/epochs")->setValue(1);
        type("trainOut", m_fixture->file(QStringLiteral("run")));
        QTRY_VERIFY(find<QAbstractButton>("trainStartButton")->isEnabled());
        QTest::mouseClick(find<QAbstractButton>("trainStartButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(page().run().progress() || !page().run().isAtWork(), 60000);
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        (void)adaplens::test::trainTask(m_fixture->folder().toStdString());
        adaplens::test::writeTinyModel(m_fixture->file(QStringLiteral("tiny")).toStdString());
        m_fixture->window().start(m_fixture->file(QStringLiteral("tiny")), QStringLiteral("a good film"));
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("a good film")), 60000);
    }
    void cleanup() { m_fixture.reset(); }

    void typingGoesOnBesideTrainingAndClosingWaitsForTheResumePoint()
    {
        start(1000);
        m_fixture->clickPage(QStringLiteral("inspect"));
        m_fixture->type(QStringLiteral("a bad film"));
        // Another model is opened meanwhile; the run does not mind.
        m_fixture->window().openModel(m_fixture->file(QStringLiteral("backbone")));
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->session().model()->adaptive, 60000);
        QVERIFY(page().run().isAtWork());

        QVERIFY(!m_fixture->window().close());
        QVERIFY(m_fixture->window().isVisible());
        QCOMPARE(m_fixture->window().currentPage(), static_cast<Page *>(&page()));
        QVERIFY(page().questions()->isVisible());
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
        QTest::mouseClick(find<QAbstractButton>("answer1"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window().isVisible(), 60000);
        QVERIFY(QFileInfo::exists(m_fixture->file(QStringLiteral("run/fine-tune/resume.safetensors"))));
        QVERIFY(!page().run().isAtWork());
    }

    void theModelIsOpenedInInspect()
    {
        start(1);
        QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractButton>("inspectModelButton")->isEnabled(), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!page().run().isAtWork(), 60000);
        QVERIFY(m_fixture->window().messageBar()->message().contains(QStringLiteral("The run is done")));
        QTest::mouseClick(find<QAbstractButton>("inspectModelButton"), Qt::LeftButton);
        QCOMPARE(m_fixture->window().currentPage(), static_cast<Page *>(&m_fixture->page()));
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->session().model()->name, std::string("run"), 60000);
        QVERIFY(m_fixture->session().model()->adaptive);
        QVERIFY(m_fixture->session().model()->hasTwin);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(QStringLiteral("a good film")), 60000);
    }

    void tabReachesEveryControl()
    {
        m_fixture->clickPage(QStringLiteral("train"));
        const QSet<QWidget *> reached = WindowFixture::reachedByTab(find<QLineEdit>("trainData"));
        WindowFixture::compareReached(reached, &m_fixture->window());
    }

    void everyControlHasAName()
    {
        m_fixture->clickPage(QStringLiteral("train"));
        for (const QWidget *widget : page().findChildren<QWidget *>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy()) {
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                         qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                    widget->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestTrainWindow)
#include "tst_trainwindow.moc"
