// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

/// The box in which the user writes: larger type, plain text only, Tab leaves it, as high as its text up to a few
/// lines. What is pasted beyond the length the program reads is left out and reported.
class TextInput : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int longest = 100'000; ///< characters, some 18,000 words

    explicit TextInput(const QString &placeholder, QWidget *parent = nullptr);

    /// Replaces the text, as one step that can be undone.
    void replaceText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// `offered` characters were given, of which the box took `taken`.
    void clipped(qsizetype offered, qsizetype taken);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void insertClipped(QTextCursor cursor, const QString &text);
    [[nodiscard]] int heightOfLines(double lines) const;
};
