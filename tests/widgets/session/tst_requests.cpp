// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/requests.h"

#include <QTest>

#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

/// Only the latest request counts, whatever the earlier ones have already computed.
class TestRequests : public QObject {
    Q_OBJECT

private:
    std::vector<std::string> m_heard;

    void hear(const std::string &what) { m_heard.push_back(what); }
    [[nodiscard]] bool heard(const std::vector<std::string> &wanted) const { return m_heard == wanted; }

private Q_SLOTS:
    void init() { m_heard.clear(); }

    void aResultArrivesAfterWhatWasPosted()
    {
        Background background;
        Requests requests(background);
        QVERIFY(!requests.running());
        requests.start(
            [this](const std::stop_token &, const Requests::Post &post) {
                post([this] { hear("half"); });
                return std::string("whole");
            },
            [&](const std::string &result) { hear(requests.running() ? "still running" : result); },
            [this](const QString &) { hear("failure"); });
        QVERIFY(requests.running());
        QTRY_VERIFY(heard({"half", "whole"}));
        QVERIFY(!requests.running());
    }

    void whatIsThrownArrivesAsText()
    {
        Background background;
        Requests requests(background);
        requests.start([](const std::stop_token &, const Requests::Post &) { throw std::runtime_error("no room"); },
                       [this] { hear("done"); }, [this](const QString &message) { hear(message.toStdString()); });
        QTRY_VERIFY(heard({"no room"}));
        QVERIFY(!requests.running());
    }

    /// The earlier one has computed and posted everything; only the window has not heard of it yet.
    void nothingOfAnEarlierRequestArrives_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::addColumn<bool>("another");
        QTest::newRow("result, then another request") << false << true;
        QTest::newRow("failure, then another request") << true << true;
        QTest::newRow("result, then dropped") << false << false;
        QTest::newRow("failure, then dropped") << true << false;
    }
    void nothingOfAnEarlierRequestArrives()
    {
        QFETCH(const bool, fails);
        QFETCH(const bool, another);
        Background background;
        Requests requests(background), after(background);
        const auto failed = [this](const QString &) { hear("old failure"); };
        requests.start(
            [&](const std::stop_token &, const Requests::Post &post) {
                post([this] { hear("old half"); });
                if (fails) {
                    throw std::runtime_error("old");
                }
            },
            [this] { hear("old"); }, failed);
        std::binary_semaphore computed(0);
        Requests marker(background);
        marker.start([&](const std::stop_token &, const Requests::Post &) { computed.release(); }, [] {}, failed);
        computed.acquire(); // no event loop has run
        if (another) {
            requests.start([](const std::stop_token &, const Requests::Post &) {}, [this] { hear("new"); }, failed);
        } else {
            requests.drop();
        }
        after.start([](const std::stop_token &, const Requests::Post &) {}, [this] { hear("end"); }, failed);
        QTRY_VERIFY(!m_heard.empty() && m_heard.back() == "end"); // what comes before it has come
        QVERIFY(another ? heard({"new", "end"}) : heard({"end"}));
    }

    void aRequestThatWaitsIsNotEvenBegun()
    {
        Background background;
        Requests first(background), second(background);
        std::binary_semaphore go(0);
        std::atomic<int> begun = 0;
        const auto ignored = [](const QString &) {};
        first.start([&](const std::stop_token &, const Requests::Post &) { go.acquire(); }, [] {}, ignored);
        second.start([&](const std::stop_token &, const Requests::Post &) { begun += 1; }, [] {}, ignored);
        second.start([&](const std::stop_token &, const Requests::Post &) { begun += 10; }, [this] { hear("end"); },
                     ignored);
        go.release();
        QTRY_VERIFY(heard({"end"}));
        QCOMPARE(begun.load(), 10);
    }

    void stoppedWorkStillArrives()
    {
        Background background;
        Requests requests(background);
        std::binary_semaphore begun(0);
        requests.start(
            [&](const std::stop_token &stop, const Requests::Post &) {
                begun.release();
                while (!stop.stop_requested()) {
                    std::this_thread::yield();
                }
                return std::string("as far as it got");
            },
            [this](const std::string &result) { hear(result); }, [](const QString &) {});
        begun.acquire();
        requests.stop();
        QVERIFY(requests.stopping());
        QTRY_VERIFY(heard({"as far as it got"}));
        QVERIFY(!requests.stopping());
    }

    void takingAResultMayAskForTheNext()
    {
        Background background;
        Requests requests(background);
        const std::function<void(int)> ask = [&](int left) {
            requests.start([left](const std::stop_token &, const Requests::Post &) { return left; },
                           [&](int now) {
                               hear(std::to_string(now));
                               if (now > 0) {
                                   ask(now - 1);
                               }
                           },
                           [](const QString &) {});
        };
        ask(2);
        QTRY_VERIFY(heard({"2", "1", "0"}));
        QVERIFY(!requests.running());
    }

    void nothingArrivesAtWhatIsGone()
    {
        Background background;
        const auto ignored = [](const QString &) {};
        auto requests = std::make_unique<Requests>(background);
        std::binary_semaphore computed(0);
        requests->start([&](const std::stop_token &, const Requests::Post &) { computed.release(); },
                        [this] { hear("ghost"); }, ignored);
        computed.acquire();
        requests.reset();
        Requests after(background);
        after.start([](const std::stop_token &, const Requests::Post &) {}, [this] { hear("end"); }, ignored);
        QTRY_VERIFY(heard({"end"}));
    }
};

QTEST_MAIN(TestRequests)
#include "tst_requests.moc"
