// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

using namespace adaplens::test;
using nlohmann::json;

namespace {

/// A model of each kind, made once for all tests of this program.
struct Models {
    TemporaryFolder folder;
    std::string adaptive = (folder.path() / "adaptive").string();
    std::string plain = (folder.path() / "plain-model").string();
    std::string pairs = (folder.path() / "pairs").string();
    Models()
    {
        writeTinyModel(adaptive, {});
        writeTinyModel(plain, {.adaptive = false});
        writeTinyModel(pairs, {.twin = false, .pairs = true});
    }
};

const Models &models()
{
    static const Models all;
    return all;
}

std::vector<std::string> asJson(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "analyze");
    arguments.insert(arguments.end(), {"--timing-runs", "1", "--json", "-"});
    return arguments;
}

json traceOf(const std::string &model, std::vector<std::string> arguments, const std::string &input = {})
{
    const ProgramResult result = runCli(model, asJson(std::move(arguments)), input);
    CAPTURE(result.error);
    REQUIRE(result.exitCode == 0);
    return json::parse(result.output);
}

std::string slice(const std::string &text, const json &place)
{
    return text.substr(place["start"].get<std::size_t>(),
                       place["end"].get<std::size_t>() - place["start"].get<std::size_t>());
}

/// What must hold of every trace.
void checkTrace(const json &trace)
{
    CHECK(trace["schema"] == "adaplens.trace/1");
    const std::size_t tokens = trace["tokens"].size();
    REQUIRE(tokens >= 2);
    CHECK(trace["tokens"][0]["piece"] == "[CLS]");
    std::vector<std::size_t> expected(tokens);
    for (std::size_t i = 0; i < tokens; ++i) {
        expected[i] = i;
    }
    for (const json &layer : trace["layers"]) {
        const auto alive = layer["alive"].get<std::vector<std::size_t>>();
        CHECK(alive == expected); // what the layer before kept, in order
        REQUIRE(layer["raw"].size() == alive.size());
        REQUIRE(layer["adjusted"].size() == alive.size());
        REQUIRE(layer["kept"].size() == alive.size());
        const double threshold = layer["threshold"];
        double sum = 0;
        expected.clear();
        for (std::size_t i = 0; i < alive.size(); ++i) {
            sum += layer["raw"][i].get<double>();
            const bool kept = layer["kept"][i];
            CHECK(kept == (i == 0 || layer["adjusted"][i].get<double>() >= threshold));
            if (kept) {
                expected.push_back(alive[i]);
            }
        }
        CHECK(sum == doctest::Approx(1).epsilon(1e-4));
    }
    CHECK(trace["survivors"].get<std::vector<std::size_t>>() == expected);
    CHECK(trace["labels"].size() == trace["logits"].size());
    for (const json *prediction : {&trace, &trace["plain"]}) {
        double sum = 0;
        for (const json &p : (*prediction)["probabilities"]) {
            sum += p.get<double>();
        }
        CHECK(sum == doctest::Approx(1).epsilon(1e-5));
        CHECK((*prediction)["logits"].size() == trace["labels"].size());
        CHECK((*prediction)["label"].is_string());
    }
    for (const char *key : {"flops_plain", "flops_reduced", "speedup", "ms_plain", "ms_reduced"}) {
        CHECK(trace["cost"][key].get<double>() > 0);
    }
    CHECK(trace["truncated"].is_number_unsigned());
}

std::string repeated(const std::string &word, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += word + (i + 1 < times ? " " : "");
    }
    return text;
}

} // namespace

TEST_CASE("the JSON trace is consistent, and something is dropped")
{
    const json trace = traceOf(models().adaptive, {"--text", "this film is a truly great story, not dull or boring!"});
    checkTrace(trace);
    CHECK(trace["survivors"].size() < trace["tokens"].size());
    CHECK(trace["drops"] == true);
    CHECK(trace["score"] == "contribution");
    CHECK(trace["plain"]["model"] == "twin");
    CHECK(trace["cost"]["speedup"].get<double>() ==
          doctest::Approx(trace["cost"]["flops_plain"].get<double>() / trace["cost"]["flops_reduced"].get<double>()));
    CHECK(trace["truncated"] == 0);
}

