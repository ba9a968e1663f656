// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

/// Draws Qt's own widgets in the manner of the cards: round frames in the palette's quiet lines, the accent for what is
/// chosen, sizes that follow the type. How a widget looks is told by its own properties:
/// - QToolButton: outlined, or text alone until hovered (autoRaise); an icon that is a mask takes the ink of the text;
/// - QPushButton: outlined, or filled with the accent (default), the one button that starts a page's work;
///   one of an icon alone is a disc;
/// - QComboBox: outlined, or text alone (frame false);
/// - QTabBar: a row of joined buttons of which one is chosen;
/// - QTableView: no grid, quiet header; cells by emphasis.h;
/// - QSlider: a dot for each value where it has tick marks; a click goes where it points;
/// - QProgressBar: thin, without text; QFrame::HLine: a hair line.
class AppStyle : public QProxyStyle {
    Q_OBJECT

public:
    AppStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

protected:
    /// Enter presses buttons, as Space does; the wheel changes only the choice or number that has the keyboard.
    bool eventFilter(QObject *watched, QEvent *event) override;
};
