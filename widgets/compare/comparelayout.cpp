// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of and how it shares its space out: panels that suit the window, until the user sizes them.
#include "widgets/compare/comparepage.h"

#include "widgets/page/helptexts.h"
#include "widgets/session/attributions.h"
#include "widgets/controls/card.h"
#include "widgets/compare/comparisonview.h"
#include "widgets/controls/fittingscroll.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/trace/layerbar.h"
#include "widgets/controls/methodchip.h"
#include "widgets/controls/progressline.h"
#include "widgets/compare/rankingplot.h"
#include "widgets/trace/windowswitcher.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using adaplens::ScoreMethod;

void ComparePage::makeControls()
{
    setToolTips(m_arrangement,
                {tr("Every method at the chosen layer"), tr("One method, from the first layer to the last")});
    setToolTips(m_weights, {tr("Attention and gradients of the plain twin, which reads every word"),
                            tr("Attention and gradients of the AdapLeR weights, with nothing dropped")});
    m_class->setToolTip(tr("The class that gradients and leaving out are asked about"));
    m_class->setMenu(new QMenu(m_class));
    m_top->setMinimum(1);
    m_top->setMinimumWidth(fontMetrics().averageCharWidth() * 12); // in a narrow window, too, there is a way to go
    m_top->setAccessibleName(tr("How many of the best words each method selects"));
    m_top->setToolTip(tr("How many of the best words each method selects: arrow keys, or + and − in the picture"));
    m_sources->setWordWrap(true);

    m_controls = new QWidget;
    auto *column = new QVBoxLayout(m_controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *first = new FlowLayout(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_arrangement), static_cast<QWidget *>(m_weights), static_cast<QWidget *>(m_class)}) {
        first->addWidget(widget);
    }
    for (const ScoreMethod method : m_workspace.attributions.methods()) {
        auto *chip = new MethodChip(method);
        connect(chip, &QAbstractButton::clicked, this, [this, method] { chipClicked(method); });
        m_chips.append(chip);
        first->addWidget(chip);
    }
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(m_topLabel);
    second->addWidget(m_top, 1);
    second->addSpacing(12);
    second->addWidget(m_layers, 1);
    column->addLayout(second);
    column->addWidget(m_sources);
    m_controls->installEventFilter(this);

    m_header = new CardHeader(tr("Words under every method"), {}, help::compare());
    m_header->addControl(m_switcher);
    auto *centre = new QWidget;
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new Card(nullptr, m_controls));
    layout->addWidget(new Card(m_header, m_view), 1);
    setCentralWidget(centre);
    m_progress = new ProgressLine(this);
}

void ComparePage::makePanels()
{
    m_numbers->setTextFormat(Qt::RichText);
    m_numbers->setWordWrap(true);
    m_numbers->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_plotHeader = new CardHeader(tr("Precision and recall"), {}, help::ranking());
    m_plotDock = new CardDock(QStringLiteral("ranking"), tr("Precision and recall"), m_plotHeader, m_plot, this);
    addDockWidget(Qt::RightDockWidgetArea, m_plotDock, Qt::Vertical);
    m_numbersHeader = new CardHeader(tr("Numbers of this text"), {}, help::ranking());
    auto *numbers = new FittingScroll(m_numbers);
    numbers->setNarrow();
    m_numbersDock = new CardDock(QStringLiteral("numbers"), tr("Numbers of this text"), m_numbersHeader, numbers, this);
    addDockWidget(Qt::RightDockWidgetArea, m_numbersDock, Qt::Vertical);
}

void ComparePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        // Later, when the panels have the new font, too.
        QMetaObject::invokeMethod(
            this,
            [this] {
                showNumbers();
                fitPanels();
            },
            Qt::QueuedConnection);
    }
}

void ComparePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitPanels();
}

bool ComparePage::event(QEvent *event)
{
    // A press that no panel takes is on the space between two of them: the user sets their sizes.
    if (event->type() == QEvent::MouseButtonPress) {
        m_fitted = false;
    }
    return Page::event(event);
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    // The controls wrap: how high they are depends on their width, which a main window does not ask about.
    if (watched == m_controls && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        m_controls->setMinimumHeight(m_controls->layout()->minimumHeightForWidth(m_controls->width()));
    }
    return Page::eventFilter(watched, event);
}

QByteArray ComparePage::arrangement() const
{
    return m_fitted ? QByteArrayLiteral("fitted") : QByteArray();
}

void ComparePage::setArrangement(const QByteArray &arrangement)
{
    m_fitted = !arrangement.isEmpty();
    fitPanels();
}

void ComparePage::fitPanels()
{
    if (!m_fitted || m_plotDock->isFloating() || m_numbersDock->isFloating()) {
        return;
    }
    const int wide = std::min(fontMetrics().averageCharWidth() * 54, width() * 3 / 10);
    resizeDocks({m_plotDock}, {wide}, Qt::Horizontal);
    resizeDocks({m_plotDock, m_numbersDock}, {height() * 9 / 20, height() * 11 / 20}, Qt::Vertical);
}

void ComparePage::resetLayout()
{
    for (CardDock *dock : {m_plotDock, m_numbersDock}) {
        dock->setFloating(false);
        addDockWidget(Qt::RightDockWidgetArea, dock, Qt::Vertical);
        dock->show();
    }
    m_fitted = true;
    fitPanels();
}

QList<QAction *> ComparePage::viewActions()
{
    return {m_plotDock->toggleViewAction(), m_numbersDock->toggleViewAction()};
}
