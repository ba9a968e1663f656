// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/controls/card.h"
#include "widgets/controls/label.h"
#include "widgets/inspect/besidenumbers.h"
#include "widgets/inspect/besidetext.h"
#include "widgets/inspect/figure.h"
#include "widgets/inspect/sidebyside.h"
#include "widgets/inspect/textovermap.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokentextarea.h"
#include "widgets/trace/layerbar.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSvgRenderer>
#include <QTest>
#include <QToolButton>

using adaplens::Trace;

namespace {

TraceSource::TracePointer shared(Trace trace)
{
    return std::make_shared<const Trace>(std::move(trace));
}

/// A trace that keeps, of the words of the hand-made one, those in [first, last], and drops the others in layer `layer`.
Trace keeping(std::uint32_t first, std::uint32_t last, std::size_t layer)
{
    Trace trace = adaplens::test::handMadePlainTrace();
    trace.model = "Other";
    trace.drops = true;
    trace.score = adaplens::ScoreKind::Contribution;
    std::vector<std::uint32_t> alive = trace.layers.front().alive;
    for (std::size_t l = 0; l < trace.layers.size(); ++l) {
        adaplens::LayerTrace &at = trace.layers[l];
        at.alive = alive;
        at.raw.assign(alive.size(), 1.0F / static_cast<float>(alive.size()));
        at.adjusted = at.raw;
        at.kept.assign(alive.size(), 1);
        at.drop = adaplens::DropPlace::BeforeAttention;
        std::vector<std::uint32_t> left;
        for (std::size_t i = 0; i < alive.size(); ++i) {
            at.kept[i] = l != layer || alive[i] == 0 || (alive[i] >= first && alive[i] <= last) ? 1 : 0;
            if (at.kept[i] != 0) {
                left.push_back(alive[i]);
            }
        }
        alive = left;
    }
    trace.survivors = alive;
    trace.cost = {.flopsPlain = 3e6, .flopsReduced = 1e6, .msPlain = 6, .msReduced = 2.5, .runs = 10, .threads = 1};
    return trace;
}

/// Pixels of a colour in a rectangle.
int pixels(const QImage &image, const QRect &rect, const QColor &colour)
{
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            count += image.rect().contains(x, y) && image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
        }
    }
    return count;
}

constexpr int truly = 2, fine = 3, film = 4, unforgettable = 6;

} // namespace

