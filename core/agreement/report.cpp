// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report.h"

#include "core/named.h"
#include "core/reduction/names.h"

#include <array>

namespace adaplens {

const char *nameOf(AgreementMode mode)
{
    return mode == AgreementMode::DocumentsWords ? "documents-words" : "windows-pieces";
}

AgreementMode agreementModeNamed(const std::string &name)
{
    return named(std::array{AgreementMode::WindowsPieces, AgreementMode::DocumentsWords}, name, message("mode"));
}

RuleNames namesOf(const AgreementReport &report)
{
    if (const auto known = namesOfRule(report.rule)) {
        return *known;
    }
    return {.name = report.rule,
            .title = report.rule,
            .score = report.ownScore,
            .scoreTitle = report.ownScore,
            .thresholdTitle = message("threshold")};
}

} // namespace adaplens
