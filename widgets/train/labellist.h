// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Names of classes in one line: separated by commas, in quotes where a name holds a comma or a quote (doubled then).
[[nodiscard]] QString joinedLabels(const QStringList &labels);
/// The names that such a line holds, without blanks around them; empty ones are left out.
[[nodiscard]] QStringList splitLabels(const QString &line);
