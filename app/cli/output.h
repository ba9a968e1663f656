// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace adaplens::cli {

/// Writes to standard output. Throws Error where it does not take all (full disk, closed pipe).
void print(std::string_view text);
/// Writes out what standard output still holds back, so that a full disk is noticed. Throws Error.
void finishStandardOutput();
/// Writes a whole document: to standard output where `target` is "-", else to that file, which appears complete or not
/// at all. Throws Error.
void writeDocument(const std::string &target, std::string_view text);

/// One line on standard error, after the program's name: an error, or (`note`) something the user should know.
void complain(std::string_view sentence);
void note(std::string_view sentence);

} // namespace adaplens::cli
