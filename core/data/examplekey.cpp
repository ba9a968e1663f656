// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/examplekey.h"

#include "core/io/hash.h"

namespace adaplens {

std::uint64_t keyOf(const Example &example)
{
    Hash hash;
    hash.text(example.id);
    hash.text(example.text);
    hash.number(example.pair ? 1 : 0);
    hash.text(example.pair.value_or(std::string()));
    hash.text(example.label);
    hash.number(example.rationale.size());
    for (const ByteRange &range : example.rationale) {
        hash.number(range.begin);
        hash.number(range.end);
    }
    return hash.value();
}

} // namespace adaplens
