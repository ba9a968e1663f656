// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementtable.h"

#include "widgets/controls/keepfitted.h"
#include "widgets/controls/tables.h"
#include "widgets/style/emphasis.h"
#include "widgets/style/methods.h"

#include <QHeaderView>

#include <algorithm>
#include <utility>

using adaplens::MethodAgreement;
using adaplens::Metric;

namespace {

QTableWidgetItem *nameCell(const MethodAgreement &method, const QString &name, const adaplens::RuleNames &rule)
{
    const QString source = methods::origin(method.source, rule);
    QTableWidgetItem *item =
        tableCell(name,
                  QStringLiteral("<p><b>%1</b><br>%2%3</p>")
                      .arg(name.toHtmlEscaped(), methods::explanation(method.method, rule).toHtmlEscaped(),
                           source.isEmpty()
                               ? QString()
                               : QStringLiteral("<br>") + AgreementTable::tr("from: %1").arg(source.toHtmlEscaped())),
                  Qt::AlignLeft);
    item->setData(emphasis::MethodRole, static_cast<int>(method.method));
    return item;
}

} // namespace

AgreementTable::AgreementTable(QWidget *parent) : QTableWidget(parent)
{
    makeQuiet(this);
    setSelectionBehavior(SelectItems);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setDefaultAlignment(Qt::Alignment::fromInt(Qt::AlignRight | Qt::TextWordWrap)); // in two lines
    setAccessibleName(tr("Agreement of each method with the human rationales"));
    for (QWidget *part : {static_cast<QWidget *>(this), viewport()}) { // the latter has its size after the former
        keepFitted(part, [this] { fitColumns(); });
    }
    showNumbers();
}

void AgreementTable::setRuns(std::vector<NamedReport> runs)
{
    m_runs = std::move(runs);
    m_metrics.clear();
    std::size_t rows = 0;
    for (const NamedReport &run : m_runs) {
        rows += run.report->methods.size();
    }
    for (const adaplens::MetricInfo &info : adaplens::allMetrics()) {
        const auto measured = [&](const MethodAgreement &method) { return method.mean.contains(info.metric); };
        const auto shows = [&](const NamedReport &run) { return std::ranges::any_of(run.report->methods, measured); };
        if (info.column && std::ranges::any_of(m_runs, shows)) { // the plots and the files have the rest, too
            m_metrics.push_back(info.metric);
        }
    }
    // Results that come in while a run goes on are the same table with other numbers: selection and place stay.
    setRowCount(static_cast<int>(rows));
    setColumnCount(rows == 0 ? 0 : static_cast<int>(m_metrics.size()) + 1);
    showNumbers();
}

void AgreementTable::setLayer(std::optional<std::size_t> layer)
{
    if (layer != m_layer) {
        m_layer = layer;
        showNumbers();
    }
}

int AgreementTable::columnOf(Metric metric) const
{
    const auto at = std::ranges::find(m_metrics, metric);
    return at == m_metrics.end() ? -1 : static_cast<int>(at - m_metrics.begin()) + 1;
}

void AgreementTable::showNumbers()
{
    if (columnCount() > 0) {
        setHorizontalHeaderItem(0, tableCell(tr("method"), {}, Qt::AlignLeft));
    }
    for (int column = 1; column < columnCount(); ++column) {
        setHorizontalHeaderItem(
            column, tableCell(agreement::name(metric(column)), agreement::caption(metric(column)), Qt::AlignRight));
    }
    int row = 0;
    for (const NamedReport &run : m_runs) {
        const adaplens::RuleNames rule = namesOf(*run.report);
        for (const MethodAgreement &method : run.report->methods) {
            QString name = methods::name(method.method, rule);
            name = m_runs.size() > 1 ? tr("%1 · %2").arg(name, run.name) : name;
            setItem(row, 0, nameCell(method, name, rule));
            const QString head = method.layers.size() < 2 ? name
                                 : m_layer                ? tr("%1, layer %2").arg(name).arg(*m_layer + 1)
                                                          : tr("%1, mean over layers").arg(name);
            for (int column = 1; column < columnCount(); ++column) {
                QTableWidgetItem *item = tableCell({}, tr("not measured"), Qt::AlignRight);
                item->setData(Qt::AccessibleTextRole, tr("not measured"));
                if (const auto *value = agreement::valueOf(method, metric(column), m_layer)) {
                    const QString mean = agreement::value(value->interval.mean);
                    const QString half = agreement::halfWidth(value->interval);
                    item->setText(mean);
                    item->setToolTip(agreement::toolTip(head, metric(column), *value, *run.report));
                    item->setData(valueRole, value->interval.mean);
                    item->setData(emphasis::DetailRole, half);
                    item->setData(Qt::AccessibleTextRole,
                                  tr("%1, %2: %3 %4").arg(name, agreement::name(metric(column)), mean, half));
                }
                setItem(row, column, item);
            }
            for (int column = 0; column < columnCount() && isOwnScore(method.method); ++column) {
                item(row, column)->setData(emphasis::Role, emphasis::Highlighted);
            }
            ++row;
        }
    }
    fitColumns();
    updateGeometry();
    setFocusPolicy(rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus); // nothing to see is no place to be
}

void AgreementTable::fitColumns()
{
    const int columns = columnCount();
    if (columns == 0) {
        return;
    }
    QList<int> widths;
    int taken = 0;
    for (int column = 0; column < columns; ++column) {
        widths.append(std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)));
        taken += widths.last();
    }
    // Names of runs give way to the numbers, down to what still tells them apart.
    const int character = fontMetrics().averageCharWidth();
    const int names =
        std::min({widths[0], character * 40, std::max(widths[0] + viewport()->width() - taken, character * 22)});
    taken += names - widths[0];
    widths[0] = names;
    const int rest = viewport()->width() - taken;
    for (int column = 0; column < columns; ++column) {
        const int more = rest > 0 ? rest / columns + (column == 0 ? rest % columns : 0) : 0;
        horizontalHeader()->resizeSection(column, widths[column] + more);
    }
}

QSize AgreementTable::sizeHint() const
{
    const int line = verticalHeader()->defaultSectionSize();
    return {fontMetrics().averageCharWidth() * 100,
            horizontalHeader()->sizeHint().height() + std::max(rowCount(), 3) * line + 2};
}

QSize AgreementTable::minimumSizeHint() const
{
    const int line = verticalHeader()->defaultSectionSize();
    return {fontMetrics().averageCharWidth() * 30, horizontalHeader()->sizeHint().height() + 3 * line + 2};
}
