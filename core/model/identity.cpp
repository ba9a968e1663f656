// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/identity.h"

#include "core/model/config.h"
#include "core/model/modelfolder_p.h"

#include <sys/stat.h>
#include <system_error>

namespace adaplens {

namespace fs = std::filesystem;

namespace {

void addVersion(const fs::path &path, std::string &version)
{
    struct stat file = {};
    version += '|';
    if (::stat(path.c_str(), &file) == 0) {
        for (const auto number : {std::int64_t{file.st_size}, std::int64_t{file.st_mtim.tv_sec},
                                  std::int64_t{file.st_mtim.tv_nsec}, static_cast<std::int64_t>(file.st_ino)}) {
            version += std::to_string(number) + ' ';
        }
    }
}

} // namespace

ModelIdentity identityOf(const fs::path &folder, Precision precision)
{
    std::error_code unknown;
    ModelIdentity identity{fs::weakly_canonical(folder, unknown), precision, {}};
    if (unknown) {
        identity.folder = folder;
    }
    for (const fs::path &place : {folder, folder / twinFolderName}) {
        for (const char *name : {"config.json", "tokenizer_config.json", "vocab.txt", "model.safetensors"}) {
            addVersion(place / name, identity.version);
        }
        if (const std::string shared = namedWordEmbeddings(place); !shared.empty()) {
            addVersion(place / shared, identity.version);
            addVersion((place / shared).parent_path() / "vocab.txt", identity.version);
        }
    }
    return identity;
}

} // namespace adaplens
