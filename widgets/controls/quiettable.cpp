// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/quiettable.h"

#include "widgets/style/emphasis.h"
#include "widgets/style/palette.h"
#include "widgets/style/relativefont.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

namespace {

constexpr int padding = 8;

QRect textRoom(const QRect &cell)
{
    return cell.adjusted(padding, 0, -padding, 0);
}

class QuietHeader final : public QHeaderView {
public:
    explicit QuietHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
        setHighlightSections(false);
        setSortIndicatorShown(false); // painted here
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        viewport()->setAutoFillBackground(false);
        setAttribute(Qt::WA_Hover);
        (new RelativeFont(this))->set(0.9, false);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        QPainter painter(viewport());
        painter.fillRect(QRect(0, height() - 1, width(), 1), Palette(palette()).line());
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Palette colours(palette());
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        const auto alignment =
            Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
        const bool sorted = sectionsClickable() && sortIndicatorSection() == section;
        QRect room = textRoom(rect);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(sorted ? colours.ink() : colours.quiet());
        const double size = fontMetrics().height() * 0.2;
        if (sorted) {
            room.adjust(0, 0, -qRound(size * 4), 0);
        }
        const QString shown = fontMetrics().elidedText(title, Qt::ElideRight, room.width());
        painter->drawText(room, static_cast<int>(alignment), shown);
        if (sorted) {
            const double end = alignment.testFlag(Qt::AlignRight)
                                   ? room.right()
                                   : room.left() + fontMetrics().horizontalAdvance(shown);
            const QPointF centre(end + size * 2.4, rect.center().y() + 0.5);
            const double up = sortIndicatorOrder() == Qt::AscendingOrder ? -1 : 1;
            QPainterPath arrow(centre + QPointF(-size, -up * size / 2));
            arrow.lineTo(centre + QPointF(0, up * size / 2));
            arrow.lineTo(centre + QPointF(size, -up * size / 2));
            painter->setPen(QPen(colours.accent(), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->drawPath(arrow);
        }
        painter->restore();
    }

    QSize sectionSizeFromContents(int section) const override
    {
        const QString title = model()->headerData(section, Qt::Horizontal).toString();
        const int line = fontMetrics().height();
        const int arrow = sectionsClickable() ? line : 0;
        return {fontMetrics().horizontalAdvance(title) + 2 * padding + 2 + arrow, line + 10};
    }
};

class QuietDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette colours(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        if (selected) {
            painter->fillRect(option.rect, colours.accentSoft());
            if (option.state.testFlag(QStyle::State_Active) && option.widget && option.widget->hasFocus()) {
                painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                                  colours.accent());
                painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1),
                                  colours.accent());
            }
        } else if (hovered) {
            painter->fillRect(option.rect, Palette::mix(colours.card(), colours.ink(), 0.04));
        }
        painter->save();
        QRect room = textRoom(option.rect);
        const auto swatch = index.data(Qt::DecorationRole);
        if (swatch.userType() == QMetaType::QColor) {
            const double size = swatchSize(option);
            const QRectF box(room.left(), option.rect.center().y() - size / 2 + 0.5, size, size);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setOpacity(option.state.testFlag(QStyle::State_Enabled) ? 1 : 0.4);
            painter->setBrush(swatch.value<QColor>());
            painter->drawRoundedRect(box, 3, 3);
            painter->setOpacity(1);
            room.adjust(swatchRoom(option), 0, 0, 0);
        }
        const int kind = index.data(emphasis::Role).toInt();
        QFont font = option.font;
        font.setBold(kind == emphasis::Bold);
        painter->setFont(font);
        const bool enabled = option.state.testFlag(QStyle::State_Enabled);
        painter->setPen(!enabled                    ? colours.faint()
                        : kind == emphasis::Warning ? colours.warning()
                        : kind == emphasis::Good    ? colours.reached()
                        : kind == emphasis::Quiet   ? colours.quiet()
                                                    : colours.ink());
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(room, static_cast<int>(alignment),
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int swatch = index.data(Qt::DecorationRole).isValid() ? swatchRoom(option) : 0;
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + swatch + 2 * padding,
                option.fontMetrics.height() + 8};
    }

private:
    static double swatchSize(const QStyleOptionViewItem &option) { return option.fontMetrics.height() * 0.7; }
    static int swatchRoom(const QStyleOptionViewItem &option) { return qRound(swatchSize(option)) + 6; }
};

} // namespace

QuietTable::QuietTable(QWidget *parent) : QTableView(parent)
{
    setHorizontalHeader(new QuietHeader(this));
    setItemDelegate(new QuietDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    connect(this, &QTableView::doubleClicked, this, &QuietTable::opened);
}

void QuietTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void QuietTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

void QuietTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}
