// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/hdf5file_p.h"
#include "tests/support/kerasfile.h"

#include <array>
#include <cmath>
#include <numeric>
#include <sys/stat.h>

using namespace adaplens;
using namespace adaplens::test;
namespace fs = std::filesystem;

namespace {

/// The message with which opening fails; empty if it does not.
std::string complaint(const fs::path &file)
{
    try {
        (void)Hdf5File(file);
        return {};
    } catch (const Error &error) {
        return error.what();
    }
}

std::vector<float> valuesOf(const Hdf5File &file, const std::string &path)
{
    std::size_t count = 1;
    for (const std::int64_t side : file.dataSets().at(path)) {
        count *= static_cast<std::size_t>(side);
    }
    std::vector<float> values(count);
    file.read(path, values);
    return values;
}

hid_t chunks(std::vector<hsize_t> shape)
{
    const hid_t plan = H5Pcreate(H5P_DATASET_CREATE);
    REQUIRE(H5Pset_chunk(plan, static_cast<int>(shape.size()), shape.data()) >= 0);
    return plan;
}

hid_t half()
{
    const hid_t type = H5Tcopy(H5T_IEEE_F32LE);
    H5Tset_fields(type, 15, 10, 5, 0, 10);
    H5Tset_size(type, 2);
    H5Tset_ebias(type, 15);
    return type;
}

std::vector<float> ramp(std::size_t count)
{
    std::vector<float> values(count);
    std::iota(values.begin(), values.end(), -3.0F);
    return values;
}

/// A file that is refused, and how it comes about from one that Keras wrote.
struct Refused {
    std::string name;
    std::function<void(const KerasFile &)> make;
    std::string expected;
};

void put(const fs::path &file, std::streamoff at, const std::string &bytes)
{
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
        .seekp(at)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::vector<Refused> refusals()
{
    return {
        {"no HDF5", [](const KerasFile &f) { std::ofstream(f.path()) << std::string(200, 'x'); },
         "is not an HDF5 file"},
        {"empty", [](const KerasFile &f) { fs::resize_file(f.path(), 0); }, "is not an HDF5 file"},
        {"cut short", [](const KerasFile &f) { fs::resize_file(f.path(), fs::file_size(f.path()) - 1); },
         "is cut short: it has"},
        {"huge", [](const KerasFile &f) { fs::resize_file(f.path(), (std::uintmax_t{8} << 30U) + 1); },
         "files of at most 8589934592"},
        {"newer superblock",
         [](const KerasFile &f) {
             const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
             H5Pset_libver_bounds(access, H5F_LIBVER_LATEST, H5F_LIBVER_LATEST);
             H5Fclose(H5Fcreate(f.path().c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, access));
             H5Pclose(access);
         },
         "another form (superblock of version"},
        {"the next superblock", [](const KerasFile &f) { put(f.path(), 8, "\1"); },
         "another form (superblock of version 1)"},
        {"spread over several files", [](const KerasFile &f) { put(f.path(), 48, std::string(8, '\1')); },
         "a part of an HDF5 file"},
        {"behind other data", [](const KerasFile &f) { put(f.path(), 24, "\1"); }, "a part of an HDF5 file"},
        {"damaged root", [](const KerasFile &f) { put(f.path(), 64, "\1"); }, "is damaged or cut short (HDF5 says"},
        {"soft link",
         [](const KerasFile &f) {
             f.edit([](hid_t file) { H5Lcreate_soft("/bert/ETA:0", file, "other", H5P_DEFAULT, H5P_DEFAULT); });
         },
         "\"other\" is a link to another place or file"},
        {"external link",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 H5Lcreate_external("/etc/passwd", "/bert", file, "other", H5P_DEFAULT, H5P_DEFAULT);
             });
         },
         "group \"/\" is stored in a newer form"},
        {"second name",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 H5Lcreate_hard(file, "bert/ETA:0", file, "classifier/other", H5P_DEFAULT, H5P_DEFAULT);
             });
         },
         "is another name of something else"},
        {"group within itself",
         [](const KerasFile &f) {
             f.edit([](hid_t file) { H5Lcreate_hard(file, "bert", file, "bert/again", H5P_DEFAULT, H5P_DEFAULT); });
         },
         "\"bert/again\" is another name"},
        {"too deep",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 std::string path;
                 for (int i = 0; i < 18; ++i) {
                     path += "/g";
                     H5Gclose(H5Gcreate2(file, path.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
                 }
             });
         },
         "deeper than 16"},
        {"too many",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 const hid_t group = H5Gcreate2(file, "many", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
                 for (int i = 0; i < 20001; ++i) {
                     H5Lcreate_hard(file, "bert/ETA:0", group, std::to_string(i).c_str(), H5P_DEFAULT, H5P_DEFAULT);
                 }
                 H5Gclose(group);
             });
         },
         "more than 20000 groups and data sets"},
        {"long name",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 H5Gclose(H5Gcreate2(file, std::string(300, 'n').c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
             });
         },
         "is no name"},
        {"group of a newer form",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 const hid_t plan = H5Pcreate(H5P_GROUP_CREATE);
                 H5Pset_link_creation_order(plan, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED);
                 H5Gclose(H5Gcreate2(file, "new", H5P_DEFAULT, plan, H5P_DEFAULT));
                 H5Pclose(plan);
             });
         },
         "group \"/new\" is stored in a newer form"},
        {"data set of a newer form",
         [](const KerasFile &f) {
             const hid_t plan = H5Pcreate(H5P_DATASET_CREATE);
             H5Pset_attr_creation_order(plan, H5P_CRT_ORDER_TRACKED);
             f.write("n", {2}, {1, 2}, H5T_IEEE_F32LE, plan);
             H5Pclose(plan);
         },
         "\"n\" is stored in a newer form than Keras writes"},
        {"two of a name",
         [](const KerasFile &f) {
             f.write("classifier/one", {1}, {1});
             f.write("classifier/oNe", {1}, {2});
             std::string bytes = content(f.path());
             bytes[bytes.find("oNe") + 1] = 'n';
             std::ofstream(f.path(), std::ios::binary) << bytes;
         },
         "\"classifier/one\" is another name of something else in it"},
        {"named type",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 const hid_t type = H5Tcopy(H5T_IEEE_F32LE);
                 H5Tcommit2(file, "type", type, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
                 H5Tclose(type);
             });
         },
         "\"type\" is neither a group nor a data set"},
        {"whole numbers",
         [](const KerasFile &f) {
             f.write("n", {2}, {1, 2}, H5T_STD_I32LE);
         },
         "\"n\" holds something else than float32"},
        {"the other byte order",
         [](const KerasFile &f) {
             f.write("n", {2}, {1, 2}, H5T_IEEE_F32BE);
         },
         "\"n\" holds something else than float32"},
        {"nine dimensions", [](const KerasFile &f) { f.write("n", std::vector<hsize_t>(9, 1), {1}); },
         "\"n\" is no array of numbers, or has more than 8 dimensions"},
        {"no numbers at all",
         [](const KerasFile &f) {
             f.edit([](hid_t file) {
                 const hid_t space = H5Screate(H5S_NULL);
                 H5Dclose(H5Dcreate2(file, "n", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
                 H5Sclose(space);
             });
         },
         "\"n\" is no array of numbers"},
        {"numbers in another file",
         [](const KerasFile &f) {
             const hid_t plan = H5Pcreate(H5P_DATASET_CREATE);
             H5Pset_external(plan, "/etc/passwd", 0, 8);
             f.write("n", {2}, {}, H5T_IEEE_F32LE, plan);
             H5Pclose(plan);
         },
         "the numbers of \"n\" lie in other files"},
        {"virtual",
         [](const KerasFile &f) {
             const hid_t plan = H5Pcreate(H5P_DATASET_CREATE);
             const hsize_t size = 2;
             const hid_t space = H5Screate_simple(1, &size, nullptr);
             H5Pset_virtual(plan, space, "other.h5", "n", space);
             f.write("n", {2}, {}, H5T_IEEE_F32LE, plan);
             H5Sclose(space);
             H5Pclose(plan);
         },
         "\"n\" is stored in a form that Keras does not write"},
        {"in the header",
         [](const KerasFile &f) {
             const hid_t plan = H5Pcreate(H5P_DATASET_CREATE);
             H5Pset_layout(plan, H5D_COMPACT);
             f.write("n", {2}, {1, 2}, H5T_IEEE_F32LE, plan);
             H5Pclose(plan);
         },
         "\"n\" is stored in a form that Keras does not write"},
        {"never written", [](const KerasFile &f) { f.write("n", {2}, {}); }, "the numbers of \"n\" do not lie in it"},
        {"larger than the file",
         [](const KerasFile &f) {
             f.write("n", {hsize_t{1} << 40U, 1U << 20U}, {});
         },
         "\"n\" claims to be larger than the file"},
        {"chunks that are not there",
         [](const KerasFile &f) {
             const hid_t plan = chunks({1024});
             f.write("n", {hsize_t{1} << 20U}, {}, H5T_IEEE_F32LE, plan);
             H5Pclose(plan);
         },
         "\"n\" claims to be larger than the file"},
        {"another filter",
         [](const KerasFile &f) {
             const hid_t plan = chunks({4});
             H5Pset_scaleoffset(plan, H5Z_SO_FLOAT_DSCALE, 2);
             f.write("n", {4}, ramp(4), H5T_IEEE_F32LE, plan);
             H5Pclose(plan);
         },
         "\"n\" is compressed by a filter other than gzip"},
    };
}

} // namespace

