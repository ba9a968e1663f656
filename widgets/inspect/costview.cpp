// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/costview.h"

#include "widgets/style/format.h"
#include "widgets/style/palette.h"
#include "widgets/controls/label.h"

#include <QGridLayout>

#include <algorithm>

namespace {

/// "0.36" and "GFLOP" chosen so that the plain number has at most three digits before the point.
struct Unit {
    double divisor;
    QString name;
};

Unit unitFor(double operations)
{
    return operations >= 1e8 ? Unit{1e9, CostView::tr("GFLOP")} : Unit{1e6, CostView::tr("MFLOP")};
}

/// The word for a ratio of plain to reduced, which is shown as `factor` of it or, below 1, of its inverse.
QString worded(double ratio, const QString &less, const QString &same, const QString &more)
{
    return CostView::factor(std::max(ratio, 1 / ratio)) == CostView::factor(1) ? same : ratio > 1 ? less : more;
}

/// What the numbers were made from, to the last operation.
QString numbersOf(const adaplens::Trace &trace)
{
    const adaplens::Cost &cost = trace.cost;
    const auto line = [&cost](const QString &name, double operations, double milliseconds) {
        const QString exact = CostView::tr("%1: %2 operations").arg(name, format::number(operations, 0));
        return cost.runs > 0 ? CostView::tr("%1, %2 ms").arg(exact, format::number(milliseconds, 2)) : exact;
    };
    const QString plain = line(CostView::tr("plain"), cost.flopsPlain, cost.msPlain);
    return trace.drops ? plain + QLatin1Char('\n') + line(CostView::tr("reduced"), cost.flopsReduced, cost.msReduced)
                       : plain;
}

} // namespace

QString CostView::factor(double ratio)
{
    return tr("%1×").arg(format::number(ratio, ratio < 9.95 ? 1 : 0));
}

QString CostView::operations(double operations, double scale)
{
    const Unit unit = unitFor(scale);
    return tr("%1 %2").arg(format::number(operations / unit.divisor, 2), unit.name);
}

CostView::CostView(TraceSource &source, QWidget *parent)
    : QWidget(parent), m_source(source), m_note(new Label(Label::Kind::Caption))
{
    setAccessibleName(tr("Cost of this text"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    m_operations = addRow(grid, 0);
    grid->setRowMinimumHeight(2, 8);
    m_time = addRow(grid, 3);
    m_note->setWordWrap(true);
    grid->setRowMinimumHeight(5, 8);
    grid->addWidget(m_note, 6, 0, 1, 2);
    grid->setRowStretch(7, 1);
    connect(&source, &TraceSource::analysed, this, &CostView::showCost);
    connect(&source, &TraceSource::timed, this, &CostView::showCost);
    connect(&source, &TraceSource::outdatedChanged, this, [this](bool outdated) {
        for (QLabel *label : findChildren<Label *>()) {
            label->setEnabled(!outdated || label == m_note);
        }
    });
    showCost();
}

CostView::Row CostView::addRow(QGridLayout *grid, int row)
{
    const Row labels{new Label(Label::Kind::Figure), new Label(Label::Kind::Body), new Label(Label::Kind::Caption)};
    labels.what->setElided(true);
    labels.detail->setElided(true);
    grid->addWidget(labels.number, row, 0, 2, 1, Qt::AlignVCenter);
    grid->addWidget(labels.what, row, 1, Qt::AlignBottom);
    grid->addWidget(labels.detail, row + 1, 1, Qt::AlignTop);
    return labels;
}

void CostView::showCost()
{
    const auto &trace = m_source.trace();
    const bool drops = trace && trace->drops;
    const auto show = [](const Row &row, double ratio, const QString &what, const QString &detail) {
        row.number->setText(ratio > 0 ? factor(std::max(ratio, 1 / ratio)) : QStringLiteral("–"));
        row.what->setText(what);
        row.detail->setText(detail);
    };
    m_conditions.clear();
    setToolTip(trace ? numbersOf(*trace) : QString());
    if (!trace) {
        show(m_operations, 0, tr("operations"), {});
        show(m_time, 0, tr("time"), {});
    } else {
        const adaplens::Cost &cost = trace->cost;
        const Unit unit = unitFor(cost.flopsPlain);
        const QString plain = format::number(cost.flopsPlain / unit.divisor, 2);
        const double operations = drops ? cost.speedup() : 0;
        show(m_operations, operations,
             drops ? worded(operations, tr("fewer operations"), tr("as many operations"), tr("more operations"))
                   : tr("operations"),
             drops ? tr("%1 → %2 %3, exact").arg(plain, format::number(cost.flopsReduced / unit.divisor, 2), unit.name)
                   : tr("%1 %2, exact").arg(plain, unit.name));
        const bool timed = cost.runs > 0;
        const double time = drops && timed ? cost.speedupWall() : 0;
        show(m_time, time,
             drops && timed ? worded(time, tr("less time"), tr("as much time"), tr("more time")) : tr("time"),
             !timed  ? tr("not measured")
             : drops ? tr("%1 → %2 ms").arg(format::number(cost.msPlain, 1), format::number(cost.msReduced, 1))
                     : tr("%1 ms").arg(format::number(cost.msPlain, 1)));
        const QString runs = cost.runs == 1 ? tr("one run") : tr("median of %n", nullptr, cost.runs);
        QStringList conditions{tr("%n thread(s)", nullptr, cost.threads), timed ? runs : tr("not timed")};
        if (trace->precision != adaplens::Precision::Float32) {
            conditions << QString::fromLatin1(adaplens::nameOf(trace->precision));
        }
        if (cost.device != "cpu") {
            conditions << QString::fromStdString(cost.device);
        }
        m_conditions = conditions.join(QStringLiteral(" · "));
    }
    m_note->setText(!trace || drops
                        ? tr("What the clock cannot save: the weights of every layer are read once, however "
                             "few tokens are left.")
                        : tr("A plain model runs every layer on every piece; nothing is saved."));
    Q_EMIT conditionsChanged(m_conditions);
}
