// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/annotationview.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/label.h"
#include "widgets/annotate/rationaleeditor.h"
#include "widgets/controls/textinput.h"

#include <QBoxLayout>
#include <QActionGroup>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

AnnotationView::AnnotationView(QWidget *parent)
    : QWidget(parent),
      m_editor(new RationaleEditor),
      m_label(textButton(tr("no label"), "labelButton")),
      m_mark(textButton(tr("Mark"), "markButton")),
      m_erase(textButton(tr("Unmark"), "unmarkButton")),
      m_add(textButton(tr("Add"), "addTextButton")),
      m_pair(new Label(Label::Kind::Caption)),
      m_about(new Label(Label::Kind::Caption)),
      m_labels(new QMenu(this)),
      m_newText(new TextInput(tr("Write or paste the new text"))),
      m_stack(new QStackedWidget)
{
    m_stack->addWidget(makeEditor());
    m_stack->addWidget(makeNewText());
    columnIn(this, 0, {m_stack});
    connect(m_labels, &QMenu::aboutToShow, this, &AnnotationView::fillLabels);
    connect(m_mark, &QToolButton::clicked, m_editor, &RationaleEditor::markSelection);
    connect(m_erase, &QToolButton::clicked, m_editor, &RationaleEditor::eraseSelection);
    connect(m_editor, &RationaleEditor::cursorMoved, this, &AnnotationView::showButtons);
    connect(m_add, &QToolButton::clicked, this, &AnnotationView::finishNewText);
    m_newText->setObjectName(QStringLiteral("newText"));
    m_newText->setAccessibleName(m_newText->placeholderText());
    setExample(nullptr);
}

QWidget *AnnotationView::makeEditor()
{
    m_label->setMenu(m_labels);
    m_mark->setToolTip(tr("Mark the selected words (M or Enter)"));
    m_erase->setToolTip(tr("Unmark the selected words, or the span under the cursor (Delete)"));
    m_pair->setWordWrap(true);
    m_about->setElided(true);
    QBoxLayout *row =
        rowIn(nullptr, 8, {new Label(Label::Kind::Caption, tr("Label")), m_label, m_mark, m_erase, {m_about, 1}});
    row->insertSpacing(2, 8);
    auto *page = new QWidget;
    columnIn(page, 6, {{m_editor, 1}, m_pair, row});
    return page;
}

QWidget *AnnotationView::makeNewText()
{
    auto *cancel = textButton(tr("Cancel"), "cancelTextButton");
    connect(cancel, &QToolButton::clicked, this, &AnnotationView::leaveNewText);
    m_add->setToolTip(tr("Add the text to the set (Ctrl+Enter)"));
    new QShortcut(Qt::Key_Escape, m_newText, this, &AnnotationView::leaveNewText, Qt::WidgetShortcut);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        new QShortcut(Qt::CTRL | enter, m_newText, this, &AnnotationView::finishNewText, Qt::WidgetShortcut);
    }
    m_newText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(m_newText, &QPlainTextEdit::textChanged, this,
            [this] { m_add->setEnabled(!m_newText->toPlainText().trimmed().isEmpty()); });
    m_add->setEnabled(false);
    QBoxLayout *row = rowIn(nullptr, 8, {m_add, cancel});
    row->addStretch();
    auto *page = new QWidget;
    columnIn(page, 6, {{m_newText, 1}, row});
    return page;
}

void AnnotationView::setExample(const adaplens::Example *example)
{
    if (!example) {
        m_text.reset();
        m_editor->setSource({});
    } else if (m_text != example->text) {
        m_text = example->text;
        m_editor->setSource(*m_text);
    }
    if (example) {
        m_editor->setSpans(example->rationale);
        const auto spans = static_cast<int>(example->rationale.size());
        m_about->setText(spans == 0 ? tr("nothing is marked yet") : tr("%n span(s) marked", nullptr, spans));
    } else {
        m_about->clear();
    }
    m_chosen = example ? QString::fromStdString(example->label) : QString();
    m_label->setText(m_chosen.isEmpty() ? tr("no label") : m_chosen);
    m_label->setAccessibleName(tr("Label: %1").arg(m_label->text()));
    m_label->updateGeometry();
    const bool pair = example && example->pair;
    m_pair->setText(pair ? tr("Second text: %1").arg(QString::fromStdString(*example->pair)) : QString());
    m_pair->setVisible(pair);
    showButtons();
}

void AnnotationView::setClasses(const std::vector<std::string> &classes)
{
    m_classes = classes;
}

void AnnotationView::showButtons()
{
    m_label->setEnabled(m_text.has_value());
    m_mark->setEnabled(m_editor->cursor() >= 0);
    const auto [first, last] = m_editor->selection();
    bool marked = false;
    for (qsizetype word = first; word >= 0 && word <= last; ++word) {
        marked = marked || m_editor->isMarked(word);
    }
    m_erase->setEnabled(marked);
}

void AnnotationView::fillLabels()
{
    m_labels->clear();
    QStringList labels;
    for (const std::string &name : m_classes) {
        labels.append(QString::fromStdString(name));
    }
    if (!m_chosen.isEmpty() && !labels.contains(m_chosen)) {
        labels.append(m_chosen);
    }
    labels.append(QString());
    auto *group = new QActionGroup(m_labels);
    for (const QString &label : labels) {
        QAction *action = m_labels->addAction(label.isEmpty() ? tr("no label") : label, this,
                                              [this, label] { Q_EMIT labelChosen(label); });
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(label == m_chosen);
    }
}

bool AnnotationView::writing() const
{
    return m_stack->currentIndex() == 1;
}

void AnnotationView::startNewText()
{
    m_stack->setCurrentIndex(1);
    m_newText->setFocus();
}

void AnnotationView::leaveNewText()
{
    m_stack->setCurrentIndex(0); // what was written stays in the box
    m_editor->setFocus();
}

void AnnotationView::finishNewText()
{
    const QString text = m_newText->toPlainText().trimmed();
    if (text.isEmpty()) {
        return;
    }
    m_newText->clear();
    leaveNewText();
    Q_EMIT textWritten(text);
}