TEST_CASE("offsets are bytes of the text, with accents, emoji and capitals intact")
{
    const std::string text =
        "Na\xc3\xafve \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 FILM, \xe6\x98\xa0\xe7\x94\xbb fun";
    const json trace = traceOf(models().adaptive, {"--text", text});
    checkTrace(trace);
    CHECK(trace["text"] == text);
    std::vector<std::string> words;
    for (const json &word : trace["words"]) {
        words.push_back(slice(text, word));
    }
    const std::set<std::string> all(words.begin(), words.end());
    for (const char *wanted : {"Na\xc3\xafve", "FILM", ",", "fun"}) {
        CAPTURE(wanted);
        CHECK(all.contains(wanted));
    }
    for (const json &token : trace["tokens"]) {
        if (token["piece"] == "film") {
            CHECK(slice(text, token) == "FILM");
            CHECK(slice(text, trace["words"][token["word"].get<std::size_t>()]) == "FILM");
        }
    }
}

TEST_CASE("offsets of segment 1 are bytes of the second text")
{
    const std::string pair = "\xc3\x84 dull movie";
    const json trace = traceOf(models().pairs, {"--text", "the film", "--pair", pair});
    checkTrace(trace);
    CHECK(trace["pair"] == pair);
    CHECK(trace["plain"]["model"] == "same weights");
    std::vector<std::string> second;
    for (const json &token : trace["tokens"]) {
        if (token["segment"] == 1 && token["special"] == false) {
            second.push_back(slice(pair, token));
        }
    }
    CHECK(second == std::vector<std::string>{"\xc3\x84", "dull", "movie"});
}

TEST_CASE("texts reach the model byte for byte, whatever they look like")
{
    for (const std::string text : {"--plain", "-", "[CLS] film", "[a,b]", "{}", "%%", "=x", "'q' \"q\"", "\\n"}) {
        CAPTURE(text);
        CHECK(traceOf(models().adaptive, {"--text", text})["text"] == text);
    }
    CHECK(traceOf(models().adaptive, {"--file", "-"}, "a film\nis fun\n")["text"] == "a film\nis fun\n");
    const std::string zero("a\0film", 6);
    CHECK(traceOf(models().adaptive, {"--file", "-"}, zero)["text"] == zero);
}

TEST_CASE("an empty text and broken UTF-8 give a correct result and a note")
{
    const ProgramResult empty = runCli(models().adaptive, asJson({"--text", ""}));
    REQUIRE(empty.exitCode == 0);
    checkTrace(json::parse(empty.output));
    CHECK(json::parse(empty.output)["tokens"].size() == 2);
    CHECK(empty.error.find("nothing that the model can read") != std::string::npos);

    const ProgramResult broken = runCli(models().adaptive, asJson({"--text", "a \xff\xfe film"}));
    REQUIRE(broken.exitCode == 0);
    const json trace = json::parse(broken.output);
    checkTrace(trace);
    CHECK(broken.error.find("U+FFFD") != std::string::npos);
    for (const json &token : trace["tokens"]) {
        if (token["piece"] == "film") {
            CHECK(slice(trace["text"], token) == "film");
        }
    }

    const ProgramResult utf16 = runCli(models().adaptive, asJson({"--file", "-"}),
                                       std::string("\xff\xfe"
                                                   "a\0",
                                                   4));
    CHECK(utf16.exitCode == 1);
    CHECK(onlyOneSentence(utf16));
}

TEST_CASE("a plain model, or --plain, drops nothing and shows attention or saliency")
{
    for (const std::string score : {"attention", "saliency"}) {
        const json trace = traceOf(models().plain, {"--text", "a good film", "--score", score});
        checkTrace(trace);
        CHECK(trace["drops"] == false);
        CHECK(trace["score"] == score);
        CHECK(trace["survivors"].size() == trace["tokens"].size());
        CHECK(trace["plain"]["label"] == trace["label"]);
    }
    const json plain = traceOf(models().adaptive, {"--text", "a good film", "--plain"});
    CHECK(plain["drops"] == false);
    CHECK(plain["score"] == "attention");
    const json reduced = traceOf(models().adaptive, {"--text", "a good film"});
    CHECK(plain["logits"] == reduced["plain"]["logits"]);

    const ProgramResult refused = runCli(models().adaptive, asJson({"--text", "a", "--score", "saliency"}));
    CHECK(refused.exitCode == 1);
    CHECK(onlyOneSentence(refused));
}

