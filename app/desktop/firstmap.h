// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TokenMapView;

/// Tells, for whoever times the start of the program (QT_LOGGING_RULES=adaplens.start=true), when the first token map
/// is on the screen.
class FirstMap : public QObject {
public:
    explicit FirstMap(TokenMapView *map);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TokenMapView *m_map;
};
