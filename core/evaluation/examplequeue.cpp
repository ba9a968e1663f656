// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/examplequeue_p.h"

#include "core/error.h"
#include "core/stopped_p.h"

#include <algorithm>
#include <utility>

namespace adaplens {

ExampleQueue::ExampleQueue(const Classifier &classifier, Reader &reader, Protocol protocol, std::size_t maxLength,
                           std::size_t batch, std::stop_token stop)
    : m_classifier(classifier),
      m_reader(reader),
      m_protocol(protocol),
      m_maxLength(maxLength == 0 ? classifier.info().maxLength : std::min(maxLength, classifier.info().maxLength)),
      m_batch(std::max<std::size_t>(batch, 1)),
      m_stop(std::move(stop))
{
}

bool ExampleQueue::fill()
{
    // Examples of like length share a batch; how far ahead they are gathered bounds the memory. Long texts take the
    // most of it, and are of like length anyway.
    constexpr std::size_t batchesAhead = 32, piecesAhead = std::size_t{128} * 1024;
    m_sequences.clear();
    m_documents.clear();
    std::size_t pieces = 0;
    while (m_sequences.size() < m_batch * batchesAhead && pieces < piecesAhead) {
        stopIfAsked(m_stop);
        const auto example = m_reader.next();
        if (!example) {
            return false;
        }
        pieces += add(*example);
    }
    return true;
}

std::size_t ExampleQueue::add(const Example &example)
{
    Document document;
    try {
        document.gold = mapLabel(example.label, m_classifier.info().labels);
    } catch (const Error &error) {
        throw Error("Example %1: %2", example.id, error.message());
    }
    std::optional<std::string_view> pair;
    if (example.pair) {
        pair = *example.pair;
    }
    std::vector<Encoding> encodings;
    if (m_protocol == Protocol::WindowsMean) {
        encodings = m_classifier.tokenizer().encodeWindows(example.text, pair, m_maxLength);
    } else {
        encodings.push_back(m_classifier.encode(example.text, pair, m_maxLength));
    }
    m_truncated += encodings.front().cutPieces > 0 ? 1 : 0; // windows all have the same second text
    document.windows = encodings.size();
    std::size_t pieces = 0;
    // Copied, not moved: they were made on top of all that encoding needed meanwhile, and would hold that memory.
    for (const Encoding &encoding : encodings) {
        pieces += encoding.pieces.size();
        m_sequences.push_back({encoding, m_documents.size()});
    }
    m_documents.push_back(document);
    return pieces;
}

std::vector<std::span<ExampleQueue::Sequence>> ExampleQueue::batches()
{
    std::ranges::stable_sort(m_sequences, {}, [](const Sequence &s) { return s.encoding.pieces.size(); });
    std::vector<std::span<Sequence>> result;
    for (std::size_t begin = 0; begin < m_sequences.size(); begin += m_batch) {
        result.push_back(std::span(m_sequences).subspan(begin, std::min(m_batch, m_sequences.size() - begin)));
    }
    return result;
}

} // namespace adaplens
