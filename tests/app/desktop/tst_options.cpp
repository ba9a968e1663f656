// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <QFileInfo>
#include <QTest>

using adaplens::test::ProgramResult;
using adaplens::test::runProgram;
using adaplens::test::TemporaryFolder;

/// The options of the program, given to the program itself, on a system without any screen.
class TestOptions : public QObject {
    Q_OBJECT

    static ProgramResult run(std::vector<std::string> arguments, const std::string &platform = "none")
    {
        return runProgram(
            {.program = ADAPLENS_PROGRAM,
             .arguments = std::move(arguments),
             .environment = {{"QT_QPA_PLATFORM", platform}, {"LC_ALL", "C.UTF-8"}, {"LANGUAGE", ""}, {"LANG", ""}}});
    }

private Q_SLOTS:
    void wrongUsageExits2_data();
    void wrongUsageExits2();
    void helpAndVersionNeedNoScreen();
    void theLanguageIsThatOfTheOptionOrTheSystem();
    void filesAreWrittenWithoutAScreen();
    void anErrorExits1();
    void qtTakesItsOwnOptions();
};

void TestOptions::wrongUsageExits2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--nonsense")} << QStringLiteral("nonsense");
    QTest::newRow("no value") << QStringList{QStringLiteral("--model")} << QStringLiteral("model");
    QTest::newRow("needless value") << QStringList{QStringLiteral("--headless=yes")} << QStringLiteral("headless");
    QTest::newRow("a text alone") << QStringList{QStringLiteral("fine")} << QStringLiteral("fine");
    QTest::newRow("a second text alone") << QStringList{QStringLiteral("--pair"), QStringLiteral("fine")}
                                         << QStringLiteral("--text");
    QTest::newRow("language") << QStringList{QStringLiteral("--language"), QStringLiteral("xx")}
                              << QStringLiteral("de, en");
}

void TestOptions::wrongUsageExits2()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    std::vector<std::string> bytes;
    for (const QString &argument : arguments) {
        bytes.push_back(argument.toStdString());
    }
    const ProgramResult result = run(bytes);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.output.empty());
    const QString error = QString::fromStdString(result.error);
    QVERIFY2(error.startsWith(QStringLiteral("adaplens: ")), result.error.c_str());
    QVERIFY2(error.contains(named), result.error.c_str());
    QVERIFY2(error.endsWith(QStringLiteral("(see adaplens --help)\n")), result.error.c_str());
    QCOMPARE(error.count(QLatin1Char('\n')), 1);
}

void TestOptions::helpAndVersionNeedNoScreen()
{
    const ProgramResult help = run({"--help"});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.error.empty());
    for (const char *option : {"--model <folder>", "--beside <model>", "--figure <file>", "--layers <file>",
                               "--animation <file>", "--language <language>", "--headless"}) {
        QVERIFY2(help.output.find(option) != std::string::npos, option);
    }
    const ProgramResult version = run({"--version"});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.starts_with("AdapLens "));
}

void TestOptions::theLanguageIsThatOfTheOptionOrTheSystem()
{
    const std::string english = "Analyse <text>.", german = "Den Text <Text> analysieren.";
    const auto help = [](const std::string &system, std::vector<std::string> arguments) {
        arguments.emplace_back("--help");
        return runProgram(
                   {.program = ADAPLENS_PROGRAM,
                    .arguments = arguments,
                    .environment = {{"QT_QPA_PLATFORM", "none"}, {"LC_ALL", ""}, {"LANGUAGE", ""}, {"LANG", system}}})
            .output;
    };
    QVERIFY(help("C.UTF-8", {}).find(english) != std::string::npos);
    QVERIFY(help("fr_FR.UTF-8", {}).find(english) != std::string::npos);
    QVERIFY(help("de_AT.UTF-8", {}).find(german) != std::string::npos);
    QVERIFY(help("en_GB.UTF-8", {"--language", "de"}).find(german) != std::string::npos);
    QVERIFY(help("de_DE.UTF-8", {"--language", "en"}).find(english) != std::string::npos);
}

void TestOptions::filesAreWrittenWithoutAScreen()
{
    const TemporaryFolder folder;
    const std::string model = (folder.path() / "model").string(), out = (folder.path() / "out").string();
    adaplens::test::writeTinyModel(model, {});
    const ProgramResult result = run({"--headless", "--model", model, "--out", out, "--text", "a great film"});
    QVERIFY2(result.exitCode == 0, result.error.c_str());
    for (const char *name : {"token-map.png", "token-map.svg", "page.html", "trace.json"}) {
        QVERIFY2(QFileInfo(QString::fromStdString(out + '/' + name)).size() > 0, name);
    }
    const std::string map = (folder.path() / "map.pdf").string(), layers = (folder.path() / "layers.svg").string(),
                      moving = (folder.path() / "moving.gif").string();
    const ProgramResult figures = run({"--figure", map, "--layers", layers, "--animation", moving, "--model", model,
                                       "--text", "a great film", "--pair", "a bad one"});
    QVERIFY2(figures.exitCode == 0, figures.error.c_str());
    QVERIFY(QFileInfo(QString::fromStdString(map)).size() > 0);
    QVERIFY(adaplens::test::content(layers).find("second text") != std::string::npos);
    QVERIFY(adaplens::test::content(moving).starts_with("GIF89a"));
    const std::string two = (folder.path() / "two.svg").string();
    const ProgramResult beside =
        run({"--figure", two, "--model", model, "--beside", "attention-topk", "--text", "a great film"});
    QVERIFY2(beside.exitCode == 0, beside.error.c_str());
    QVERIFY(adaplens::test::content(two).find("A: Tiny · AdapLeR") != std::string::npos);
    QVERIFY(adaplens::test::content(two).find("B: Tiny · Most attended tokens") != std::string::npos);
    const ProgramResult nothing =
        run({"--headless", "--model", model, "--beside", "none", "--out", out, "--text", "a great film"});
    QVERIFY2(nothing.exitCode == 0, nothing.error.c_str());
    QVERIFY(adaplens::test::content(out + "/token-map.svg").find("B: Tiny · nothing dropped") != std::string::npos);
    QVERIFY(QFileInfo(QString::fromStdString(out + "/trace-beside.json")).size() > 0);
    const ProgramResult unknown = run({"--figure", two, "--model", model, "--beside", "no-such-model"});
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY2(unknown.error.find("no-such-model") != std::string::npos, unknown.error.c_str());
    const ProgramResult wrong = run({"--layers", (folder.path() / "layers.doc").string(), "--model", model});
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.error.find("layers.doc") != std::string::npos, wrong.error.c_str());
}

void TestOptions::anErrorExits1()
{
    const ProgramResult result = run({"--headless", "--model", "/nonexistent/model"});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.error.find("adaplens: /nonexistent/model ") != std::string::npos, result.error.c_str());
}

void TestOptions::qtTakesItsOwnOptions()
{
    // Only Qt can know that there is no such platform, and it ends the program.
    const ProgramResult result = run({"-platform", "nowhere", "-style", "fusion"});
    QVERIFY(result.exitCode != 0);
    QVERIFY2(result.error.find("nowhere") != std::string::npos, result.error.c_str());
    QVERIFY2(result.error.find("--help") == std::string::npos, result.error.c_str()); // no complaint of ours
}

QTEST_GUILESS_MAIN(TestOptions)

#include "tst_options.moc"
