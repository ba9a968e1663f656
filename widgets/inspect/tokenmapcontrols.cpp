// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokenmapcontrols.h"

#include "widgets/controls/segmentedswitch.h"
#include "widgets/inspect/tokenmap.h"

#include <QHBoxLayout>

TokenMapControls::TokenMapControls(TokenMapView *view, QWidget *parent) : QWidget(parent)
{
    auto *columns = new SegmentedSwitch({tr("Words"), tr("Pieces")}, this);
    columns->setObjectName(QStringLiteral("columns"));
    columns->setAccessibleName(tr("Columns of the token map"));
    columns->setToolTips(
        {tr("One column for each word of the text"), tr("One column for each word piece the model reads")});
    auto *colours = new SegmentedSwitch({tr("Relative"), tr("Absolute")}, this);
    colours->setObjectName(QStringLiteral("colours"));
    colours->setAccessibleName(tr("Colours of the token map"));
    colours->setToolTips({tr("Colour = score against the uniform level 1/n, from ⅛ to 8 times"),
                          tr("Colour = the score itself, from 0.001 to 1")});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(columns);
    row->addWidget(colours);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    columns->setCurrent(view->mode() == TokenMapModel::Mode::Words ? 0 : 1);
    colours->setCurrent(view->colourScale() == ColourScale::Relative ? 0 : 1);
    connect(columns, &SegmentedSwitch::currentChanged, view, [view](int index) {
        view->setMode(index == 0 ? TokenMapModel::Mode::Words : TokenMapModel::Mode::Pieces);
    });
    connect(colours, &SegmentedSwitch::currentChanged, view,
            [view](int index) { view->setColourScale(index == 0 ? ColourScale::Relative : ColourScale::Absolute); });
    connect(view, &TokenMapView::modeChanged, columns,
            [columns](TokenMapModel::Mode mode) { columns->setCurrent(mode == TokenMapModel::Mode::Words ? 0 : 1); });
    connect(view, &TokenMapView::colourScaleChanged, colours,
            [colours](ColourScale scale) { colours->setCurrent(scale == ColourScale::Relative ? 0 : 1); });
}
