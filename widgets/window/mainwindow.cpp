// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/mainwindow.h"

#include "core/error.h"
#include "core/model/fit.h"
#include "widgets/inspect/inspectpage.h"
#include "widgets/inspect/dropframes.h"
#include "widgets/inspect/layeredtext.h"
#include "widgets/window/pages.h"
#include "widgets/session/beside.h"
#include "widgets/session/failure.h"
#include "widgets/session/textfile.h"
#include "widgets/inspect/inputview.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/textinput.h"
#include "widgets/inspect/tokenmap.h"
#include "widgets/style/animation.h"
#include "widgets/lesson/lessoncard.h"
#include "widgets/page/spotlight.h"
#include "widgets/window/exporter.h"
#include "widgets/window/lessonrunner.h"
#include "widgets/window/menus.h"
#include "widgets/window/modeladvice.h"
#include "widgets/window/pagerail.h"
#include "widgets/window/presenter.h"
#include "widgets/window/shippedtext.h"
#include "widgets/window/topbar.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QBoxLayout>
#include <QIcon>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace {

const auto windowLayout = QStringLiteral("window");

/// Dropping a model's file means its folder.
QString modelFolderOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return path;
    }
    const bool part = info.suffix() == QLatin1String("safetensors") ||
                      info.fileName() == QLatin1String("config.json") ||
                      info.fileName() == QLatin1String("pytorch_model.bin");
    return part ? info.absolutePath() : QString();
}

