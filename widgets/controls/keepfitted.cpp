// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/keepfitted.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace {

class Fitter : public QObject {
public:
    Fitter(QWidget *widget, std::function<void()> fit) : QObject(widget), m_fit(std::move(fit))
    {
        widget->installEventFilter(this);
        m_fit();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange) {
            m_fit();
        }
        return false;
    }

private:
    std::function<void()> m_fit;
};

} // namespace

void keepFitted(QWidget *widget, std::function<void()> fit)
{
    new Fitter(widget, std::move(fit)); // goes with the widget
}
