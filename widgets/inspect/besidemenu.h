// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/shipped.h"

#include <QMenu>

#include <span>

class Beside;
class Session;

/// What may stand beside the model at hand: its floors, its plain model, the models that ship, any folder.
class BesideMenu : public QMenu {
    Q_OBJECT

public:
    /// All must outlive it.
    BesideMenu(const Beside &beside, const Session &first, std::span<const adaplens::ShippedModel> models,
               QWidget *parent = nullptr);

    /// What stands there now, in a few words; empty = nothing.
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void chosen(const QString &what); ///< as Beside::open() takes it
    void folderWanted();

private:
    void fill();
    QAction *add(const QString &name, const QString &what, const QString &title, const QString &toolTip);
    [[nodiscard]] QString titleOf(const QString &what) const;

    const Beside &m_beside;
    const Session &m_first;
    std::span<const adaplens::ShippedModel> m_models;
};
