// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/windowfixture.h"

#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"
#include "widgets/controls/card.h"
#include "widgets/inspect/factorslider.h"
#include "widgets/inspect/sidebyside.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/inspect/whatifview.h"
#include "widgets/session/whatif.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QToolButton>

namespace {

const auto sentence = QStringLiteral("a good film and not a very bad one");

} // namespace

/// Words that are kept or dropped by hand, and thresholds that are moved, in the real window.
class TestWhatIfWindow : public QObject {
    Q_OBJECT

private:
    adaplens::test::TemporaryFolder m_models;
    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] QString model(const char *name) const
    {
        return QString::fromStdString((m_models.path() / name).string());
    }
    TokenMapView &map() { return *m_fixture->page().map(); }
    WhatIf &whatIf() { return *m_fixture->page().whatIf(); }
    WhatIfView &panel() { return *m_fixture->page().whatIfView(); }
    const adaplens::Trace &trace() { return *m_fixture->session().trace(); }
    QAction *action(const char *name) { return m_fixture->window().findChild<QAction *>(QLatin1String(name)); }
    QToolButton *button(const char *name) { return panel().findChild<QToolButton *>(QLatin1String(name)); }

    /// Selects the column of a word at a layer with the mouse.
    void select(int layer, int column)
    {
        QTest::mouseClick(map().viewport(), Qt::LeftButton, {}, map().cellRect(layer, column).center());
        map().setFocus();
    }
    /// A column of the map that some layer drops, and which.
    std::pair<int, int> droppedColumn()
    {
        for (int column = 1; column < map().model().columnCount(); ++column) {
            if (const auto layer = map().model().dropLayer(column)) {
                return {column, static_cast<int>(*layer)};
            }
        }
        return {-1, -1};
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(sentence), 20000);
        m_fixture->session().background().finish();
    }

