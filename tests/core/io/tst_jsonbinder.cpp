// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonbinder_p.h"

#include <doctest/doctest.h>

#include <cmath>

namespace adaplens {

namespace {

enum class Colour { Red, Blue };

const char *nameOf(Colour colour)
{
    return colour == Colour::Red ? "red" : "blue";
}

Colour colourNamed(const std::string &name)
{
    if (name != "red" && name != "blue") {
        throw Error("there is no colour \"%1\".", name);
    }
    return name == "red" ? Colour::Red : Colour::Blue;
}

} // namespace

template <>
inline constexpr auto fromName<Colour> = colourNamed;

namespace {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point &) const = default;
};

struct Figure {
    std::string name = "figure";
    std::size_t count = 1;
    int shift = 0;
    float share = 0.5F;
    bool filled = false, gold = false;
    Colour colour = Colour::Red;
    std::filesystem::path file;
    std::vector<Point> points;
    std::vector<bool> marks;
    std::optional<std::uint64_t> seed, limit;
    std::map<std::string, std::size_t> skipped;
    std::vector<Colour> colours;
    std::map<Colour, Point> centres;
    Point origin;
    bool operator==(const Figure &) const = default;
};

void bindJson(JsonBinder &json, Point &point)
{
    json.value("x", point.x);
    json.value("y", point.y, -10, 10);
}

void bindJson(JsonBinder &json, Figure &figure)
{
    json.constant("schema", "figure/1");
    json.value("name", figure.name);
    json.value("count", figure.count, 1, 100);
    json.value("shift", figure.shift);
    json.value("share", figure.share);
    json.value("filled", figure.filled);
    json.word("class", figure.gold, "gold", "predicted");
    json.value("colour", figure.colour);
    json.value("colours", figure.colours);
    json.value("file", figure.file);
    json.value("points", figure.points);
    json.value("marks", figure.marks);
    json.value("seed", figure.seed);
    json.optional("limit", figure.limit);
    json.value("skipped", figure.skipped);
    json.value("centres", figure.centres);
    json.section("place", [&](JsonBinder &inner) { inner.value("origin", figure.origin); });
    json.computed("twice", 2 * figure.count);
}

Figure full()
{
    Figure figure;
    figure.name = "Größe \"x\"";
    figure.count = 7;
    figure.shift = -3;
    figure.share = 0.1F;
    figure.filled = true;
    figure.gold = true;
    figure.colour = Colour::Blue;
    figure.colours = {Colour::Blue, Colour::Red};
    figure.file = "a/b.json";
    figure.points = {{1.0 / 3, 2}, {-4, 5e-9}};
    figure.marks = {true, false, true};
    figure.limit = 12;
    figure.skipped = {{"rows without a label", 3}};
    figure.centres = {{Colour::Blue, {1, 1}}};
    figure.origin = {8, 9};
    return figure;
}

