// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hdf5.h>

#include <filesystem>
#include <utility>

namespace adaplens::hdf5 {

/// An identifier that HDF5 gave, closed at the end.
class Handle {
public:
    using Close = herr_t (*)(hid_t);
    Handle(hid_t id, Close close) : m_id(id), m_close(close) {}
    ~Handle()
    {
        if (m_id >= 0) {
            m_close(m_id);
        }
    }
    Handle(Handle &&other) noexcept : m_id(other.release()), m_close(other.m_close) {}
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    [[nodiscard]] bool valid() const { return m_id >= 0; }
    [[nodiscard]] hid_t get() const { return m_id; }
    [[nodiscard]] hid_t release() { return std::exchange(m_id, -1); }

private:
    hid_t m_id;
    Close m_close;
};

/// Before the first call of HDF5. It loads no plug-ins, which a file could name, and does not clean up at the end of
/// the program: it cannot after damaged files, and says so on standard error.
void startLibrary();

/// While it lives, HDF5 prints nothing about what fails.
class SilentErrors {
public:
    SilentErrors();
    ~SilentErrors();
    SilentErrors(const SilentErrors &) = delete;
    SilentErrors &operator=(const SilentErrors &) = delete;

private:
    H5E_auto2_t m_print = nullptr;
    void *m_data = nullptr;
};

/// Throws Error with what HDF5 noted about the call that has just failed.
[[noreturn]] void failDamaged(const std::filesystem::path &file);

/// Throws Error where the first bytes of a file are not those of a file that Keras has written: superblock of version 0
/// without a driver, in one file, not cut short. Returns the size of the file.
[[nodiscard]] std::uint64_t checkSuperblock(const std::filesystem::path &file);

} // namespace adaplens::hdf5
