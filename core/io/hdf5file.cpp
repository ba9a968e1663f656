// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/hdf5file_p.h"

#include "core/error.h"
#include "core/io/hdf5handle_p.h"
#include "core/io/safetensorsheader_p.h"

#include <array>
#include <cassert>
#include <cstring>
#include <functional>
#include <optional>
#include <set>

namespace adaplens {

using namespace hdf5;
using safetensors::shown;

static_assert(sizeof(hid_t) == sizeof(std::int64_t));

namespace {

namespace fs = std::filesystem;

// A BERT of 24 layers has 400 data sets in 500 groups, nine deep.
constexpr std::size_t mostObjects = 20000;
constexpr unsigned mostDeep = 16;
constexpr std::size_t longestName = 255;
constexpr int mostDimensions = 8;
/// Deflate makes at best 1032 zeros one byte.
constexpr std::uint64_t bestCompression = 1040;

struct Link {
    std::string name;
    H5L_type_t type;
};

struct Links {
    std::vector<Link> found;
    std::size_t room; ///< how many more there may be
    bool tooMany = false;
};

herr_t addLink(hid_t, const char *name, const H5L_info_t *info, void *into) noexcept
{
    auto &links = *static_cast<Links *>(into);
    try {
        links.tooMany = links.found.size() >= links.room;
        if (!links.tooMany) {
            links.found.push_back({std::string(name, ::strnlen(name, longestName + 1)), info->type});
        }
    } catch (...) {
        return -1; // no exception may pass through C
    }
    return links.tooMany ? 1 : 0;
}

/// IEEE's half precision, which HDF5 has no name for.
Handle halfType()
{
    Handle type(H5Tcopy(H5T_IEEE_F32LE), H5Tclose);
    H5Tset_fields(type.get(), 15, 10, 5, 0, 10);
    H5Tset_size(type.get(), 2);
    H5Tset_ebias(type.get(), 15);
    return type;
}

/// Goes through the groups of a file and notes its data sets.
class Survey {
public:
    Survey(const fs::path &file, std::uint64_t fileSize, std::map<std::string, Hdf5File::Shape> &into)
        : m_file(file), m_fileSize(fileSize), m_into(into)
    {
    }

    void group(hid_t group, const std::string &path, unsigned depth)
    {
        if (depth > mostDeep) {
            fail(message("its groups lie deeper than %1 in one another", mostDeep));
        }
        H5G_info_t info;
        if (H5Gget_info(group, &info) < 0) {
            failDamaged(m_file);
        }
        if (info.storage_type != H5G_STORAGE_TYPE_SYMBOL_TABLE) {
            // External links live in such groups only.
            fail(message("group %1 is stored in a newer form than Keras writes", shown('/' + path)));
        }
        Links links{{}, mostObjects - m_objects};
        hsize_t index = 0;
        if (H5Literate(group, H5_INDEX_NAME, H5_ITER_NATIVE, &index, addLink, &links) < 0) {
            failDamaged(m_file);
        }
        m_objects += links.found.size();
        if (links.tooMany) {
            fail(message("it holds more than %1 groups and data sets", mostObjects));
        }
        for (const Link &link : links.found) {
            follow(group, link, path.empty() ? link.name : path + '/' + link.name, depth);
        }
    }

private:
    [[noreturn]] void fail(const Message &what) const
    {
        throw Error("%1 is not read: %2; take the file that Keras' save_weights() wrote.", m_file.string(), what);
    }

    void follow(hid_t group, const Link &link, const std::string &path, unsigned depth)
    {
        if (link.name.empty() || link.name.size() > longestName || link.name == "." ||
            link.name.find('/') != std::string::npos) {
            fail(message("%1 is no name", shown(path)));
        }
        if (link.type != H5L_TYPE_HARD) {
            fail(message("%1 is a link to another place or file", shown(path)));
        }
        const Handle object(H5Oopen(group, link.name.c_str(), H5P_DEFAULT), H5Oclose);
        H5O_info_t info;
        if (!object.valid() || H5Oget_info2(object.get(), &info, H5O_INFO_BASIC | H5O_INFO_HDR) < 0) {
            failDamaged(m_file);
        }
        if (info.hdr.version != 1) {
            fail(message("%1 is stored in a newer form than Keras writes", shown(path)));
        }
        if (!m_seen.insert(info.addr).second) {
            fail(message("%1 is another name of something else in it", shown(path)));
        }
        if (info.type == H5O_TYPE_GROUP) {
            this->group(object.get(), path, depth + 1);
        } else if (info.type == H5O_TYPE_DATASET) {
            dataSet(object.get(), path);
        } else {
            fail(message("%1 is neither a group nor a data set", shown(path)));
        }
    }

    void dataSet(hid_t set, const std::string &path)
    {
        const Handle space(H5Dget_space(set), H5Sclose), type(H5Dget_type(set), H5Tclose),
            plan(H5Dget_create_plist(set), H5Pclose);
        if (!space.valid() || !type.valid() || !plan.valid()) {
            failDamaged(m_file);
        }
        if (H5Pget_external_count(plan.get()) != 0) {
            fail(message("the numbers of %1 lie in other files", shown(path)));
        }
        const auto size = elementSize(type.get());
        if (!size) {
            fail(message("%1 holds something else than float32, float64 or float16 numbers", shown(path)));
        }
        Hdf5File::Shape shape = shapeOf(space.get(), path);
        const std::uint64_t bytes = bytesOf(shape, *size, path);
        if (bytes > 0) {
            checkStorage(set, plan.get(), bytes, path);
        }
        m_into.emplace(path, std::move(shape)); // a name that is there twice opens the same object twice
    }

