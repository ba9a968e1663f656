// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textagreementview.h"

#include "widgets/style/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/label.h"
#include "widgets/controls/tables.h"

#include <QActionGroup>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

TextAgreementView::TextAgreementView(QWidget *parent)
    : QWidget(parent),
      m_table(quietTable()),
      m_about(new Label(Label::Kind::Caption)),
      m_layerButton(bareButton({})),
      m_layerMenu(new QMenu(m_layerButton))
{
    m_table->setModel(&m_model);
    m_table->setObjectName(QStringLiteral("textAgreement"));
    m_layerButton->setObjectName(QStringLiteral("agreementLayerButton"));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setAccessibleName(tr("Agreement of each method with the marked words"));
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_about->setWordWrap(true);
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_layerButton->setMenu(m_layerMenu);
    m_layerButton->setToolTip(tr("Layer that the figures are of"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_table, 1);
    column->addWidget(m_about);
    fitColumns();
    setLayers(0);
    setNone({});
}

void TextAgreementView::setLayers(std::size_t layers)
{
    m_layers = layers;
    m_layerMenu->clear();
    auto *group = new QActionGroup(m_layerMenu);
    const auto add = [&](const QString &text, std::optional<std::size_t> layer) {
        QAction *action = m_layerMenu->addAction(text, this, [this, layer] { setLayer(layer); });
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(layer == m_layer);
    };
    m_layer.reset();
    add(tr("Mean of layers"), std::nullopt);
    for (std::size_t layer = 0; layer < layers; ++layer) {
        add(tr("Layer %1").arg(layer + 1), layer);
    }
    m_layerButton->setVisible(layers > 1);
    setLayer(std::nullopt);
}

void TextAgreementView::setLayer(std::optional<std::size_t> layer)
{
    m_layer = layer && *layer < m_layers ? layer : std::nullopt;
    const int entry = m_layer ? static_cast<int>(*m_layer) + 1 : 0;
    QAction *action = m_layerMenu->actions().at(entry);
    action->setChecked(true);
    m_layerButton->setText(action->text());
    compute();
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
    m_model.set({});
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
    TextAgreements agreements = textAgreement(*m_attribution, m_encoding, m_rationale, m_layer);
    const std::size_t content = agreements.content, marked = agreements.marked;
    m_model.set(std::move(agreements));
    fitColumns();
    m_table->setEnabled(true);
    m_table->show();
    m_about->setText(marked == 0 ? tr("Mark a word to compare: without marks there is nothing to find.")
                     : marked == content
                         ? tr("All is marked: leave something out, or there is nothing to tell apart.")
                         : tr("%1 of %2 pieces are marked: the base rate is %3.")
                               .arg(marked)
                               .arg(content)
                               .arg(format::number(static_cast<double>(marked) / static_cast<double>(content), 2)));
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
    for (int column = 0; column < m_model.columnCount(); ++column) {
        needed +=
            std::max({header->minimumSectionSize(), header->sectionSizeHint(column), table->sizeHintForColumn(column)});
    }
    if (needed <= width()) { // otherwise the table scrolls: names cut to two letters tell nothing apart
        header->setSectionResizeMode(TextAgreementModel::Name, QHeaderView::Stretch);
    }
}

void TextAgreementView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void TextAgreementView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}
