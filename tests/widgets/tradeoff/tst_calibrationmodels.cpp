// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

#include "core/sweep/calibratedmodel.h"
#include "tests/support/temporaryfolder.h"
#include "widgets/tradeoff/calibrationfigure.h"
#include "widgets/tradeoff/calibrationform.h"
#include "widgets/tradeoff/calibrationview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QSlider>
#include <QTabBar>

#include <fstream>

using namespace adaplens;

/// "As fast as is safe" with real models: what is on the screen is what the command line writes.
class TestCalibrationModels : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownTradeoffPage> m_shown;
    QString m_model, m_texts;

    CalibrationView &view() { return *m_shown->page->calibration(); }
    QJsonObject json(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    void show(CalibrationRunner runner)
    {
        m_shown = std::make_unique<ShownTradeoffPage>(std::move(runner));
        m_model = m_shown->file(QStringLiteral("model"));
        m_texts = m_shown->file(QStringLiteral("texts.tsv"));
        test::writeTinyModel(m_model.toStdString(), {.twin = false, .eta = 0.4F});
        m_shown->show();
        m_shown->find<QTabBar>("tradeoffViews")->setCurrentIndex(1);
        m_shown->openModel(m_model);
    }
    /// Labelled as the model answers them without dropping: whatever dropping changes is a loss.
    void writeTexts()
    {
        const auto classifier = Classifier::open(m_model.toStdString());
        const std::vector<std::string> words = {"good", "bad", "plot", "dull", "great", "and", "not", "fun"};
        std::ofstream stream(m_texts.toStdString());
        stream << "sentence\tlabel\n";
        for (std::size_t i = 0; i < 300; ++i) {
            const std::string text = "the film is " + words[i % 8] + ' ' + words[i / 8 % 8] + " , " + words[i / 64];
            const auto trace = classifier->run(text, std::nullopt, {.plain = true});
            stream << text << '\t' << (trace->plain.label == 0 ? "negative" : "positive") << '\n';
        }
    }
    void run()
    {
        view().form()->openData(m_texts);
        QTest::mouseClick(m_shown->find<QAbstractButton>("calibrateButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!view().run().running(), 60000);
    }

private Q_SLOTS:
    void cleanup() { m_shown.reset(); }

    void theScreenShowsWhatTheCommandLineFinds()
    {
        show(classifierCalibration());
        writeTexts();
        run();
        QVERIFY(view().shown());
        struct Row {
            int tenths;
            double loss;
            int place;
            double confidence;
        };
        for (const Row &row : {Row{100, 0.1, 1, 0.9}, {30, 0.03, 3, 0.99}, {20, 0.02, 0, 0.8}, {1, 0.001, 2, 0.95}}) {
            m_shown->find<QSlider>("lossSlider")->setValue(row.tenths);
            m_shown->find<QTabBar>("confidence")->setCurrentIndex(row.place);
            const auto classifier = Classifier::open(m_model.toStdString());
            DataSource source;
            source.path = m_texts.toStdString();
            const auto reader = openReader(source);
            CalibrateOptions options;
            options.loss = row.loss;
            options.confidence = row.confidence;
            const auto wanted = calibrate(*classifier, *reader, options);
            QVERIFY(wanted);
            const QString file = m_shown->file(QStringLiteral("out.json"));
            view().exportTo(file);
            QJsonObject screen = json(file);
            QJsonObject line = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(*wanted))).object();
            QCOMPARE(screen.value(QStringLiteral("scales")).toArray().size(),
                     static_cast<qsizetype>(wanted->scales.size()));
            for (QJsonObject *object : {&screen, &line}) { // what it took in seconds may differ
                object->remove(QStringLiteral("conditions"));
            }
            QCOMPARE(screen, line);
            const QString speedup = m_shown->find<QLabel>("calibratedSpeedup")->text();
            QCOMPARE(speedup, wanted->chosen
                                  ? QString::number(wanted->speedup(wanted->scales[*wanted->chosen]), 'f', 2) +
                                        QStringLiteral("\u202F×")
                                  : QStringLiteral("none"));
        }
    }

    void theModelIsSavedWithTheThresholdsChosen()
    {
        show({});
        run();
        QSignalSpy messages(m_shown->page.get(), &Page::message);
        const QString out = m_shown->file(QStringLiteral("out"));
        view().saveModel(out);
        QTRY_COMPARE(messages.count(), 1);
        QVERIFY2(messages[0][0].value<MessageBar::Kind>() == MessageBar::Kind::Done,
                 qPrintable(messages[0][1].toString()));
        QVERIFY(messages[0][1].toString().contains(out));
        const std::vector<double> thresholds = Classifier::open(out.toStdString())->thresholds();
        for (std::size_t l = 0; l < 3; ++l) {
            QCOMPARE(static_cast<float>(thresholds[l]), (std::array{0.3F, 0.45F, 0.6F}[l]));
        }
        QCOMPARE(json(out + QStringLiteral("/calibration.json")).value(QStringLiteral("chosen")).toDouble(), 0.75);
        const QByteArray record =
            QByteArray::fromStdString(test::content((out + QStringLiteral("/calibration.json")).toStdString()));
        QCOMPARE(record, QByteArray::fromStdString(toJson(view().shown()->calibration) + '\n'));

        view().saveModel(out); // it is not empty
        QCOMPARE(messages.count(), 2);
        QVERIFY(messages[1][1].toString().contains(QStringLiteral("is not empty")));
        QVERIFY(!messages[1][1].toString().contains(QStringLiteral("--")));
        QFile(m_model + QStringLiteral("/model.safetensors")).remove();
        view().saveModel(m_shown->file(QStringLiteral("other")));
        QTRY_COMPARE(messages.count(), 3);
        QVERIFY(messages[2][0].value<MessageBar::Kind>() == MessageBar::Kind::Error);
        QVERIFY(!QFileInfo::exists(m_shown->file(QStringLiteral("other"))));
    }

    void theFiguresAreSaved()
    {
        show({});
        QSignalSpy messages(m_shown->page.get(), &Page::message);
        view().exportTo(m_shown->file(QStringLiteral("early.csv")));
        QVERIFY(!QFile::exists(m_shown->file(QStringLiteral("early.csv"))));
        run();
        for (const char *name : {"f.png", "f.svg", "f.pdf", "f.csv"}) {
            view().exportTo(m_shown->file(QLatin1String(name)));
            QVERIFY2(QFileInfo(m_shown->file(QLatin1String(name))).size() > 0, name);
        }
        QCOMPARE(messages.count(), 4);
        QCOMPARE(test::content(m_shown->file(QStringLiteral("f.csv")).toStdString()),
                 toCsv(view().shown()->calibration));
        const QByteArray drawn =
            QByteArray::fromStdString(test::content(m_shown->file(QStringLiteral("f.svg")).toStdString()));
        QVERIFY(drawn.contains("As fast as is safe: Tiny"));
        QVERIFY(m_shown->page->figure()->title.contains(QStringLiteral("Tiny · texts")));
        view().exportTo(m_shown->file(QStringLiteral("f.txt")));
        QCOMPARE(messages.last()[0].value<MessageBar::Kind>(), MessageBar::Kind::Error);
    }
};

QTEST_MAIN(TestCalibrationModels)
#include "tst_calibrationmodels.moc"
