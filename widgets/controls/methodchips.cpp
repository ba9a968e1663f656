// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/methodchips.h"

#include "widgets/style/methods.h"
#include "widgets/style/palette.h"
#include "widgets/controls/flowlayout.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using adaplens::ScoreMethod;

namespace {

/// One method: a rounded outline with a dot, filled while chosen.
class Chip : public QAbstractButton {
public:
    Chip(ScoreMethod method, QWidget *parent) : QAbstractButton(parent), m_method(method)
    {
        setText(methods::name(method));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int line = fontMetrics().height();
        return {fontMetrics().horizontalAdvance(text()) + line * 9 / 4, line + 8};
    }

private:
    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        const QColor own = isEnabled() ? colours.method(methods::colourOf(m_method)) : colours.faint();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
        const double round = frame.height() / 2;
        const bool hovered = underMouse() && isEnabled();
        painter.setBrush(isChecked() ? Palette::mix(colours.card(), own, colours.dark() ? 0.28 : 0.13)
                         : hovered   ? Palette::mix(colours.card(), colours.ink(), 0.05)
                                     : colours.card());
        painter.setPen(hasFocus() ? QPen(colours.accent(), 2) : isChecked() ? QPen(own, 1.2) : QPen(colours.line(), 1));
        painter.drawRoundedRect(frame, round, round);
        const double dot = fontMetrics().height() * 0.28;
        const QPointF centre(fontMetrics().height() * 0.9, height() / 2.0);
        painter.setPen(QPen(own, 1.5));
        painter.setBrush(isChecked() ? QBrush(own) : QBrush(Qt::NoBrush));
        painter.drawEllipse(centre, dot, dot);
        painter.setPen(!isEnabled() ? colours.faint() : isChecked() ? colours.ink() : colours.quiet());
        painter.drawText(rect().adjusted(fontMetrics().height() * 3 / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         text());
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
        } else {
            QAbstractButton::keyPressEvent(event);
        }
    }

    ScoreMethod m_method;
};

} // namespace

MethodChips::MethodChips(QWidget *parent) : QWidget(parent)
{
    auto *row = new FlowLayout(6, this);
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        auto *chip = new Chip(method, this);
        QString hint = methods::explanation(method);
        if (method == ScoreMethod::IntegratedGradients) {
            hint += QLatin1Char(' ') + tr("Slow: 50 passes forward and back for each text.");
        } else if (method == ScoreMethod::LeaveOneOut) {
            hint += QLatin1Char(' ') + tr("Slow: one pass for each token of each text.");
        }
        chip->setToolTip(hint);
        row->addWidget(chip);
        m_chips.insert(static_cast<int>(method), chip);
        connect(chip, &QAbstractButton::toggled, this, &MethodChips::changed);
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

std::vector<ScoreMethod> MethodChips::chosen() const
{
    std::vector<ScoreMethod> methods;
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        if (chip(method)->isChecked()) {
            methods.push_back(method);
        }
    }
    return methods;
}

void MethodChips::setChosen(const std::vector<ScoreMethod> &methods)
{
    for (const ScoreMethod method : adaplens::allScoreMethods()) {
        chip(method)->setChecked(std::find(methods.begin(), methods.end(), method) != methods.end());
    }
}

QAbstractButton *MethodChips::chip(ScoreMethod method) const
{
    return m_chips.value(static_cast<int>(method));
}
