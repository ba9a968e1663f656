// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"

class KeptRuns;
class QListView;

/// The list of kept runs, beside the page: to be seen only while there are some.
class KeptRunsDock : public CardDock {
    Q_OBJECT

public:
    /// `runs` must outlive it.
    KeptRunsDock(KeptRuns &runs, QWidget *parent);

private:
    KeptRunsDock(KeptRuns &runs, CardHeader *header, QListView *list, QWidget *parent);
};
