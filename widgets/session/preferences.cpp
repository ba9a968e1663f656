// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace {

const auto lastModelKey = QStringLiteral("model/last");
const auto recentModelsKey = QStringLiteral("model/recent");
const auto besideKey = QStringLiteral("model/beside");
const auto recentDataKey = QStringLiteral("data/recent");
const auto precisionKey = QStringLiteral("model/precision");
const auto textKey = QStringLiteral("text/first");
const auto pairKey = QStringLiteral("text/second");
const auto zoomKey = QStringLiteral("window/zoom");
const auto coloursKey = QStringLiteral("window/colours");
const auto folderKey = QStringLiteral("window/folder");

std::optional<QString> optionalString(const QVariant &value)
{
    return value.isValid() ? std::optional(value.toString()) : std::nullopt;
}

} // namespace

QString Preferences::lastModel() const
{
    return m_settings.value(lastModelKey).toString();
}

QStringList Preferences::recentModels() const
{
    return m_settings.value(recentModelsKey).toStringList();
}

void Preferences::addModel(const QString &folder)
{
    setRecent(recentModelsKey, folder, true);
    m_settings.setValue(lastModelKey, folder);
}

void Preferences::forgetModel(const QString &folder)
{
    setRecent(recentModelsKey, folder, false);
    if (lastModel() == folder) {
        m_settings.remove(lastModelKey);
    }
}

QStringList Preferences::recentData() const
{
    return m_settings.value(recentDataKey).toStringList();
}

void Preferences::addData(const QString &path)
{
    setRecent(recentDataKey, path, true);
}

void Preferences::forgetData(const QString &path)
{
    setRecent(recentDataKey, path, false);
}

void Preferences::setRecent(const QString &key, const QString &path, bool kept)
{
    QStringList recent = m_settings.value(key).toStringList();
    recent.removeAll(path);
    if (kept) {
        recent.prepend(path);
    }
    m_settings.setValue(key, recent.mid(0, mostRecent));
}

std::optional<QString> Preferences::text() const
{
    return optionalString(m_settings.value(textKey));
}

std::optional<QString> Preferences::pair() const
{
    return optionalString(m_settings.value(pairKey));
}

void Preferences::setTexts(const QString &text, const std::optional<QString> &pair)
{
    m_settings.setValue(textKey, text);
    if (pair) {
        m_settings.setValue(pairKey, *pair);
    } else {
        m_settings.remove(pairKey);
    }
}

adaplens::Precision Preferences::precision() const
{
    const QString name = m_settings.value(precisionKey).toString();
    const auto found = std::find_if(
        adaplens::allPrecisions.begin(), adaplens::allPrecisions.end(),
        [&name](adaplens::Precision precision) { return name == QLatin1String(adaplens::nameOf(precision)); });
    return found != adaplens::allPrecisions.end() ? *found : adaplens::Precision::Float32;
}

void Preferences::setPrecision(adaplens::Precision precision)
{
    m_settings.setValue(precisionKey, QString::fromLatin1(adaplens::nameOf(precision)));
}

QString Preferences::beside() const
{
    return m_settings.value(besideKey).toString();
}

void Preferences::setBeside(const QString &what)
{
    m_settings.setValue(besideKey, what);
}

int Preferences::zoom() const
{
    return m_settings.value(zoomKey, 100).toInt();
}

void Preferences::setZoom(int percent)
{
    m_settings.setValue(zoomKey, percent);
}

ColourScheme Preferences::colourScheme() const
{
    const int stored = m_settings.value(coloursKey, 0).toInt();
    return stored >= 0 && stored <= static_cast<int>(ColourScheme::HighContrast) ? static_cast<ColourScheme>(stored)
                                                                                 : ColourScheme::System;
}

void Preferences::setColourScheme(ColourScheme scheme)
{
    m_settings.setValue(coloursKey, static_cast<int>(scheme));
}

QString Preferences::folder() const
{
    return m_settings.value(folderKey, QDir::homePath()).toString();
}

void Preferences::setFolder(const QString &folder)
{
    m_settings.setValue(folderKey, folder);
}

QString Preferences::stateFolder() const
{
    return QFileInfo(m_settings.fileName()).absolutePath();
}

QByteArray Preferences::layout(const QString &name) const
{
    return m_settings.value(QStringLiteral("layout/") + name).toByteArray();
}

void Preferences::setLayout(const QString &name, const QByteArray &state)
{
    m_settings.setValue(QStringLiteral("layout/") + name, state);
}
