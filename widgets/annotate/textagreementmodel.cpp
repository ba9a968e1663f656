// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/textagreementmodel.h"

#include "widgets/style/emphasis.h"
#include "widgets/style/format.h"
#include "widgets/style/methods.h"

#include <QGuiApplication>

#include <array>
#include <utility>

namespace {

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace

void TextAgreementModel::set(TextAgreements agreements)
{
    const bool same = agreements.methods.size() == m_agreements.methods.size();
    if (!same) {
        beginResetModel();
    }
    m_agreements = std::move(agreements);
    if (!same) {
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int TextAgreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_agreements.methods.size());
}

int TextAgreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<double> TextAgreementModel::figure(const TextAgreement &method, Column column)
{
    switch (column) {
    case Precision:
        return method.ap;
    case PrecisionAtSize:
        return method.precisionAtSize;
    case RecallAtSize:
        return method.recallAtSize;
    case FalsePositives:
        return method.falsePositiveRate;
    case Selected:
        return method.selected;
    case Name:
    case ColumnCount:
        break;
    }
    return std::nullopt;
}

bool TextAgreementModel::isBest(int row, Column column) const
{
    // A low false positive rate is only as good as what is selected, so no best is shown there.
    if (column != Precision && column != PrecisionAtSize && column != RecallAtSize) {
        return false;
    }
    const auto own = figure(m_agreements.methods.at(static_cast<std::size_t>(row)), column);
    for (const TextAgreement &method : m_agreements.methods) {
        if (!own || figure(method, column).value_or(-1) > *own) {
            return false;
        }
    }
    return true;
}

QVariant TextAgreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TextAgreement &method = m_agreements.methods.at(static_cast<std::size_t>(index.row()));
    const auto column = static_cast<Column>(index.column());
    const auto value = figure(method, column);
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? methods::name(method.method) : value ? format::number(*value, 2) : QStringLiteral("–");
    case Qt::DecorationRole:
        return column == Name ? QVariant(methods::colour(method.method, Palette(QGuiApplication::palette())))
                              : QVariant();
    case Qt::ToolTipRole:
        return column == Name ? paragraph(methods::explanation(method.method))
               : value        ? paragraph(format::number(*value, 4))
                              : QString();
    case Qt::TextAlignmentRole:
        return column == Name ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                              : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case emphasis::Role:
        return column != Name && isBest(index.row(), column) ? emphasis::Bold : emphasis::Plain;
    default:
        return {};
    }
}

QVariant TextAgreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    const auto place = static_cast<std::size_t>(section);
    if (role == Qt::DisplayRole) {
        const std::array titles{tr("method"), tr("AP"), tr("precision@k"), tr("recall@k"), tr("FPR"), tr("selected")};
        return titles.at(place);
    }
    if (role == Qt::ToolTipRole) {
        const std::array tips{
            tr("what gives each word its score"),
            tr("average precision of the ranking by score: 1 = every marked piece is above all others"),
            tr("share of marked ones among the k best pieces, k = as many as CP selects"),
            tr("share of the marked pieces that are among the k best, k = as many as CP selects"),
            tr("false positive rate: share of the unmarked pieces that score at least 1/n"),
            tr("share of all pieces that score at least 1/n; an FPR is low where little is selected")};
        return paragraph(tips.at(place));
    }
    if (role == Qt::TextAlignmentRole) {
        return section == Name ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                               : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}