private Q_SLOTS:
    void initTestCase()
    {
        adaplens::test::writeTinyModel(m_models.path() / "tiny", {.eta = 0.6F});
        adaplens::test::writeTinyModel(m_models.path() / "plain", {.adaptive = false});
        adaplens::test::writeTinyModel(m_models.path() / "trbert", {.layers = 4, .reduction = "trbert"});
    }
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(classifierLoader());
        m_fixture->window().resize(1440, 900);
        m_fixture->window().start(model("tiny"), sentence);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->shows(sentence), 20000);
    }
    void cleanup() { m_fixture.reset(); }

    void aWordIsKeptByAKeyAndLeftToTheModelAgain()
    {
        const auto [column, layer] = droppedColumn();
        QVERIFY(column > 0);
        QVERIFY(!panel().isVisible());
        // From a later layer on: it is kept where it would go.
        select(map().model().rowCount() - 1, column);
        QTest::keyClick(&map(), Qt::Key_K);
        settle();
        QVERIFY(map().model().reached(column));
        QCOMPARE(whatIf().allForced().front().fromLayer, static_cast<std::size_t>(layer));
        QVERIFY(map().cellState(layer, column).decided);
        QVERIFY(layer == 0 || !map().cellState(layer - 1, column).decided);
        QVERIFY(map().model().sentence(layer, column).contains(QLatin1String("kept, as you decided")));
        QVERIFY(map().model().toolTip(layer, column).contains(QLatin1String("as you decided")));
        QVERIFY(panel().isVisible());
        QVERIFY(panel().outcome().contains(QLatin1String("words are left")));
        QVERIFY(action("undoChange")->isEnabled());

        QTest::keyClick(&map(), Qt::Key_Backspace);
        settle();
        QVERIFY(!map().model().reached(column));
        QVERIFY(panel().outcome().isEmpty());
        QTest::keyClick(&map(), Qt::Key_Z, Qt::ControlModifier);
        settle();
        QVERIFY(map().model().reached(column));
        QTest::mouseClick(button("release"), Qt::LeftButton);
        settle();
        QVERIFY(!map().model().reached(column));
        QVERIFY(!button("resetWhatIf")->isEnabled());
    }

    void aWordIsDroppedFromTheTextByAKey()
    {
        int column = 1;
        while (!map().model().reached(column) || map().model().column(column).special) {
            ++column;
        }
        select(1, column);
        TokenTextArea &text = *m_fixture->page().text();
        text.setFocus();
        QTest::keyClick(&text, Qt::Key_D);
        settle();
        QCOMPARE(map().model().dropLayer(column), std::optional<std::size_t>(1));
        QVERIFY(map().cellState(1, column).decided && map().cellState(1, column).notch);
        QVERIFY(map().model().sentence(1, column).contains(QLatin1String("dropped here, as you decided")));
        // Another text is another matter.
        m_fixture->type(QStringLiteral("a film"));
        QVERIFY(!whatIf().isChanged());
        // Letters that are typed are text.
        m_fixture->type(QStringLiteral("kd"));
        QVERIFY(!whatIf().isChanged());
    }

    void theMenuNamesTheWord()
    {
        const auto [column, layer] = droppedColumn();
        const QPoint place = map().cellRect(layer, column).center();
        QTest::mousePress(map().viewport(), Qt::RightButton, {}, place);
        const QString word = map().model().label(column);
        QCOMPARE(action("keepWord")->text(), QStringLiteral("Keep “%1” from layer %2 on").arg(word).arg(layer + 1));
        QCOMPARE(action("dropWord")->text(), QStringLiteral("Drop “%1” at layer %2").arg(word).arg(layer + 1));
        QVERIFY(!action("releaseWord")->isEnabled());
        QCOMPARE(map().contextMenuPolicy(), Qt::ActionsContextMenu);
        QVERIFY(map().actions().contains(action("keepWord")));
        select(map().model().rowCount() - 1, column); // it is gone there
        QVERIFY(layer == map().model().rowCount() - 1 || !action("dropWord")->isEnabled());
        select(0, 0); // [CLS]
        QVERIFY(!action("keepWord")->isEnabled() && !action("dropWord")->isEnabled());
    }

    void slidersMoveTheThresholds()
    {
        action("whatIfPanel")->trigger();
        QTRY_VERIFY(panel().isVisible());
        const auto usual = trace();
        panel().allLayers()->setFocus();
        QTest::keyClick(panel().allLayers(), Qt::Key_End);
        settle();
        QCOMPARE(whatIf().scale(), 4.0);
        QVERIFY(trace().survivors.size() < usual.survivors.size());
        QVERIFY(!panel().outcome().isEmpty());
        QVERIFY(!button("release"));
        QTest::mouseDClick(panel().allLayers(), Qt::LeftButton);
        settle();
        QCOMPARE(trace().survivors, usual.survivors);

        QVERIFY(!panel().layers().front()->isVisible());
        QTest::mouseClick(button("eachLayer"), Qt::LeftButton);
        QCOMPARE(panel().layers().size(), qsizetype{3});
        QVERIFY(panel().layers().front()->isVisible());
        QTest::keyClick(panel().layers()[1], Qt::Key_Home);
        settle();
        QCOMPARE(whatIf().layerScale(1), 0.25);
        QCOMPARE(trace().layers[1].threshold * static_cast<float>(trace().layers[1].alive.size()), 0.15F);
        QTest::keyClick(panel().layers()[1], Qt::Key_0);
        settle();
        QVERIFY(!whatIf().isChanged());
        QVERIFY(!button("undoWhatIf")->isEnabled()); // there and back is no step
        QTest::keyClick(panel().layers()[1], Qt::Key_Home);
        QTest::mouseClick(button("resetWhatIf"), Qt::LeftButton);
        QVERIFY(!whatIf().isChanged());
        QTest::mouseClick(button("undoWhatIf"), Qt::LeftButton);
        QCOMPARE(panel().layers()[1]->factor(), 0.25);
        QTest::mouseClick(button("redoWhatIf"), Qt::LeftButton);
        settle();
        QCOMPARE(panel().layers()[1]->factor(), 1.0);
        QCOMPARE(trace().survivors, usual.survivors);
    }

    void otherModelsHaveOtherSliders()
    {
        action("whatIfPanel")->trigger();
        m_fixture->window().openModel(model("trbert"));
        QTRY_COMPARE(m_fixture->session().model()->layers, std::size_t{4});
        settle();
        QVERIFY(panel().allLayers()->isVisible() && !button("eachLayer")->isVisible());
        m_fixture->window().openModel(model("plain"));
        QTRY_VERIFY(!m_fixture->session().model()->adaptive);
        settle();
        QVERIFY(!panel().allLayers()->isVisible());
        QVERIFY(!action("keepWord")->isEnabled());
        m_fixture->window().openModel(model("tiny"));
        QTRY_VERIFY(m_fixture->session().model()->adaptive);
        settle();
        QVERIFY(panel().allLayers()->isVisible() && button("eachLayer")->isVisible());
    }
};

QTEST_MAIN(TestWhatIfWindow)
#include "tst_whatifwindow.moc"
