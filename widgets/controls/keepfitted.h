// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

/// Calls `fit` now, and whenever the size or the type of `widget` has become another.
void keepFitted(QWidget *widget, std::function<void()> fit);
