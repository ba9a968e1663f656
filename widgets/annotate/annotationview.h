// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/example.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QToolButton;
class Label;
class RationaleEditor;
class TextInput;
class QMenu;
class QStackedWidget;

/// The text under work: its marked words, the label, and a box for a new text in their place.
class AnnotationView : public QWidget {
    Q_OBJECT

public:
    explicit AnnotationView(QWidget *parent = nullptr);

    /// Shows a text, or that there is none. Setting the same text again keeps the cursor.
    void setExample(const adaplens::Example *example);
    /// Names of the model's classes, offered as labels.
    void setClasses(const std::vector<std::string> &classes);

    [[nodiscard]] RationaleEditor *editor() const { return m_editor; }
    /// Opens the box for a new text.
    void startNewText();
    [[nodiscard]] bool writing() const;

Q_SIGNALS:
    void labelChosen(const QString &label);
    void textWritten(const QString &text);

private:
    [[nodiscard]] QWidget *makeEditor();
    [[nodiscard]] QWidget *makeNewText();
    void fillLabels();
    void finishNewText();
    void leaveNewText();
    void showButtons();

    RationaleEditor *m_editor;
    QToolButton *m_label, *m_mark, *m_erase, *m_add;
    Label *m_pair, *m_about;
    QMenu *m_labels;
    TextInput *m_newText;
    QStackedWidget *m_stack;
    std::vector<std::string> m_classes;
    std::optional<std::string> m_text; // shown
    QString m_chosen;                  // label
};
