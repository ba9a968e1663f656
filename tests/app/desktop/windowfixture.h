// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeanalyser.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/inspect/inspectpanels.h"
#include "widgets/inspect/inputview.h"
#include "widgets/controls/textinput.h"
#include "widgets/window/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The real main window on settings of its own, with a real or a fake model.
class WindowFixture {
public:
    explicit WindowFixture(Loader loader)
        : m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
          m_loader(std::move(loader))
    {
        reopen();
    }

    /// Closes the window, as a user does, and opens another one on the same settings.
    void reopen()
    {
        if (m_window) {
            m_window->close();
            m_window.reset();
        }
        m_window = std::make_unique<MainWindow>(m_loader, m_settings);
        m_window->show();
        if (!QTest::qWaitForWindowExposed(m_window.get())) {
            qFatal("The window was not shown."); // QVERIFY would only leave the constructor
        }
    }

    MainWindow &window() { return *m_window; }
    Session &session() { return m_window->session(); }
    InspectPage &page() { return *m_window->inspectPage(); }
    TextInput &textBox() { return *page().input()->textBox(); }
    QSettings &settings() { return m_settings; }
    QString folder() const { return m_folder.path(); }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Goes to a page by the rail, as a user does; `name` is that of the page object.
    void clickPage(const QString &name)
    {
        auto *button = m_window->findChild<QAbstractButton *>(name.toLower() + QStringLiteral("Page"));
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size()) {
            qFatal("%s cannot be written.", qUtf8Printable(out.fileName()));
        }
    }
    QByteArray read(const QString &name) const
    {
        QFile in(file(name));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    /// What the Tab key reaches from `first` on.
    static QSet<QWidget *> reachedByTab(QWidget *first)
    {
        first->setFocus();
        QSet<QWidget *> reached;
        for (QWidget *at = QApplication::focusWidget(); at && !reached.contains(at); at = QApplication::focusWidget()) {
            reached.insert(at);
            QTest::keyClick(at, Qt::Key_Tab);
        }
        return reached;
    }
    /// Fails where Tab leaves out a part of `whole` that takes the keyboard.
    static void compareReached(const QSet<QWidget *> &reached, const QWidget *whole)
    {
        for (QWidget *widget : whole->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
                (widget->focusPolicy() & Qt::TabFocus) != 0) {
                QVERIFY2(reached.contains(widget), widget->metaObject()->className());
            }
        }
    }

    /// What a label says, by its object name.
    QString label(const QString &name) { return m_window->findChild<QLabel *>(name)->text(); }

    /// Whether the current analysis is that of `text`.
    bool shows(const QString &text)
    {
        return session().trace() && QString::fromStdString(session().trace()->text) == text && !session().busy();
    }

    /// Replaces the text by typing it.
    void type(const QString &text)
    {
        textBox().setFocus();
        textBox().selectAll();
        QTest::keyClicks(&textBox(), text);
        QTRY_VERIFY2(shows(text), qPrintable(text));
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    Loader m_loader;
    std::unique_ptr<MainWindow> m_window;
};