TEST_CASE("all data sets of a file that Keras wrote are found and read")
{
    const KerasFile keras;
    const std::string kernel = kerasScope + "encoder/layer_._0/intermediate/dense/kernel:0";
    const std::vector<float> expected = keras.numbers(kernel);
    const Hdf5File file(keras.path());
    CHECK(file.dataSets().size() == 75);
    CHECK(file.dataSets().at("bert/ETA:0") == Hdf5File::Shape{12});
    CHECK(file.dataSets().at("bert/lr_lambda:0").empty());
    CHECK(file.dataSets().at(kernel) == Hdf5File::Shape{32, 64});
    CHECK(valuesOf(file, "bert/ETA:0")[1] == 0.25F);
    CHECK(valuesOf(file, "bert/lr_lambda:0") == std::vector<float>{1000});
    CHECK(valuesOf(file, kernel) == expected);
}

TEST_CASE("wider, narrower, compressed and empty numbers")
{
    const KerasFile keras;
    const std::vector<float> values = ramp(12);
    keras.write("wide", {3, 4}, values, H5T_IEEE_F64LE);
    const hid_t narrow = half();
    keras.write("narrow", {12}, values, narrow);
    H5Tclose(narrow);
    const hid_t plan = chunks({2, 3});
    H5Pset_shuffle(plan);
    H5Pset_deflate(plan, 9);
    H5Pset_fletcher32(plan);
    keras.write("packed", {3, 4}, values, H5T_IEEE_F32LE, plan);
    H5Pclose(plan);
    const hid_t few = chunks({1024});
    H5Pset_deflate(few, 9);
    keras.write("alike", {4096}, std::vector<float>(4096, 0.5F), H5T_IEEE_F32LE, few);
    H5Pclose(few);
    keras.write("none", {0}, {});
    const Hdf5File file(keras.path());
    for (const char *name : {"wide", "narrow", "packed"}) {
        CAPTURE(name);
        CHECK(valuesOf(file, name) == values);
    }
    CHECK(file.dataSets().at("packed") == Hdf5File::Shape{3, 4});
    CHECK(valuesOf(file, "alike") == std::vector<float>(4096, 0.5F));
    CHECK(file.dataSets().at("none") == Hdf5File::Shape{0});
    CHECK(valuesOf(file, "none").empty());
}

