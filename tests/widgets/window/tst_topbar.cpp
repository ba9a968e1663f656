// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/topbar.h"

#include "core/encoder/modelinfo.h"

#include <QLabel>
#include <QTest>

/// The line along the top.
class TestTopBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheArchitectureOfAPlainModel_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("title");
        QTest::newRow("BERT") << "bert"
                              << "Mine · BERT, 1 layer";
        QTest::newRow("DistilBERT") << "distilbert"
                                    << "Mine · DistilBERT, 1 layer";
        QTest::newRow("ELECTRA") << "electra"
                                 << "Mine · ELECTRA, 1 layer";
        QTest::newRow("RoBERTa") << "roberta"
                                 << "Mine · RoBERTa, 1 layer";
    }
    void namesTheArchitectureOfAPlainModel()
    {
        QFETCH(QString, type);
        QFETCH(QString, title);
        adaplens::ModelInfo model;
        model.name = "Mine";
        model.architecture = type.toStdString();
        model.layers = 1;
        TopBar bar;
        bar.setModel(model);
        QString shown = bar.findChild<QLabel *>(QStringLiteral("modelTitle"))->text();
        QCOMPARE(shown.remove(QStringLiteral("(s)")), title); // what stands where no plurals are loaded
    }
};

QTEST_MAIN(TestTopBar)
#include "tst_topbar.moc"
