// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "widgets/page/rationaledata.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

/// What is taken for a data set with rationales.
class TestRationaleData : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content = {}) const
    {
        QDir(m_folder->path()).mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anEraserFolderHasSplits()
    {
        QVERIFY_EXCEPTION_THROWN((void)rationaleDataAt(m_folder->path()), adaplens::Error);
        QVERIFY_EXCEPTION_THROWN((void)rationaleDataAt(path(QStringLiteral("absent"))), adaplens::Error);
        write(QStringLiteral("docs/one"));
        for (const char *name : {"test.jsonl", "train.jsonl", "more.jsonl"}) {
            write(QLatin1String(name));
        }
        write(QStringLiteral("val.jsonl"), "{}\n{}\n\n{}");
        const RationaleData eraser = rationaleDataAt(m_folder->path());
        QCOMPARE(eraser.splits, (QStringList{QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test"),
                                             QStringLiteral("more")}));
        QCOMPARE(eraser.name, QDir(m_folder->path()).dirName());
        QCOMPARE(documentCounts(eraser), (QList<int>{0, 3, 0, 0}));
        QVERIFY(QFile::remove(path(QStringLiteral("more.jsonl"))));
        QCOMPARE(documentCounts(eraser).last(), -1);
        // A split's file means its folder, with this split first.
        const RationaleData split = rationaleDataAt(path(QStringLiteral("test.jsonl")));
        QCOMPARE(split.path, eraser.path);
        QCOMPARE(split.splits, (QStringList{QStringLiteral("test"), QStringLiteral("train"), QStringLiteral("val")}));
        const adaplens::DataSource source = eraser.source(QStringLiteral("val"), 3);
        QCOMPARE(source.split, std::string("val"));
        QCOMPARE(source.limit, std::size_t{3});
    }

    void aFileIsASetOfItsOwn()
    {
        write(QStringLiteral("marked.jsonl"));
        const RationaleData own = rationaleDataAt(path(QStringLiteral("marked.jsonl")));
        QCOMPARE(own.name, QStringLiteral("marked"));
        QVERIFY(own.splits.isEmpty());
    }

    void whatIsDropped_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("dropped");
        QTest::addColumn<bool>("taken");
        QTest::newRow("jsonl") << "marked.jsonl"
                               << "marked.jsonl" << true;
        QTest::newRow("table") << "table.CSV"
                               << "table.CSV" << true;
        QTest::newRow("ERASER") << "movies/docs/one"
                                << "movies" << true;
        QTest::newRow("HateXplain") << "hate/dataset.json"
                                    << "hate" << true;
        QTest::newRow("text") << "plain.txt"
                              << "plain.txt" << false;
        QTest::newRow("model") << "model/config.json"
                               << "model" << false;
        QTest::newRow("a model's file") << "model/config.json"
                                        << "model/config.json" << false;
        QTest::newRow("a tokenizer") << "model/tokenizer.json"
                                     << "model/tokenizer.json" << false;
    }
    void whatIsDropped()
    {
        QFETCH(QString, file);
        QFETCH(QString, dropped);
        QFETCH(bool, taken);
        write(file);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path(dropped))});
        QCOMPARE(droppedRationales(data), taken ? path(dropped) : QString());
        data.setUrls(data.urls() + data.urls()); // one at a time
        QCOMPARE(droppedRationales(data), QString());
    }
};

QTEST_MAIN(TestRationaleData)
#include "tst_rationaledata.moc"
