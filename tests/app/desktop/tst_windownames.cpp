// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include "widgets/page/page.h"

#include <QAccessible>
#include <QIcon>
#include <QTabBar>

/// What the window and its parts are called: for the desktop, for screen readers, and for tests.
class TestWindowNames : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    /// Where it stands: its own class and those around it, up to the page.
    static QString placeOf(const QWidget *widget)
    {
        QStringList around;
        for (; widget != nullptr && !widget->isWindow(); widget = widget->parentWidget()) {
            const QString name = widget->objectName();
            around << QString::fromLatin1(widget->metaObject()->className()) +
                          (name.isEmpty() ? QString() : QStringLiteral(" ") + name);
        }
        return around.join(QStringLiteral(" in "));
    }
    /// Prints them, for what a failure says is cut.
    static const char *listed(const QStringList &places)
    {
        for (const QString &place : places) {
            qInfo("%s", qPrintable(place));
        }
        return "those listed above";
    }
    /// All parts of the window that the keyboard can get to, on whatever page, shown or not. Labels whose text the mouse
    /// can mark are no such parts.
    QList<QWidget *> focusable()
    {
        QList<QWidget *> found;
        for (QWidget *widget : m_fixture->window().findChildren<QWidget *>()) {
            const bool ofQt = widget->objectName().startsWith(QLatin1String("qt_")); // the line within a number box
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy() && !ofQt &&
                widget->window() == &m_fixture->window()) {
                found << widget;
            }
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture =
            std::make_unique<WindowFixture>(adaplens::test::fakeLoader(std::make_shared<adaplens::test::FakeLog>()));
        m_fixture->window().start(QStringLiteral("/models/one"), QStringLiteral("a gorgeous film"), {},
                                  QStringLiteral("none"));
        QTRY_VERIFY(m_fixture->shows(QStringLiteral("a gorgeous film")));
        for (int page = 0; page < m_fixture->window().pages().size(); ++page) {
            m_fixture->window().showPage(page);
        }
    }
    void cleanup() { m_fixture.reset(); }

    void theWindowHasAnIcon()
    {
        const QIcon icon = m_fixture->window().windowIcon();
        QVERIFY(!icon.isNull());
        for (const int size : {16, 256}) {
            const QImage image = icon.pixmap(size, size).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            int painted = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x) {
                    painted += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
                }
            }
            QVERIFY2(painted > size * size / 4, qPrintable(QString::number(painted)));
        }
    }

    void whatTheKeyboardGetsToHasAName()
    {
        QStringList nameless;
        const QList<QWidget *> widgets = focusable();
        QVERIFY(widgets.size() > 100);
        for (const QWidget *widget : widgets) {
            if (widget->objectName().isEmpty()) {
                nameless << placeOf(widget);
            }
        }
        QVERIFY2(nameless.isEmpty(), listed(nameless));
    }

    void whatTheKeyboardGetsToSaysWhatItIs()
    {
        QStringList mute;
        for (QWidget *widget : focusable()) {
            if (const auto *tabs = qobject_cast<QTabBar *>(widget); tabs != nullptr && tabs->count() == 0) {
                continue; // it says which one is chosen, and is hidden while there is none
            }
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty()) {
                mute << placeOf(widget);
            }
        }
        QVERIFY2(mute.isEmpty(), listed(mute));
    }
};

QTEST_MAIN(TestWindowNames)
#include "tst_windownames.moc"
