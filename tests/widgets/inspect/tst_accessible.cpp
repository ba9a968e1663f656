// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/handmadetrace.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/inspect/tokentextarea.h"

#include <QAccessible>
#include <QTest>

using adaplens::Trace;

/// What the painted views say to those who cannot see them.
class TestAccessible : public QObject {
    Q_OBJECT

private:
    TraceSource m_source;

    static void checkSomeCells(QAccessibleTableInterface &table)
    {
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int column = 0; column < table.columnCount(); ++column) {
                QAccessibleInterface *cell = table.cellAt(row, column);
                QVERIFY(cell && cell->isValid());
                QCOMPARE(cell->role(), QAccessible::Cell);
                QVERIFY(!cell->text(QAccessible::Name).isEmpty());
                QVERIFY(!cell->rect().isEmpty());
                QCOMPARE(cell->tableCellInterface()->rowIndex(), row);
                QCOMPARE(cell->tableCellInterface()->columnIndex(), column);
                QCOMPARE(table.cellAt(row, column), cell); // the same one again
            }
        }
        QVERIFY(!table.cellAt(table.rowCount(), 0));
        QVERIFY(!table.cellAt(0, -1));
    }

private Q_SLOTS:
    void init() { m_source.setTrace(std::make_shared<const Trace>(adaplens::test::handMadeTrace())); }

    void theTokenMapIsATable()
    {
        TokenMapView map(m_source);
        map.resize(900, 600);
        map.show();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&map);
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Table);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Token map"));
        QAccessibleTableInterface *table = face->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 3);
        QCOMPARE(table->columnCount(), 10);
        QCOMPARE(table->rowDescription(1), QStringLiteral("Layer 2"));
        QCOMPARE(table->columnDescription(3), QStringLiteral("fine"));
        checkSomeCells(*table);
        QVERIFY(table->cellAt(1, 4)->text(QAccessible::Name).contains(QStringLiteral("film")));
        QVERIFY(table->cellAt(1, 4)->text(QAccessible::Name).contains(QStringLiteral("dropped")));
        // A point of the screen leads to the cell painted there.
        const QPoint centre = map.mapToGlobal(map.cellRect(2, 3).center());
        QCOMPARE(face->childAt(centre.x(), centre.y()), table->cellAt(2, 3));
        QCOMPARE(face->child(face->indexOfChild(table->cellAt(2, 3))), table->cellAt(2, 3));
        // The selection is one in both directions.
        m_source.select(1, 4);
        QCOMPARE(table->selectedCells(), QList<QAccessibleInterface *>{table->cellAt(1, 4)});
        QVERIFY(table->cellAt(1, 4)->state().selected);
        QVERIFY(table->selectRow(2));
        QCOMPARE(m_source.layer(), std::size_t{2});
        QVERIFY(table->selectColumn(1));
        QCOMPARE(m_source.piece(), std::optional<std::size_t>(1));
        QVERIFY(!table->selectRow(9));
        m_source.setTrace(nullptr);
        QCOMPARE(table->rowCount(), 0);
        QCOMPARE(face->childCount(), 0);
    }

    void theComparisonIsATable()
    {
        ComparisonView view(m_source);
        view.resize(900, 600);
        view.show();
        const Trace &trace = *m_source.trace();
        ComparisonOptions options;
        options.methods = {adaplens::ScoreMethod::Contribution, adaplens::ScoreMethod::Random};
        view.setComparison(compare(trace.encoding, trace.text, trace.layers.size(), nullptr, {}, options));
        QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(&view)->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 8);
        QCOMPARE(table->columnDescription(2), QStringLiteral("fine"));
        checkSomeCells(*table);
        QVERIFY(table->cellAt(0, 2)->text(QAccessible::Name).contains(QStringLiteral("not scored yet")));
        QVERIFY(table->selectColumn(2));
        QCOMPARE(m_source.piece(), std::optional<std::size_t>(3));
    }

    void theTextIsAText()
    {
        TokenTextArea area(m_source);
        area.resize(800, 200);
        area.show();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&area);
        QAccessibleTextInterface *text = face->textInterface();
        QVERIFY(text);
        QVERIFY(face->state().readOnly);
        const QString all = text->text(0, text->characterCount());
        QVERIFY2(all.startsWith(QStringLiteral("A truly fine film")), qPrintable(all));
        QCOMPARE(face->text(QAccessible::Value), all);
        const auto film = static_cast<int>(all.indexOf(QStringLiteral("film")));
        text->setCursorPosition(film);
        QCOMPARE(m_source.piece(), std::optional<std::size_t>(4));
        QCOMPARE(text->cursorPosition(), film);
        int begin = 0, end = 0;
        text->selection(0, &begin, &end);
        QCOMPARE(all.mid(begin, end - begin), QStringLiteral("film"));
        // "film" is there after the first layer, and struck through after the second, which drops it.
        m_source.selectLayer(0);
        QVERIFY(text->attributes(film, &begin, &end).isEmpty());
        m_source.selectLayer(1);
        QVERIFY(text->attributes(film, &begin, &end).contains(QStringLiteral("line-through")));
        QCOMPARE(begin, film);
        QCOMPARE(end, film + 4);
        const QRect letter = text->characterRect(film);
        QCOMPARE(text->offsetAtPoint(letter.center()), film);
        m_source.setTrace(nullptr);
        QCOMPARE(text->characterCount(), 0);
        QCOMPARE(text->selectionCount(), 0);
    }
};

QTEST_MAIN(TestAccessible)
#include "tst_accessible.moc"
