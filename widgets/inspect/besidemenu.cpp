// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/besidemenu.h"

#include "core/model/fit.h"
#include "core/reduction/floors.h"
#include "core/reduction/names.h"
#include "widgets/session/beside.h"
#include "widgets/style/coretext.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace {

QString pathOf(const adaplens::ShippedModel &model)
{
    return QString::fromStdU16String(model.folder.u16string());
}

} // namespace

BesideMenu::BesideMenu(const Beside &beside, const Session &first, std::span<const adaplens::ShippedModel> models,
                       QWidget *parent)
    : QMenu(parent), m_beside(beside), m_first(first), m_models(models)
{
    setObjectName(QStringLiteral("besideMenu"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &BesideMenu::fill);
    fill();
}

QString BesideMenu::titleOf(const QString &what) const
{
    if (what == QLatin1String("none")) {
        return tr("Nothing dropped");
    }
    if (const auto floors = adaplens::floorNames(); std::ranges::count(floors, what.toStdString()) > 0) {
        return translated(adaplens::namesOfRule(what.toStdString())->title);
    }
    const auto folder = QFileInfo(what).filesystemFilePath();
    const auto shipped = std::ranges::find_if(m_models, [&](const adaplens::ShippedModel &model) {
        return model.name == what.toStdString() || adaplens::isSameFolder(model.folder, folder);
    });
    return shipped != m_models.end() ? QString::fromStdString(shipped->title) : QDir(what).dirName();
}

QString BesideMenu::current() const
{
    return m_beside.what().isEmpty() ? QString() : titleOf(m_beside.what());
}

QAction *BesideMenu::add(const QString &name, const QString &what, const QString &title, const QString &toolTip)
{
    QString shown = title;
    QAction *action =
        addAction(shown.replace(QLatin1Char('&'), QLatin1String("&&")), this, [this, what] { Q_EMIT chosen(what); });
    action->setObjectName(QStringLiteral("beside-") + name);
    action->setToolTip(toolTip);
    action->setCheckable(true);
    action->setChecked(titleOf(what) == current());
    action->setActionGroup(findChild<QActionGroup *>());
    return action;
}

void BesideMenu::fill()
{
    clear();
    delete findChild<QActionGroup *>();
    new QActionGroup(this);
    const auto &model = m_first.model();
    QAction *nothing = add(QStringLiteral("nothing"), {}, tr("Nothing beside it"), tr("One text and one token map"));
    nothing->setChecked(m_beside.what().isEmpty());
    addSection(tr("The same model, but other tokens"));
    for (const std::string &floor : adaplens::floorNames()) {
        const QString name = QString::fromStdString(floor);
        add(name, name, titleOf(name),
            tr("The plain model with as many tokens dropped in each layer as the model drops, chosen without training"))
            ->setEnabled(model && model->adaptive);
    }
    const auto none = QStringLiteral("none");
    add(none, none, titleOf(none), tr("The plain model: every token is read by every layer"))
        ->setEnabled(model && model->adaptive);
    addSection(tr("Other models"));
    for (const adaplens::ShippedModel &shipped : m_models) {
        if (!model || !adaplens::isSameFolder(shipped.folder, model->folder)) {
            const QString path = pathOf(shipped);
            add(QString::fromStdString(shipped.name), path, titleOf(path), QString::fromStdString(shipped.task));
        }
    }
    const QString &what = m_beside.what();
    if (!what.isEmpty() && std::ranges::none_of(actions(), &QAction::isChecked)) {
        add(QStringLiteral("folder"), what, titleOf(what), QDir::toNativeSeparators(what));
    }
    addAction(tr("Choose a &folder…"), this, &BesideMenu::folderWanted)->setObjectName(QStringLiteral("beside-choose"));
}
