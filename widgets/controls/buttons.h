// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's own buttons, as the program uses them; AppStyle says how they look. `name` is the object name by which tours and
// tests find them.
#pragma once

#include <QIcon>
#include <QStringList>

class QPushButton;
class QTabBar;
class QToolButton;

/// A button of text in a frame; a menu that it is given opens at once.
[[nodiscard]] QToolButton *textButton(const QString &text, const char *name = "");
/// A button of text without a frame, for small helpers in a panel's title row.
[[nodiscard]] QToolButton *bareButton(const QString &text, const char *name = "");
/// The one button of a page that starts its work, filled with the accent.
[[nodiscard]] QPushButton *primaryButton(const QString &text, const char *name = "");
/// One of resources/icons, which takes the ink of the text beside it.
[[nodiscard]] QIcon maskIcon(const QString &name);
/// A row of joined buttons of which exactly one is chosen; the arrow keys choose, too. It scrolls in little room.
[[nodiscard]] QTabBar *joinedButtons(const QStringList &labels);
void setToolTips(QTabBar *buttons, const QStringList &toolTips);
