// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"

#include "core/error.h"
#include "core/train/knobs.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/numberbox.h"
#include "widgets/train/labellist.h"
#include "widgets/train/traintext.h"

#include <QComboBox>
#include <QWheelEvent>

#include <nlohmann/json.hpp>

/// What the form finds in data, and what it makes of what is chosen.
class TestTrainForm : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<ShownTrainPage> m_shown;

    void write(const char *name, const QByteArray &content)
    {
        QFile out(m_shown->file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
        out.close();
        m_shown->typePath("trainData", out.fileName());
        QTRY_VERIFY(m_shown->page->form()->data()->found());
    }
    [[nodiscard]] const DataForm &data() const { return *m_shown->page->form()->data(); }

private Q_SLOTS:
    void init()
    {
        m_shown = std::make_unique<ShownTrainPage>();
        m_shown->show();
    }
    void cleanup() { m_shown.reset(); }

    void columnsAreThoseOfTheReaderAndCanBeOthers()
    {
        write("set.csv", "id,comment,note,mood,kind\n1,a good film,short,glad,x\n2,a bad one,long,sad,y\n"
                         "3,very good,short,glad,x\n4,too bad,long,sad,z\n");
        auto *text = m_shown->find<QComboBox>("trainTextColumn"), *label = m_shown->find<QComboBox>("trainLabelColumn"),
             *pair = m_shown->find<QComboBox>("trainPairColumn");
        QCOMPARE(text->currentText(), QStringLiteral("comment (found)"));
        QCOMPARE(pair->currentText(), QStringLiteral("none"));
        QCOMPARE(text->count(), 6);
        choose(label, QStringLiteral("kind"));
        QVERIFY(!data().found());
        QTRY_VERIFY(data().found());
        QCOMPARE(data().labels(), QStringList({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}));
        QCOMPARE(QString::fromStdString(data().source().labelColumn), QStringLiteral("kind"));
        choose(pair, QStringLiteral("note"));
        QTRY_VERIFY(data().found());
        QCOMPARE(data().found()->columns.pair, std::string("note"));
        // Other data have other columns: what was chosen is forgotten.
        write("other.tsv", "sentence\tlabel\ngood\t1\nbad\t0\n");
        QCOMPARE(data().source().labelColumn, std::string());
        QCOMPARE(label->currentText(), QStringLiteral("label (found)"));
        QCOMPARE(data().labels(), QStringList({QStringLiteral("0"), QStringLiteral("1")}));
    }

    void namesThatTheUserGaveStayWhileTheDataHaveTheSameLabels()
    {
        write("one.tsv", "text\tlabel\ngood\t1\nbad\t0\n");
        auto *labels = m_shown->find<QLineEdit>("trainLabels");
        labels->setText(QStringLiteral("negative, positive"));
        write("two.tsv", "text\tlabel\ngood film\t1\nbad film\t0\n");
        QCOMPARE(labels->text(), QStringLiteral("negative, positive"));
        write("three.tsv", "text\tlabel\ngood film\tyes\nbad film\tno\n");
        QCOMPARE(labels->text(), QStringLiteral("no, yes"));
    }

    void labelsMayHoldCommas()
    {
        const QStringList labels{QStringLiteral("a, b"), QStringLiteral("say \"so\""), QStringLiteral("c")};
        QCOMPARE(joinedLabels(labels), QStringLiteral("\"a, b\", \"say \"\"so\"\"\", c"));
        QCOMPARE(splitLabels(joinedLabels(labels)), labels);
        QCOMPARE(splitLabels(QStringLiteral(" a ,, b ,")), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(splitLabels(QStringLiteral("\"open")), QStringList(QStringLiteral("open")));
        QVERIFY(splitLabels({}).isEmpty());
    }

    void everyKnobReachesTheConfiguration()
    {
        m_shown->fill();
        m_shown->find<QSpinBox>("trainLength")->setValue(24);
        m_shown->find<QSpinBox>("trainSeed")->setValue(11);
        m_shown->find<NumberBox>("trainPhi")->setValue(0.002);
        m_shown->find<QAbstractButton>("trainBfloat16")->click();
        double next = 0.001;
        for (const adaplens::TrainKnob &knob : adaplens::trainKnobs("adapler")) {
            const std::string name = "train/" + knob.step + '/' + knob.key;
            if (knob.whole) {
                m_shown->find<QSpinBox>(name.c_str())->setValue(7);
            } else {
                auto *box = m_shown->find<NumberBox>(name.c_str());
                QCOMPARE(box->value(), knob.value);
                box->setValue(next += 0.0625);
            }
        }
        const adaplens::TrainConfig config = m_shown->page->form()->config();
        QCOMPARE(config.data.front().maxLength, std::size_t{24});
        QCOMPARE(config.data.front().phi, 0.002);
        QCOMPARE(config.seed, std::uint64_t{11});
        QVERIFY(config.bfloat16);
        QCOMPARE(config.out, m_shown->task.out);
        QCOMPARE(config.data.front().data.path, m_shown->task.data.front().data.path);
        next = 0.001;
        for (const adaplens::TrainKnob &knob : adaplens::trainKnobs("adapler")) {
            const auto section = nlohmann::json::parse(config.steps.at(knob.step));
            QCOMPARE(section.at(knob.key).get<double>(), knob.whole ? 7.0 : next += 0.0625);
        }
    }

    void learningRatesAreWrittenShort()
    {
        NumberBox box(3e-5);
        QCOMPARE(box.text(), QStringLiteral("3E-05"));
        QCOMPARE(box.value(), 3e-5);
        box.stepBy(1);
        QCOMPARE(box.value(), 6e-5);
        box.stepBy(-2);
        QCOMPARE(box.value(), 1.5e-5);
        box.setValue(0);
        box.stepBy(-1);
        QCOMPARE(box.value(), 0.0);
        box.stepBy(1);
        QVERIFY(box.value() > 0);
        box.selectAll();
        QTest::keyClicks(&box, QStringLiteral("5E-4"));
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), 5e-4);
        box.selectAll();
        QTest::keyClicks(&box, QStringLiteral("abc"));
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.value(), 5e-4);
        box.setLocale(QLocale(QLocale::German));
        box.setValue(0.005);
        QCOMPARE(box.text(), QStringLiteral("0,005"));
    }

    void theWheelMovesNoNumberOnTheWay()
    {
        auto *batch = m_shown->find<QSpinBox>("trainBatch");
        m_shown->find<QLineEdit>("trainData")->setFocus();
        const QPointF centre(batch->rect().center());
        QWheelEvent wheel(centre, batch->mapToGlobal(centre), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(batch, &wheel);
        QCOMPARE(batch->value(), 32);
    }

    void timesAreToldRoughly()
    {
        QCOMPARE(traintext::duration(0.2), QStringLiteral("1 s"));
        QCOMPARE(traintext::duration(80), QStringLiteral("80 s"));
        QCOMPARE(traintext::duration(600), QStringLiteral("10 min"));
        QCOMPARE(traintext::duration(9000), QStringLiteral("2.5 h"));
    }
};

QTEST_MAIN(TestTrainForm)
#include "tst_trainform.moc"
