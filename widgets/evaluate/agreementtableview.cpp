// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/evaluate/agreementtableview.h"

#include "widgets/evaluate/agreementtablemodel.h"
#include "widgets/style/methods.h"
#include "widgets/style/palette.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

constexpr int padding = 8;

QFont smaller(QFont type)
{
    type.setBold(false);
    if (type.pointSizeF() > 0) {
        type.setPointSizeF(type.pointSizeF() * 0.85);
    }
    return type;
}

/// Paints a number with its half width, and a method with its colour.
class NumberDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette colours(option.palette);
        const bool own = index.data(AgreementTableModel::EmphasisRole).toBool();
        painter->save();
        painter->fillRect(option.rect, own ? colours.aboveSoft() : colours.card());
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(colours.accent(), 1.5));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        QFont type = option.font;
        type.setBold(own);
        const QRect room = option.rect.adjusted(padding, 0, -padding, 0);
        const QString text = index.data().toString();
        if (index.column() == 0) {
            const auto method = static_cast<adaplens::ScoreMethod>(index.data(AgreementTableModel::MethodRole).toInt());
            const int side = option.fontMetrics.height() * 3 / 4;
            const QRect box(room.left(), room.center().y() - side / 2, side, side);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.method(methods::colourOf(method)));
            painter->drawRoundedRect(box, 3, 3);
            painter->setFont(type);
            painter->setPen(colours.ink());
            const QRect rest = room.adjusted(side + 8, 0, 0, 0);
            painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(type).elidedText(text, Qt::ElideMiddle, rest.width()));
        } else {
            const QString half = index.data(AgreementTableModel::HalfWidthRole).toString();
            const QFont small = smaller(option.font);
            const int halfWidth = half.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(half) + 4;
            painter->setFont(small);
            painter->setPen(colours.quiet());
            painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, half);
            painter->setFont(type);
            painter->setPen(colours.ink());
            painter->drawText(room.adjusted(0, 0, -halfWidth, 0), Qt::AlignRight | Qt::AlignVCenter, text);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QFont bold = option.font;
        bold.setBold(true); // rows differ in weight, columns must not in width
        const QFontMetrics metrics(bold);
        int width = metrics.horizontalAdvance(index.data().toString()) + 2 * padding;
        if (index.column() == 0) {
            width += metrics.height() * 3 / 4 + 8;
        } else {
            const QString half = index.data(AgreementTableModel::HalfWidthRole).toString();
            width += half.isEmpty() ? 0 : QFontMetrics(smaller(option.font)).horizontalAdvance(half) + 4;
        }
        return {width, metrics.height() + 8};
    }
};

/// Column names in quiet type, in two lines where they are long.
class QuietHeader : public QHeaderView {
public:
    explicit QuietHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(false);
        setHighlightSections(false);
        setMinimumSectionSize(24);
    }

    [[nodiscard]] QSize sizeHint() const override { return {0, 2 * QFontMetrics(smaller(font())).height() + 8}; }

    /// The least width at which a column's name needs no more than two lines.
    [[nodiscard]] int widthFor(int section) const
    {
        const QString name = model()->headerData(section, Qt::Horizontal).toString();
        const QFontMetrics metrics(smaller(font()));
        int longest = 0;
        for (const QString &word : name.split(QLatin1Char(' '))) {
            longest = std::max(longest, metrics.horizontalAdvance(word));
        }
        return std::max(longest, metrics.horizontalAdvance(name) * 6 / 10) + 2 * padding;
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Palette colours(palette());
        painter->save();
        painter->fillRect(rect, colours.card());
        painter->setPen(colours.line());
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(smaller(font()));
        painter->setPen(colours.quiet());
        const int side = section == 0 ? Qt::AlignLeft : Qt::AlignRight;
        painter->drawText(rect.adjusted(padding, 2, -padding, -4), side | Qt::AlignBottom | Qt::TextWordWrap,
                          model()->headerData(section, Qt::Horizontal).toString());
        painter->restore();
    }

    void paintEvent(QPaintEvent *event) override
    {
        QPainter(viewport()).fillRect(viewport()->rect(), Palette(palette()).card());
        QHeaderView::paintEvent(event);
    }
};

} // namespace

AgreementTableView::AgreementTableView(AgreementTableModel *model, QWidget *parent) : QTableView(parent), m_table(model)
{
    setModel(model);
    setItemDelegate(new NumberDelegate(this));
    setHorizontalHeader(new QuietHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(8);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setAccessibleName(tr("Agreement of each method with the human rationales"));
    const auto refit = [this] {
        fitColumns();
        updateGeometry();
        setFocusPolicy(m_table->rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus); // nothing to see is no place to be
    };
    connect(model, &QAbstractItemModel::modelReset, this, refit);
    connect(model, &QAbstractItemModel::dataChanged, this, refit);
    refit();
}

void AgreementTableView::fitColumns()
{
    const int columns = m_table->columnCount();
    if (columns == 0) {
        return;
    }
    const int line = QFontMetrics(font()).height() + 8;
    verticalHeader()->setDefaultSectionSize(line);
    auto *header = static_cast<QuietHeader *>(horizontalHeader());
    QList<int> widths;
    int taken = 0;
    for (int column = 0; column < columns; ++column) {
        widths.append(std::max(sizeHintForColumn(column), header->widthFor(column)));
        taken += widths.last();
    }
    // Names of runs give way to the numbers, down to what still tells them apart.
    const int character = fontMetrics().averageCharWidth();
    const int names =
        std::min({widths[0], character * 40, std::max(widths[0] + viewport()->width() - taken, character * 22)});
    taken += names - widths[0];
    widths[0] = names;
    const int rest = viewport()->width() - taken;
    for (int column = 0; column < columns; ++column) {
        const int more = rest > 0 ? rest / columns + (column == 0 ? rest % columns : 0) : 0;
        header->resizeSection(column, widths[column] + more);
    }
}

QSize AgreementTableView::sizeHint() const
{
    const int line = QFontMetrics(font()).height() + 8;
    return {fontMetrics().averageCharWidth() * 100,
            horizontalHeader()->sizeHint().height() + std::max(m_table->rowCount(), 3) * line + 2};
}

QSize AgreementTableView::minimumSizeHint() const
{
    const int line = QFontMetrics(font()).height() + 8;
    return {fontMetrics().averageCharWidth() * 30, horizontalHeader()->sizeHint().height() + 3 * line + 2};
}

void AgreementTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void AgreementTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitColumns();
        updateGeometry();
    }
}