/// Two analyses of a text next to each other: one selection, one place, one size, and marks where they differ.
class TestSideBySide : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TraceSource> m_first, m_second;
    std::unique_ptr<SideBySide> m_view;

    const TokenMapView &leftMap() const { return *m_view->first().map; }
    const TokenMapView &rightMap() const { return *m_view->second().map; }
    void show(Trace first, Trace second)
    {
        m_first->setTrace(shared(std::move(first)));
        m_second->setTrace(shared(std::move(second)));
        m_view->setTwo(true);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        m_first = std::make_unique<TraceSource>();
        m_second = std::make_unique<TraceSource>();
        m_view = std::make_unique<SideBySide>(*m_first, *m_second);
        m_view->resize(900, 680);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup()
    {
        m_view.reset();
        m_first.reset();
        m_second.reset();
    }

    void wordsThatOnlyOneKeepsAreMarked()
    {
        // The hand-made one keeps "fine" alone; this one "truly" to "film" from its second layer on.
        show(adaplens::test::handMadeTrace(), keeping(2, 4, 1));
        const TokenMapModel &left = leftMap().model(), &right = rightMap().model();
        // "A" goes at once in the first one, and in the second layer of the other.
        QCOMPARE(left.keptIn(0, 1), KeptIn::OnlyThere);
        QCOMPARE(left.keptIn(1, 1), KeptIn::Alike);
        QCOMPARE(right.keptIn(0, 1), KeptIn::OnlyHere);
        QCOMPARE(left.keptIn(1, unforgettable), KeptIn::OnlyHere); // two of its three pieces
        QCOMPARE(right.keptIn(1, unforgettable), KeptIn::OnlyThere);
        QCOMPARE(left.keptIn(2, unforgettable), KeptIn::Alike);
        QCOMPARE(right.keptIn(2, truly), KeptIn::OnlyHere);
        QCOMPARE(right.keptIn(3, film), KeptIn::OnlyHere); // the prediction
        QCOMPARE(right.keptIn(2, fine), KeptIn::Alike);
        QCOMPARE(left.keptIn(2, 0), KeptIn::Alike); // [CLS] is no word
        QVERIFY(leftMap().cellState(1, unforgettable).onlyHere);
        QVERIFY(!leftMap().cellState(1, truly).onlyHere);
        const Palette colours(rightMap().palette());
        const QImage image = m_view->second().map->viewport()->grab().toImage();
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < right.columnCount(); ++column) {
                const QRect cell = rightMap().cellRect(row, column);
                const QRect foot(cell.left() + 3, cell.bottom() - 4, cell.width() - 6, 3);
                const CellState state = rightMap().cellState(row, column);
                if (!state.selected && !state.hatched) {
                    const int bar = pixels(image, foot, Palette::inkOn(state.fill));
                    QVERIFY2((bar >= foot.width()) == state.onlyHere, qPrintable(right.label(column)));
                }
            }
        }
        m_view->setTwo(false);
        QVERIFY(!leftMap().cellState(1, unforgettable).onlyHere);
        QVERIFY(!leftMap().model().isCompared());
    }

    void theMarksAreSaidInWords()
    {
        show(adaplens::test::handMadeTrace(), keeping(2, 4, 1));
        m_second->select(2, 2);
        QVERIFY(rightMap().accessibleDescription().endsWith(QStringLiteral("A has dropped it by now.")));
        QVERIFY(leftMap().accessibleDescription().endsWith(QStringLiteral("B still keeps it.")));
        const QPoint cell = rightMap().cellRect(2, truly).center();
        QVERIFY(rightMap().toolTipAt(cell).contains(QStringLiteral("A has dropped it by now.")));
        QVERIFY(rightMap().model().columnToolTip(truly).contains(QStringLiteral("A drops it on the way.")));
        QVERIFY(leftMap().model().columnToolTip(truly).contains(QStringLiteral("B keeps it to the end.")));
        QVERIFY(!rightMap().model().columnToolTip(fine).contains(QStringLiteral("A ")));
        // In the text, too.
        const TokenTextArea &text = *m_view->second().text;
        QVERIFY(text.isOnlyHere(2));
        QVERIFY(!text.isOnlyHere(3));
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_view->second().text);
        int begin = 0, end = 0;
        const auto at = static_cast<int>(text.shown().text.indexOf(QStringLiteral("truly")));
        QVERIFY(spoken->textInterface()->attributes(at, &begin, &end).contains(QStringLiteral("underline")));
        const auto other = static_cast<int>(text.shown().text.indexOf(QStringLiteral("fine")));
        QVERIFY(spoken->textInterface()->attributes(other, &begin, &end).isEmpty());
        const QImage image = m_view->second().text->viewport()->grab().toImage();
        const QColor ink = Palette(text.palette()).ink();
        const auto underline = [&](int position) {
            const QRect place = text.characterRect(position);
            return pixels(image, {place.left(), place.bottom() - 2, place.width(), 4}, ink);
        };
        QVERIFY(underline(at + 1) > underline(other + 1) + 4);
    }

    void oneSentenceSumsItUp()
    {
        show(adaplens::test::handMadeTrace(), keeping(2, 4, 1));
        QSignalSpy changed(m_view->numbers(), &BesideNumbers::sentenceChanged);
        m_second->selectLayer(2);
        QCOMPARE(m_view->numbers()->sentence(),
                 QStringLiteral("Both keep 1 of 8 words at the end; only B keeps “truly”, “film”."));
        m_first->selectLayer(1);
        QCOMPARE(m_view->numbers()->sentence(), QStringLiteral("Both keep 2 of 8 words after layer 2; only A still "
                                                               "keeps “unforgettable”, “😀”, only B “film”."));
        QCOMPARE(changed.size(), 2);
        const Trace plain = adaplens::test::handMadePlainTrace(), first = adaplens::test::handMadeTrace();
        QCOMPARE(beside::keptWords(plain, first, 2), QStringLiteral("Both keep 1 of 8 words at the end; only A keeps "
                                                                    "“A”, “truly”, “film” and 4 more."));
        QCOMPARE(beside::keptWords(first, first, 2), QStringLiteral("A and B keep the same words at the end: 1 of 8."));
        Trace other = first;
        other.text += "!";
        QVERIFY(beside::keptWords(first, other, 2).isEmpty());
    }

    void predictionAndCostOfBothAreThere()
    {
        Trace second = keeping(2, 4, 1);
        second.model = "Second";
        show(adaplens::test::handMadeTrace(), second);
        QStringList said;
        for (const Label *label : m_view->numbers()->findChildren<Label *>()) {
            said << label->text();
        }
        for (const char *expected : {"A", "Hand-made · AdapLeR", "positive 97 % · negative 3 %", "2 of 12 tokens left",
                                     "1.50 MFLOP, 2.0× fewer", "4.0 ms", "B", "Second · AdapLeR", "4 of 12 tokens left",
                                     "1.00 MFLOP, 3.0× fewer", "2.5 ms"}) {
            QVERIFY2(said.contains(QString::fromUtf8(expected)), qPrintable(said.join(QLatin1Char('|'))));
        }
        m_second->setTrace(nullptr);
        QVERIFY(m_view->numbers()->sentence().isEmpty());
    }

    void selectionIsOne()
    {
        show(adaplens::test::handMadeTrace(), adaplens::test::handMadePlainTrace());
        QTest::mouseClick(m_view->second().map->viewport(), Qt::LeftButton, {}, rightMap().cellRect(2, film).center());
        QCOMPARE(m_first->layer(), 2U);
        QCOMPARE(m_first->piece(), std::optional<std::size_t>(4));
        QVERIFY(leftMap().cellState(2, film).selected);
        QTest::keyClick(m_view->first().text, Qt::Key_Left);
        QVERIFY(rightMap().cellState(2, fine).selected);
        QTest::keyClick(m_view->first().map, Qt::Key_Up);
        QCOMPARE(m_view->second().layers->slider()->value(), 2);
    }

    void scrollingAndSizeAreOne()
    {
        show(adaplens::test::longTrace(120, 12), adaplens::test::longTrace(120, 12));
        QScrollBar *left = leftMap().horizontalScrollBar(), *right = rightMap().horizontalScrollBar();
        QVERIFY(left->maximum() > 100);
        left->setValue(77);
        QCOMPARE(right->value(), 77);
        right->setValue(right->maximum());
        QCOMPARE(left->value(), left->maximum());
        QScrollBar *leftText = m_view->first().text->verticalScrollBar();
        QVERIFY(leftText->maximum() > 0);
        m_view->second().text->verticalScrollBar()->setValue(5);
        QCOMPARE(leftText->value(), 5);
        QTest::keyClick(m_view->second().map, Qt::Key_Plus);
        QCOMPARE(leftMap().cellRect(0, 0).size(), rightMap().cellRect(0, 0).size());
        const int larger = leftMap().cellRect(0, 0).width();
        QTest::keyClick(m_view->first().map, Qt::Key_Minus);
        QTest::keyClick(m_view->first().map, Qt::Key_Minus);
        QVERIFY(rightMap().cellRect(0, 0).width() < larger);
    }

    void layersAreLevel()
    {
        show(adaplens::test::handMadeTrace(), adaplens::test::handMadePlainTrace());
        const auto top = [](const TokenMapView &map) {
            return map.viewport()->mapToGlobal(map.cellRect(0, 0).topLeft()).y();
        };
        QTRY_COMPARE(top(leftMap()), top(rightMap()));
        m_view->first().cards->setSizes({150, 300});
        Q_EMIT m_view->first().cards->splitterMoved(150, 1); // as when the handle is dragged
        QTRY_COMPARE(top(leftMap()), top(rightMap()));
        QCOMPARE(m_view->second().cards->sizes(), m_view->first().cards->sizes());
    }

    void onlyOneOfThemPlays()
    {
        show(adaplens::test::handMadeTrace(), adaplens::test::handMadePlainTrace());
        m_view->first().layers->play();
        m_view->second().layers->play();
        QVERIFY(m_view->second().layers->isPlaying());
        QVERIFY(!m_view->first().layers->isPlaying());
    }

    void closingLeavesOne()
    {
        m_first->setTrace(shared(adaplens::test::handMadeTrace()));
        const QString name = m_view->first().map->accessibleName(), title = m_view->first().textHeader->title();
        const QSize alone = m_view->first().cards->size();
        show(adaplens::test::handMadeTrace(), adaplens::test::handMadePlainTrace());
        QVERIFY(m_view->second().cards->isVisible());
        QTRY_VERIFY(m_view->first().cards->width() < alone.width() * 6 / 10);
        QCOMPARE(m_view->first().textHeader->title(), QStringLiteral("Text in A"));
        QCOMPARE(m_view->second().textHeader->title(), QStringLiteral("Text in B"));
        QSignalSpy close(m_view.get(), &SideBySide::closeRequested);
        QTest::mouseClick(m_view->findChild<QToolButton *>(QStringLiteral("closeBeside")), Qt::LeftButton);
        QCOMPARE(close.size(), 1);
        m_view->setTwo(false);
        QVERIFY(m_view->second().cards->isHidden());
        QVERIFY(!m_view->numbers()->isVisible());
        QTRY_COMPARE(m_view->first().cards->size(), alone);
        QCOMPARE(m_view->first().map->accessibleName(), name);
        QCOMPARE(m_view->first().textHeader->title(), title);
    }

    void theFigureHasBothMaps()
    {
        Trace second = keeping(2, 4, 1);
        second.model = "Second model";
        const auto one = shared(adaplens::test::handMadeTrace()), two = shared(second);
        const Drawing drawing = besideDrawing(one, two);
        const Drawing alone = tokenMapDrawing(*one);
        QVERIFY(drawing.size.height() > 1.8 * alone.size.height());
        const QByteArray svg = renderDrawing(drawing, FigureFormat::Svg);
        for (const char *text : {"A: Hand-made · AdapLeR", "B: Second model · AdapLeR",
                                 "kept here, not in the other one", "only B keeps “truly”, “film”"}) {
            QVERIFY2(svg.contains(text), text);
        }
        QVERIFY(QSvgRenderer(svg).isValid());
    }
};

QTEST_MAIN(TestSideBySide)

#include "tst_sidebyside.moc"
