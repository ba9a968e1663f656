// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

/// A call that any thread can have Qt make on an object's own thread, later. Data go elsewhere, under a mutex.
class PostedCall {
public:
    /// `member`: an invokable of `receiver` without arguments. Both must outlive this.
    PostedCall(QObject *receiver, const char *member) : m_receiver(receiver), m_member(member) {}
    /// The thread sanitizer is told of Qt's queue by this name (packaging/sanitizers/tsan.supp). It only sees functions
    /// that call one of ours, hence send().
    void post() const;

private:
    void send() const;

    QObject *m_receiver;
    const char *m_member;
};
