// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

/// The names of the pages down the left side. Hidden while there is only one page to choose.
class PageRail : public QWidget {
    Q_OBJECT

public:
    explicit PageRail(QWidget *parent = nullptr);
    /// The button of the new page.
    QToolButton *addPage(const QString &title, const QIcon &icon = {});
    void setCurrent(int index);
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void pageChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_buttons;
    QVBoxLayout *m_column;
};
