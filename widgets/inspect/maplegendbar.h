// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class TokenMapView;

/// The legend that two token maps share: that of the first one, or of the second if only that drops anything.
class MapLegendBar : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive this.
    MapLegendBar(const TokenMapView &first, const TokenMapView &second, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
    [[nodiscard]] const TokenMapView &map() const;

    const TokenMapView &m_first, &m_second;
};
