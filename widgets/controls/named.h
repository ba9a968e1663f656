// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

/// A control under its name, which screen readers read with it; an empty name leaves its room, so that neighbours stand
/// level. `beside` stands at the control's right. One that expands takes the width there is.
[[nodiscard]] QWidget *named(const QString &name, QWidget *control, QWidget *beside = nullptr);
