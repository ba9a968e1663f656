// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/resume_p.h"

#include "core/error.h"
#include "core/agreement/reportjson_p.h"
#include "core/model/identity.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace adaplens {

static void bindJson(JsonBinder &json, DocumentNumbers &document)
{
    json.value("key", document.key);
    json.value("pieces", document.pieces);
    json.value("instances", document.instances);
    json.value("without_rationale", document.withoutRationale);
    json.value("fully_marked", document.fullyMarked);
    json.value("split_spans", document.splitSpans);
    json.value("rationale", document.rationale);
    json.value("correct", document.correct);
    json.value("correct_plain", document.correctPlain);
    json.value("flops_plain", document.flopsPlain);
    json.value("flops_reduced", document.flopsReduced);
    json.optional("windows", document.windows);
    json.optional("alive", document.alive);
    json.optional("flops_padded", document.flopsPadded);
    json.value("seconds", document.seconds);
    json.value("marked_share", document.markedShare);
    json.value("parts", document.terms);
}

namespace {

using json = OrderedJson;
namespace fs = std::filesystem;

constexpr const char *schema = "adaplens.agreement-run/2";

json headerOf(const ModelInfo &model, Precision precision, const AgreementOptions &options)
{
    json header = {{"schema", schema}, {"model", model.name}, {"weights", fingerprintOf(model.folder)}};
    header["precision"] = nameOf(precision);
    header.update(toOrderedJson(options));
    header.erase("resamples"); // drawn anew at the end
    return header;
}

std::string lineOf(const DocumentNumbers &document, const std::vector<std::string> &sources)
{
    json line = toOrderedJson(document);
    line["sources"] = sources;
    return jsonText(line, -1) + '\n';
}

/// What lineOf() wrote, with `numbers` terms where there is an instance; empty if the line is none.
std::optional<DocumentNumbers> documentOf(const json &line, std::size_t numbers)
try {
    DocumentNumbers document;
    JsonBinder binder(line, {}, JsonForm::Record);
    bindJson(binder, document);
    const bool whole = document.terms.size() == numbers || (document.terms.empty() && document.instances == 0);
    return whole ? std::optional(std::move(document)) : std::nullopt;
} catch (const Error &) {
    return std::nullopt;
}

/// A value of the header as a message shows it: methods as "cp, attention".
std::string shown(const json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return value.dump();
    std::string list;
    for (const json &item : value)
        list += (list.empty() ? "" : ", ") + shown(item);
    return list;
}

/// Whether this is what a run leaves that was killed while it wrote the first line.
bool isHalfHeader(const std::string &line)
{
    const std::string begin = std::string("{\"schema\":\"") + schema + "\",";
    return line.starts_with(begin) || begin.starts_with(line);
}

[[noreturn]] void refuse(const fs::path &file, const Message &made)
{
    throw Error("The resume file %1 was made with %2 Go on with what it was made with, or name another resume file.",
                file.string(), made);
}

/// Throws Error naming the first thing in which two runs differ.
void compareHeaders(const fs::path &file, const json &found, const json &wanted)
{
    for (const auto &[key, value] : wanted.items()) {
        const json other = found.value(key, json());
        if (other == value)
            continue;
        if (key == "weights")
            refuse(file, message("other weights of the model than those in its folder now."));
        std::string name = key;
        std::ranges::replace(name, '_', ' ');
        refuse(file, message("%1 '%2', but this run has '%3'.", name, shown(other), shown(value)));
    }
}

} // namespace

ResumeFile::ResumeFile(fs::path file, const ModelInfo &model, Precision precision, const AgreementOptions &options,
                       std::size_t numbers)
    : m_path(std::move(file))
{
    const json wanted = headerOf(model, precision, options);
    const std::string header = jsonText(wanted, -1);
    std::error_code error;
    const bool found = fs::exists(m_path, error) && fs::file_size(m_path, error) > 0;
    const bool begun = found && read(header, numbers);
    m_file.reset(std::fopen(m_path.c_str(), "ab"));
    if (!m_file)
        failToWrite();
    if (!begun)
        write(header + '\n');
}

bool ResumeFile::read(const std::string &header, std::size_t numbers)
{
    std::ifstream stream(m_path, std::ios::binary);
    if (!stream)
        throw Error("The resume file %1 cannot be read: %2.", m_path.string(), std::strerror(errno));
    std::string line;
    std::uintmax_t good = 0; // bytes of whole lines
    for (std::size_t number = 1; std::getline(stream, line) && !stream.eof(); ++number) {
        const json object = json::parse(line, nullptr, false);
        if (number == 1) {
            if (!object.is_object() || object.value("schema", json()) != schema)
                break;
            compareHeaders(m_path, object, json::parse(header));
        } else {
            auto document = documentOf(object, numbers);
            if (!document)
                throw Error("The resume file %1 is damaged in line %2; delete it or name another one.", m_path.string(),
                            number);
            m_finished.push_back(std::move(*document));
            if (const json sources = object.value("sources", json::array()); !sources.empty())
                m_sources = sources.get<std::vector<std::string>>();
        }
        good += line.size() + 1;
    }
    if (good == 0 && !(stream.eof() && isHalfHeader(line)))
        throw Error("%1 is no resume file of an agreement run; name another file.", m_path.string());
    // A run that was killed while it wrote leaves half a line: that document, or the header, is done again.
    std::error_code error;
    if (fs::file_size(m_path, error) != good)
        fs::resize_file(m_path, good, error);
    if (error)
        throw Error("The resume file %1 cannot be mended: %2.", m_path.string(), error.message());
    return good > 0;
}

const DocumentNumbers *ResumeFile::finished(std::size_t index, std::uint64_t key) const
{
    if (index >= m_finished.size())
        return nullptr;
    if (m_finished[index].key != key)
        throw Error(
            "The resume file %1 was made with other data: its example %2 is not the one found now. Go on with the "
            "same data, or name another resume file.",
            m_path.string(), index + 1);
    return &m_finished[index];
}

void ResumeFile::append(const DocumentNumbers &document, const std::vector<std::string> &sources)
{
    write(lineOf(document, sources));
}

void ResumeFile::write(const std::string &line)
{
    if (std::fwrite(line.data(), 1, line.size(), m_file.get()) != line.size() || std::fflush(m_file.get()) != 0)
        failToWrite();
}

void ResumeFile::failToWrite() const
{
    throw Error("The resume file %1 cannot be written: %2.", m_path.string(), std::strerror(errno));
}

} // namespace adaplens
