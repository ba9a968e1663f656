// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/identity.h"

#include "core/io/hash.h"
#include "core/model/config.h"
#include "core/model/modelfolder_p.h"
#include "core/text/vocabularyfiles.h"

#include <array>
#include <fstream>
#include <set>
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
        for (const fs::path &file : modelFilesIn(place)) {
            identity.version += '|' + file.filename().string();
            addVersion(file, identity.version);
        }
        if (const std::string shared = namedWordEmbeddings(place); !shared.empty()) {
            addVersion(place / shared, identity.version);
            for (const char *name : vocabularyFileNames) {
                addVersion((place / shared).parent_path() / name, identity.version);
            }
        }
    }
    return identity;
}

std::uint64_t fingerprintOf(const fs::path &folder)
{
    std::set<fs::path> files; // each once: models share some with their twins
    for (const fs::path &place : {folder, folder / twinFolderName}) {
        std::error_code error;
        for (const auto &entry : fs::directory_iterator(place, error)) {
            const auto extension = entry.path().extension();
            if (entry.is_regular_file(error) &&
                (extension == ".json" || extension == ".txt" || extension == ".safetensors")) {
                files.insert(entry.path().lexically_normal());
            }
        }
        if (const std::string shared = namedWordEmbeddings(place); !shared.empty()) {
            files.insert((place / shared).lexically_normal());
            for (const char *name : vocabularyFileNames) {
                files.insert(((place / shared).parent_path() / name).lexically_normal());
            }
        }
    }
    Hash hash;
    std::array<char, 1 << 16> buffer{};
    for (const fs::path &file : files) {
        hash.text(file.lexically_relative(folder).generic_string());
        std::ifstream stream(file, std::ios::binary);
        while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
            hash.bytes(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        }
    }
    return hash.value();
}

} // namespace adaplens
