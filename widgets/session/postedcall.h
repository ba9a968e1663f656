// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QObject;

/// A call that any thread can have Qt make on an object's own thread, later. Data go elsewhere, under a mutex.
class PostedCall {
public:
    /// `member`: an invokable of `receiver` without arguments. Both must outlive this.
    PostedCall(QObject *receiver, const char *member) : m_receiver(receiver), m_member(member) {}
    /// In a file of its own and reading members: the thread sanitizer must see it, neither inlined nor free of memory
    /// accesses, to know the call by its name (packaging/sanitizers/tsan.supp).
    void post() const;

private:
    QObject *m_receiver;
    const char *m_member;
};
