// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QLabel;

/// A question above the work, with the answers beside it: in place of a dialog that would stop everything. It stays
/// until it is answered or withdrawn.
class QuestionBar : public QWidget {
    Q_OBJECT

public:
    using Answers = std::vector<std::pair<QString, std::function<void()>>>;

    explicit QuestionBar(QWidget *parent = nullptr);

    /// Replaces the question shown and gives its first answer the focus.
    void ask(const QString &question, const Answers &answers);
    void withdraw();
    [[nodiscard]] QString question() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QHBoxLayout *m_row;
    QLabel *m_text;
    std::vector<QWidget *> m_buttons;
};