TEST_CASE("a long text is cut with a note, and --window reads all of it")
{
    const std::string text = repeated("great film,", 100); // 300 pieces, 62 of which fit
    const ProgramResult cut = runCli(models().adaptive, asJson({"--text", text}));
    REQUIRE(cut.exitCode == 0);
    const json trace = json::parse(cut.output);
    checkTrace(trace);
    CHECK(trace["tokens"].size() == 64);
    CHECK(trace["truncated"] == 238);
    CHECK(cut.error.find("238 words (238 pieces)") != std::string::npos);

    const ProgramResult windows = runCli(models().adaptive, asJson({"--text", text, "--window"}));
    REQUIRE(windows.exitCode == 0);
    CHECK(windows.error.find("unread") == std::string::npos);
    const json all = json::parse(windows.output);
    CHECK(all["schema"] == "adaplens.windows/1");
    std::size_t next = 0;
    std::size_t pieces = 0;
    std::vector<double> mean(2);
    for (const json &window : all["windows"]) {
        checkTrace(window);
        CHECK(window["truncated"] == 0);
        for (const json &token : window["tokens"]) {
            if (token["special"] == true) {
                continue;
            }
            CHECK(token["start"].get<std::size_t>() >= next);
            CHECK(text.find_first_not_of(' ', next) == token["start"].get<std::size_t>());
            next = token["end"];
            ++pieces;
        }
        for (std::size_t k = 0; k < 2; ++k) {
            mean[k] += window["probabilities"][k].get<double>() / static_cast<double>(all["windows"].size());
        }
    }
    CHECK(next == text.size());
    CHECK(pieces == 300);
    CHECK(all["probabilities"][0].get<double>() == doctest::Approx(mean[0]).epsilon(1e-5));
    CHECK(traceOf(models().adaptive, {"--text", "short", "--window"})["windows"].size() == 1);
}

TEST_CASE("ten megabytes are read in good time, in windows refused with a sentence")
{
    const std::string text = repeated("great", 10 << 20 >> 3) + repeated("film dull", 1 << 18);
    const json trace = traceOf(models().adaptive, {"--file", "-"}, text);
    CHECK(trace["tokens"].size() == 64);
    const ProgramResult windows = runCli(models().adaptive, asJson({"--file", "-", "--window"}), text);
    CHECK(windows.exitCode == 1);
    CHECK(onlyOneSentence(windows));
}

TEST_CASE("a text that the vocabulary does not know is pointed out")
{
    const ProgramResult result =
        runCli(models().adaptive, asJson({"--text", "\xe6\x98\xa0\xe7\x94\xbb \xe6\x98\xa0 film"}));
    CHECK(result.exitCode == 0);
    CHECK(result.error.find("75 %") != std::string::npos);
    CHECK(runCli(models().adaptive, asJson({"--text", "a good film \xe6\x98\xa0 was great fun"})).error.find("[UNK]") ==
          std::string::npos);
}

TEST_CASE("the table says the same in words, without colour where nobody sees it")
{
    const std::string text = "this film is a truly great story, not dull or boring!";
    const ProgramResult table = runCli(models().adaptive, {"analyze", "--text", text});
    REQUIRE(table.exitCode == 0);
    CHECK(table.error.empty());
    CHECK(table.output.find('\033') == std::string::npos);
    const json trace = traceOf(models().adaptive, {"--text", text});
    for (const char *wanted : {"Prediction", "Cost", "kept", "threshold", "[CLS]", "boring"}) {
        CHECK(table.output.find(wanted) != std::string::npos);
    }
    CHECK(table.output.find("Prediction  " + trace["label"].get<std::string>()) != std::string::npos);
    CHECK((table.output.find("changes the answer") != std::string::npos) ==
          (trace["label"] != trace["plain"]["label"]));
}

