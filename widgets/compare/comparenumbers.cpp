// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparenumbers.h"

#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/compare/comparisonpainter.h"

#include <QEvent>
#include <QFontMetrics>

#include <algorithm>

namespace {

QString cell(const QString &text)
{
    return QStringLiteral("<td align='right' style='padding:3px 6px; white-space:nowrap'>%1</td>").arg(text);
}

QString table(const QStringList &rows)
{
    return QStringLiteral("<table cellspacing='0' width='100%'><tr>") + rows.join(QStringLiteral("</tr><tr>")) +
           QStringLiteral("</tr></table>");
}

QString quiet(const QString &text, const QColor &colour)
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), text);
}

QString paragraph(const QString &text, const QColor &colour)
{
    return QStringLiteral("<p>") + quiet(text, colour) + QStringLiteral("</p>");
}

QString swatch(const ComparedRow &row, const Palette &colours)
{
    return quiet(QStringLiteral("■"), methods::colour(row.method, colours));
}

QString named(const Comparison &comparison, std::size_t row, const Palette &colours)
{
    // Long names may break, numbers do not.
    return QStringLiteral("<td align='left' style='padding:3px 6px'>%1&nbsp;%2</td>")
        .arg(swatch(comparison.rows[row], colours), ComparisonPainter::rowName(comparison, row).toHtmlEscaped());
}

} // namespace

CompareNumbers::CompareNumbers(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeading);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void CompareNumbers::setComparison(const Comparison &comparison)
{
    m_comparison = comparison;
    showNumbers();
}

QString CompareNumbers::title() const
{
    return m_comparison.marked > 0 ? tr("Agreement on this text") : tr("Words in common");
}

QString CompareNumbers::caption() const
{
    return m_comparison.words.empty() ? QString()
           : m_comparison.marked > 0  ? tr("with the marked words, top %1").arg(m_comparison.top)
                                      : tr("share of the top %1 of two rows").arg(m_comparison.top);
}

void CompareNumbers::showNumbers()
{
    const Palette colours(palette());
    setMinimumWidth(leastWidth());
    setText(m_comparison.words.empty() ? QString()
            : m_comparison.marked > 0  ? agreementTable(colours)
                                       : overlapTable(colours));
}

void CompareNumbers::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        showNumbers();
    }
}

int CompareNumbers::leastWidth() const
{
    const QFontMetrics metrics(font());
    constexpr int padding = 14;
    int name = 0;
    for (std::size_t row = 0; row < m_comparison.rows.size(); ++row) {
        for (const QString &word : ComparisonPainter::rowName(m_comparison, row).split(QLatin1Char(' '))) {
            name = std::max(name, metrics.horizontalAdvance(QStringLiteral("■ ") + word));
        }
    }
    const bool rationale = m_comparison.marked > 0;
    const int number = metrics.horizontalAdvance(QStringLiteral("0.00")) + padding;
    const int columns = rationale ? 4 : static_cast<int>(m_comparison.rows.size());
    const int heading = rationale ? metrics.horizontalAdvance(tr("precision")) : 0; // the one wider than its numbers
    return name + padding + columns * number + heading;
}

QString CompareNumbers::agreementTable(const Palette &colours) const
{
    QString head = cell({});
    for (const QString &title : {tr("AP"), tr("precision"), tr("TPR"), tr("FPR")}) {
        head += cell(quiet(title, colours.quiet()));
    }
    QStringList rows{head};
    for (std::size_t r = 0; r < m_comparison.rows.size(); ++r) {
        const ComparedRow &row = m_comparison.rows[r];
        QString cells = named(m_comparison, r, colours);
        if (row.scored) {
            cells += cell(row.averagePrecision ? format::number(*row.averagePrecision, 2) : QStringLiteral("–"));
            for (const auto value :
                 {row.counts.precision(), row.counts.truePositiveRate(), row.counts.falsePositiveRate()}) {
                cells += cell(format::number(value, 2));
            }
        } else {
            cells += QStringLiteral("<td colspan='4' align='right'>%1</td>")
                         .arg(quiet(tr("not scored yet"), colours.quiet()));
        }
        rows << cells;
    }
    const auto base = static_cast<double>(m_comparison.marked) / static_cast<double>(m_comparison.words.size());
    return table(rows) +
           paragraph(tr("Marked words: %1 of %2; base rate %3.")
                         .arg(m_comparison.marked)
                         .arg(m_comparison.words.size())
                         .arg(format::number(base, 2)),
                     colours.quiet()) +
           shortRows(colours);
}

QString CompareNumbers::shortRows(const Palette &colours) const
{
    return m_comparison.anyShort()
               ? paragraph(tr("Rows with fewer than %1 words above zero select only those.").arg(m_comparison.top),
                           colours.quiet())
               : QString();
}

QString CompareNumbers::overlapTable(const Palette &colours) const
{
    QList<std::size_t> scored;
    QString head = cell({});
    for (std::size_t r = 0; r < m_comparison.rows.size(); ++r) {
        if (m_comparison.rows[r].scored) {
            scored << r;
            head += cell(swatch(m_comparison.rows[r], colours));
        }
    }
    if (scored.size() < 2) {
        return quiet(scored.isEmpty() ? tr("scores are being computed…")
                                      : tr("Show two methods or more to see how much they agree."),
                     colours.quiet());
    }
    QStringList rows{head};
    for (const std::size_t a : scored) {
        QString cells = named(m_comparison, a, colours);
        for (const std::size_t b : scored) {
            cells += cell(a == b ? quiet(QStringLiteral("·"), colours.quiet())
                                 : format::number(m_comparison.overlap(a, b), 2));
        }
        rows << cells;
    }
    return table(rows) + shortRows(colours);
}
