// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/appstyle.h"

#include "widgets/style/appstyle_p.h"
#include "widgets/style/palette.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSlider>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>

namespace {

constexpr int gap = 10; // between panels

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

/// The option if this style draws the tool button: not one that shows an arrow of a kind, such as those of tab bars.
const QStyleOptionToolButton *drawn(const QStyleOptionToolButton *option)
{
    return option && option->arrowType == Qt::NoArrow && (!option->text.isEmpty() || !option->icon.isNull()) ? option
                                                                                                             : nullptr;
}

bool wraps(const QWidget *widget)
{
    const auto *header = qobject_cast<const QHeaderView *>(widget);
    return header && header->defaultAlignment().toInt() & Qt::TextWordWrap;
}

QFont fontOf(const QWidget *widget)
{
    return widget ? widget->font() : QApplication::font();
}

void fitRows(QTableView *table)
{
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setDefaultSectionSize(appstyle::rowHeight(table->fontMetrics()));
}

/// Some dark desktops leave the colour of hints black.
void fitHint(QWidget *line)
{
    const QColor quiet = Palette(line->palette()).quiet();
    if (line->palette().color(QPalette::PlaceholderText) != quiet) {
        QPalette own; // the rest goes on following the window's
        own.setColor(QPalette::PlaceholderText, quiet);
        line->setPalette(own);
    }
}

} // namespace

AppStyle::AppStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QSlider *>(widget) || qobject_cast<QSplitterHandle *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        widget->installEventFilter(this);
    } else if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->viewport()->setBackgroundRole(QPalette::Base);
    } else if (auto *table = qobject_cast<QTableView *>(widget)) {
        table->installEventFilter(this);
        fitRows(table);
    } else if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)) {
        widget->installEventFilter(this);
        fitHint(widget);
    } else if (qobject_cast<QAbstractSpinBox *>(widget)) {
        widget->installEventFilter(this);
    }
}