TEST_CASE("what is not plain, leads elsewhere or claims too much is refused in a sentence")
{
    for (const Refused &refused : refusals()) {
        CAPTURE(refused.name);
        const KerasFile keras;
        refused.make(keras);
        const std::string message = complaint(keras.path());
        CAPTURE(message);
        CHECK(isSentenceAbout(message, keras.path()));
        CHECK(message.find(refused.expected) != std::string::npos);
    }
}

TEST_CASE("what is no file is said, and a pipe is not waited for")
{
    const TemporaryFolder folder;
    const fs::path pipe = folder.path() / "pipe", none = folder.path() / "none";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(complaint(pipe).find("is not a file") != std::string::npos);
    CHECK(complaint(folder.path()).find("is not a file") != std::string::npos);
    CHECK(complaint(none).find("There is no file") != std::string::npos);
}

TEST_CASE("damaged numbers in a chunk are found when they are read")
{
    const KerasFile keras;
    const hid_t plan = chunks({64});
    H5Pset_fletcher32(plan);
    keras.write("n", {64}, std::vector<float>(64, 1.5F), H5T_IEEE_F32LE, plan);
    H5Pclose(plan);
    std::string bytes = content(keras.path());
    std::string pattern;
    for (int i = 0; i < 64; ++i) {
        pattern += std::string("\0\0\xC0\x3F", 4);
    }
    const std::size_t at = bytes.find(pattern);
    REQUIRE(at != std::string::npos);
    put(keras.path(), static_cast<std::streamoff>(at) + 100, "\x55");
    const Hdf5File file(keras.path());
    std::string message;
    try {
        (void)valuesOf(file, "n");
    } catch (const Error &error) {
        message = error.what();
    }
    CAPTURE(message);
    CHECK(isSentenceAbout(message, keras.path()));
    CHECK(message.find("is damaged or cut short (HDF5 says") != std::string::npos);
}

TEST_CASE("a thousand files with a few bytes changed are read or refused in a sentence")
{
    const KerasFile keras;
    const std::string bytes = content(keras.path());
    std::mt19937 random(20);
    std::size_t read = 0, refused = 0;
    for (int i = 0; i < 1000; ++i) {
        writeDamaged(bytes, keras.path(), random);
        try {
            const Hdf5File file(keras.path());
            for (const auto &[path, shape] : file.dataSets()) {
                (void)valuesOf(file, path);
            }
            ++read;
        } catch (const Error &error) {
            CAPTURE(error.what());
            CHECK(isSentenceAbout(error.what(), keras.path()));
            ++refused;
        }
    }
    MESSAGE(read << " read, " << refused << " refused");
    CHECK(read > 100); // most bytes are numbers
    CHECK(refused > 100);
}
