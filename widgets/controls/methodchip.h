// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attribution/method.h"
#include "core/trace/rulenames.h"

#include <QAbstractButton>

/// A method's name on a pill, with a dot in its colour that is filled while the method is chosen. Beside the name
/// stands what the method still needs, and along the bottom how far it has come.
class MethodChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit MethodChip(adaplens::ScoreMethod method, QWidget *parent = nullptr);

    [[nodiscard]] adaplens::ScoreMethod method() const { return m_method; }
    /// Whose scores those are by which the model drops tokens.
    void setRule(const adaplens::RuleNames &rule);
    /// A note such as "about 12 s"; may be empty.
    void setNote(const QString &note);
    [[nodiscard]] const QString &note() const { return m_note; }
    /// 0 to 1, or negative where nothing is under way.
    void setProgress(double progress);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF along(QRectF place) const;

    adaplens::ScoreMethod m_method;
    QString m_note;
    double m_progress = -1;
};
