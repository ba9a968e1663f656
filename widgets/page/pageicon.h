// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The sign of a page in the rail.
enum class PageIcon {
    Dot,      ///< a page without a sign of its own
    Inspect,  ///< a lens
    Compare,  ///< rows of cells
    Annotate, ///< a line under the highlighter
    Evaluate, ///< rising curve
    TradeOff, ///< points of two axes
    Train     ///< a falling loss
};
