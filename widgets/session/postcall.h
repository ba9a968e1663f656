// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

/// Has Qt call `member` (an invokable without arguments) of `receiver` on its own thread, later. Data go elsewhere, under a
/// mutex. A file of its own: the thread sanitizer knows the call by this name (packaging/sanitizers/tsan.supp), which an
/// inlined copy would not have.
void postCall(QObject *receiver, const char *member);
