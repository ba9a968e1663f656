// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspect/inputview.h"

#include "widgets/style/format.h"
#include "widgets/controls/label.h"
#include "widgets/controls/layouts.h"
#include "widgets/controls/textinput.h"

#include <QFrame>

#include <algorithm>

namespace {

constexpr double worrying = 0.2; // share of unknown pieces from which a prediction means little

int unknownPieces(const adaplens::Trace &trace)
{
    const auto &pieces = trace.encoding.pieces;
    return static_cast<int>(
        std::count_if(pieces.begin(), pieces.end(), [](const auto &piece) { return piece.unknown; }));
}

bool mostlyUnknown(const adaplens::Trace &trace)
{
    const auto &pieces = trace.encoding.pieces;
    const auto content = std::count_if(pieces.begin(), pieces.end(), [](const auto &piece) { return !piece.special; });
    return unknownPieces(trace) > worrying * static_cast<double>(content);
}

/// "18 pieces, none unknown, none cut off".
QString describeEncoding(const adaplens::Trace &trace)
{
    const int unknown = unknownPieces(trace);
    QStringList parts{InputView::tr("%n piece(s)", nullptr, static_cast<int>(trace.encoding.pieces.size()))};
    parts << (unknown == 0 ? InputView::tr("none unknown") : InputView::tr("%n unknown", nullptr, unknown));
    if (trace.windows > 1) {
        parts << InputView::tr("part %1 of %2 of a long text").arg(trace.window + 1).arg(trace.windows);
    } else if (trace.encoding.cutPieces > 0) {
        parts << InputView::tr("%n cut off", nullptr, static_cast<int>(trace.encoding.cutPieces));
    } else {
        parts << InputView::tr("none cut off");
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

InputView::InputView(TraceSource &source, QWidget *parent)
    : QWidget(parent),
      m_source(source),
      m_text(new TextInput(tr("Type or paste a text…"))),
      m_pair(new TextInput(tr("Second text, which the model reads together with the first…"))),
      m_line(new QFrame),
      m_status(new Label(Label::Kind::Caption)),
      m_warning(new Label(Label::Kind::Warning))
{
    m_text->setObjectName(QStringLiteral("textInput"));
    m_pair->setObjectName(QStringLiteral("pairInput"));
    m_text->setAccessibleName(tr("Text"));
    m_pair->setAccessibleName(tr("Second text"));
    m_line->setFrameShape(QFrame::HLine);
    m_status->setElided(true);
    columnIn(this, 2, {{m_text, 1}, m_line, {m_pair, 1}, m_status, m_warning});
    m_warning->setText(
        tr("More than a fifth of this text is unknown to the model ([UNK]), so its prediction means little; is "
           "it in the model's language?"));
    m_warning->setWordWrap(true);
    setFocusProxy(m_text);
    setPairMode(false);
    for (TextInput *box : {m_text, m_pair}) {
        connect(box, &QPlainTextEdit::textChanged, this, &InputView::edited);
        connect(box, &TextInput::clipped, this, &InputView::clipped);
    }
    connect(&source, &TraceSource::analysed, this, &InputView::showStatus);
    connect(&source, &TraceSource::timed, this, &InputView::showStatus);
    connect(&source, &TraceSource::outdatedChanged, this, &InputView::showStatus);
    showStatus();
}

QString InputView::text() const
{
    return m_text->toPlainText();
}

std::optional<QString> InputView::pair() const
{
    return m_pair->isHidden() ? std::nullopt : std::optional(m_pair->toPlainText());
}

bool InputView::hasSecondText() const
{
    return !m_pair->toPlainText().trimmed().isEmpty();
}

void InputView::setTexts(const QString &text, const std::optional<QString> &pair)
{
    {
        const QSignalBlocker one(m_text);
        const QSignalBlocker two(m_pair);
        m_text->replaceText(text);
        m_pair->replaceText(pair.value_or(QString()));
    }
    Q_EMIT edited();
}

void InputView::setPairMode(bool pairs)
{
    m_line->setVisible(pairs);
    m_pair->setVisible(pairs);
}

void InputView::showStatus()
{
    const auto &trace = m_source.trace();
    const bool busy = m_source.outdated();
    m_warning->setVisible(trace && mostlyUnknown(*trace));
    if (!trace) {
        m_status->setText(busy ? tr("working…") : tr("nothing to analyse yet"));
        return;
    }
    QString report = describeEncoding(*trace);
    if (trace->cost.runs > 0) {
        const double ms = trace->drops ? trace->cost.msReduced : trace->cost.msPlain;
        report += tr(" · %1 ms").arg(format::number(ms, 1));
    }
    m_status->setText((busy ? tr("working · %1") : tr("live · %1")).arg(report));
}

QString InputView::warning() const
{
    return m_warning->isHidden() ? QString() : m_warning->text();
}

QString InputView::status() const
{
    return m_status->text();
}
