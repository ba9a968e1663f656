// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/normaltext_p.h"

#include "core/io/utf8.h"

namespace adaplens {

NormalText::NormalText(std::span<const NormalChar> characters)
{
    for (std::size_t i = 0; i < characters.size(); ++i) {
        appendCharacter(m_bytes, characters[i].value);
        m_owners.resize(m_bytes.size(), i);
    }
    m_owners.push_back(characters.size());
}

} // namespace adaplens
