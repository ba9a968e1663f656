// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class RelativeFont;

/// A line of text in one of the few kinds of type the window uses. Size and colour follow the font and palette
/// around it. Text that may be long (captions) is cut with an ellipsis and shown whole on hover.
class Label : public QLabel {
    Q_OBJECT

public:
    enum class Kind {
        Title, ///< bold, a panel's name
        Body,
        Caption, ///< quiet and smaller: how to read something
        Figure,  ///< large, bold, in the colour of the reduced model: a result of its own
        Good,    ///< caption-sized, green: nothing to worry about
        Warning  ///< caption-sized, in the colour of warnings: mind this
    };
    explicit Label(Kind kind, const QString &text = {}, QWidget *parent = nullptr);

    /// Cut the text to the width there is, instead of asking for more.
    void setElided(bool elided);
    void setKind(Kind kind);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    RelativeFont *m_font;
    bool m_elided = false;
};
