// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/train/trainform.h"

#include "core/error.h"
#include "core/train/train.h"
#include "widgets/controls/choices.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/named.h"
#include "widgets/controls/pathbox.h"
#include "widgets/train/dataform.h"
#include "widgets/train/knobform.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QToolButton>

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace {

std::string json(const QString &text)
{
    return nlohmann::json(text.toStdString()).dump();
}

} // namespace

TrainForm::TrainForm(const FileDialogs &dialogs)
    : m_dialogs(dialogs),
      m_data(new DataForm(dialogs)),
      m_backbone(new PathBox(tr("Backbone"), tr("Folder of a pre-trained encoder"), "trainBackbone")),
      m_out(new PathBox(tr("Folder of the run"), tr("Folder for results and model"), "trainOut")),
      m_method(choiceBox(tr("Method"), "trainMethod")),
      m_knobs(new KnobForm),
      m_outNote(new Label(Label::Kind::Caption))
{
    QList<Choice> methods;
    for (const adaplens::TrainStepInfo &step : adaplens::trainSteps()) {
        if (step.makesModel) {
            const QString name = QString::fromStdString(step.name);
            methods.append({name, name, QCoreApplication::translate("core", step.summary.c_str())});
        }
    }
    setChoices(m_method, methods);
    m_knobs->setMethod(method());
    makeLayout();
    connect(m_backbone->button(), &QToolButton::clicked, this, [this] {
        if (const QString folder = m_dialogs.openFolder(tr("Folder of a pre-trained encoder")); !folder.isEmpty()) {
            m_backbone->setPath(folder);
        }
    });
    connect(m_out->button(), &QToolButton::clicked, this, [this] {
        if (const QString folder = m_dialogs.openFolder(tr("Folder for results and model")); !folder.isEmpty()) {
            m_out->setPath(folder);
        }
    });
    connect(m_method, &QComboBox::currentIndexChanged, this, [this] {
        m_knobs->setMethod(method());
        Q_EMIT changed();
    });
    connect(m_data, &DataForm::changed, this, &TrainForm::changed);
    connect(m_data, &DataForm::failed, this, &TrainForm::failed);
    connect(m_backbone, &PathBox::chosen, this, &TrainForm::changed);
    connect(m_out, &PathBox::chosen, this, &TrainForm::outChosen);
}

void TrainForm::makeLayout()
{
    m_outNote->setObjectName(QStringLiteral("trainOutNote"));
    m_outNote->setWordWrap(true);
    m_outNote->hide();
    QBoxLayout *column = columnIn(this, 10,
                                  {m_data, named(tr("Backbone"), m_backbone), named(tr("Method"), m_method), m_knobs,
                                   named(tr("Write to"), m_out), m_outNote});
    column->addStretch();
}

adaplens::TrainConfig TrainForm::config() const
{
    const adaplens::DataSource source = m_data->source();
    nlohmann::json data = {{"path", source.path.string()},
                           {"format", adaplens::nameOf(source.format)},
                           {"split", source.split},
                           {"text_column", source.textColumn},
                           {"pair_column", source.pairColumn},
                           {"label_column", source.labelColumn},
                           {"holdout", m_data->holdout()}};
    std::vector<std::string> labels;
    for (const QString &label : m_data->labels()) {
        labels.push_back(label.toStdString());
    }
    std::vector<adaplens::TrainSetting> settings{
        {"", "data", nlohmann::json::array({data}).dump()},
        {"", "labels", nlohmann::json(labels).dump()},
        {"", "backbone", json(QFileInfo(m_backbone->path()).absoluteFilePath())},
        {"", "out", json(out())},
        {"", "name", json(QDir(out()).dirName())},
        {"", "trained_on", json(QFileInfo(m_data->path()).fileName())},
    };
    for (adaplens::TrainSetting &setting : m_knobs->settings()) {
        settings.push_back(std::move(setting));
    }
    return adaplens::parseTrainConfig("{}", tr("The form").toStdString(), {}, settings);
}

QString TrainForm::method() const
{
    return m_method->currentData().toString();
}

void TrainForm::chooseMethod(const QString &method)
{
    choose(m_method, method);
}

QString TrainForm::out() const
{
    const QString path = m_out->path();
    return QDir::isAbsolutePath(path) ? QDir::cleanPath(path) : QString();
}

bool TrainForm::isComplete() const
{
    return m_data->found() && m_data->labels().size() >= 2 && !m_backbone->path().isEmpty() && !out().isEmpty();
}

void TrainForm::setOutNote(const QString &note)
{
    m_outNote->setText(note);
    m_outNote->setVisible(!note.isEmpty());
}

void TrainForm::setOpen(bool open)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_data, m_backbone, m_method, m_knobs, m_out}) {
        part->setEnabled(open);
    }
}

QByteArray TrainForm::save() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_data->path() << m_backbone->path() << method();
    return bytes;
}

void TrainForm::restore(const QByteArray &state)
{
    QString data, backbone, method;
    QDataStream stream(state);
    stream >> data >> backbone >> method;
    if (stream.status() != QDataStream::Ok) {
        return;
    }
    if (QFileInfo::exists(data)) {
        m_data->setPath(data);
    }
    m_backbone->setPath(backbone);
    chooseMethod(method);
}
