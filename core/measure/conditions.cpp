// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/conditions.h"

#include "core/io/fixednumber.h"
#include "core/measure/conditions_p.h"
#include "core/machine/runtime.h"
#include "core/named.h"

namespace adaplens {

Conditions conditionsHere(Precision precision, std::size_t batch)
{
    const RuntimeInfo runtime = runtimeInfo();
    return {.precision = precision,
            .threads = runtime.threads,
            .batch = batch,
            .processor = runtime.processor,
            .libtorch = runtime.libtorch,
            .blas = runtime.blas};
}

std::string describe(const Conditions &conditions)
{
    std::string text = conditions.device + ", " + nameOf(conditions.precision) + ", " +
                       std::to_string(conditions.threads) + (conditions.threads == 1 ? " thread" : " threads");
    if (conditions.batch > 0)
        text += ", batches of " + std::to_string(conditions.batch);
    return text + ", LibTorch " + conditions.libtorch + ", " + conditions.blas + ", " + conditions.processor + ", " +
           fixedNumber(conditions.seconds, 1) + " s";
}

template <>
inline constexpr auto fromName<Precision> = precisionNamed;

void bindJson(JsonBinder &json, Conditions &conditions)
{
    json.value("threads", conditions.threads);
    if (!json.isWriting() || conditions.batch > 0)
        json.optional("batch", conditions.batch);
    json.value("device", conditions.device);
    json.optional("precision", conditions.precision); // older files do not name it: they were made in float32
    json.value("processor", conditions.processor);
    json.value("libtorch", conditions.libtorch);
    json.value("blas", conditions.blas);
    json.value("seconds", conditions.seconds);
}

void bindJson(JsonBinder &json, Interval &interval)
{
    json.value("mean", interval.mean);
    json.value("low", interval.low);
    json.value("high", interval.high);
    json.value("level", interval.level);
    json.value("resamples", interval.resamples);
}

const char *nameOf(Protocol protocol)
{
    return protocol == Protocol::WindowsMean ? "windows-mean" : "head512";
}

Protocol protocolNamed(const std::string &name)
{
    return named(std::array{Protocol::Head512, Protocol::WindowsMean}, name, message("protocol"));
}

} // namespace adaplens
