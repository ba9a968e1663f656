// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TraceSource;

/// One selection in two analyses of a text: the word and layer chosen in either is chosen in both, also where only one
/// has such a word, as where their windows differ. While their texts differ, as they do for a moment after each key, each
/// has a word of its own; then that of the first one holds.
class LinkedSelection : public QObject {
public:
    /// Both must outlive this.
    LinkedSelection(TraceSource &first, TraceSource &second, QObject *parent = nullptr);
};