    [[nodiscard]] std::optional<std::uint64_t> elementSize(hid_t type) const
    {
        for (const auto &[known, size] :
             {std::pair<hid_t, std::uint64_t>(H5T_IEEE_F32LE, 4), std::pair<hid_t, std::uint64_t>(H5T_IEEE_F64LE, 8),
              std::pair<hid_t, std::uint64_t>(m_half.get(), 2)}) {
            if (H5Tequal(type, known) > 0) {
                return size;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Hdf5File::Shape shapeOf(hid_t space, const std::string &path) const
    {
        const H5S_class_t kind = H5Sget_simple_extent_type(space);
        const int dimensions = H5Sget_simple_extent_ndims(space);
        std::array<hsize_t, mostDimensions> sizes = {};
        if ((kind != H5S_SIMPLE && kind != H5S_SCALAR) || dimensions < 0 || dimensions > mostDimensions) {
            fail(message("%1 is no array of numbers, or has more than %2 dimensions", shown(path), mostDimensions));
        }
        if (dimensions > 0 && H5Sget_simple_extent_dims(space, sizes.data(), nullptr) < 0) {
            failDamaged(m_file);
        }
        Hdf5File::Shape shape;
        for (int i = 0; i < dimensions; ++i) {
            shape.push_back(static_cast<std::int64_t>(sizes.at(static_cast<std::size_t>(i))));
        }
        return shape;
    }

    /// As much as no file of this size can hold, however compressed, is refused; no product overflows.
    [[nodiscard]] std::uint64_t bytesOf(const Hdf5File::Shape &shape, std::uint64_t elementBytes,
                                        const std::string &path) const
    {
        const std::uint64_t most = m_fileSize * bestCompression;
        std::uint64_t bytes = elementBytes;
        for (const std::int64_t side : shape) {
            const auto factor = static_cast<std::uint64_t>(side);
            if (factor != 0 && bytes > most / factor) {
                fail(message("%1 claims to be larger than the file", shown(path)));
            }
            bytes *= factor;
        }
        return bytes;
    }

    void checkStorage(hid_t set, hid_t plan, std::uint64_t bytes, const std::string &path) const
    {
        const H5D_layout_t layout = H5Pget_layout(plan);
        const std::uint64_t stored = H5Dget_storage_size(set);
        if (layout == H5D_CONTIGUOUS) {
            const haddr_t begin = H5Dget_offset(set);
            if (begin == HADDR_UNDEF || stored != bytes || begin > m_fileSize || bytes > m_fileSize - begin) {
                fail(message("the numbers of %1 do not lie in it", shown(path)));
            }
        } else if (layout == H5D_CHUNKED) {
            checkChunks(plan, path);
            if (stored > m_fileSize || bytes > stored * bestCompression) {
                fail(message("%1 claims to be larger than the file", shown(path)));
            }
        } else {
            fail(message("%1 is stored in a form that Keras does not write", shown(path)));
        }
    }

    /// Chunks may be shuffled, compressed and have a checksum; what else a file asks for would be loaded as a plug-in.
    void checkChunks(hid_t plan, const std::string &path) const
    {
        for (int i = 0; i < H5Pget_nfilters(plan); ++i) {
            unsigned flags = 0, settings = 0;
            std::size_t values = 0;
            const H5Z_filter_t filter =
                H5Pget_filter2(plan, static_cast<unsigned>(i), &flags, &values, nullptr, 0, nullptr, &settings);
            if (filter != H5Z_FILTER_DEFLATE && filter != H5Z_FILTER_SHUFFLE && filter != H5Z_FILTER_FLETCHER32) {
                fail(message("%1 is compressed by a filter other than gzip", shown(path)));
            }
        }
    }

    const fs::path &m_file;
    std::uint64_t m_fileSize;
    std::map<std::string, Hdf5File::Shape> &m_into;
    std::set<haddr_t> m_seen;
    std::size_t m_objects = 0;
    Handle m_half = halfType();
};

} // namespace

Hdf5File::Hdf5File(const fs::path &file) : m_file(file)
{
    const std::uint64_t size = checkSuperblock(file);
    startLibrary();
    const SilentErrors silent;
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
#if H5_VERSION_GE(1, 10, 7)
    H5Pset_file_locking(access.get(), false, true); // shared file systems have no locks; it is only read
#endif
    Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, access.get()), H5Fclose);
    if (!opened.valid()) {
        failDamaged(file);
    }
    const Handle root(H5Gopen2(opened.get(), "/", H5P_DEFAULT), H5Gclose);
    if (!root.valid()) {
        failDamaged(file);
    }
    Survey(file, size, m_dataSets).group(root.get(), {}, 0);
    m_id = opened.release();
}

Hdf5File::~Hdf5File()
{
    const SilentErrors silent;
    H5Fclose(m_id);
}

void Hdf5File::read(const std::string &path, std::span<float> to) const
{
    const SilentErrors silent;
    const Handle set(H5Dopen2(m_id, path.c_str(), H5P_DEFAULT), H5Dclose);
    if (!set.valid()) {
        failDamaged(m_file);
    }
    const Handle space(H5Dget_space(set.get()), H5Sclose);
    if (H5Sget_simple_extent_npoints(space.get()) != static_cast<hssize_t>(to.size())) {
        throw Error("%1 was changed while it was read; try again once it is written.", m_file.string());
    }
    if (!to.empty() && H5Dread(set.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, to.data()) < 0) {
        failDamaged(m_file);
    }
}

} // namespace adaplens
