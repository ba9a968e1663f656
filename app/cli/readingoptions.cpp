// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/readingoptions.h"

namespace adaplens::cli {

void ReadingOptions::add(CLI::App &app)
{
    app.add_option("--batch", batch, "Texts run at a time; changes no result (default: 32)")
        ->type_name("N")
        ->check(CLI::Range(1, 65536));
    app.add_option("--max-length", maxLength, "Pieces read at once, special ones included (default: the model's)")
        ->type_name("N")
        ->check(CLI::Range(3, 1 << 20));
    app.add_option("--protocol", m_protocol, "Long texts: head512 reads the beginning (default), windows-mean all")
        ->type_name("NAME")
        ->check(CLI::IsMember({"head512", "windows-mean"}));
}

} // namespace adaplens::cli
