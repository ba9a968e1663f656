// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/accessibletokentext.h"

#include "widgets/inspect/tokentextarea.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>

namespace {

class AccessibleTokenText final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit AccessibleTokenText(TokenTextArea *area)
        : QAccessibleWidget(area, QAccessible::EditableText, area->accessibleName()), m_area(*area)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = state.selectableText = state.multiLine = true;
        return state;
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_area.shown().text : QAccessibleWidget::text(kind);
    }
    QString text(int begin, int end) const override { return m_area.shown().text.mid(begin, end - begin); }
    int characterCount() const override { return static_cast<int>(m_area.shown().text.size()); }

    int cursorPosition() const override { return static_cast<int>(m_area.selectedRange().first); }
    void setCursorPosition(int position) override { m_area.selectAt(position); }
    int selectionCount() const override { return m_area.selectedRange().second > 0 ? 1 : 0; }
    void selection(int, int *begin, int *end) const override
    {
        *begin = static_cast<int>(m_area.selectedRange().first);
        *end = static_cast<int>(m_area.selectedRange().second);
    }
    void setSelection(int, int begin, int) override { m_area.selectAt(begin); }
    void addSelection(int begin, int) override { m_area.selectAt(begin); }
    void removeSelection(int) override {}

    QRect characterRect(int offset) const override
    {
        const QRect rect = m_area.characterRect(offset);
        return {m_area.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    int offsetAtPoint(const QPoint &point) const override
    {
        return static_cast<int>(m_area.characterAt(m_area.viewport()->mapFromGlobal(point)));
    }
    void scrollToSubstring(int begin, int) override { m_area.selectAt(begin); }

    QString attributes(int offset, int *begin, int *end) const override
    {
        const PieceText &shown = m_area.shown();
        const qsizetype at = shown.spanAt(offset);
        if (at < 0) { // between two words
            *begin = std::clamp(offset, 0, characterCount());
            *end = std::min(*begin + 1, characterCount());
            return {};
        }
        *begin = static_cast<int>(shown.spans[at].begin);
        *end = static_cast<int>(shown.spans[at].end);
        if (m_area.lookOf(shown.spans[at].piece) != TokenTextArea::Look::Kept) {
            return QStringLiteral("text-line-through-type:single;text-line-through-style:solid");
        }
        return m_area.isOnlyHere(shown.spans[at].piece)
                   ? QStringLiteral("text-underline-type:single;text-underline-style:solid")
                   : QString();
    }

private:
    TokenTextArea &m_area;
};

QAccessibleInterface *makeText(const QString &, QObject *object)
{
    auto *area = qobject_cast<TokenTextArea *>(object);
    return area ? new AccessibleTokenText(area) : nullptr;
}

} // namespace

void announceTokenTexts()
{
    QAccessible::installFactory(makeText); // a second time changes nothing
}
