// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cli.h"
#include "tests/support/temporaryfolder.h"
#include "tests/support/tinymodel.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

#include <fcntl.h>
#include <unistd.h>

using namespace adaplens::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A model, and data sets longer than what readers look at before they read.
struct Bench {
    TemporaryFolder folder;
    std::string model = (folder.path() / "model").string();
    std::string table = "sentence\tlabel\n", lines, commas = "sentence,label\n", posts = "{",
                marked = "text\tlabel\trationale\n";
    Bench()
    {
        writeTinyModel(model, {});
        for (int i = 0; i < 60; ++i) {
            const std::string text = "a " + std::string(i % 3 == 0 ? "good" : "dull") + " film, " + std::to_string(i);
            const std::string label = std::to_string(i % 2);
            table.append(text).append("\t").append(label).append("\n");
            commas.append("\"").append(text).append("\",").append(label).append("\n");
            lines += json{{"text", text}, {"label", label}, {"rationale", {{2, 6}}}}.dump() + "\n";
            marked.append(text).append("\t").append(label).append("\t2-6;\n");
            posts +=
                (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":" +
                json{{"annotators", {{{"label", label}}}}, {"post_tokens", {"a", "film"}}, {"rationales", {{0, 1}}}}
                    .dump();
        }
        posts += "}";
    }
    [[nodiscard]] ProgramResult piped(std::vector<std::string> arguments, const std::string &input) const
    {
        return runProgram({.program = ADAPLENS_CLI,
                           .arguments = std::move(arguments),
                           .input = input,
                           .pipe = true,
                           .environment = {{"ADAPLENS_MODEL", model}}});
    }
    /// What `evaluate --json -` or the like counts, its data coming through a pipe.
    [[nodiscard]] json figures(std::vector<std::string> arguments, const std::string &input) const
    {
        arguments.insert(arguments.end(), {"--json", "-"});
        const ProgramResult result = piped(std::move(arguments), input);
        CAPTURE(result.error);
        REQUIRE(result.exitCode == 0);
        return json::parse(result.output);
    }
    [[nodiscard]] fs::path fifo(const char *name) const
    {
        const fs::path path = folder.path() / name;
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        return path;
    }
};

/// The reading end of a named pipe: opened without waiting for a writer, emptied when the writer is gone.
class ReadingEnd {
public:
    explicit ReadingEnd(const fs::path &fifo) : m_descriptor(::open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
    ~ReadingEnd() { ::close(m_descriptor); }
    ReadingEnd(const ReadingEnd &) = delete;
    ReadingEnd &operator=(const ReadingEnd &) = delete;

    [[nodiscard]] std::string drained() const
    {
        std::string text(1 << 16, '\0');
        const ssize_t count = ::read(m_descriptor, text.data(), text.size());
        return text.substr(0, count > 0 ? static_cast<std::size_t>(count) : 0);
    }

private:
    int m_descriptor;
};

} // namespace

TEST_CASE("a data set that comes through a pipe is read whole, in every form")
{
    const Bench bench;
    struct Form {
        const char *format;
        const std::string &content;
    };
    for (const Form &form : {Form{"tsv", bench.table}, Form{"csv", bench.commas}, Form{"jsonl", bench.lines},
                             Form{"hatexplain", bench.posts}, Form{"guess", bench.table}, Form{"guess", bench.commas},
                             Form{"guess", bench.lines}}) {
        for (const char *name : {"/dev/stdin", "-", "/dev/fd/0"}) {
            CAPTURE(form.format);
            CAPTURE(name);
            CHECK(bench.figures({"evaluate", "--data", name, "--format", form.format}, form.content)["n"] == 60);
        }
    }
}

TEST_CASE("a pipe gives the figures of a file")
{
    const Bench bench;
    const std::string file = (bench.folder.path() / "dev.tsv").string();
    std::ofstream(file) << bench.table;
    const ProgramResult direct = runCli(bench.model, {"evaluate", "--data", file, "--json", "-"});
    const json piped = bench.figures({"evaluate", "--data", "/dev/stdin"}, bench.table);
    for (const char *key : {"n", "accuracy", "accuracy_plain", "confusion", "kept_per_layer"}) {
        CHECK(json::parse(direct.output)[key] == piped[key]);
    }
}

TEST_CASE("agree and bench read pipes, also where they go through the data twice")
{
    const Bench bench;
    const std::string predictions = (bench.folder.path() / "predictions").string();
    for (const auto &[format, content] : {std::pair("jsonl", bench.lines), std::pair("tsv", bench.marked)}) {
        const json report = bench.figures({"agree", "--data", "-", "--format", format, "--methods", "cp", "--resamples",
                                           "2", "--mode", "documents-words", "--eraser-out", predictions},
                                          content);
        CHECK(report["counts"]["documents"] == 60);
        CHECK(fs::exists(predictions + "-cp-1"));
    }
    const json speed =
        bench.figures({"bench", "--data", "/dev/stdin", "--n", "2", "--runs", "1", "--seconds", "0"}, bench.table);
    CHECK(speed["sets"][0]["texts"] == 60);
    CHECK(bench.piped({"agree", "--data", "-", "--resume", "/dev/stdin"}, bench.lines).exitCode == 1);
}

TEST_CASE("texts and configurations come through pipes too")
{
    const Bench bench;
    CHECK(bench.piped({"analyze", "--file", "/dev/stdin", "--json", "-"}, "a good film").exitCode == 0);
    const ProgramResult pieces = bench.piped({"tokenize", "--file", "/dev/stdin"}, std::string(200000, 'a') + "\nb\n");
    CHECK(std::count(pieces.output.begin(), pieces.output.end(), '\n') == 2);
    const ProgramResult train = bench.piped({"train", "--config", "/dev/stdin"}, "{\"nonsense\": 1}");
    CHECK(train.exitCode == 1);
    CHECK(train.error.find("nonsense") != std::string::npos);
}

TEST_CASE("what holds nothing, or cannot be read like a file, is refused in one sentence")
{
    const Bench bench;
    const std::vector<std::vector<std::string>> calls = {
        {"evaluate", "--data", "/dev/stdin"},
        {"evaluate", "--data", "/dev/stdin", "--format", "eraser"},
        {"evaluate", "--data", "/dev/zero"},
        {"agree", "--data", "-"},
        {"bench", "--data", "-", "--n", "2", "--runs", "1", "--seconds", "0"},
        {"analyze", "--text", "a", "--model", "/dev/stdin"},
        {"analyze", "--file", bench.folder.path().string()},
        {"tokenize", "--file", bench.folder.path().string()},
        {"train", "--config", bench.folder.path().string()},
    };
    for (const auto &call : calls) {
        const ProgramResult result = bench.piped(call, "");
        CAPTURE(call.front());
        CAPTURE(result.error);
        CHECK(result.exitCode == 1);
        CHECK(onlyOneSentence(result));
    }
}

TEST_CASE("a named pipe stays one, whatever is written to it")
{
    const Bench bench;
    const std::string text = "a good film", data = (bench.folder.path() / "dev.jsonl").string();
    std::ofstream(data) << bench.lines;
    const std::vector<std::vector<std::string>> calls = {
        {"analyze", "--text", text, "--json"},
        {"analyze", "--text", text, "--csv"},
        {"analyze", "--text", text, "--html"},
        {"evaluate", "--data", data, "--json"},
        {"agree", "--data", data, "--methods", "cp", "--resamples", "2", "--json"},
        {"agree", "--data", data, "--methods", "cp", "--resamples", "2", "--csv"},
        {"agree", "--data", data, "--methods", "cp", "--resamples", "2", "--latex"},
        {"bench", "--n", "2", "--runs", "1", "--seconds", "0", "--json"},
    };
    const fs::path fifo = bench.fifo("out");
    for (auto call : calls) {
        CAPTURE(call.front());
        CAPTURE(call.back());
        const ReadingEnd end(fifo);
        call.push_back(fifo.string());
        const ProgramResult result = runCli(bench.model, call);
        CAPTURE(result.error);
        CHECK(result.exitCode == 0);
        CHECK(fs::is_fifo(fifo));
        CHECK(end.drained().size() > 20);
    }
}

TEST_CASE("devices and open descriptors are written, not replaced")
{
    const Bench bench;
    const auto analyze = [&](const std::string &target, const std::string &output) {
        return runProgram({.program = ADAPLENS_CLI,
                           .arguments = {"analyze", "--text", "a good film", "--json", target},
                           .environment = {{"ADAPLENS_MODEL", bench.model}},
                           .outputFile = output});
    };
    CHECK(analyze("/dev/null", "/dev/null").exitCode == 0);
    CHECK(fs::is_character_file("/dev/null"));
    const ProgramResult full = analyze("/dev/full", "/dev/null");
    CHECK(full.exitCode == 1);
    CHECK(full.error.find("'/dev/full' cannot be written") != std::string::npos);
    CHECK(fs::is_character_file("/dev/full"));
    const std::string file = (bench.folder.path() / "log").string();
    for (const char *name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
        CAPTURE(name);
        std::ofstream(file) << "";
        struct stat before {
        }, after{};
        REQUIRE(::stat(file.c_str(), &before) == 0);
        CHECK(analyze(name, file).exitCode == 0);
        REQUIRE(::stat(file.c_str(), &after) == 0);
        CHECK(before.st_ino == after.st_ino); // what the shell opened, not a file in its place
        std::ifstream stream(file);
        CHECK(json::accept(std::string(std::istreambuf_iterator<char>(stream), {})));
    }
}
