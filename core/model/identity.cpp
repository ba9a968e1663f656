// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/identity.h"

#include "core/model/modelfolder_p.h"

#include <sys/stat.h>
#include <system_error>

namespace adaplens {

namespace fs = std::filesystem;

ModelIdentity identityOf(const fs::path &folder, Precision precision)
{
    std::error_code unknown;
    ModelIdentity identity{fs::weakly_canonical(folder, unknown), precision, {}};
    if (unknown) {
        identity.folder = folder;
    }
    for (const fs::path &place : {folder, folder / twinFolderName}) {
        for (const char *name : {"config.json", "tokenizer_config.json", "vocab.txt", "model.safetensors"}) {
            struct stat file = {};
            identity.version += '|';
            if (::stat((place / name).c_str(), &file) == 0) {
                for (const auto number : {std::int64_t{file.st_size}, std::int64_t{file.st_mtim.tv_sec},
                                          std::int64_t{file.st_mtim.tv_nsec}, static_cast<std::int64_t>(file.st_ino)}) {
                    identity.version += std::to_string(number) + ' ';
                }
            }
        }
    }
    return identity;
}

} // namespace adaplens
