// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/annotations.h"
#include "widgets/annotate/annotationstore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace adaplens;
using namespace adaplens::test;
using Spans = std::vector<ByteRange>;

namespace {

ExampleList examplesOf(const AnnotationSet &set)
{
    ExampleList examples;
    for (const AnnotatedText &text : set.texts()) {
        examples.push_back(text.example);
    }
    return examples;
}

bool same(const Example &a, const Example &b)
{
    return a.id == b.id && a.text == b.text && a.pair == b.pair && a.label == b.label && a.rationale == b.rationale;
}

bool same(const ExampleList &a, const ExampleList &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto &left, const auto &right) { return same(*left, *right); });
}

} // namespace

/// The document of annotations, its files and its recovery.
class TestAnnotationSet : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QFile target(file(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        target.write(content);
    }
    DataSource source(const QString &name, const std::string &split = {}) const
    {
        DataSource result;
        result.path = file(name).toStdString();
        result.split = split;
        return result;
    }
    AnnotationSource jsonl(const QString &name) const
    {
        return {file(name).toStdString(), DataFormat::Jsonl, {}, name, true};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void marksAndUnmarks_data()
    {
        QTest::addColumn<std::size_t>("begin");
        QTest::addColumn<std::size_t>("end");
        QTest::addColumn<bool>("erase");
        QTest::addColumn<QVector<int>>("expected"); // begin, end, begin, end ..
        // "abcd efgh ijkl mnop" with [0, 4) and [10, 14) marked
        const auto row = [](const char *name, std::size_t begin, std::size_t end, bool erase,
                            const QVector<int> &expected) { QTest::newRow(name) << begin << end << erase << expected; };
        row("another", 5, 9, false, {0, 4, 5, 9, 10, 14});
        row("joins two", 2, 12, false, {0, 14});
        row("grows one", 2, 9, false, {0, 9, 10, 14});
        row("within", 1, 3, false, {0, 4, 10, 14});
        row("white space is left out", 4, 10, false, {0, 4, 5, 9, 10, 14});
        row("only white space", 4, 5, false, {0, 4, 10, 14});
        row("erases a whole", 0, 4, true, {10, 14});
        row("erases the middle", 1, 3, true, {0, 1, 3, 4, 10, 14});
        row("erases over both", 2, 12, true, {0, 2, 12, 14});
        row("erases nothing", 5, 9, true, {0, 4, 10, 14});
    }
    void marksAndUnmarks()
    {
        QFETCH(std::size_t, begin);
        QFETCH(std::size_t, end);
        QFETCH(bool, erase);
        QFETCH(QVector<int>, expected);
        AnnotationSet set;
        set.reset({marked("abcd efgh ijkl mnop", "x", {"abcd", "ijkl"})}, {});
        const Spans before = set.example(0).rationale;
        if (erase) {
            set.erase(0, {begin, end});
        } else {
            set.mark(0, {begin, end});
        }
        Spans spans;
        for (int i = 0; i < expected.size(); i += 2) {
            spans.push_back({static_cast<std::size_t>(expected[i]), static_cast<std::size_t>(expected[i + 1])});
        }
        QCOMPARE(set.example(0).rationale, spans);
        QCOMPARE(set.changed(), spans != before);
        set.history().undo();
        QCOMPARE(set.example(0).rationale, before);
        QVERIFY(!set.changed());
        set.history().redo();
        QCOMPARE(set.example(0).rationale, spans);
    }

    void erasingLeavesNoBlankEnds()
    {
        AnnotationSet set;
        set.reset({marked("abcd efgh ijkl", "x", {"abcd efgh ijkl"})}, {});
        set.erase(0, {5, 9});
        QCOMPARE(set.example(0).rationale, (Spans{{0, 4}, {10, 14}}));
    }

    void everyChangeCanBeUndone()
    {
        AnnotationSet set;
        set.reset(fourReviews(), {});
        const ExampleList before = examplesOf(set);
        const std::uint64_t key = set.at(2).key;
        set.setLabel(1, "mixed");
        set.remove(0);
        set.append(*marked("brand new", ""));
        set.mark(3, {0, 5});
        set.remove(2);
        QCOMPARE(set.size(), 3);
        QCOMPARE(set.example(0).label, std::string("mixed"));
        QCOMPARE(set.rowOf(key), 1);
        QCOMPARE(set.example(2).rationale, (Spans{{0, 5}}));
        const ExampleList after = examplesOf(set);
        while (set.history().canUndo()) {
            set.history().undo();
        }
        QVERIFY(same(examplesOf(set), before));
        QCOMPARE(set.rowOf(key), 2);
        QVERIFY(!set.changed());
        while (set.history().canRedo()) {
            set.history().redo();
        }
        QVERIFY(same(examplesOf(set), after));
    }

    void whatIsSavedComesBack()
    {
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        ExampleList examples = fourReviews();
        examples.push_back(marked("naïve 😀 café “film”\nof two lines", "positive", {"naïve 😀", "film"}));
        set.reset(examples, {}, true);
        QSignalSpy saved(&store, &AnnotationStore::saved);
        store.save(jsonl(QStringLiteral("mine.jsonl")));
        QVERIFY(saved.wait());
        QVERIFY(!set.changed());

        AnnotationSet again;
        AnnotationStore reader(again, m_folder->path());
        QSignalSpy opened(&reader, &AnnotationStore::opened);
        reader.open(source(QStringLiteral("mine.jsonl")));
        QVERIFY(opened.wait());
        QCOMPARE(opened.first().first().toString(), QString());
        QVERIFY(same(examplesOf(again), examples));
        QVERIFY(again.source().own);

        // Every change that is saved in place comes back, too.
        again.mark(3, {0, 4});
        QSignalSpy savedAgain(&reader, &AnnotationStore::saved);
        reader.save(again.source());
        again.setLabel(3, "positive"); // while it is being saved
        QVERIFY(savedAgain.wait());
        QVERIFY(again.changed());
        const auto loaded = loadAnnotations(source(QStringLiteral("mine.jsonl")), [](std::size_t) {}, {});
        QCOMPARE(loaded->examples.at(3)->rationale, (Spans{{0, 4}}));
        QCOMPARE(loaded->examples.at(3)->label, std::string("negative"));
    }

    void anEraserFolderComesBack()
    {
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        set.reset({marked("a dull film , far too long", "NEG", {"dull", "far too long"}),
                   marked("warm and wise", "POS", {"warm"})},
                  {}, true);
        QSignalSpy saved(&store, &AnnotationStore::saved);
        AnnotationSource target = jsonl(QStringLiteral("folder"));
        target.format = DataFormat::Eraser;
        target.split = "val";
        store.save(target);
        QVERIFY(saved.wait());
        const auto loaded = loadAnnotations(source(QStringLiteral("folder"), "val"), [](std::size_t) {}, {});
        QCOMPARE(loaded->examples.size(), std::size_t{2});
        QCOMPARE(loaded->examples.at(0)->label, std::string("NEG"));
        QCOMPARE(loaded->examples.at(0)->text.substr(2, 4), std::string("dull"));
        QCOMPARE(loaded->examples.at(0)->rationale, set.example(0).rationale);
        QCOMPARE(loaded->examples.at(1)->rationale, set.example(1).rationale);
    }

    void aSetOpenedDuringASaveKeepsItsOwnFile()
    {
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        set.reset(fourReviews(), jsonl(QStringLiteral("large.jsonl")), true);
        QSignalSpy saved(&store, &AnnotationStore::saved);
        store.save(set.source());
        set.reset({marked("a small one", "a")}, jsonl(QStringLiteral("small.jsonl")));
        QVERIFY(saved.wait());
        QCOMPARE(set.source().name, QStringLiteral("small.jsonl"));
        QCOMPARE(loadAnnotations(source(QStringLiteral("large.jsonl")), [](std::size_t) {}, {})->examples.size(),
                 std::size_t{4});
        set.setLabel(0, "b");
        store.save(set.source());
        QVERIFY(saved.wait());
        QCOMPARE(loadAnnotations(source(QStringLiteral("large.jsonl")), [](std::size_t) {}, {})->examples.size(),
                 std::size_t{4});
    }

    void anotherChangeDuringASaveIsNotSaved()
    {
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        set.reset(fourReviews(), jsonl(QStringLiteral("mine.jsonl")));
        set.setLabel(0, "saved");
        QSignalSpy saved(&store, &AnnotationStore::saved);
        store.save(set.source());
        set.history().undo();
        set.setLabel(0, "not saved"); // as many changes as the file has, but not the same
        QVERIFY(saved.wait());
        QVERIFY(set.changed());
    }

    void aBrokenFileLosesNothing()
    {
        write(QStringLiteral("broken.jsonl"), "{\"text\": \"fine\", \"label\": \"a\"}\n{\"text\": \"cut o\n");
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        set.reset(fourReviews(), {});
        set.setLabel(0, "changed");
        const ExampleList before = examplesOf(set);
        QSignalSpy failed(&store, &AnnotationStore::failed);
        store.open(source(QStringLiteral("broken.jsonl")));
        QVERIFY(store.opening());
        QVERIFY(failed.wait());
        QVERIFY(!store.opening());
        const QString message = failed.first().first().toString();
        QVERIFY2(message.contains(QStringLiteral("broken.jsonl")) && message.contains(QStringLiteral("2")),
                 qPrintable(message));
        QVERIFY(same(examplesOf(set), before));
        QVERIFY(set.changed() && set.history().canUndo());
    }

    void aFileThatCannotBeWrittenLosesNothing()
    {
        write(QStringLiteral("in the way"), "text");
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        set.reset(fourReviews(), {}, true);
        QSignalSpy failed(&store, &AnnotationStore::failed);
        store.save(jsonl(QStringLiteral("in the way/mine.jsonl")));
        QVERIFY(failed.wait());
        QVERIFY(set.changed());
        QCOMPARE(set.size(), 4);
    }

    void onlyWhatItHoldsWhollyIsReplaced()
    {
        write(QStringLiteral("own.jsonl"), "{\"id\": \"1\", \"text\": \"fine\", \"label\": \"a\"}\n");
        write(QStringLiteral("more.jsonl"),
              "{\"id\": \"1\", \"text\": \"fine\", \"label\": \"a\", \"source\": \"web\"}\n");
        write(QStringLiteral("table.csv"), "text,label\nfine,a\ngood,b\n");
        const auto own = [this](const QString &name) {
            return loadAnnotations(source(name), [](std::size_t) {}, {})->source.own;
        };
        QVERIFY(own(QStringLiteral("own.jsonl")));
        QVERIFY(!own(QStringLiteral("more.jsonl")));
        QVERIFY(!own(QStringLiteral("table.csv")));
    }

    void largeSetsAreCutAndTold()
    {
        QByteArray lines;
        for (int i = 0; i < 30; ++i) {
            lines += "{\"text\": \"text number " + QByteArray::number(i) + "\", \"label\": \"a\"}\n";
        }
        write(QStringLiteral("large.jsonl"), lines);
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        store.setLimits({.texts = 12, .bytes = 1000});
        QSignalSpy opened(&store, &AnnotationStore::opened);
        store.open(source(QStringLiteral("large.jsonl")));
        QVERIFY(opened.wait());
        QCOMPARE(set.size(), 12);
        QVERIFY(opened.first().first().toString().contains(QStringLiteral("first 12 texts")));
        QVERIFY(!set.source().own); // saving in its place would lose the rest
        store.setLimits({.texts = 100, .bytes = 60});
        store.open(source(QStringLiteral("large.jsonl")));
        QVERIFY(opened.wait());
        QCOMPARE(set.size(), 4);
    }

    void aNewerOpeningReplacesTheOlder()
    {
        for (const char *name : {"one", "two", "three"}) {
            write(QLatin1String(name) + QStringLiteral(".jsonl"),
                  QByteArray("{\"text\": \"") + name + "\", \"label\": \"a\"}\n");
        }
        AnnotationSet set;
        AnnotationStore store(set, m_folder->path());
        QSignalSpy opened(&store, &AnnotationStore::opened);
        store.open(source(QStringLiteral("one.jsonl")));
        store.open(source(QStringLiteral("two.jsonl")));
        QVERIFY(opened.wait());
        QCOMPARE(set.example(0).text, std::string("two"));
        store.open(source(QStringLiteral("one.jsonl")));
        store.cancelOpening();
        QVERIFY(!store.opening());
        store.open(source(QStringLiteral("three.jsonl"))); // files are read one after the other: no other is to come
        QVERIFY(opened.wait());
        QCOMPARE(set.example(0).text, std::string("three"));
        QCOMPARE(opened.size(), 2);
    }

    void brokenUtf8IsRepairedAndTold()
    {
        write(QStringLiteral("latin.csv"), "text,label\ncaf\xe9 society,a\nplain text,b\n");
        const auto loaded = loadAnnotations(source(QStringLiteral("latin.csv")), [](std::size_t) {}, {});
        QCOMPARE(loaded->examples.size(), std::size_t{2});
        QCOMPARE(loaded->examples.at(0)->text, std::string("caf\uFFFD society"));
        QCOMPARE(loaded->repaired, std::size_t{1});
    }

    void unsavedChangesSurviveAnEnd()
    {
        const AnnotationSource target = jsonl(QStringLiteral("mine.jsonl"));
        {
            AnnotationSet set;
            AnnotationStore store(set, file(QStringLiteral("state")));
            QVERIFY(!store.restore());
            set.reset(fourReviews(), target);
            set.mark(3, {0, 4});
        }
        AnnotationSet set;
        AnnotationStore store(set, file(QStringLiteral("state")));
        QVERIFY(store.restore());
        QVERIFY(set.changed());
        QCOMPARE(set.size(), 4);
        QCOMPARE(set.example(3).rationale, (Spans{{0, 4}}));
        QCOMPARE(set.source().path, target.path);
        QVERIFY(set.source().own);
        // A second program does not take what this one has.
        {
            AnnotationSet other;
            AnnotationStore second(other, file(QStringLiteral("state")));
            QVERIFY(!second.restore());
        }
        // Once saved, nothing is left to restore.
        QSignalSpy saved(&store, &AnnotationStore::saved);
        store.save(target);
        QVERIFY(saved.wait());
        store.flush();
        QVERIFY(QDir(file(QStringLiteral("state"))).entryList({QStringLiteral("unsaved*.json")}).isEmpty());
    }

    void changesAreKeptWhileWorkGoesOn()
    {
        AnnotationSet set;
        AnnotationStore store(set, file(QStringLiteral("state")));
        set.reset(fourReviews(), {});
        set.setLabel(0, "changed");
        const QDir state(file(QStringLiteral("state")));
        QTRY_VERIFY(!state.entryList({QStringLiteral("unsaved*.json")}).isEmpty());
        set.history().undo();
        QTRY_VERIFY(state.entryList({QStringLiteral("unsaved*.json")}).isEmpty());
    }
};

QTEST_MAIN(TestAnnotationSet)
#include "tst_annotationset.moc"
