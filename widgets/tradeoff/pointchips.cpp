// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tradeoff/pointchips.h"

#include "widgets/controls/flowlayout.h"
#include "widgets/style/pointstyle.h"

#include <QPainter>
#include <QSignalBlocker>

PointChip::PointChip(std::string method, const QString &title, QWidget *parent)
    : Chip(parent), m_method(std::move(method))
{
    setObjectName(QString::fromStdString(m_method));
    setText(title);
    setToolTip(tr("Show the points of %1").arg(title));
}

QColor PointChip::colour(const Palette &colours) const
{
    return pointstyle::colour(m_method, colours);
}

void PointChip::paintMark(QPainter &painter, const QRectF &box, const QColor &own) const
{
    const double radius = box.width() / 2;
    painter.setPen(QPen(own, 1.5));
    painter.setBrush(isChecked() ? QBrush(own) : QBrush(Qt::NoBrush));
    painter.drawPath(QTransform()
                         .translate(box.center().x(), box.center().y())
                         .scale(radius, radius)
                         .map(pointstyle::mark(m_method)));
}

PointChips::PointChips(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(6, this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Methods"));
}

void PointChips::setMethods(const std::vector<offers::Method> &methods)
{
    if (methods == m_methods) {
        return; // a chip that is being clicked stays
    }
    m_methods = methods;
    qDeleteAll(findChildren<PointChip *>(Qt::FindDirectChildrenOnly));
    for (const offers::Method &method : methods) {
        const QString name = QString::fromStdString(method.name);
        auto *chip = new PointChip(method.name, method.title, this);
        chip->setChecked(!m_hidden.contains(name));
        layout()->addWidget(chip);
        chip->show();
        connect(chip, &QAbstractButton::toggled, this, [this, name](bool shown) {
            if (shown) {
                m_hidden.remove(name);
            } else {
                m_hidden.insert(name);
            }
            Q_EMIT changed();
        });
    }
    updateGeometry();
}

void PointChips::setHidden(const QSet<QString> &hidden)
{
    m_hidden = hidden;
    for (PointChip *chip : findChildren<PointChip *>(Qt::FindDirectChildrenOnly)) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(!hidden.contains(QString::fromStdString(chip->method())));
    }
    Q_EMIT changed();
}

PointChip *PointChips::chip(const std::string &method) const
{
    for (PointChip *chip : findChildren<PointChip *>(Qt::FindDirectChildrenOnly)) {
        if (chip->method() == method) {
            return chip;
        }
    }
    return nullptr;
}