/// What reading says of a figure with one value replaced.
std::string complaint(const char *pointer, const OrderedJson &value, JsonForm form = JsonForm::Record)
{
    OrderedJson json = toOrderedJson(full());
    json[OrderedJson::json_pointer(pointer)] = value;
    try {
        Figure figure;
        readJson(json.dump(), "f.json", figure, form);
    } catch (const Error &error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("what is written is read back the same, and writing changes nothing")
{
    const Figure figure = full();
    const std::string text = jsonText(toOrderedJson(figure));
    CHECK(figure == full());
    Figure read;
    readJson(text, "f.json", read);
    CHECK(read == figure);
    const OrderedJson json = OrderedJson::parse(text);
    CHECK(json["twice"] == 14);
    CHECK(json["seed"].is_null());
    CHECK(json["share"].dump() == "0.1"); // the shortest that reads back the same
    CHECK(json["class"] == "gold");
    CHECK(json["colour"] == "blue");
    CHECK(json["centres"]["blue"]["x"] == 1);
    CHECK(json["place"]["origin"]["y"] == 9);
    CHECK(json.begin().key() == "schema"); // members stay in the order they are bound
    Figure without = figure;
    without.limit.reset();
    CHECK_FALSE(toOrderedJson(without).contains("limit"));
}

TEST_CASE("errors name file and key, what was found and what was expected")
{
    struct Row {
        const char *pointer;
        OrderedJson value;
        const char *says;
    };
    const Row rows[] = {
        {"/schema", "figure/2", "f.json: “schema”: \"figure/2\" was found, \"figure/1\" was expected."},
        {"/name", 3, "f.json: “name”: 3 was found, a text was expected."},
        {"/count", 3.7, "“count”: 3.7 was found, a whole number of at least 0 was expected."},
        {"/count", -1, "“count”: -1 was found, a whole number of at least 0 was expected."},
        {"/count", 101, "“count”: 101 was found, from 1 to 100 was expected."},
        {"/count", 18446744073709551615U, "“count”: 18446744073709551615 was found, from 1 to 100 was expected."},
        {"/shift", 3000000000U, "“shift”: 3000000000 was found, a whole number was expected."},
        {"/shift", 18446744073709551615U, "“shift”: 18446744073709551615 was found"},
        {"/share", "much", "“share”: \"much\" was found, a number was expected."},
        {"/filled", 1, "“filled”: 1 was found, true or false was expected."},
        {"/class", "silver", "“class”: \"silver\" was found, \"gold\" or \"predicted\" was expected."},
        {"/colour", "green", "“colour”: there is no colour \"green\"."},
        {"/colours/1", "green", "“colours[1]”: there is no colour \"green\"."},
        {"/points", 3, "“points”: 3 was found, a list [ ... ] was expected."},
        {"/points/1/x", "far", "“points[1].x”: \"far\" was found, a number was expected."},
        {"/points/1/y", 11, "“points[1].y”: 11.0 was found, from -10.0 to 10.0 was expected."},
        {"/points/0", 3, "“points[0]”: 3 was found, an object { ... } was expected."},
        {"/seed", -1, "“seed”: -1 was found, a whole number of at least 0 was expected."},
        {"/skipped/rows without a label", "3", "“skipped.rows without a label”: \"3\" was found"},
        {"/centres/green", OrderedJson::object(), "“centres.green”: there is no colour \"green\"."},
        {"/place", 1, "“place”: 1 was found, an object { ... } was expected."},
        {"/place/origin", OrderedJson::object(), "“place.origin.x”: it is missing."},
        {"/name", OrderedJson::array({std::string(500, 'x')}), "xxx... was found, a text was expected."},
    };
    for (const Row &row : rows) {
        const std::string said = complaint(row.pointer, row.value);
        CAPTURE(said);
        CHECK(said.find(row.says) != std::string::npos);
        CHECK(said.size() < 250);
    }
    CHECK(complaint("/count", 7).empty());
    CHECK(complaint("/limit", nullptr).empty());
}

TEST_CASE("records need their keys and pass over others; settings refuse others and need none")
{
    CHECK(complaint("/other", 1).empty());
    const std::string said = complaint("/other", 1, JsonForm::Settings);
    CHECK(said.find("f.json: “other”: there is no such setting; known here: schema, name, count") == 0);
    CHECK(complaint("/place/other", 1, JsonForm::Settings).find("“place.other”: there is no such setting") !=
          std::string::npos);
    Figure figure;
    CHECK_THROWS_WITH_AS(readJson("{}", "f.json", figure), "f.json: “schema”: it is missing.", Error);
    readJson(R"({"count": 5, /* a comment */ "file": "x"})", "f.json", figure, JsonForm::Settings, "/folder");
    CHECK(figure.count == 5);
    CHECK(figure.name == "figure");
    CHECK(figure.file == "/folder/x");
    readJson(R"({"file": "/x"})", "f.json", figure, JsonForm::Settings, "/folder");
    CHECK(figure.file == "/x");
}

TEST_CASE("files of others may lack keys or hold null, and need some")
{
    Figure figure;
    readJson(R"({"count": 5, "name": null, "place": null, "other": 1})", "f.json", figure, JsonForm::Foreign);
    CHECK(figure.count == 5);
    CHECK(figure.name == "figure");
    const OrderedJson json = {{"a", nullptr}, {"b", 1}};
    JsonBinder foreign(json, "f.json", JsonForm::Foreign);
    CHECK_FALSE(foreign.has("a"));
    CHECK_NOTHROW(foreign.require("b"));
    CHECK_THROWS_WITH_AS(foreign.require("a"), "f.json: “a”: it is missing.", Error);
}

TEST_CASE("what is no object is refused")
{
    Figure figure;
    for (const auto &[text, says] :
         {std::pair("", "f.json holds broken JSON at byte 1"), {"{\"a\":", "broken JSON"}, {"[1]", "a JSON array"}}) {
        CHECK_THROWS_WITH_AS(readJson(text, "f.json", figure), doctest::Contains(says), Error);
    }
    const std::string deep = "{\"a\":" + std::string(5000, '[') + std::string(5000, ']') + "}";
    CHECK_THROWS_WITH_AS((void)parseJsonObject(deep, "f.json"), doctest::Contains("nested deeper"), Error);
}

TEST_CASE("numbers that JSON has none for are null and come back")
{
    Figure figure = full();
    figure.share = std::nanf("");
    Figure read;
    readJson(jsonText(toOrderedJson(figure)), "f.json", read);
    CHECK(std::isnan(read.share));
}

} // namespace adaplens
