// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/tokenmapcontrols.h"

#include "widgets/controls/buttons.h"
#include "widgets/inspect/scoreplot.h"
#include "widgets/inspect/tokenmap.h"

#include <QTabBar>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TokenMapControls)
};

} // namespace

QTabBar *tokenMapColumns(const QList<TokenMapView *> &maps, ScorePlot *scores)
{
    auto *columns = joinedButtons({Words::tr("Words"), Words::tr("Pieces")});
    columns->setObjectName(QStringLiteral("columns"));
    columns->setAccessibleName(Words::tr("Columns of the token map"));
    setToolTips(columns, {Words::tr("One column for each word of the text"),
                          Words::tr("One column for each word piece the model reads")});
    QObject::connect(columns, &QTabBar::currentChanged, columns, [=](int index) {
        const auto mode = index == 0 ? TokenMapModel::Mode::Words : TokenMapModel::Mode::Pieces;
        for (TokenMapView *map : maps) {
            map->setMode(mode);
        }
        scores->setMode(mode);
    });
    return columns;
}

QTabBar *tokenMapColours(const QList<TokenMapView *> &maps)
{
    auto *colours = joinedButtons({Words::tr("Relative"), Words::tr("Absolute")});
    colours->setObjectName(QStringLiteral("colours"));
    colours->setAccessibleName(Words::tr("Colours of the token map"));
    setToolTips(colours, {Words::tr("Colour = score against the uniform level 1/n, from ⅛ to 8 times"),
                          Words::tr("Colour = the score itself, from 0.001 to 1")});
    QObject::connect(colours, &QTabBar::currentChanged, colours, [maps](int index) {
        for (TokenMapView *map : maps) {
            map->setColourScale(index == 0 ? ColourScale::Relative : ColourScale::Absolute);
        }
    });
    return colours;
}
