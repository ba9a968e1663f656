// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/popover.h"

#include "widgets/controls/buttons.h"

#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr int padding = 14;

} // namespace

Popover::Popover(QWidget *anchor, const QString &html)
    : QFrame(anchor, Qt::Popup | Qt::FramelessWindowHint), m_text(new QTextBrowser)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Explanation"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(0);
    m_text->setMinimumSize(1, 1); // a scroll area of its own asks for more than a short text needs
    m_text->setLineWrapMode(QTextEdit::FixedPixelWidth);
    m_text->setHtml(html);
    m_text->installEventFilter(this);
    setFocusProxy(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, padding);
    layout->addWidget(m_text);
}

void Popover::fit(QSize room)
{
    const int around = 2 * (padding + frameWidth());
    const int width = std::min(fontMetrics().averageCharWidth() * 58, room.width() - around);
    const auto heightAt = [this](int wrapped) {
        m_text->setLineWrapColumnOrWidth(wrapped);
        return static_cast<int>(std::ceil(m_text->document()->size().height()));
    };
    int height = heightAt(width);
    if (height + around > room.height()) {
        height = heightAt(width - m_text->verticalScrollBar()->sizeHint().width());
    }
    resize(width + around, std::min(height + around, room.height()));
}

Popover *Popover::explain(QWidget *anchor, const QString &html)
{
    auto *popover = new Popover(anchor, html);
    const QRect screen = anchor->screen()->availableGeometry();
    popover->fit(screen.size());
    const QPoint below = anchor->mapToGlobal(QPoint(anchor->width() - popover->width(), anchor->height() + 4));
    const QPoint above = anchor->mapToGlobal(QPoint(anchor->width() - popover->width(), -popover->height() - 4));
    QPoint at = below.y() + popover->height() <= screen.bottom() ? below : above;
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - popover->width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() + 1 - popover->height())));
    popover->move(at);
    popover->show();
    popover->setFocus();
    return popover;
}

QString Popover::text() const
{
    return m_text->toPlainText();
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Space) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

QToolButton *helpButton(const QString &name, HelpText text)
{
    QToolButton *button = bareButton(QStringLiteral("?"), "helpButton");
    button->setToolTip(Popover::tr("What is this?"));
    button->setAccessibleName(name);
    QObject::connect(button, &QToolButton::clicked, button,
                     [button, text = std::move(text)] { Popover::explain(button, text()); });
    return button;
}
