// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"

#include "widgets/style/emphasis.h"
#include "widgets/style/methods.h"
#include "widgets/style/palette.h"

#include <QApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

/// Tables under the program's style.
class TestTableStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreWrittenByWhatTheyMean()
    {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), QStringLiteral("0.25"));
        QTableView table;
        table.setModel(&model);
        table.setShowGrid(false);
        table.resize(300, 120);
        table.horizontalHeader()->setStretchLastSection(true);
        const auto cell = [&] { return table.viewport()->grab(table.visualRect(model.index(0, 0))).toImage(); };
        QVERIFY(!shown(table).isNull());
        table.clearSelection();
        table.setCurrentIndex({});
        const QImage plain = cell();
        for (const auto kind :
             {emphasis::Quiet, emphasis::Good, emphasis::Warning, emphasis::Bold, emphasis::Highlighted}) {
            model.setData(model.index(0, 0), kind, emphasis::Role);
            QVERIFY2(cell() != plain, qPrintable(QString::number(kind)));
        }
        model.setData(model.index(0, 0), emphasis::Plain, emphasis::Role);
        QCOMPARE(cell(), plain);
        model.setData(model.index(0, 0), QStringLiteral("±0.01"), emphasis::DetailRole);
        const QImage detailed = cell();
        QVERIFY(detailed != plain);
        model.setData(model.index(0, 0), static_cast<int>(adaplens::ScoreMethod::Saliency), emphasis::MethodRole);
        QVERIFY(count(cell(), methods::colour(adaplens::ScoreMethod::Saliency, Palette(table.palette()))) > 40);
    }

    void rowsFollowTheType()
    {
        QWidget window;
        QTableView table(&window);
        window.show();
        const int before = table.verticalHeader()->defaultSectionSize();
        QFont larger = window.font();
        larger.setPointSizeF(larger.pointSizeF() * 2);
        window.setFont(larger);
        QVERIFY(table.verticalHeader()->defaultSectionSize() > before * 3 / 2);
    }
};

QTEST_MAIN(TestTableStyle)
#include "tst_tablestyle.moc"
