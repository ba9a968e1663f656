// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/dataform.h"

#include "core/train/config.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/named.h"
#include "widgets/controls/pathbox.h"
#include "widgets/style/coretext.h"
#include "widgets/train/labellist.h"
#include "widgets/train/traintext.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <initializer_list>

using adaplens::DataFormat;

DataForm::DataForm(const FileDialogs &dialogs)
    : m_dialogs(dialogs),
      m_path(new PathBox(tr("Training data"), tr("File, or folder of an ERASER set"), "trainData")),
      m_format(choiceBox(tr("Form of the data"), "trainFormat")),
      m_text(choiceBox(tr("Column of the texts"), "trainTextColumn")),
      m_pair(choiceBox(tr("Column of the second texts"), "trainPairColumn")),
      m_label(choiceBox(tr("Column of the labels"), "trainLabelColumn")),
      m_labels(new QLineEdit),
      m_holdout(new QDoubleSpinBox),
      m_summary(new Label(Label::Kind::Caption))
{
    makeLayout();
    fillColumns();
    connect(m_path, &PathBox::chosen, this, [this] {
        const QSignalBlocker quiet(m_format);
        m_format->setCurrentIndex(0); // what was chosen held for other data
        m_found.reset();
        fillColumns();
    });
    connect(m_path, &PathBox::chosen, this, &DataForm::describe);
    for (QComboBox *box : {m_format, m_text, m_pair, m_label}) {
        connect(box, &QComboBox::currentIndexChanged, this, &DataForm::describe);
    }
    connect(m_labels, &QLineEdit::textChanged, this, &DataForm::changed);
    connect(m_holdout, &QDoubleSpinBox::valueChanged, this, &DataForm::changed);
}

void DataForm::makeLayout()
{
    auto *menu = new QMenu(this);
    menu->addAction(tr("&File…"), this, [this] { chooseData(false); })->setObjectName(QStringLiteral("trainDataFile"));
    menu->addAction(tr("F&older…"), this, [this] { chooseData(true); })
        ->setObjectName(QStringLiteral("trainDataFolder"));
    m_path->button()->setMenu(menu);

    QList<Choice> formats{{tr("as found"), QString(), tr("Told by the name and the first lines")}};
    for (const DataFormat format : adaplens::allDataFormats) {
        if (format != DataFormat::Guess) {
            formats.append({translated(adaplens::titleOf(format)), QString::fromLatin1(adaplens::nameOf(format)), {}});
        }
    }
    setChoices(m_format, formats);
    m_labels->setObjectName(QStringLiteral("trainLabels"));
    m_labels->setPlaceholderText(tr("negative, positive"));
    m_labels->setToolTip(tr("Names of the classes in the order of their indices, separated by commas. Where the data "
                            "writes numbers, the first name is that of 0."));
    m_labels->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_holdout->setObjectName(QStringLiteral("trainHoldout"));
    m_holdout->setRange(0.1, 90);
    m_holdout->setDecimals(1);
    m_holdout->setValue(100 * adaplens::TrainSource().holdout);
    m_holdout->setSuffix(QStringLiteral("\u202F%"));
    m_holdout->setKeyboardTracking(false);
    m_holdout->setToolTip(tr("Share of the texts that is not trained on: epochs are scored on it, and chosen"));
    m_summary->setObjectName(QStringLiteral("trainDataFound"));
    m_summary->setWordWrap(true);
    m_summary->hide();

    auto *form = new QWidget;
    auto *first = new FlowLayout(8, form);
    first->addWidget(named(tr("Form"), m_format));
    first->addWidget(named(tr("Held out"), m_holdout));
    m_columns = new QWidget;
    auto *columns = new FlowLayout(8, m_columns);
    columns->addWidget(named(tr("Text"), m_text));
    columns->addWidget(named(tr("Second text"), m_pair));
    columns->addWidget(named(tr("Label"), m_label));
    columnIn(this, 6, {named(tr("Data"), m_path), m_summary, form, m_columns, named(tr("Classes"), m_labels)});
}

QString DataForm::path() const
{
    return m_path->path();
}

void DataForm::setPath(const QString &path)
{
    m_path->setPath(path);
}

adaplens::DataSource DataForm::source() const
{
    adaplens::DataSource source;
    source.path = QFileInfo(path()).filesystemAbsoluteFilePath();
    if (const QString format = m_format->currentData().toString(); !format.isEmpty()) {
        source.format = adaplens::dataFormatNamed(format.toStdString());
    }
    source.split = "train"; // a reader's own default is for evaluation
    source.textColumn = m_text->currentData().toString().toStdString();
    source.pairColumn = m_pair->currentData().toString().toStdString();
    source.labelColumn = m_label->currentData().toString().toStdString();
    return source;
}

QStringList DataForm::labels() const
{
    return splitLabels(m_labels->text());
}

double DataForm::holdout() const
{
    return m_holdout->value() / 100;
}

void DataForm::chooseData(bool folder)
{
    const QString path = folder ? m_dialogs.openFolder(tr("Folder of a data set"))
                                : m_dialogs.openFile(tr("Training data"),
                                                     tr("Labelled texts (*.tsv *.csv *.jsonl *.json);;All files (*)"));
    if (!path.isEmpty()) {
        setPath(path);
    }
}

void DataForm::describe()
{
    m_found.reset();
    if (path().isEmpty()) {
        m_reading.drop();
        say({});
        fillColumns();
        Q_EMIT changed();
        return;
    }
    say(tr("reading…"));
    m_reading.start([source = source()](const std::stop_token &stop,
                                        const Requests::Post &) { return adaplens::describeData(source, stop); },
                    [this](const std::optional<adaplens::DataDescription> &description) {
                        if (description) {
                            take(*description);
                        }
                    },
                    [this](const QString &message) {
                        say(tr("cannot be read"), true);
                        Q_EMIT changed();
                        Q_EMIT failed(message);
                    });
    Q_EMIT changed();
}

void DataForm::say(const QString &text, bool warning)
{
    m_summary->setKind(warning ? Label::Kind::Warning : Label::Kind::Caption);
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty());
}

void DataForm::take(const adaplens::DataDescription &description)
{
    m_found = description;
    say(traintext::summary(description));
    fillColumns();
    QStringList labels;
    for (const auto &[label, count] : description.labels) {
        labels << QString::fromStdString(label);
    }
    const QString suggested = joinedLabels(labels);
    if (suggested != m_suggested || m_labels->text().isEmpty()) { // else the user's own names stay
        m_suggested = suggested;
        m_labels->setText(suggested);
    }
    Q_EMIT changed();
}

void DataForm::fillColumns()
{
    const adaplens::DataColumns columns = m_found ? m_found->columns : adaplens::DataColumns();
    const auto fill = [&](QComboBox *box, const std::string &used, const QString &none) {
        const QSignalBlocker quiet(box);
        const QString found = QString::fromStdString(used);
        // What was chosen is what is found then, so its name says nothing of what would be found without.
        const bool chosen = !box->currentData().toString().isEmpty();
        QList<Choice> choices{
            {chosen ? tr("as found") : (used.empty() ? none : tr("%1 (found)").arg(found)), QString(), {}}};
        for (const std::string &name : columns.names) {
            choices.append({QString::fromStdString(name), QString::fromStdString(name), {}});
        }
        setChoices(box, choices);
        box->setEnabled(columns.names.size() > 1);
    };
    fill(m_text, columns.text, tr("as found"));
    fill(m_pair, columns.pair, tr("none"));
    fill(m_label, columns.label, tr("as found"));
    m_columns->setVisible(!m_found || !columns.names.empty());
}
