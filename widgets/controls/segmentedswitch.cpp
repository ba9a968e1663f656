// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/segmentedswitch.h"

#include "widgets/style/palette.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace {

/// One segment: rounded where it is the first or last of its row.
class Segment : public QAbstractButton {
public:
    Segment(const QString &label, bool first, bool last, QWidget *parent)
        : QAbstractButton(parent), m_first(first), m_last(last)
    {
        setText(label);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setBold(true); // the widest it gets: choosing a segment moves nothing
        const QFontMetrics metrics(bold);
        return {metrics.horizontalAdvance(text()) + metrics.height() * 5 / 4, metrics.height() + 8};
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rect());
        // Inner ends lie outside the clip, so that only the outer corners are round.
        const QRectF frame = QRectF(rect()).adjusted(m_first ? 0.5 : -8, 0.5, m_last ? -0.5 : 8, -0.5);
        const QColor ground = isChecked()                   ? colours.accentSoft()
                              : underMouse() && isEnabled() ? Palette::mix(colours.card(), colours.ink(), 0.05)
                                                            : colours.card();
        painter.setPen(QPen(colours.line(), 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(frame, 6, 6);
        if (!m_first) {
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, height() - 1));
        }
        if (hasFocus()) {
            painter.setPen(QPen(colours.accent(), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
        }
        QFont label = font();
        label.setBold(isChecked());
        painter.setFont(label);
        painter.setPen(!isEnabled() ? colours.faint() : isChecked() ? colours.accent() : colours.ink());
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
        } else {
            QAbstractButton::keyPressEvent(event);
        }
    }

    bool m_first, m_last;
};

} // namespace

SegmentedSwitch::SegmentedSwitch(const QStringList &labels, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < labels.size(); ++i) {
        auto *segment = new Segment(labels[i], i == 0, i + 1 == labels.size(), this);
        m_group->addButton(segment, i);
        row->addWidget(segment);
    }
    if (auto *first = m_group->button(0)) {
        first->setChecked(true);
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool chosen) {
        if (chosen) {
            Q_EMIT currentChanged(index);
        }
    });
}

int SegmentedSwitch::current() const
{
    return m_group->checkedId();
}

void SegmentedSwitch::setCurrent(int index)
{
    if (auto *button = m_group->button(index)) {
        button->setChecked(true);
    }
}

void SegmentedSwitch::setToolTips(const QStringList &toolTips)
{
    for (int i = 0; i < toolTips.size(); ++i) {
        if (auto *button = m_group->button(i)) {
            button->setToolTip(toolTips[i]);
        }
    }
}
