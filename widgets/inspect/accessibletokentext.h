// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Lets assistive technology read a TokenTextArea as a text: the cursor is at the selected word, and dropped words are
/// struck through. Called by the area itself; more than once does no harm.
void announceTokenTexts();
