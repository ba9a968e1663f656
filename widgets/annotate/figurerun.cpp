// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/annotate/figurerun.h"

#include "widgets/session/failure.h"

#include <algorithm>
#include <utility>

namespace {

/// Texts after which the pace is taken as known.
constexpr std::size_t paceAfter = 3;

} // namespace

/// Touched by the background thread only.
struct FigureRun::Holder {
    std::filesystem::path folder;
    adaplens::Precision precision = adaplens::Precision::Float32;
    std::unique_ptr<FigureSource> source;
};

FigureRun::FigureRun(FigureSourceLoader loader, QObject *parent)
    : QObject(parent), m_loader(std::move(loader)), m_holder(std::make_shared<Holder>())
{
}

void FigureRun::setModel(const std::filesystem::path &folder, adaplens::Precision precision)
{
    m_folder = folder;
    m_precision = precision;
    clear();
}

void FigureRun::clear()
{
    m_figures.clear();
    cancel();
    Q_EMIT cleared();
}

void FigureRun::cancel()
{
    ++m_number;
    m_background.cancel();
    m_waiting.clear();
    if (m_running) {
        finish();
    }
}

void FigureRun::request(const std::vector<AnnotatedText> &texts)
{
    if (m_folder.empty() || texts.empty()) {
        return;
    }
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (std::size_t i = m_running ? 1 : 0; i < m_waiting.size(); ++i) { // the first is under way as it was
        places[m_waiting[i].key] = i;
    }
    for (const AnnotatedText &text : texts) {
        if (const auto at = places.find(text.key); at != places.end()) {
            m_waiting[at->second] = text;
        } else {
            m_waiting.push_back(text);
        }
    }
    if (!m_running) {
        m_running = true;
        m_done = 0;
        m_clock.start();
        next();
    }
    Q_EMIT progressed();
}

void FigureRun::next()
{
    if (m_waiting.empty()) {
        finish();
        return;
    }
    // One job a text, so that what is asked for meanwhile is known; a round trip takes microseconds.
    m_background.start([this, loader = m_loader, holder = m_holder, folder = m_folder, precision = m_precision,
                        number = m_number,
                        text = m_waiting.front()](std::stop_token stop, const Background::Post &post) {
        try {
            if (!holder->source || holder->folder != folder || holder->precision != precision) {
                holder->source.reset();
                holder->source = loader(folder, precision);
                holder->folder = folder;
                holder->precision = precision;
            }
        } catch (...) {
            post([this, number, message = describeException()] {
                if (number == m_number) {
                    cancel();
                    Q_EMIT failed(message);
                }
            });
            return;
        }
        std::optional<RowFigures> figures;
        try {
            figures = holder->source->figuresOf(*text.example, stop);
        } catch (...) {
            figures.emplace().failure = describeException().toStdString();
        }
        post([this, number, key = text.key, figures = std::move(figures)] { take(number, key, figures); });
    });
}

void FigureRun::take(std::uint64_t number, std::uint64_t key, std::optional<RowFigures> figures)
{
    if (number != m_number || !figures) {
        return; // of a run that was cancelled
    }
    m_figures[key] = std::move(*figures);
    m_waiting.pop_front();
    ++m_done;
    Q_EMIT figured(key);
    next();
    Q_EMIT progressed();
}

void FigureRun::finish()
{
    m_running = false;
    m_done = 0;
    Q_EMIT progressed();
}

std::optional<double> FigureRun::secondsLeft() const
{
    if (!m_running || m_done < paceAfter) {
        return std::nullopt;
    }
    const double pace = static_cast<double>(m_clock.elapsed()) / 1000.0 / static_cast<double>(m_done);
    return pace * static_cast<double>(m_waiting.size());
}

const RowFigures *FigureRun::figures(std::uint64_t key) const
{
    const auto at = m_figures.find(key);
    return at == m_figures.end() ? nullptr : &at->second;
}

bool FigureRun::covers(const std::vector<AnnotatedText> &texts) const
{
    return std::all_of(texts.begin(), texts.end(), [this](const auto &text) { return m_figures.contains(text.key); });
}
