// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/failure.h"

#include "core/error.h"
#include "widgets/style/coretext.h"

#include <QCoreApplication>

#include <exception>
#include <new>

QString describeException()
{
    try {
        throw;
    } catch (const adaplens::Error &error) {
        return translated(error.message());
    } catch (const std::bad_alloc &) {
        return QCoreApplication::translate("Failure",
                                           "The machine has not enough free memory for this; close other programs, "
                                           "or take a shorter text or a smaller set.");
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
}
