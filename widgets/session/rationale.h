// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/encoding.h"
#include "core/trace/trace.h"

#include <QObject>

#include <string>
#include <vector>

class Session;

/// What people marked in the text at hand as the reason for its label, shared by all pages. It belongs to one text:
/// editing the text clears it.
class HumanRationale : public QObject {
    Q_OBJECT

public:
    explicit HumanRationale(Session &session, QObject *parent = nullptr);

    /// `spans` are bytes of `text`, which is the session's text or the one that it is given next. Setting what is
    /// already set emits nothing.
    void set(std::string text, std::vector<adaplens::ByteRange> spans, std::string label);
    void clear();

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<adaplens::ByteRange> &spans() const { return m_spans; }
    /// The label that the text was annotated with, as the data write it; may be empty.
    [[nodiscard]] const std::string &label() const { return m_label; }
    /// Whether there is one and it belongs to this trace's text.
    [[nodiscard]] bool belongsTo(const adaplens::Trace &trace) const;

Q_SIGNALS:
    void changed();

private:
    std::string m_text, m_label;
    std::vector<adaplens::ByteRange> m_spans;
};
