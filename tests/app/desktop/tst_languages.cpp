// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"
#include "widgets/window/translations.h"

#include <QDir>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

/// Every language that the window speaks: whole, with everything in its place, and with room for its words.
class TestLanguages : public QObject {
    Q_OBJECT

    struct Entry {
        QString source;
        QStringList translations;
        bool finished = true;
    };

    static QList<Entry> entriesOf(const QString &language)
    {
        QFile file(QStringLiteral(ADAPLENS_SOURCE_DIR "/resources/translations/adaplens_%1.ts").arg(language));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("%s cannot be read.", qUtf8Printable(file.fileName()));
        }
        QXmlStreamReader xml(&file);
        QList<Entry> entries;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == QLatin1String("message")) {
                entries.append(Entry());
            } else if (xml.name() == QLatin1String("source")) {
                entries.last().source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                entries.last().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                entries.last().translations << text;
            }
        }
        return entries;
    }
    /// Those of a text, each once; plurals may leave out the number.
    static QStringList placesOf(const QString &text)
    {
        static const QRegularExpression place(QStringLiteral("%L?[1-9]"));
        QStringList places;
        for (auto it = place.globalMatch(text); it.hasNext();) {
            places << it.next().captured();
        }
        places.removeDuplicates();
        places.sort();
        return places;
    }
    static void speak(const QString &language)
    {
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>()) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
        installTranslations(QLocale(language));
    }
    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const QString &language : translatedLanguages()) {
            QTest::newRow(qUtf8Printable(language)) << language;
        }
    }

    /// Buttons and labels that are narrower than what stands on them.
    static QStringList cutIn(const MainWindow &window)
    {
        QStringList cut;
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->text().isEmpty() &&
                button->width() + 2 < button->minimumSizeHint().width()) {
                cut << button->text();
            }
        }
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap() && label->width() + 2 < label->minimumSizeHint().width()) {
                cut << label->text();
            }
        }
        return cut;
    }

private Q_SLOTS:
    void cleanup() { speak(QStringLiteral("en")); }

    void everyTextIsTranslated_data() { languages(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        const QList<Entry> entries = entriesOf(language);
        QVERIFY(language == QLatin1String("en") || entries.size() > 1000);
        for (const Entry &entry : entries) {
            QVERIFY2(entry.finished, qPrintable(entry.source));
            for (const QString &text : entry.translations) {
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(entry.source));
                QVERIFY2(placesOf(text) == placesOf(entry.source), qPrintable(entry.source));
                QVERIFY2(text.count(QStringLiteral("<b>")) == entry.source.count(QStringLiteral("<b>")) ||
                             !entry.source.contains(QLatin1Char('<')) || text.count(QLatin1Char('<')) >= 1,
                         qPrintable(entry.source));
            }
        }
    }

    void nothingIsCutOff_data() { languages(); }
    /// In the window at its usual size, with type of 100 % and 150 %.
    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        speak(language);
        WindowFixture fixture(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>()));
        MainWindow &window = fixture.window();
        window.resize(1440, 900);
        window.start(QStringLiteral("/models/fake"), QStringLiteral("a gorgeous film"));
        QTRY_VERIFY(fixture.shows(QStringLiteral("a gorgeous film")));
        for (const int zoom : {100, 150}) {
            window.setZoom(zoom);
            for (int page = 0; page < window.pages().size(); ++page) {
                window.showPage(page);
                // Once all is laid out, and what that asks for, too.
                if (!QTest::qWaitFor([&window] { return cutIn(window).isEmpty(); }, 3000)) {
                    QFAIL(qPrintable(QStringLiteral("%1 %: %2").arg(zoom).arg(cutIn(window).join(QLatin1Char('\n')))));
                }
            }
        }
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
