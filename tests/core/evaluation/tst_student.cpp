// SPDX-License-Identifier: GPL-3.0-or-later
// A model that drops nothing, beside a deeper plain twin.
#include "core/attribution/attribute.h"
#include "core/error.h"
#include "core/evaluation/evaluate.h"
#include "core/measure/flops.h"
#include "core/model/export.h"
#include "tests/support/openedmodel.h"

#include <fstream>

using namespace adaplens;
using namespace adaplens::test;

namespace {

constexpr const char *text = "the film is not good, a very dull plot";

/// Two layers beside a twin of four, and both by themselves.
struct Student {
    Student()
    {
        const TinyModel small{.layers = 2, .adaptive = false, .twin = false, .seed = 5};
        const TinyModel large{.layers = 4, .adaptive = false, .twin = false, .seed = 6};
        writeTinyModel(folder.path() / "student", small);
        writeTinyModel(folder.path() / "student" / "plain", large);
        writeTinyModel(folder.path() / "alone", small);
        writeTinyModel(folder.path() / "twin", large);
        student = Classifier::open(folder.path() / "student");
        alone = Classifier::open(folder.path() / "alone");
        twin = Classifier::open(folder.path() / "twin");
    }
    TemporaryFolder folder;
    std::unique_ptr<Classifier> student, alone, twin;
};

std::vector<float> logitsOf(Classifier &classifier, Pass pass)
{
    const std::vector<Encoding> batch{classifier.encode(text, std::nullopt)};
    return classifier.runBatch(batch, pass)->front().logits;
}

Evaluation evaluated(Classifier &classifier, const std::filesystem::path &data, const EvaluateOptions &options = {})
{
    DataSource source;
    source.path = data;
    const auto reader = openReader(source);
    auto result = evaluate(classifier, *reader, options);
    REQUIRE(result);
    return *result;
}

} // namespace

TEST_CASE("a student is shown by itself, and only its evaluation looks at the twin")
{
    const Student models;
    CHECK(logitsOf(*models.student, Pass::Plain) == logitsOf(*models.alone, Pass::Plain));
    CHECK(logitsOf(*models.student, Pass::Unreduced) == logitsOf(*models.alone, Pass::Plain));
    CHECK(logitsOf(*models.student, Pass::Twin) == logitsOf(*models.twin, Pass::Plain));
    CHECK(logitsOf(*models.alone, Pass::Twin) == logitsOf(*models.alone, Pass::Plain));

    const Trace trace = traceOf(*models.student, text), expected = traceOf(*models.alone, text);
    CHECK_FALSE(trace.drops);
    CHECK(trace.plainModel == "same weights");
    REQUIRE(trace.layers.size() == 2);
    CHECK(trace.layers[1].raw == expected.layers[1].raw);
    CHECK(trace.plain.logits == expected.plain.logits);
    CHECK(trace.reduced.logits == expected.plain.logits);
    CHECK(trace.cost.flopsPlain == expected.cost.flopsPlain);
    CHECK(trace.cost.speedup() == 1);

    AttributionOptions options;
    options.methods = {ScoreMethod::Attention, ScoreMethod::Saliency, ScoreMethod::LeaveOneOut};
    const Encoding encoding = models.student->encode(text, std::nullopt);
    const auto found = attribute(*models.student, encoding, options),
               wanted = attribute(*models.alone, encoding, options);
    REQUIRE(found);
    REQUIRE(found->scores.size() == wanted->scores.size());
    for (std::size_t m = 0; m < found->scores.size(); ++m) {
        CHECK(found->scores[m].layers == wanted->scores[m].layers);
        CHECK(found->scores[m].source == "same weights");
    }
    CHECK(found->flopsPlain == wanted->flopsPlain);
    options.methods = {ScoreMethod::Contribution};
    CHECK_THROWS_WITH_AS((void)attribute(*models.student, encoding, options), doctest::Contains("drops no tokens"),
                         Error);
}

TEST_CASE("the evaluation of a student compares it with its twin: accuracy, operations, padded or not")
{
    const Student models;
    const std::filesystem::path data = models.folder.path() / "data.tsv";
    std::mt19937 random(3);
    std::ofstream out(data);
    out << "text\tlabel\n";
    for (int i = 0; i < 40; ++i) {
        out << randomText(random, 2 + random() % 12) << '\t' << (i % 3 == 0 ? "positive" : "negative") << '\n';
    }
    out.close();
    EvaluateOptions options;
    options.float32 = models.student.get();
    const Evaluation found = evaluated(*models.student, data, options);
    const Evaluation alone = evaluated(*models.alone, data), twin = evaluated(*models.twin, data);
    REQUIRE(alone.correct != twin.correct); // else the test says little
    CHECK(found.plainModel == "twin");
    CHECK(found.correct == alone.correct);
    CHECK(found.correctUnreduced == alone.correct);
    CHECK(found.correctPlain == twin.correct);
    CHECK(found.confusionPlain == twin.confusion);
    CHECK(found.changed > 0);
    CHECK(found.flopsReduced == alone.flopsPlain);
    CHECK(found.flopsPlain == twin.flopsPlain);
    CHECK(found.speedup() == doctest::Approx(2).epsilon(0.05));
    CHECK(found.speedupPadded() == doctest::Approx(2).epsilon(0.05));
    CHECK(found.padded.reduced == 40 * flopsPlain(models.alone->info(), found.padded.longest));
    CHECK(found.padded.plain == twin.padded.plain);
    CHECK(found.msReduced != found.msPlain);
    CHECK(found.keptPerLayer == std::vector<double>(2, found.pieces));
    CHECK(found.float32->decisions == 0);
    CHECK(found.float32->answersDiffering == 0);
    CHECK(alone.speedup() == 1);
    CHECK(alone.speedupPadded() == 1);
}

TEST_CASE("a student is exported with its twin in every form of storage, each with its own number of layers")
{
    const Student models;
    for (const Storage storage : {Storage::Float32, Storage::Int8PerRow}) {
        const std::filesystem::path to = models.folder.path() / ("export-" + std::to_string(static_cast<int>(storage)));
        const auto exported = exportModel(models.folder.path() / "student", to, {.storage = storage, .eta = {}});
        REQUIRE(exported);
        CHECK(exported->twin);
        const auto opened = Classifier::open(to);
        CHECK(opened->info().layers == 2);
        const double tolerance = storage == Storage::Float32 ? 1e-6 : 0.2;
        CHECK(difference(logitsOf(*opened, Pass::Reduced), logitsOf(*models.student, Pass::Reduced)) < tolerance);
        CHECK(difference(logitsOf(*opened, Pass::Twin), logitsOf(*models.student, Pass::Twin)) < tolerance);
    }
}

TEST_CASE("a student and its twin must read alike, whatever their sizes")
{
    const TemporaryFolder folder;
    writeTinyModel(folder.path(), {.layers = 2, .adaptive = false, .twin = false});
    writeTinyModel(folder.path() / "plain", {.layers = 3, .hidden = 32, .adaptive = false, .twin = false});
    CHECK(Classifier::open(folder.path())->info().layers == 2);
    writeTinyModel(folder.path() / "plain", {.labels = {"a", "b"}, .layers = 3, .adaptive = false, .twin = false});
    CHECK_THROWS_WITH_AS((void)Classifier::open(folder.path()), doctest::Contains("its labels differ"), Error);
}
