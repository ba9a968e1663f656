// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/statelink.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

using adaplens::ForcedToken;

namespace {

const auto start = QStringLiteral("adaplens:show?");
constexpr qsizetype longest = 1 << 20;   ///< characters; a longer text travels as a file
constexpr double mostFactor = 64;        ///< of a threshold, up or down
constexpr qsizetype mostNumbers = 10000; ///< in a list

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StateLink)
};

QString numbers(const std::vector<double> &values)
{
    QStringList parts;
    for (const double value : values) {
        parts << QString::number(value, 'g', QLocale::FloatingPointShortest);
    }
    return parts.join(QLatin1Char(','));
}

[[noreturn]] void refuse(const QString &key)
{
    throw adaplens::Error(
        Words::tr("This link of AdapLens is damaged (“%1”); copy it again, the whole line.").arg(key).toStdString());
}

std::size_t wholeNumber(const QString &text, const QString &key)
{
    bool sound = false;
    const uint number = text.toUInt(&sound);
    if (!sound) {
        refuse(key);
    }
    return number;
}

double number(const QString &text, const QString &key, double least, double most)
{
    bool sound = false;
    const double value = text.toDouble(&sound); // as C writes it
    if (!sound || !std::isfinite(value) || value < least || value > most) {
        refuse(key);
    }
    return value;
}

std::vector<double> numbersOf(const QString &text, const QString &key, double least, double most)
{
    std::vector<double> values;
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() > mostNumbers) {
        refuse(key);
    }
    for (const QString &part : parts) {
        values.push_back(number(part, key, least, most));
    }
    return values;
}

/// "+5@2" = piece 5 stays from layer 2 (counted from 0) on, "-5@2" = it goes there.
QString forcedText(const std::vector<ForcedToken> &forced)
{
    QStringList parts;
    for (const ForcedToken &token : forced) {
        parts << QStringLiteral("%1%2@%3")
                     .arg(token.stays ? QLatin1Char('+') : QLatin1Char('-'))
                     .arg(token.piece)
                     .arg(token.fromLayer);
    }
    return parts.join(QLatin1Char(','));
}

std::vector<ForcedToken> forcedOf(const QString &text, const QString &key)
{
    std::vector<ForcedToken> forced;
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() > mostNumbers) {
        refuse(key);
    }
    for (const QString &part : parts) {
        const qsizetype at = part.indexOf(QLatin1Char('@'));
        if (at < 2 || (part[0] != QLatin1Char('+') && part[0] != QLatin1Char('-'))) {
            refuse(key);
        }
        const std::size_t piece = wholeNumber(part.mid(1, at - 1), key);
        if (piece == 0) {
            refuse(key); // [CLS] always stays
        }
        forced.push_back({.piece = static_cast<std::uint32_t>(piece),
                          .fromLayer = wholeNumber(part.mid(at + 1), key),
                          .stays = part[0] == QLatin1Char('+')});
    }
    return forced;
}

} // namespace

QString linkOf(const LinkedState &state)
{
    QStringList parts;
    const auto add = [&parts](const char *key, const QString &value) {
        parts << QLatin1String(key) + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value));
    };
    add("model", state.model);
    add("text", state.text);
    if (state.pair) {
        add("pair", *state.pair);
    }
    if (!state.beside.isEmpty()) {
        add("beside", state.beside);
    }
    if (!state.page.isEmpty()) {
        add("page", state.page);
    }
    add("layer", QString::number(state.layer + 1)); // as the screen counts
    if (state.window > 0) {
        add("part", QString::number(state.window + 1));
    }
    const adaplens::Interventions &changes = state.interventions;
    if (!changes.eta.empty()) {
        add("eta", numbers(changes.eta));
    }
    if (changes.scale != 1) {
        add("scale", numbers({changes.scale}));
    }
    if (!changes.layerScales.empty()) {
        add("layer-scales", numbers(changes.layerScales));
    }
    if (!changes.forced.empty()) {
        add("forced", forcedText(changes.forced));
    }
    return start + parts.join(QLatin1Char('&'));
}

bool isLink(const QString &text)
{
    return text.trimmed().startsWith(QLatin1String("adaplens:"), Qt::CaseInsensitive);
}

LinkedState readLink(const QString &link)
{
    QString line = link.trimmed();
    // Some programs make "adaplens://show/?..." of it.
    const qsizetype query = line.indexOf(QLatin1Char('?'));
    QString before = line.left(std::max<qsizetype>(query, 0)).toLower();
    before.remove(QLatin1Char('/'));
    if (line.size() > longest || query < 0 || before != QLatin1String("adaplens:show")) {
        throw adaplens::Error(Words::tr("This is no link of AdapLens; one begins with “%1”.").arg(start).toStdString());
    }
    const QUrlQuery items(line.mid(query + 1));
    const auto value = [&items](const char *key) -> std::optional<QString> {
        const QString name = QLatin1String(key);
        return items.hasQueryItem(name) ? std::optional(items.queryItemValue(name, QUrl::FullyDecoded)) : std::nullopt;
    };
    const auto counted = [&value](const char *key) -> std::size_t {
        const auto text = value(key);
        const std::size_t found = text ? wholeNumber(*text, QLatin1String(key)) : 1;
        if (found == 0) {
            refuse(QLatin1String(key));
        }
        return found - 1;
    };
    LinkedState state{.model = value("model").value_or(QString()), .text = value("text").value_or(QString())};
    if (state.model.isEmpty()) {
        refuse(QStringLiteral("model"));
    }
    state.pair = value("pair");
    state.beside = value("beside").value_or(QString());
    state.page = value("page").value_or(QString());
    state.layer = counted("layer");
    state.window = counted("part");
    adaplens::Interventions &changes = state.interventions;
    if (const auto eta = value("eta")) {
        changes.eta = numbersOf(*eta, QStringLiteral("eta"), 0, 1e6);
    }
    if (const auto scale = value("scale")) {
        changes.scale = number(*scale, QStringLiteral("scale"), 1 / mostFactor, mostFactor);
    }
    if (const auto scales = value("layer-scales")) {
        changes.layerScales = numbersOf(*scales, QStringLiteral("layer-scales"), 1 / mostFactor, mostFactor);
    }
    if (const auto forced = value("forced")) {
        changes.forced = forcedOf(*forced, QStringLiteral("forced"));
    }
    return state;
}
