// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/annotate/annotationmodel.h"

#include <QWidget>

class QToolButton;
class Label;
class QLineEdit;
class QTableView;
class RunBar;

/// A data set to leaf through: a table that can be filtered and sorted, and the run that fills its figures in. Rows are
/// those of the annotation set, whatever the order on the screen.
class DataBrowser : public QWidget {
    Q_OBJECT

public:
    /// `model` and `run` must outlive it.
    DataBrowser(AnnotationModel &model, EvaluationRun &run, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }

    /// The chosen row, or -1.
    [[nodiscard]] int currentRow() const;
    /// Chooses a row, if the filters let it through.
    void setCurrentRow(int row);
    /// Goes to the next or previous row on the screen.
    void step(int by);
    /// Takes the keyboard to the box that filters.
    void startFilter();
    /// Whether there is a model to run.
    void setRunnable(bool runnable);
    /// A set is being read: so many texts so far; empty = none is.
    void setReading(std::optional<std::size_t> texts);

Q_SIGNALS:
    void currentRowChanged(int row);
    /// Enter or double click.
    void rowOpened(int row);
    void runRequested();
    void readingCancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refilter();
    void showCount();
    void showRun();
    void fitColumns();
    void fitPrecision();

    AnnotationModel &m_model;
    EvaluationRun &m_run;
    AnnotationFilter m_filter;
    QLineEdit *m_filterBox;
    QToolButton *m_wrongOnly, *m_annotatedOnly, *m_runButton;
    Label *m_count;
    QTableView *m_table;
    RunBar *m_runBar;
    bool m_reading = false, m_runnable = false, m_wasRunning = false;
};
