// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class TokenMapView;

/// The switches of a token map: Words | Pieces and Relative | Absolute, to be put in its card's title row.
class TokenMapControls : public QWidget {
    Q_OBJECT

public:
    explicit TokenMapControls(TokenMapView *view, QWidget *parent = nullptr);
};
