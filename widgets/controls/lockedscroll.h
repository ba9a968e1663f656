// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollBar;

/// Has two scroll bars move together, whichever is moved: to the same share of what they go over. Where the range of one
/// changes, the first one's place holds. Ends with either of them.
void lockScrolling(QScrollBar *first, QScrollBar *second);
