// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/choicebutton.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

#include <algorithm>

namespace {

constexpr int longest = 24; // characters' width that a button gives to its text

} // namespace

ChoiceButton::ChoiceButton(const QString &name, Look look, QWidget *parent)
    : FlatButton({}, look, parent), m_steady(look != Look::Bare), m_group(new QActionGroup(this))
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    // The arrow keys go on from what is chosen.
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (m_current >= 0) {
            menu->setActiveAction(m_actions[m_current]);
        }
    });
    setMenu(menu);
    setAccessibleName(name);
}

void ChoiceButton::setChoices(const QList<Choice> &choices)
{
    const QVariant before = value();
    qDeleteAll(m_actions);
    m_actions.clear();
    m_choices = choices;
    m_current = -1;
    QAction *others = menu()->actions().value(0); // the owner's entries stay below
    for (const Choice &choice : choices) {
        auto *action = new QAction(QString(choice.text).replace(QLatin1Char('&'), QLatin1String("&&")), m_group);
        action->setCheckable(true);
        action->setToolTip(choice.toolTip);
        menu()->insertAction(others, action);
        connect(action, &QAction::triggered, this, [this, own = choice.value] { setValue(own); });
        m_actions.append(action);
    }
    int index = m_choices.isEmpty() ? -1 : 0;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (before.isValid() && m_choices[i].value == before) {
            index = static_cast<int>(i);
        }
    }
    show(index);
    updateGeometry();
    if (index >= 0 && value() != before) {
        Q_EMIT chosen(value());
    }
}

void ChoiceButton::setValue(const QVariant &value)
{
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].value == value && i != m_current) {
            show(static_cast<int>(i));
            Q_EMIT chosen(value);
            return;
        }
    }
}

QVariant ChoiceButton::value() const
{
    return m_current >= 0 ? m_choices[m_current].value : QVariant();
}

void ChoiceButton::show(int index)
{
    m_current = index;
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        m_actions[i]->setChecked(i == index);
    }
    fitText();
}

void ChoiceButton::fitText()
{
    const QString whole = m_current >= 0 ? m_choices[m_current].text : QString();
    const QString fitted = fontMetrics().elidedText(whole, Qt::ElideMiddle, fontMetrics().averageCharWidth() * longest);
    setText(QString(fitted).replace(QLatin1Char('&'), QLatin1String("&&")));
    const QString hint = m_current >= 0 ? m_choices[m_current].toolTip : QString();
    setToolTip(!hint.isEmpty() ? hint : fitted == whole ? QString() : whole);
    setAccessibleDescription(whole);
    updateGeometry();
}

QSize ChoiceButton::sizeHint() const
{
    if (!m_steady) {
        return FlatButton::sizeHint();
    }
    // As wide as its widest choice: choosing another one moves nothing.
    int widest = fontMetrics().averageCharWidth() * 4;
    for (const Choice &choice : m_choices) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(choice.text));
    }
    widest = std::min(widest, fontMetrics().averageCharWidth() * longest);
    const QSize own = FlatButton::sizeHint();
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    return {own.width() - text + std::max(text, widest), own.height()};
}

void ChoiceButton::changeEvent(QEvent *event)
{
    FlatButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitText();
    }
}
