// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/strongestword.h"

#include <algorithm>

namespace adaplens {

std::optional<std::size_t> strongestWord(const Trace &trace, std::size_t among)
{
    std::optional<std::size_t> best;
    std::size_t longest = 0;
    float highest = -1;
    std::vector<Column> words = columns(trace, false);
    words.resize(std::min(words.size(), among));
    for (const Column &word : words) {
        if (word.special) {
            continue;
        }
        std::size_t stay = 0; // twice the layers it passes, and one more for the layer that drops it
        float ratio = 0;
        for (std::size_t l = 0; l < trace.layers.size(); ++l) {
            const WordScore score = scoreOf(trace, word, l);
            if (score.fate == Fate::Gone) {
                break;
            }
            stay += score.fate == Fate::Dropped ? 1 : 2;
            ratio = score.ratio();
        }
        if (stay > longest || (stay == longest && ratio > highest)) {
            best = word.pieces.front();
            longest = stay;
            highest = ratio;
        }
    }
    return best;
}

} // namespace adaplens
