// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/topbar.h"

#include "core/encoder/architecturetitle.h"
#include "core/reduction/names.h"
#include "widgets/style/coretext.h"
#include "widgets/style/palette.h"
#include "widgets/controls/label.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QPainter>
#include <QVBoxLayout>

namespace {

constexpr std::size_t mostNamedLabels = 4;

QString describe(const adaplens::ModelInfo &model)
{
    QStringList parts;
    if (!model.trainedOn.empty()) {
        parts << TopBar::tr("trained on %1").arg(QString::fromStdString(model.trainedOn));
    }
    if (!model.language.empty()) {
        parts << QString::fromStdString(model.language);
    }
    if (model.labels.size() <= mostNamedLabels) {
        QStringList labels;
        for (const std::string &label : model.labels) {
            labels << QString::fromStdString(label);
        }
        parts << labels.join(QStringLiteral(" / "));
    } else {
        parts << TopBar::tr("%n classes", nullptr, static_cast<int>(model.labels.size()));
    }
    parts << TopBar::tr("up to %n pieces", nullptr, static_cast<int>(model.maxLength));
    if (model.pairs) {
        parts << TopBar::tr("reads two texts");
    }
    if (!model.adaptive) {
        parts << TopBar::tr("a plain model: drops nothing");
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent),
      m_title(new Label(Label::Kind::Title)),
      m_line(new Label(Label::Kind::Caption)),
      m_menus(new QMenuBar)
{
    m_title->setObjectName(QStringLiteral("modelTitle"));
    m_line->setObjectName(QStringLiteral("modelLine"));
    m_menus->setObjectName(QStringLiteral("menus"));
    m_title->setElided(true);
    m_line->setElided(true);
    auto *text = new QVBoxLayout;
    text->setSpacing(1);
    text->addWidget(m_title);
    text->addWidget(m_line);
    m_menus->setNativeMenuBar(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 8, 14, 8);
    row->setSpacing(8);
    row->addLayout(text, 1);
    row->addWidget(m_menus, 0, Qt::AlignVCenter);
}

void TopBar::setModel(const adaplens::ModelInfo &model, const QString &remark)
{
    const QString kind = model.adaptive ? translated(adaplens::namesOf(model).title)
                                        : QString::fromStdString(adaplens::architectureTitle(model.architecture));
    const QString layers = tr("%1, %n layer(s)", nullptr, static_cast<int>(model.layers)).arg(kind);
    setTitle(tr("%1 · %2").arg(QString::fromStdString(model.name), layers),
             remark.isEmpty() ? describe(model) : tr("%1 · %2").arg(remark, describe(model)));
}

void TopBar::setTitle(const QString &title, const QString &line)
{
    m_title->setText(title);
    m_line->setText(line);
}

void TopBar::addMenu(QMenu *menu)
{
    m_menus->addMenu(menu);
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Palette colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.card());
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.hairline());
}