/// Lets a page be scrolled where the screen is too small for it, or the type too large.
QScrollArea *scrollable(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

MainWindow::MainWindow(Loader loader, QSettings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_preferences(settings),
      m_loader(std::move(loader)),
      m_session(m_loader),
      m_second(m_loader),
      m_attributions(m_session),
      m_rationale(m_session),
      m_opener(m_session, m_preferences),
      m_exampleOpener(m_opener, m_session),
      m_linkOpener(m_opener, m_session),
      m_top(new TopBar),
      m_rail(new PageRail),
      m_messages(new MessageBar),
      m_stack(new QStackedWidget)
{
    setWindowTitle(tr("AdapLens"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/adaplens.svg")));
    setAcceptDrops(true);
    setMenuWidget(m_top);
    m_top->setTitle(tr("AdapLens"), tr("no model is open"));
    loadShipped();
    makePages();
    m_menus = new Menus(*this, m_preferences, m_models, m_examples);
    for (QMenu *menu : m_menus->all()) {
        m_top->addMenu(menu);
    }
    connectModel();
    m_presenter = new Presenter(*this, {m_top, m_rail}, m_zoom, m_preferences);
    showPage(0);
    restoreState();
}

MainWindow::~MainWindow()
{
    delete m_presenter;
    delete m_stack; // as children of the window the pages would outlive the sessions, which they use to the last
}

void MainWindow::loadShipped()
{
    const std::string language = QLocale().name().section(QLatin1Char('_'), 0, 0).toStdString();
    try {
        m_models = adaplens::shippedModels(language);
        m_examples = adaplens::examplesByModel(m_models, adaplens::shippedSampleTexts(language));
    } catch (const adaplens::Error &) {
        showError(describeException());
    }
}

void MainWindow::makePages()
{
    m_stack->setContentsMargins(10, 10, 10, 10);
    m_zoom.set(m_preferences.zoom());
    if (m_preferences.colourScheme() != ColourScheme::System) {
        setColourScheme(m_preferences.colourScheme());
    }
    const Workspace workspace{m_session, m_second, m_preferences, m_attributions, m_rationale, m_loader, m_models};
    for (const PageEntry &entry : pageEntries()) {
        Page *page = entry.make(workspace);
        connect(page, &Page::message, m_messages, &MessageBar::showMessage);
        connect(page, &Page::dataOpened, this,
                [this](std::size_t words, bool pairs) { m_advice->dataOpened(words, pairs); });
        connect(page, &Page::inspectRequested, this, [this](const QString &text, const std::optional<QString> &pair) {
            inspectPage()->showExample(text, pair, {});
            showPage(static_cast<int>(m_pages.indexOf(inspectPage())));
        });
        connect(page, &Page::modelRequested, this,
                [this](const QString &folder, const std::vector<double> &thresholds) {
                    m_opener.open(folder, thresholds);
                    showPage(static_cast<int>(m_pages.indexOf(inspectPage())));
                });
        m_rail->addPage(entry.title, maskIcon(page->objectName()))
            ->setObjectName(page->objectName() + QStringLiteral("Page"));
        m_stack->addWidget(scrollable(page));
        m_pages.append(page);
    }
    connect(m_rail, &PageRail::pageChosen, this, &MainWindow::showPage);
    auto *centre = new QWidget;
    auto *lesson = new LessonCard;
    QLayout *column = columnIn(nullptr, 0, {m_messages, {m_stack, 1}, lesson});
    rowIn(centre, 0, {m_rail, {column, 1}});
    setCentralWidget(centre);
    m_lessons = new LessonRunner(*this, *lesson);
    connect(m_lessons, &LessonRunner::finished, this,
            [this] { showDone(tr("The lesson is finished. Help ▸ Lessons has more.")); });
}

void MainWindow::connectModel()
{
    connect(&m_opener, &ModelOpener::opening, this, [this](const QString &folder) {
        m_messages->dismiss();
        if (!m_session.model()) {
            const auto *shipped = adaplens::shippedAt(m_models, QFileInfo(folder).filesystemFilePath());
            m_top->setTitle(tr("AdapLens"), tr("opening %1…")
                                                .arg(shipped != nullptr ? QString::fromStdString(shipped->title)
                                                                        : QDir(folder).dirName()));
        }
    });
    m_advice = new ModelAdvice(
        m_session, *m_messages, m_models, [this] { return inspectPage()->input()->hasSecondText(); }, this);
    connect(m_advice, &ModelAdvice::modelChosen, this, &MainWindow::openModel);
    connect(&m_exampleOpener, &ExampleOpener::show, this, &MainWindow::showText);
    connect(&m_exampleOpener, &ExampleOpener::modelChanged, this, [this](const QString &title) {
        showDone(tr("Opened “%1”, the model that this example was written for.").arg(title));
    });
    connect(&m_linkOpener, &LinkOpener::show, this, &MainWindow::showLinked);
    connect(&m_linkOpener, &LinkOpener::changesLeftOut, this, [this] {
        showNote(
            tr("The link changes thresholds or words in a way that does not fit this model and text; those changes "
               "were left out."));
    });
    connect(&m_opener, &ModelOpener::opened, this, &MainWindow::modelOpened);
    connect(&m_opener, &ModelOpener::failed, this, [this](const QString &message) {
        if (!m_session.model() && !m_session.busy()) {
            m_top->setTitle(tr("AdapLens"), tr("no model is open"));
        }
        m_menus->markOpenModel();
        showError(message);
    });
    connect(&m_session, &Session::failed, this, &MainWindow::showError);
    connect(&m_attributions, &Attributions::failed, this, &MainWindow::showError);
    connect(&m_session, &Session::analysed, this, [this] { m_menus->setExportable(m_session.trace() != nullptr); });
}

void MainWindow::showPage(int index)
{
    m_rail->setCurrent(index);
    m_stack->setCurrentIndex(index);
    m_menus->setPage(currentPage());
    Q_EMIT pageShown();
}

Page *MainWindow::currentPage() const
{
    return m_pages.at(m_stack->currentIndex());
}

InspectPage *MainWindow::inspectPage() const
{
    return m_stack->findChild<InspectPage *>();
}

void MainWindow::start(const QString &model, const QString &text, const QString &pair, const QString &beside)
{
    if (!beside.isEmpty()) {
        inspectPage()->openBeside(beside);
    }
    const bool any = m_opener.start(model);
    const std::optional<QString> lastText = m_preferences.text();
    if (!text.isEmpty()) {
        inspectPage()->showExample(text, pair.isEmpty() ? std::nullopt : std::optional(pair), {});
    } else if (lastText) {
        inspectPage()->showExample(*lastText, m_preferences.pair(), {});
    } else {
        showFirstExample();
    }
    if (!any && m_messages->isHidden()) { // or it says already why there is none
        showNote(
            tr("No model came with this copy of AdapLens. Open the folder of a model with Model ▸ Open model folder, "
               "or drop it here."));
    }
}

void MainWindow::showFirstExample()
{
    const auto folder = QFileInfo(m_opener.folder()).filesystemFilePath();
    const auto own = std::ranges::find_if(m_examples, [&](const adaplens::ModelExamples &group) {
        return adaplens::isSameFolder(group.model.folder, folder);
    });
    if (own != m_examples.end()) {
        showText(own->texts.front());
    } else if (!m_examples.empty()) {
        showText(m_examples.front().texts.front());
    }
}

void MainWindow::showExample(const adaplens::ShippedModel &home, const adaplens::SampleText &example)
{
    const auto *atHand = adaplens::shippedAt(m_models, QFileInfo(m_opener.folder()).filesystemFilePath());
    const bool suits = atHand != nullptr && std::ranges::find(example.models, atHand->name) != example.models.end();
    m_exampleOpener.choose(suits ? *atHand : home, example);
}

void MainWindow::showText(const adaplens::SampleText &example)
{
    inspectPage()->showExample(QString::fromStdString(example.text),
                               example.pair ? std::optional(QString::fromStdString(*example.pair)) : std::nullopt,
                               QString::fromStdString(example.look));
}

void MainWindow::modelOpened()
{
    adaplens::ModelInfo model = *m_session.model();
    model.name = shippedName(m_models, model).toStdString(); // as the menu has it, in the language of the window
    m_top->setModel(model,
                    m_session.thresholds().empty() ? QString() : tr("with thresholds chosen on the Trade-off page"));
    m_menus->markOpenModel();
    setWindowTitle(tr("%1 — AdapLens").arg(QString::fromStdString(model.name)));
    if (const adaplens::Precision wanted = m_session.precision(); adaplens::usable(wanted) != wanted) {
        showNote(tr("This processor has no instructions for products in %1, so the model runs in float32.")
                     .arg(QLatin1String(adaplens::nameOf(wanted))));
    }
}

void MainWindow::startWithLink(const QString &link)
{
    try {
        m_linkOpener.open(link);
    } catch (const adaplens::Error &) {
        const QString message = describeException();
        start({}, {});
        showError(message);
    }
}

void MainWindow::openLink(const QString &link)
{
    try {
        m_messages->dismiss();
        m_linkOpener.open(link);
    } catch (const adaplens::Error &) {
        showError(describeException());
    }
}

QString MainWindow::link() const
{
    LinkedState state = LinkOpener::stateOf(m_session, m_models);
    state.page = currentPage()->objectName();
    state.beside = inspectPage()->beside().what();
    return linkOf(state);
}

void MainWindow::showLinked(const LinkedState &state)
{
    inspectPage()->showExample(state.text, state.pair, {});
    inspectPage()->openBeside(state.beside);
    const auto page =
        std::ranges::find_if(m_pages, [&state](const Page *each) { return each->objectName() == state.page; });
    showPage(page != m_pages.end() ? static_cast<int>(page - m_pages.begin()) : 0);
}

void MainWindow::openLesson(const QString &path)
{
    try {
        m_messages->dismiss();
        m_lessons->begin(readLessonFile(path, QLocale().name().section(QLatin1Char('_'), 0, 0)));
    } catch (const adaplens::Error &) {
        showError(describeException());
    }
}

void MainWindow::openTextFile(const QString &path)
{
    try {
        const TextFile file = readTextFile(path, TextInput::longest);
        inspectPage()->showExample(file.text, std::nullopt, {});
        m_messages->dismiss();
        if (!file.note.isEmpty()) {
            showNote(file.note);
        }
    } catch (const adaplens::Error &) {
        showError(describeException());
    }
}

void MainWindow::exportTo(const QString &path)
{
    const auto &trace = m_session.trace();
    if (!trace) {
        return;
    }
    exported(path, [&] {
        const QString suffix = QFileInfo(path).suffix().toLower();
        const bool figureWanted = suffix != QLatin1String("json") && suffix != QLatin1String("csv") &&
                                  suffix != QLatin1String("html") && suffix != QLatin1String("htm");
        if (const auto figure = figureWanted ? currentPage()->figure() : std::nullopt) {
            exportDrawing(*figure, path);
        } else {
            const TokenMapView *map = inspectPage()->map();
            FigureOptions options;
            options.mode = map->mode();
            options.colours = map->colourScale();
            exportTrace(*trace, path, options);
        }
    });
}

void MainWindow::exportLayers(const QString &path)
{
    if (const auto &trace = m_session.trace()) {
        exported(path, [&] { exportDrawing(layeredTextDrawing(*trace, inspectPage()->map()->mode()), path); });
    }
}

void MainWindow::exportAnimation(const QString &path)
{
    if (const auto &trace = m_session.trace()) {
        exported(path, [&] { ::exportAnimation(dropFrames(*trace, inspectPage()->map()->mode()), path); });
    }
}

void MainWindow::exportFrames(const QString &path)
{
    if (const auto &trace = m_session.trace()) {
        exported(path, [&] { ::exportFrames(dropFrames(*trace, inspectPage()->map()->mode()), path); });
    }
}

void MainWindow::exported(const QString &path, const std::function<void()> &write)
{
    try {
        write();
        showDone(tr("Saved %1").arg(QDir::toNativeSeparators(path)));
    } catch (const adaplens::Error &) {
        showError(describeException());
    }
}

void MainWindow::setZoom(int percent)
{
    m_zoom.set(percent);
    m_preferences.setZoom(m_zoom.percent());
}

void MainWindow::present()
{
    m_presenter->toggle();
}

void MainWindow::stepZoom(int direction)
{
    m_zoom.step(direction);
    setZoom(m_zoom.percent());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    for (Page *page : std::as_const(m_pages)) {
        if (!page->mayClose([this] { close(); })) {
            showPage(static_cast<int>(m_pages.indexOf(page)));
            event->ignore();
            return;
        }
    }
    m_presenter->leave(); // what it changed is not to be found at the next start
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::saveState()
{
    m_preferences.setLayout(windowLayout, saveGeometry());
    m_preferences.setTexts(inspectPage()->input()->text(), inspectPage()->input()->pair());
    for (const Page *page : m_pages) {
        page->spotlight()->showAll();
        page->saveLayout();
    }
}

void MainWindow::restoreState()
{
    if (!restoreGeometry(m_preferences.layout(windowLayout))) {
        const QSize wanted(1440, 900), there = screen()->availableSize();
        resize(wanted.boundedTo(there));
        if (wanted.width() >= there.width() || wanted.height() >= there.height()) {
            setWindowState(windowState() | Qt::WindowMaximized); // its frame needs room too
        }
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QMimeData *dropped = event->mimeData();
    event->acceptProposedAction();
    if (!dropped->hasUrls()) {
        inspectPage()->showExample(dropped->text(), std::nullopt, {});
        return;
    }
    const QList<QUrl> urls = dropped->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile()) {
        showError(tr("Drop one file or folder of this computer: a text file, or the folder of a model."));
        return;
    }
    const QString path = urls.first().toLocalFile();
    if (const QString folder = modelFolderOf(path); !folder.isEmpty()) {
        openModel(folder);
    } else {
        openTextFile(path);
    }
}
