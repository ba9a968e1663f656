// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/recovery.h"

#include "core/error.h"
#include "core/io/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <nlohmann/json.hpp>

using adaplens::Example;
using nlohmann::json;

namespace {

constexpr int mostPrograms = 16;

json toJson(const Example &example)
{
    json spans = json::array();
    for (const auto &span : example.rationale) {
        spans.push_back({span.begin, span.end});
    }
    json object = {{"id", example.id}, {"text", example.text}, {"label", example.label}, {"bytes", std::move(spans)}};
    if (example.pair) {
        object["pair"] = *example.pair;
    }
    for (const auto &document : example.documents) {
        object["documents"].push_back({document.id, document.source.begin, document.source.end});
    }
    return object;
}

Example exampleOf(const json &object)
{
    Example example;
    example.id = object.at("id").get<std::string>();
    example.text = object.at("text").get<std::string>();
    example.label = object.at("label").get<std::string>();
    if (object.contains("pair")) {
        example.pair = object.at("pair").get<std::string>();
    }
    const auto range = [&example](const json &begin, const json &end) {
        const adaplens::ByteRange bytes{begin.get<std::size_t>(), end.get<std::size_t>()};
        if (bytes.begin > bytes.end || bytes.end > example.text.size()) {
            throw adaplens::Error("a span lies outside its text");
        }
        return bytes;
    };
    for (const json &span : object.at("bytes")) {
        example.rationale.push_back(range(span.at(0), span.at(1)));
    }
    for (const json &document : object.value("documents", json::array())) {
        example.documents.push_back({document.at(0).get<std::string>(), range(document.at(1), document.at(2))});
    }
    return example;
}

} // namespace

RecoveryFile::RecoveryFile(const QString &folder)
{
    QDir().mkpath(folder);
    std::unique_ptr<QLockFile> free;
    for (int i = 1; i <= mostPrograms; ++i) {
        const QString path = QDir(folder).filePath(QStringLiteral("unsaved-annotations-%1.json").arg(i));
        if (free && !QFileInfo::exists(path)) {
            continue;
        }
        auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
        lock->setStaleLockTime(0); // held as long as its program runs
        if (!lock->tryLock(0)) {
            continue;
        }
        const bool left = QFileInfo::exists(path);
        if (left || !free) {
            free = std::move(lock);
            m_path = path;
        }
        if (left) {
            break;
        }
    }
    m_lock = std::move(free);
}

RecoveryFile::~RecoveryFile() = default;

std::optional<RecoveryFile::Content> RecoveryFile::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    try {
        const QByteArray bytes = file.readAll();
        const json object = json::parse(bytes.begin(), bytes.end());
        Content content;
        for (const json &example : object.at("examples")) {
            content.examples.push_back(std::make_shared<const Example>(exampleOf(example)));
        }
        const json &source = object.at("source");
        content.source.path =
            QFileInfo(QString::fromStdString(source.at("path").get<std::string>())).filesystemFilePath();
        content.source.name = QString::fromStdString(source.at("name").get<std::string>());
        content.source.split = source.at("split").get<std::string>();
        content.source.format = static_cast<adaplens::DataFormat>(source.at("format").get<int>());
        content.source.own = source.at("own").get<bool>();
        return content;
    } catch (const std::exception &) {
        return std::nullopt; // written whole or not at all, so this is no file of ours
    }
}

void RecoveryFile::write(const Content &content) const
{
    if (m_path.isEmpty()) {
        return;
    }
    json examples = json::array();
    for (const auto &example : content.examples) {
        examples.push_back(toJson(*example));
    }
    const QString path = QString::fromStdU16String(content.source.path.u16string());
    const json object = {{"source",
                          {{"path", path.toStdString()},
                           {"name", content.source.name.toStdString()},
                           {"split", content.source.split},
                           {"format", static_cast<int>(content.source.format)},
                           {"own", content.source.own}}},
                         {"examples", std::move(examples)}};
    adaplens::writeFile(QFileInfo(m_path).filesystemFilePath(),
                        object.dump(-1, ' ', false, json::error_handler_t::replace));
}

void RecoveryFile::remove() const
{
    QFile::remove(m_path);
}
