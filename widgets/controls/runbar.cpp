// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/runbar.h"

#include "widgets/style/palette.h"
#include "widgets/controls/flatbutton.h"
#include "widgets/controls/label.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>

class RunBar::Bar : public QWidget {
public:
    void set(double share)
    {
        m_share = share;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {120, 8}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QRectF ground(0, height() / 2.0 - 4, width(), 8);
        painter.setBrush(colours.hairline());
        painter.drawRoundedRect(ground, 4, 4);
        painter.setBrush(colours.accent());
        QRectF part = ground;
        part.setWidth(std::max(8.0, ground.width() * m_share));
        if (m_share > 0) {
            painter.drawRoundedRect(part, 4, 4);
        }
    }

private:
    double m_share = 0;
};

RunBar::RunBar(QWidget *parent)
    : QWidget(parent), m_bar(new Bar), m_text(new Label(Label::Kind::Caption)), m_cancel(new FlatButton(tr("Cancel")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_bar, 1);
    row->addWidget(m_text);
    row->addWidget(m_cancel);
    m_bar->setMinimumWidth(80);
    connect(m_cancel, &QToolButton::clicked, this, &RunBar::cancelled);
}

void RunBar::setProgress(std::size_t done, std::size_t total, const QString &what)
{
    m_bar->set(total == 0 ? 0 : static_cast<double>(done) / static_cast<double>(total));
    m_text->setText(what);
    setAccessibleName(what);
}

QString RunBar::text() const
{
    return m_text->text();
}

QString RunBar::timeLeft(std::optional<double> seconds)
{
    if (!seconds) {
        return {};
    }
    constexpr double minute = 60, hour = 3600;
    if (*seconds < 1.5 * minute) {
        return tr("%1 s left").arg(std::max(1, static_cast<int>(std::ceil(*seconds))));
    }
    return *seconds < 1.5 * hour ? tr("%1 min left").arg(static_cast<int>(std::ceil(*seconds / minute)))
                                 : tr("%1 h left").arg(static_cast<int>(std::ceil(*seconds / hour)));
}