bool AppStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        auto *button = qobject_cast<QAbstractButton *>(watched);
        if (button && (key == Qt::Key_Return || key == Qt::Key_Enter) && !qobject_cast<QDialog *>(button->window())) {
            button->click();
            return true;
        }
    } else if (event->type() == QEvent::Wheel) {
        const bool choice = qobject_cast<QComboBox *>(watched) || qobject_cast<QAbstractSpinBox *>(watched);
        if (choice && !static_cast<QWidget *>(watched)->hasFocus()) {
            event->ignore();
            return true;
        }
    } else if (event->type() == QEvent::FontChange) {
        if (auto *table = qobject_cast<QTableView *>(watched)) {
            fitRows(table);
        }
    } else if (event->type() == QEvent::PaletteChange) {
        auto *widget = static_cast<QWidget *>(watched);
        if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)) {
            fitHint(widget);
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return gap;
    case PM_MenuBarItemSpacing:
        return 8;
    case PM_MenuBarVMargin:
    case PM_MenuBarHMargin:
    case PM_MenuBarPanelWidth:
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_SliderTickmarkOffset:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SliderThickness:
        return QFontMetrics(fontOf(widget)).height() * 3 / 2 - 5; // the slider adds 5 for tick marks
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_ElideMode:
        return Qt::ElideNone;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    using namespace appstyle;
    if (const auto *tool = drawn(as<QStyleOptionToolButton>(option)); tool && type == CT_ToolButton) {
        return sizeOf(buttonOf(*tool));
    }
    if (const auto *push = as<QStyleOptionButton>(option); push && type == CT_PushButton) {
        return sizeOf(buttonOf(*push));
    }
    if (const auto *box = as<QStyleOptionComboBox>(option); box && type == CT_ComboBox && !box->editable) {
        const int text = box->frame ? std::min(size.width(), box->fontMetrics.averageCharWidth() * 24)
                                    : box->fontMetrics.horizontalAdvance(box->currentText);
        return sizeOf(buttonOf(*box)) + QSize(text, 0);
    }
    if (const auto *item = as<QStyleOptionMenuItem>(option); item && type == CT_MenuBarItem) {
        return sizeOf(buttonOf(*item));
    }
    if (const auto *tab = as<QStyleOptionTab>(option); tab && type == CT_TabBarTab) {
        return sizeOf(*tab, fontOf(widget));
    }
    if (const auto *header = as<QStyleOptionHeader>(option); header && type == CT_HeaderSection) {
        return sizeOf(*header, fontOf(widget), wraps(widget)); // the view adds room for the arrow
    }
    const auto *item = as<QStyleOptionViewItem>(option);
    if (item && type == CT_ItemViewItem && qobject_cast<const QTableView *>(widget)) {
        return sizeOf(*item);
    }
    if (type == CT_ProgressBar) {
        return {size.width(), 8};
    }
    if (const auto *frame = as<QStyleOptionFrame>(option); frame && type == CT_LineEdit && frame->lineWidth > 0) {
        return {size.width() + 12, std::max(size.height(), option->fontMetrics.height() + 12)};
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto *frame = as<QStyleOptionFrame>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0) {
        return option->rect.adjusted(6, 1, -6, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                               const QWidget *widget) const
{
    if (const auto *box = as<QStyleOptionComboBox>(option);
        box && control == CC_ComboBox && part == SC_ComboBoxEditField && !box->editable) {
        return appstyle::textRoom(*box);
    }
    if (const auto *slider = as<QStyleOptionSlider>(option);
        slider && control == CC_Slider && slider->orientation == Qt::Horizontal) {
        return part == SC_SliderHandle ? appstyle::handleOf(*slider) : slider->rect;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *frame = as<QStyleOptionFrame>(option);
    if (element == PE_IndicatorDockWidgetResizeHandle) {
        appstyle::drawHandle(*option, *painter);
    } else if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        appstyle::drawCheck(*option, *painter);
    } else if (element == PE_IndicatorRadioButton) {
        appstyle::drawRadio(*option, *painter);
    } else if (element == PE_PanelLineEdit && frame && frame->lineWidth > 0) {
        appstyle::drawLineFrame(*option, *painter);
    } else if (element != PE_PanelMenuBar && element != PE_FrameTabBarBase) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    using namespace appstyle;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    bool done = true;
    if (const auto *push = as<QStyleOptionButton>(option); push && element == CE_PushButton) {
        appstyle::draw(buttonOf(*push), *painter);
    } else if (const auto *bar = as<QStyleOptionMenuItem>(option); bar && element == CE_MenuBarItem) {
        appstyle::draw(buttonOf(*bar), *painter);
    } else if (const auto *tab = as<QStyleOptionTab>(option); tab && element == CE_TabBarTab) {
        appstyle::draw(*tab, fontOf(widget), *painter);
    } else if (const auto *progress = as<QStyleOptionProgressBar>(option); progress && element == CE_ProgressBar) {
        appstyle::draw(*progress, *painter);
    } else if (const auto *header = as<QStyleOptionHeader>(option); header && element == CE_Header) {
        appstyle::draw(*header, fontOf(widget), wraps(widget), *painter);
    } else if (const auto *item = as<QStyleOptionViewItem>(option);
               item && element == CE_ItemViewItem && qobject_cast<const QTableView *>(widget)) {
        appstyle::draw(*item, *painter);
    } else if (const auto *frame = as<QStyleOptionFrame>(option);
               frame && element == CE_ShapedFrame && frame->frameShape == QFrame::HLine) {
        painter->fillRect(QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                          Palette(option->palette).hairline());
    } else if (element == CE_Splitter) {
        drawHandle(*option, *painter);
    } else if (element == CE_HeaderEmptyArea) {
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)),
                          Palette(option->palette).line());
    } else {
        done = element == CE_ComboBoxLabel || element == CE_MenuBarEmptyArea; // drawn with the frame, or nothing
    }
    painter->restore();
    if (!done) {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const auto *tool = drawn(as<QStyleOptionToolButton>(option));
    const auto *box = as<QStyleOptionComboBox>(option);
    const auto *slider = as<QStyleOptionSlider>(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (control == CC_ToolButton && tool) {
        appstyle::draw(appstyle::buttonOf(*tool), *painter);
    } else if (control == CC_ComboBox && box && !box->editable) {
        appstyle::draw(appstyle::buttonOf(*box), *painter);
    } else if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal) {
        appstyle::draw(*slider, *painter);
    } else {
        painter->setRenderHint(QPainter::Antialiasing, false);
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox) { // a frame that can be seen on black, too
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Palette(option->palette).line());
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        }
    }
    painter->restore();
}
