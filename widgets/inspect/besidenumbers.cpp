// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/besidenumbers.h"

#include "widgets/controls/label.h"
#include "widgets/inspect/besidetext.h"
#include "widgets/inspect/costview.h"
#include "widgets/style/format.h"

#include <QGridLayout>

#include <algorithm>

BesideNumbers::BesideNumbers(TraceSource &first, TraceSource &second, QWidget *parent)
    : QWidget(parent), m_sources{&first, &second}
{
    setAccessibleName(tr("Side by side"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(2);
    for (int row = 0; row < 2; ++row) {
        addRow(grid, row);
    }
    for (int column = 1; column < 5; ++column) { // the time is short
        grid->setColumnStretch(column, column < 3 ? 5 : 4);
    }
    for (TraceSource *source : m_sources) {
        connect(source, &TraceSource::analysed, this, &BesideNumbers::showNumbers);
        connect(source, &TraceSource::timed, this, &BesideNumbers::showNumbers);
        connect(source, &TraceSource::selectionChanged, this, &BesideNumbers::showSentence);
    }
    for (std::size_t i = 0; i < 2; ++i) {
        connect(m_sources[i], &TraceSource::outdatedChanged, this, [this, i](bool outdated) {
            const Row &row = m_rows[i];
            for (Label *label : {row.name, row.prediction, row.left, row.operations, row.time}) {
                label->setEnabled(!outdated);
            }
        });
    }
    showNumbers();
}

void BesideNumbers::addRow(QGridLayout *grid, int row)
{
    const auto add = [&](Label::Kind kind, int column) {
        auto *label = new Label(kind);
        label->setElided(column > 0 && column < 5);
        grid->addWidget(label, row, column);
        return label;
    };
    const auto body = Label::Kind::Body;
    m_rows[static_cast<std::size_t>(row)] = {
        add(Label::Kind::Title, 0), add(body, 1), add(body, 2), add(body, 3), add(body, 4), add(body, 5)};
    m_rows[static_cast<std::size_t>(row)].letter->setText(beside::letter(row == 1));
}

void BesideNumbers::showNumbers()
{
    double scale = 0;
    for (const TraceSource *source : m_sources) {
        scale = std::max(scale, source->trace() ? source->trace()->cost.flopsPlain : 0);
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const Row &row = m_rows[i];
        const auto &trace = m_sources[i]->trace();
        if (!trace) {
            for (Label *label : {row.name, row.prediction, row.left, row.operations, row.time}) {
                label->setText(QStringLiteral("–"));
            }
            continue;
        }
        const adaplens::Cost &cost = trace->cost;
        row.name->setText(beside::title(*trace));
        row.prediction->setText(beside::prediction(*trace));
        row.left->setText(tr("%1 of %n token(s) left", nullptr, static_cast<int>(trace->encoding.pieces.size()))
                              .arg(trace->survivors.size()));
        row.operations->setText(beside::operations(*trace, scale));
        row.time->setText(cost.runs == 0 ? tr("not timed") : tr("%1 ms").arg(format::number(cost.msReduced, 1)));
        row.time->setToolTip(cost.runs == 0   ? QString()
                             : cost.runs == 1 ? tr("one run")
                                              : tr("median of %n run(s)", nullptr, cost.runs));
    }
    showSentence();
}

void BesideNumbers::showSentence()
{
    const auto &first = m_sources[0]->trace(), &second = m_sources[1]->trace();
    const QString sentence =
        first && second ? beside::keptWords(*first, *second, std::max(m_sources[0]->layer(), m_sources[1]->layer()))
                        : QString();
    if (sentence != m_sentence) {
        m_sentence = sentence;
        setAccessibleDescription(sentence);
        Q_EMIT sentenceChanged(sentence);
    }
}
