// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationset.h"

#include <QUndoCommand>

#include <algorithm>
#include <string_view>
#include <utility>

using adaplens::ByteRange;
using adaplens::Example;

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// A range without white space at its ends.
ByteRange trimmed(std::string_view text, ByteRange range)
{
    while (range.begin < range.end && isBlank(text[range.begin])) {
        ++range.begin;
    }
    while (range.end > range.begin && isBlank(text[range.end - 1])) {
        --range.end;
    }
    return range;
}

} // namespace

/// A change and its way back.
class AnnotationSet::Change : public QUndoCommand {
public:
    Change(const QString &what, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(what), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }
    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo, m_undo;
};

AnnotationSet::AnnotationSet(QObject *parent) : QObject(parent)
{
    connect(&m_history, &QUndoStack::cleanChanged, this, &AnnotationSet::stateChanged);
}

int AnnotationSet::rowOf(std::uint64_t key) const
{
    const auto at = std::find_if(m_texts.begin(), m_texts.end(), [key](const auto &text) { return text.key == key; });
    return at == m_texts.end() ? -1 : static_cast<int>(at - m_texts.begin());
}

void AnnotationSet::reset(std::vector<std::shared_ptr<const Example>> examples, AnnotationSource source, bool changed)
{
    Q_EMIT aboutToReset();
    m_texts.clear();
    m_texts.reserve(examples.size());
    for (auto &example : examples) {
        m_texts.push_back({++m_lastKey, std::move(example)});
    }
    m_source = std::move(source);
    m_opened = ++m_version;
    m_history.clear();
    m_history.setClean(); // clear() leaves an empty history as it was
    if (changed) {
        m_history.resetClean();
    }
    Q_EMIT wasReset();
    Q_EMIT stateChanged();
}

void AnnotationSet::mark(int row, ByteRange span)
{
    span = trimmed(example(row).text, span);
    if (span.begin >= span.end) {
        return;
    }
    std::vector<ByteRange> spans = example(row).rationale;
    const auto join = [&span](const ByteRange &other) {
        const bool overlaps = other.begin < span.end && span.begin < other.end;
        if (overlaps) {
            span = {std::min(span.begin, other.begin), std::max(span.end, other.end)};
        }
        return overlaps;
    };
    while (std::erase_if(spans, join) > 0) { // the joined span may reach others now
    }
    spans.push_back(span);
    replaceSpans(row, std::move(spans), tr("mark"));
}

void AnnotationSet::erase(int row, ByteRange span)
{
    std::vector<ByteRange> spans;
    for (const ByteRange &other : example(row).rationale) {
        if (other.end <= span.begin || other.begin >= span.end) {
            spans.push_back(other);
            continue;
        }
        for (const ByteRange rest : {ByteRange{other.begin, std::max(other.begin, span.begin)},
                                     ByteRange{std::min(other.end, span.end), other.end}}) {
            if (const ByteRange part = trimmed(example(row).text, rest); part.begin < part.end) {
                spans.push_back(part);
            }
        }
    }
    replaceSpans(row, std::move(spans), tr("unmark"));
}

void AnnotationSet::replaceSpans(int row, std::vector<ByteRange> spans, const QString &what)
{
    std::sort(spans.begin(), spans.end(), [](const ByteRange &a, const ByteRange &b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    if (spans == example(row).rationale) {
        return;
    }
    Example changed = example(row);
    changed.rationale = std::move(spans);
    replace(row, std::move(changed), what);
}

void AnnotationSet::setLabel(int row, const std::string &label)
{
    if (label == example(row).label) {
        return;
    }
    Example changed = example(row);
    changed.label = label;
    replace(row, std::move(changed), tr("label"));
}

void AnnotationSet::replace(int row, Example example, const QString &what)
{
    const auto put = [this, row](std::shared_ptr<const Example> other) {
        return [this, row, other = std::move(other)] {
            ++m_version;
            m_texts.at(static_cast<std::size_t>(row)).example = other;
            Q_EMIT replaced(row);
        };
    };
    m_history.push(new Change(what, put(std::make_shared<const Example>(std::move(example))), put(at(row).example)));
}

void AnnotationSet::append(Example example)
{
    const AnnotatedText text{++m_lastKey, std::make_shared<const Example>(std::move(example))};
    const int row = size();
    m_history.push(new Change(
        tr("new text"), [this, row, text] { insertAt(row, text); }, [this, row] { removeFrom(row); }));
}

void AnnotationSet::append(const std::string &text)
{
    Example example;
    example.text = text;
    const auto taken = [&](const AnnotatedText &other) { return other.example->id == example.id; };
    for (int number = size() + 1; example.id.empty() || std::ranges::any_of(m_texts, taken); ++number) {
        example.id = "text-" + std::to_string(number);
    }
    append(std::move(example));
}

void AnnotationSet::remove(int row)
{
    m_history.push(new Change(
        tr("delete text"), [this, row] { removeFrom(row); }, [this, row, text = at(row)] { insertAt(row, text); }));
}

void AnnotationSet::saved(AnnotationSource source, std::uint64_t version)
{
    if (version < m_opened) {
        return;
    }
    m_source = std::move(source);
    if (version == m_version) {
        m_history.setClean();
    }
    Q_EMIT stateChanged();
}

void AnnotationSet::insertAt(int row, const AnnotatedText &text)
{
    ++m_version;
    Q_EMIT aboutToInsert(row);
    m_texts.insert(m_texts.begin() + row, text);
    Q_EMIT inserted(row);
}

void AnnotationSet::removeFrom(int row)
{
    ++m_version;
    Q_EMIT aboutToRemove(row);
    m_texts.erase(m_texts.begin() + row);
    Q_EMIT removed(row);
}