TEST_CASE("files appear complete or not at all")
{
    const TemporaryFolder folder;
    const std::string target = (folder.path() / "trace.json").string();
    const std::string csv = (folder.path() / "trace.csv").string();
    const ProgramResult result =
        runCli(models().adaptive, {"analyze", "--text", "a film", "--json", target, "--csv", csv});
    CHECK(result.exitCode == 0);
    CHECK(result.output.empty());
    std::ifstream file(target);
    checkTrace(json::parse(file));
    std::ifstream rows(csv);
    std::string header;
    std::getline(rows, header);
    CHECK(header.starts_with("layer,index,piece"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2); // no temporaries left

    const ProgramResult full = runProgram({.program = ADAPLENS_CLI,
                                           .arguments = {"analyze", "--text", "a", "--json", "-"},
                                           .environment = {{"ADAPLENS_MODEL", models().adaptive}},
                                           .outputFile = "/dev/full"});
    CHECK(full.exitCode == 1);
    CHECK(onlyOneSentence(full));
    const ProgramResult nowhere =
        runCli(models().adaptive, {"analyze", "--text", "a film", "--json", "/dev/null/no/trace.json"});
    CHECK(nowhere.exitCode == 1);
    CHECK(onlyOneSentence(nowhere));
}

TEST_CASE("a web page holds one text, the windows of a long one, or each line of a file")
{
    const auto articles = [](const std::vector<std::string> &arguments, const std::string &input) {
        std::vector<std::string> call{"analyze", "--timing-runs", "1", "--html", "-", "--file", "-"};
        call.insert(call.end(), arguments.begin(), arguments.end());
        const ProgramResult result = runCli(models().adaptive, call, input);
        CAPTURE(result.error);
        CHECK(result.exitCode == 0);
        CHECK(result.output.starts_with("<!DOCTYPE html>"));
        int count = 0;
        for (std::size_t at = 0; (at = result.output.find("<article", at)) != std::string::npos; ++at) {
            ++count;
        }
        return std::pair(count, result.output);
    };
    CHECK(articles({}, "a good film\n").first == 1);
    CHECK(articles({"--pieces"}, "a good film\n").first == 1);
    std::string longText;
    for (int i = 0; i < 200; ++i) {
        longText += "a good film ";
    }
    const auto [parts, page] = articles({"--window"}, longText);
    CHECK(parts > 1);
    CHECK(page.find("Part 2 of") != std::string::npos);
    const auto [lines, gallery] = articles({"--lines"}, "a good film\r\n\n  \na boring film");
    CHECK(lines == 2);
    CHECK(gallery.find("Part 2 of") == std::string::npos);
    CHECK(gallery.find(">a boring film</a>") != std::string::npos);

    for (const std::string &input : {std::string(" \n\n"), [] {
                                         std::string many;
                                         for (int i = 0; i < 101; ++i) {
                                             many += "film\n";
                                         }
                                         return many;
                                     }()}) {
        const ProgramResult refused =
            runCli(models().adaptive, {"analyze", "--lines", "--html", "-", "--file", "-"}, input);
        CHECK(refused.exitCode == 1);
        CHECK(onlyOneSentence(refused));
        CHECK(refused.output.empty());
    }
}

TEST_CASE("hostile model folders give one sentence")
{
    struct Case {
        const char *file;
        std::string content;
    };
    for (const Case &bad : {Case{"config.json", "{"}, Case{"config.json", "[1]"},
                            Case{"model.safetensors", std::string("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10)},
                            Case{"model.safetensors", ""}, Case{"vocab.txt", ""}, Case{"vocab.txt", "a\nb\n"}}) {
        CAPTURE(bad.file);
        CAPTURE(bad.content);
        const TemporaryFolder folder;
        writeTinyModel(folder.path(), {.twin = false});
        std::ofstream(folder.path() / bad.file, std::ios::binary) << bad.content;
        const ProgramResult result = runCli("", {"analyze", "--text", "a", "--model", folder.path().string()});
        CAPTURE(result.error);
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
}

TEST_CASE("Ctrl-C ends a run with 130 and leaves no file")
{
    const TemporaryFolder folder;
    const ProgramResult result = runProgram({.program = ADAPLENS_CLI,
                                             .arguments = {"analyze", "--file", "-", "--window", "--timing-runs",
                                                           "1000", "--json", (folder.path() / "out.json").string()},
                                             .input = repeated("great film,", 10000),
                                             .environment = {{"ADAPLENS_MODEL", models().adaptive}},
                                             .interrupt = true});
    CAPTURE(result.error);
    CHECK(result.exitCode == 130);
    CHECK(result.error.find("analyze  [") != std::string::npos); // it was at work
    CHECK(result.output.empty());
    CHECK(std::filesystem::is_empty(folder.path()));
}
