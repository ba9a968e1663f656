// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/failure.h"

#include "core/error.h"
#include "widgets/style/coretext.h"

#include <QCoreApplication>

#include <exception>
#include <filesystem>
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
    } catch (const std::filesystem::filesystem_error &error) {
        return QCoreApplication::translate("Failure",
                                           "%1 cannot be used (%2); check that the folder is there and yours.")
            .arg(QString::fromStdString(error.path1().string()), QString::fromStdString(error.code().message()));
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
}
