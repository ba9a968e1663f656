// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/comparenumbers.h"

#include "widgets/style/format.h"
#include "widgets/style/methods.h"
#include "widgets/compare/comparisonpainter.h"

#include <QEvent>
#include <QFontMetrics>

#include <algorithm>

namespace {

QString cell(const QString &text, const char *alignment = "right")
{
    return QStringLiteral("<td align='%1' style='padding:3px 6px; white-space:nowrap'>%2</td>")
        .arg(QLatin1String(alignment), text);
}

QString quiet(const QString &text, const QColor &colour)
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), text);
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
    QString table = QStringLiteral("<table cellspacing='0' width='100%'><tr>%1").arg(cell({}, "left"));
    for (const QString &title : {tr("AP"), tr("precision"), tr("TPR"), tr("FPR")}) {
        table += cell(quiet(title, colours.quiet()));
    }
    table += QStringLiteral("</tr>");
    for (std::size_t r = 0; r < m_comparison.rows.size(); ++r) {
        const ComparedRow &row = m_comparison.rows[r];
        table += QStringLiteral("<tr>") + named(m_comparison, r, colours);
        if (!row.scored) {
            table += QStringLiteral("<td colspan='4' align='right'>%1</td></tr>")
                         .arg(quiet(tr("not scored yet"), colours.quiet()));
            continue;
        }
        table += cell(row.averagePrecision ? format::number(*row.averagePrecision, 2) : QStringLiteral("–"));
        table += cell(format::number(row.counts.precision(), 2));
        table += cell(format::number(row.counts.truePositiveRate(), 2));
        table += cell(format::number(row.counts.falsePositiveRate(), 2)) + QStringLiteral("</tr>");
    }
    const QString few = shortRows(colours);
    const auto base = static_cast<double>(m_comparison.marked) / static_cast<double>(m_comparison.words.size());
    return table +
           QStringLiteral("</table><p>%1</p>")
               .arg(quiet(tr("%1 of %2 words are marked: base rate %3.")
                              .arg(m_comparison.marked)
                              .arg(m_comparison.words.size())
                              .arg(format::number(base, 2)),
                          colours.quiet())) +
           few;
}

QString CompareNumbers::shortRows(const Palette &colours) const
{
    return m_comparison.anyShort()
               ? QStringLiteral("<p>%1</p>")
                     .arg(quiet(tr("Rows with fewer than %1 words above zero select only those.").arg(m_comparison.top),
                                colours.quiet()))
               : QString();
}

QString CompareNumbers::overlapTable(const Palette &colours) const
{
    std::vector<std::size_t> scored;
    for (std::size_t r = 0; r < m_comparison.rows.size(); ++r) {
        if (m_comparison.rows[r].scored) {
            scored.push_back(r);
        }
    }
    if (scored.empty()) {
        return quiet(tr("scores are being computed…"), colours.quiet());
    }
    if (scored.size() < 2) {
        return quiet(tr("Show two methods or more to see how much they agree."), colours.quiet());
    }
    QString table = QStringLiteral("<table cellspacing='0' width='100%'><tr>%1").arg(cell({}, "left"));
    for (const std::size_t r : scored) {
        table += cell(swatch(m_comparison.rows[r], colours));
    }
    table += QStringLiteral("</tr>");
    for (const std::size_t a : scored) {
        table += QStringLiteral("<tr>") + named(m_comparison, a, colours);
        for (const std::size_t b : scored) {
            table += cell(a == b ? quiet(QStringLiteral("·"), colours.quiet())
                                 : format::number(m_comparison.overlap(a, b), 2));
        }
        table += QStringLiteral("</tr>");
    }
    return table + QStringLiteral("</table>") + shortRows(colours);
}
