// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/page/page.h"

#include "widgets/style/palette.h"
#include "widgets/session/preferences.h"

#include <QDataStream>
#include <QIODevice>
#include <QPainter>
#include <QProxyStyle>
#include <QSplitter>
#include <QStyleOption>

namespace {

constexpr int gap = 10;          // between panels
constexpr int layoutVersion = 1; // raise when panels change so that an old layout no longer fits

} // namespace

/// The native style but for the handles between panels, which are plain space until the pointer is on them.
class Page::Style : public QProxyStyle {
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        return metric == PM_DockWidgetSeparatorExtent || metric == PM_SplitterWidth
                   ? gap
                   : QProxyStyle::pixelMetric(metric, option, widget);
    }
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element == PE_IndicatorDockWidgetResizeHandle) {
            drawHandle(*option, *painter);
        } else {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        if (element == CE_Splitter) {
            drawHandle(*option, *painter);
        } else {
            QProxyStyle::drawControl(element, option, painter, widget);
        }
    }

private:
    static void drawHandle(const QStyleOption &option, QPainter &painter)
    {
        if (!option.state.testFlag(State_MouseOver) || !option.state.testFlag(State_Enabled)) {
            return;
        }
        const bool lying = option.rect.width() > option.rect.height();
        QRect line(QPoint(), lying ? QSize(48, 3) : QSize(3, 48));
        line.moveCenter(option.rect.center());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Palette(option.palette).accent());
        painter.drawRoundedRect(line, 1.5, 1.5);
    }
};

Page::Page(const QString &name, Preferences &preferences, QWidget *parent)
    : QMainWindow(parent), m_preferences(preferences), m_style(std::make_unique<Style>())
{
    setObjectName(name);
    setWindowFlags(Qt::Widget); // QMainWindow makes itself a window of its own otherwise
    setStyle(m_style.get());
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setContextMenuPolicy(Qt::NoContextMenu);
}

Page::~Page() = default;

void Page::quieten(QSplitter *splitter)
{
    splitter->setHandleWidth(gap);
    splitter->setChildrenCollapsible(false);
    splitter->setStyle(m_style.get()); // handles are drawn by the splitter's style
    for (int i = 0; i < splitter->count(); ++i) {
        splitter->handle(i)->setAttribute(Qt::WA_Hover);
    }
}

void Page::saveLayout() const
{
    if (!m_restored) {
        return; // never shown: what was saved still holds
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << saveState(layoutVersion) << arrangement();
    m_preferences.setLayout(objectName(), bytes);
}

void Page::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_restored) {
        m_restored = true;
        restoreLayout(); // not before: sizes mean nothing until the page has one
    }
}

void Page::restoreLayout()
{
    const QByteArray bytes = m_preferences.layout(objectName());
    QDataStream stream(bytes);
    QByteArray state, own;
    stream >> state >> own;
    if (stream.status() == QDataStream::Ok && restoreState(state, layoutVersion)) {
        setArrangement(own);
    } else {
        resetLayout();
    }
}
