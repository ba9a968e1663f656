// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/background.h"

#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

/// Work of one kind on a background thread, of which only the latest request counts: asking again stops the one before,
/// and nothing of it arrives any more. All functions are for the thread that made the Background.
class Requests {
public:
    using Task = Background::Task;
    using Post = Background::Post;
    using Fail = std::function<void(const QString &)>;

    /// `background` must outlive this; several kinds of work may take turns on it, in the order they are asked for.
    explicit Requests(Background &background) : m_background(background) {}
    ~Requests() { drop(); }
    Requests(const Requests &) = delete;
    Requests &operator=(const Requests &) = delete;

    /// Drops what was asked for before, then runs `work(stop, post)` on the background thread. What it posts and, last,
    /// `take(result)` run here, or `fail(message)` with what it threw, unless another request or drop() came first.
    /// In `take` and `fail` the request is no longer running(), so that they may ask for the next.
    template <typename Work, typename Take>
    void start(Work work, Take take, Fail fail)
    {
        using Result = std::invoke_result_t<Work &, const std::stop_token &, const Post &>;
        begin(
            [work = std::move(work), take = std::move(take)](const std::stop_token &stop,
                                                             const Post &post) mutable -> Task {
                if constexpr (std::is_void_v<Result>) {
                    work(stop, post);
                    return take;
                } else {
                    auto result = std::make_shared<Result>(work(stop, post));
                    return [take, result] { take(std::move(*result)); };
                }
            },
            std::move(fail));
    }
    /// Asks the latest to end early. All that it has to say still arrives.
    void stop();
    /// Stops the latest, and nothing of it arrives any more.
    void drop();

    [[nodiscard]] bool running() const; ///< the latest has not arrived
    [[nodiscard]] bool stopping() const;

private:
    struct Ticket;
    using Job = std::function<Task(const std::stop_token &, const Post &)>;
    void begin(Job job, Fail fail);

    Background &m_background;
    std::shared_ptr<Ticket> m_latest;
};
