// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/scorecolours.h"

#include <QColor>
#include <QPalette>

/// Every colour the views use but those of methods (methods.h), derived from the widget's QPalette so that light and
/// dark desktops both look native. Where the desktop's contrast is high, lines and quiet text are strong, too.
class Palette {
public:
    /// Scores from 1/8 to 8 times the uniform level span the diverging map; what lies beyond is shown as the end.
    static constexpr double relativeSpan = adaplens::divergingSpan;
    /// Scores from 0.001 to 1 span the sequential map, three decades.
    static constexpr double absoluteDecades = 3;

    explicit Palette(const QPalette &palette);
    /// The palette of exported figures: dark ink on white, whatever the desktop.
    [[nodiscard]] static Palette paper();

    [[nodiscard]] bool dark() const { return m_dark; }

    [[nodiscard]] QColor ground() const { return m_ground; }     ///< behind the cards
    [[nodiscard]] QColor card() const { return m_card; }         ///< what the views are painted on
    [[nodiscard]] QColor ink() const { return m_ink; }           ///< text
    [[nodiscard]] QColor quiet() const { return drawn(0.62); }   ///< captions and secondary text
    [[nodiscard]] QColor faint() const { return drawn(0.42); }   ///< text that is gone or disabled
    [[nodiscard]] QColor line() const { return drawn(0.22); }    ///< borders and axes
    [[nodiscard]] QColor hairline() const { return drawn(0.1); } ///< card borders, grid lines
    [[nodiscard]] QColor hover() const { return mixed(0.05); }   ///< ground of what the pointer is on
    [[nodiscard]] QColor accent() const { return m_accent; }     ///< the one accent: selection, active controls
    [[nodiscard]] QColor veil() const;                           ///< over what is out of date, half transparent
    [[nodiscard]] QColor accentSoft() const;                     ///< ground of what is selected
    [[nodiscard]] QColor gone() const { return mixed(0.05); }    ///< ground of a cell whose token is no longer there
    [[nodiscard]] QColor hatch() const { return drawn(0.2); }    ///< the lines over it
    [[nodiscard]] QColor neutral() const;                        ///< a token that has not been scored
    [[nodiscard]] QColor reached() const;                        ///< outline of a token that reached the prediction
    [[nodiscard]] QColor reachedSoft() const;                    ///< its ground
    [[nodiscard]] QColor warning() const;                        ///< [UNK], truncation, a changed answer
    [[nodiscard]] QColor warningSoft() const;
    [[nodiscard]] QColor above() const; ///< orange: above the uniform level, AdapLeR, the reduced model
    [[nodiscard]] QColor below() const; ///< blue: below it, attention
    [[nodiscard]] QColor plain() const; ///< grey: the plain model, chance
    [[nodiscard]] QColor aboveSoft() const;
    [[nodiscard]] QColor highlighter() const; ///< ground of words that people marked

    /// Diverging map: `log2Ratio` = log2(score * n), 0 = uniform, clamped to +-relativeSpan.
    [[nodiscard]] QColor relative(double log2Ratio) const;
    /// Sequential map of a score in [0, 1], logarithmic from 10^-absoluteDecades.
    [[nodiscard]] QColor absolute(double score) const;
    /// WCAG 2.1 contrast ratio of two colours, 1 to 21.
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);
    /// Ink that can be read on `ground`.
    [[nodiscard]] static QColor inkOn(const QColor &ground);
    /// `share` of `over`, the rest of `under`.
    [[nodiscard]] static QColor mix(const QColor &under, const QColor &over, double share);

private:
    [[nodiscard]] QColor mixed(double inkShare) const { return mix(m_card, m_ink, inkShare); }
    /// Of lines and text.
    [[nodiscard]] QColor drawn(double inkShare) const;

    QColor m_ground, m_card, m_ink, m_accent;
    bool m_dark = false, m_highContrast = false;
};
