// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementrunner.h"

#include <memory>
#include <system_error>
#include <utility>

AgreementRunner classifierAgreement()
{
    auto classifier = std::make_shared<std::unique_ptr<adaplens::Classifier>>();
    return [classifier](const AgreementRequest &request, const adaplens::AgreementCallbacks &callbacks,
                        std::stop_token stop) -> std::optional<adaplens::AgreementReport> {
        if (!*classifier ||
            (*classifier)->identity() != adaplens::identityOf(request.model, adaplens::usable(request.precision))) {
            *classifier = adaplens::Classifier::open(request.model, request.precision);
        }
        adaplens::AgreementOptions options = request.options;
        options.total = adaplens::countExamples(request.data);
        if (!options.resumeFile.empty()) {
            std::filesystem::create_directories(options.resumeFile.parent_path());
        }
        const auto reader = adaplens::openReader(request.data);
        auto report = adaplens::agree(**classifier, *reader, options, callbacks, std::move(stop));
        if (report) {
            std::error_code ignored;
            std::filesystem::remove(options.resumeFile, ignored);
        }
        return report;
    };
}
