// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textagreementview.h"

#include "widgets/controls/choices.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/keepfitted.h"
#include "widgets/controls/label.h"
#include "widgets/controls/tables.h"
#include "widgets/style/emphasis.h"
#include "widgets/style/format.h"
#include "widgets/style/methods.h"

#include <QComboBox>
#include <QHeaderView>
#include <QTableWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace {

/// A column of figures, after the methods' names.
struct Column {
    const char *title, *toolTip;
    std::optional<double> (*figure)(const TextAgreement &);
    bool higherIsBetter;
};

// A low false positive rate is only as good as what is selected, so no best is shown there.
constexpr std::array columns{
    Column{QT_TRANSLATE_NOOP("TextAgreementView", "AP"),
           QT_TRANSLATE_NOOP("TextAgreementView",
                             "average precision of the ranking by score: 1 = every marked piece is above all others"),
           [](const TextAgreement &method) { return method.ap; }, true},
    Column{QT_TRANSLATE_NOOP("TextAgreementView", "precision@k"),
           QT_TRANSLATE_NOOP("TextAgreementView",
                             "share of marked ones among the k best pieces, k = as many as the model's own scores "
                             "select"),
           [](const TextAgreement &method) { return method.precisionAtSize; }, true},
    Column{QT_TRANSLATE_NOOP("TextAgreementView", "recall@k"),
           QT_TRANSLATE_NOOP("TextAgreementView",
                             "share of the marked pieces that are among the k best, k = as many as the model's own "
                             "scores select"),
           [](const TextAgreement &method) { return method.recallAtSize; }, true},
    Column{QT_TRANSLATE_NOOP("TextAgreementView", "FPR"),
           QT_TRANSLATE_NOOP("TextAgreementView",
                             "false positive rate: share of the unmarked pieces that score at least 1/n"),
           [](const TextAgreement &method) { return std::optional(method.falsePositiveRate); }, false},
    Column{QT_TRANSLATE_NOOP("TextAgreementView", "selected"),
           QT_TRANSLATE_NOOP("TextAgreementView",
                             "share of all pieces that score at least 1/n; an FPR is low where little is selected"),
           [](const TextAgreement &method) { return std::optional(method.selected); }, false},
};

QTableWidgetItem *cell(const QString &text, const QString &toolTip, Qt::Alignment side)
{
    return tableCell(text, toolTip.isEmpty() ? QString() : format::paragraph(toolTip), side);
}

} // namespace

TextAgreementView::TextAgreementView(QWidget *parent)
    : QWidget(parent),
      m_table(new QTableWidget(0, static_cast<int>(columns.size()) + 1)),
      m_about(new Label(Label::Kind::Caption)),
      m_layer(choiceBox(tr("Layer that the figures are of"), "agreementLayer", false))
{
    makeQuiet(m_table);
    m_table->setObjectName(QStringLiteral("textAgreement"));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setAccessibleName(tr("Agreement of each method with the marked words"));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->setHorizontalHeaderItem(0, cell(tr("method"), tr("what gives each word its score"), Qt::AlignLeft));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        m_table->setHorizontalHeaderItem(static_cast<int>(i) + 1,
                                         cell(tr(columns[i].title), tr(columns[i].toolTip), Qt::AlignRight));
    }
    m_about->setWordWrap(true);
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    columnIn(this, 4, {{m_table, 1}, m_about});
    connect(m_layer, &QComboBox::currentIndexChanged, this, &TextAgreementView::compute);
    keepFitted(this, [this] { fitColumns(); });
    setLayers(0);
    setNone({});
}

void TextAgreementView::setLayers(std::size_t layers)
{
    const QString toolTip = m_layer->accessibleName();
    QList<Choice> choices{{tr("Mean of layers"), -1, toolTip}};
    for (int layer = 0; layer < static_cast<int>(layers); ++layer) {
        choices.append({tr("Layer %1").arg(layer + 1), layer, toolTip});
    }
    setChoices(m_layer, choices);
    choose(m_layer, -1);
    m_layer->setVisible(layers > 1);
}

void TextAgreementView::set(std::shared_ptr<const adaplens::Attribution> attribution,
                            const adaplens::Encoding &encoding, std::vector<adaplens::ByteRange> rationale)
{
    m_attribution = std::move(attribution);
    m_encoding = encoding;
    m_rationale = std::move(rationale);
    compute();
}

void TextAgreementView::setNone(const QString &why)
{
    m_attribution.reset();
    m_agreements = {};
    m_table->hide();
    m_about->setText(why);
}

void TextAgreementView::setOutdated()
{
    m_attribution.reset();
    m_table->setEnabled(false);
    m_about->setText(tr("Scores are being computed…"));
}

void TextAgreementView::compute()
{
    if (!m_attribution) {
        return;
    }
    const int layer = m_layer->currentData().toInt();
    m_agreements = textAgreement(*m_attribution, m_encoding, m_rationale,
                                 layer < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(layer)));
    showFigures();
    fitColumns();
    m_table->setEnabled(true);
    m_table->show();
    const std::size_t content = m_agreements.content, marked = m_agreements.marked;
    m_about->setText(marked == 0 ? tr("Mark a word to compare: without marks there is nothing to find.")
                     : marked == content
                         ? tr("All is marked: leave something out, or there is nothing to tell apart.")
                         : tr("Marked pieces: %1 of %2; the base rate is %3.")
                               .arg(marked)
                               .arg(content)
                               .arg(format::number(static_cast<double>(marked) / static_cast<double>(content), 2)));
}

void TextAgreementView::showFigures()
{
    m_table->setRowCount(static_cast<int>(m_agreements.methods.size()));
    std::array<std::optional<double>, columns.size()> best;
    for (const TextAgreement &agreement : m_agreements.methods) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            best[i] = std::max(best[i], columns[i].figure(agreement));
        }
    }
    int row = 0;
    for (const TextAgreement &agreement : m_agreements.methods) {
        QTableWidgetItem *name = cell(methods::name(agreement.method, m_rule),
                                      methods::explanation(agreement.method, m_rule), Qt::AlignLeft);
        name->setData(emphasis::MethodRole, static_cast<int>(agreement.method));
        m_table->setItem(row, 0, name);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto value = columns[i].figure(agreement);
            QTableWidgetItem *figure = cell(value ? format::number(*value, 2) : QStringLiteral("–"),
                                            value ? format::number(*value, 4) : QString(), Qt::AlignRight);
            figure->setData(emphasis::Role,
                            columns[i].higherIsBetter && value && value == best[i] ? emphasis::Bold : emphasis::Plain);
            m_table->setItem(row, static_cast<int>(i) + 1, figure);
        }
        ++row;
    }
}

QString TextAgreementView::about() const
{
    return m_about->text();
}

void TextAgreementView::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    header->setMinimumSectionSize(character * 8);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    const QAbstractItemView *table = m_table;
    int needed = 0;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        needed +=
            std::max({header->minimumSectionSize(), header->sectionSizeHint(column), table->sizeHintForColumn(column)});
    }
    if (needed <= width()) { // otherwise the table scrolls: names cut to two letters tell nothing apart
        header->setSectionResizeMode(0, QHeaderView::Stretch);
    }
}
