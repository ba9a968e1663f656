// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/page/page.h"

#include <QString>

#include <functional>
#include <vector>

/// A page the window offers: its name in the rail, and how it is made. Its icon in resources/icons has the name of the
/// page's layout.
struct PageEntry {
    QString title;
    std::function<Page *(const Workspace &)> make;
};

/// All pages, in the order of the rail. A new page is one more line there.
[[nodiscard]] std::vector<PageEntry> pageEntries();
