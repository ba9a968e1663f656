// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/description.h"

#include "core/error.h"
#include "core/io/input.h"

namespace adaplens {

std::optional<DataDescription> describeData(const DataSource &source, const std::stop_token &stop)
{
    constexpr std::size_t mostLabels = 500;
    DataDescription result;
    result.format = formatOf(source);
    const auto reader = openReader(source);
    result.columns = reader->columns();
    while (const auto example = reader->next()) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        ++result.examples;
        ++result.labels[example->label];
        if (result.labels.size() > mostLabels) {
            throw Error("%1 has more than %2 different labels, the last one found being '%3'; choose the column that "
                        "holds the labels.",
                        quoted(source.path), mostLabels, example->label.substr(0, 60));
        }
    }
    result.skipped = reader->skipped();
    return result;
}

} // namespace adaplens
