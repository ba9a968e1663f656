// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/rulenames.h"

class QWidget;

/// Shows which program this is, what it computes with, and the licences of its parts. Does not block.
void showAbout(QWidget *parent);
/// Shows how to read the window: the explanations of all panels in one place, in the words of a rule. Does not block.
void showGuide(QWidget *parent, const adaplens::RuleNames &rule);
