// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/databrowser.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/label.h"
#include "widgets/controls/tables.h"
#include "widgets/controls/runbar.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QLocale>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

DataBrowser::DataBrowser(AnnotationModel &model, EvaluationRun &run, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_run(run),
      m_filterBox(new QLineEdit),
      m_wrongOnly(textButton(tr("Wrong only"), "wrongOnly")),
      m_annotatedOnly(textButton(tr("Annotated only"), "annotatedOnly")),
      m_runButton(textButton(tr("Run the model"), "runModelButton")),
      m_count(new Label(Label::Kind::Caption)),
      m_table(new QTableView),
      m_runBar(new RunBar)
{
    m_filter.setSourceModel(&model);
    makeQuiet(m_table);
    m_table->setObjectName(QStringLiteral("texts"));
    m_filterBox->setObjectName(QStringLiteral("textFilter"));
    m_runBar->setObjectName(QStringLiteral("textsProgress"));
    m_table->setModel(&m_filter);
    m_table->setAccessibleName(tr("Texts of the data set"));
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true); // a third click: as in the file
    m_table->setSortingEnabled(true);
    m_filterBox->setPlaceholderText(tr("Find in texts and labels"));
    m_filterBox->setAccessibleName(tr("Filter the texts"));
    m_filterBox->setClearButtonEnabled(true);
    const auto toTheTable = [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid()) {
            step(0);
        }
    };
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter}) {
        new QShortcut(key, m_filterBox, toTheTable, Qt::WidgetShortcut);
    }
    auto *clear = new QShortcut(Qt::Key_Escape, m_filterBox, m_filterBox, &QLineEdit::clear, Qt::WidgetShortcut);
    clear->setEnabled(false); // while there is nothing to clear
    connect(m_filterBox, &QLineEdit::textChanged, clear,
            [clear](const QString &text) { clear->setEnabled(!text.isEmpty()); });
    m_wrongOnly->setCheckable(true);
    m_wrongOnly->setToolTip(tr("Only texts whose label the model does not give"));
    m_annotatedOnly->setCheckable(true);
    m_annotatedOnly->setToolTip(tr("Only texts in which something is marked"));
    m_runButton->setToolTip(tr("Fill in prediction, speed-up and agreement of every text"));

    QLayout *row = rowIn(nullptr, 8, {{m_filterBox, 2}, m_wrongOnly, m_annotatedOnly, {m_count, 1}, m_runButton});
    columnIn(this, 6, {row, m_runBar, {m_table, 1}});
    m_runBar->hide();

    connect(m_filterBox, &QLineEdit::textChanged, this, &DataBrowser::refilter);
    connect(m_wrongOnly, &QToolButton::toggled, this, &DataBrowser::refilter);
    connect(m_annotatedOnly, &QToolButton::toggled, this, &DataBrowser::refilter);
    connect(m_runButton, &QToolButton::clicked, this, &DataBrowser::runRequested);
    connect(m_runBar, &RunBar::cancelled, this, [this] {
        if (m_reading) {
            Q_EMIT readingCancelled();
        } else {
            m_run.cancel();
        }
    });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT rowOpened(m_filter.mapToSource(index).row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (index.isValid()) {
            Q_EMIT currentRowChanged(m_filter.mapToSource(index).row());
        }
    });
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &DataBrowser::showCount);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &DataBrowser::showCount);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &DataBrowser::showCount);
    connect(&m_run, &EvaluationRun::progressed, this, &DataBrowser::showRun);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &DataBrowser::fitPrecision);
    fitColumns();
    showCount();
    showRun();
}

int DataBrowser::currentRow() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_filter.mapToSource(index).row() : -1;
}

void DataBrowser::setCurrentRow(int row)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.index(row, 0));
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    } else {
        m_table->setCurrentIndex({});
    }
}

void DataBrowser::step(int by)
{
    const int rows = m_filter.rowCount();
    if (rows > 0) {
        const QModelIndex at = m_table->currentIndex();
        m_table->setCurrentIndex(m_filter.index(at.isValid() ? std::clamp(at.row() + by, 0, rows - 1) : 0, 0));
    }
}

void DataBrowser::startFilter()
{
    m_filterBox->setFocus();
    m_filterBox->selectAll();
}

void DataBrowser::refilter()
{
    m_filter.setCriteria({m_filterBox->text().trimmed(), m_wrongOnly->isChecked(), m_annotatedOnly->isChecked()});
    showCount();
}

void DataBrowser::showCount()
{
    const int all = m_model.rowCount(), shown = m_filter.rowCount();
    m_count->setText(shown == all ? tr("%Ln text(s)", nullptr, all)
                                  : tr("%1 of %Ln text(s)", nullptr, all).arg(QLocale().toString(shown)));
    showRun();
}

void DataBrowser::setRunnable(bool runnable)
{
    m_runnable = runnable;
    showRun();
}

void DataBrowser::setReading(std::optional<std::size_t> texts)
{
    m_reading = texts.has_value();
    if (texts) {
        m_runBar->setProgress(0, 0,
                              *texts == 0 ? tr("reading…") : tr("%Ln text(s) read", nullptr, static_cast<int>(*texts)));
        m_runBar->show();
    }
    showRun();
}

void DataBrowser::showRun()
{
    const bool running = m_run.running();
    m_runButton->setEnabled(m_runnable && !running && m_model.rowCount() > 0);
    if (m_wasRunning && !running) {
        m_filter.invalidate(); // sorted and filtered by figures that were not there
    }
    m_wasRunning = running && m_run.total() > 1;
    if (m_reading) {
        return;
    }
    m_runBar->setVisible(m_wasRunning); // a single text is too quick to be shown
    if (running) {
        const QString left = timeLeft(m_run.secondsLeft());
        const QString done = tr("%1 of %Ln text(s)", nullptr, static_cast<int>(m_run.total()))
                                 .arg(QLocale().toString(static_cast<qulonglong>(m_run.done())));
        m_runBar->setProgress(m_run.done(), m_run.total(), left.isEmpty() ? done : tr("%1 · %2").arg(done, left));
    }
}

/// Only then: at another size the widths that the user has set by hand stay.
void DataBrowser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
    }
}

void DataBrowser::fitColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    header->setMinimumSectionSize(character * 6);
    header->setSectionResizeMode(AnnotationModel::Text, QHeaderView::Stretch);
    for (const int column : {AnnotationModel::Gold, AnnotationModel::Predicted}) {
        header->resizeSection(column, character * 15);
    }
    for (const int column : {AnnotationModel::Correct, AnnotationModel::Speedup}) {
        header->resizeSection(column, character * 13);
    }
    fitPrecision();
}

/// Its heading names the model's scores.
void DataBrowser::fitPrecision()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(AnnotationModel::Precision, std::clamp(header->sectionSizeHint(AnnotationModel::Precision),
                                                                 character * 13, character * 32));
}
