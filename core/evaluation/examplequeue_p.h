// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/reader.h"
#include "core/measure/conditions.h"
#include "core/model/classifier.h"

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace adaplens {

/// Reads a data set some batches ahead and hands its sequences out in batches of like length.
class ExampleQueue {
public:
    struct Sequence {
        Encoding encoding;
        std::size_t document = 0; ///< index into documents()
    };
    /// An example: a document in windows, or one sequence.
    struct Document {
        std::size_t gold = 0;
        std::size_t windows = 1;
    };

    /// `maxLength`: pieces; 0 = as many as the model reads.
    ExampleQueue(const Classifier &classifier, Reader &reader, Protocol protocol, std::size_t maxLength,
                 std::size_t batch, std::stop_token stop);

    /// Reads on, in place of what was read before. False where the data end with it. Throws Error on a label that the
    /// model does not know; unwinds where it was stopped.
    bool fill();
    [[nodiscard]] const std::vector<Document> &documents() const { return m_documents; }
    /// What was read, in batches from short to long. Their encodings may be moved from.
    [[nodiscard]] std::vector<std::span<Sequence>> batches();

    [[nodiscard]] std::size_t maxLength() const { return m_maxLength; }
    [[nodiscard]] std::size_t batch() const { return m_batch; }
    /// Examples so far of which something was cut: a text's end, or of a long second text.
    [[nodiscard]] std::size_t truncated() const { return m_truncated; }

private:
    /// Encodes an example and lets it wait; gives its pieces.
    std::size_t add(const Example &example);

    const Classifier &m_classifier;
    Reader &m_reader;
    Protocol m_protocol;
    std::size_t m_maxLength, m_batch;
    std::stop_token m_stop;
    std::vector<Sequence> m_sequences;
    std::vector<Document> m_documents;
    std::size_t m_truncated = 0;
};

} // namespace adaplens
