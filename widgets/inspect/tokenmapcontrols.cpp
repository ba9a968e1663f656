// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokenmapcontrols.h"

#include "widgets/controls/buttons.h"
#include "widgets/inspect/tokenmap.h"

#include <QHBoxLayout>
#include <QTabBar>

TokenMapControls::TokenMapControls(TokenMapView *view, QWidget *parent) : QWidget(parent)
{
    auto *columns = joinedButtons({tr("Words"), tr("Pieces")});
    columns->setObjectName(QStringLiteral("columns"));
    columns->setAccessibleName(tr("Columns of the token map"));
    setToolTips(columns,
                {tr("One column for each word of the text"), tr("One column for each word piece the model reads")});
    auto *colours = joinedButtons({tr("Relative"), tr("Absolute")});
    colours->setObjectName(QStringLiteral("colours"));
    colours->setAccessibleName(tr("Colours of the token map"));
    setToolTips(colours, {tr("Colour = score against the uniform level 1/n, from ⅛ to 8 times"),
                          tr("Colour = the score itself, from 0.001 to 1")});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(columns);
    row->addWidget(colours);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    columns->setCurrentIndex(view->mode() == TokenMapModel::Mode::Words ? 0 : 1);
    colours->setCurrentIndex(view->colourScale() == ColourScale::Relative ? 0 : 1);
    connect(columns, &QTabBar::currentChanged, view, [view](int index) {
        view->setMode(index == 0 ? TokenMapModel::Mode::Words : TokenMapModel::Mode::Pieces);
    });
    connect(colours, &QTabBar::currentChanged, view,
            [view](int index) { view->setColourScale(index == 0 ? ColourScale::Relative : ColourScale::Absolute); });
    connect(view, &TokenMapView::modeChanged, columns, [columns](TokenMapModel::Mode mode) {
        columns->setCurrentIndex(mode == TokenMapModel::Mode::Words ? 0 : 1);
    });
    connect(view, &TokenMapView::colourScaleChanged, colours,
            [colours](ColourScale scale) { colours->setCurrentIndex(scale == ColourScale::Relative ? 0 : 1); });
}
