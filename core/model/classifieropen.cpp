// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/io/resources.h"
#include "core/machine/threads.h"
#include "core/model/boundary_p.h"
#include "core/model/classifierprivate_p.h"
#include "core/model/modelfolder_p.h"

#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <system_error>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace adaplens {

namespace {

/// The two models of a folder are compared token by token, so they must read alike.
void checkTwin(const Checkpoint &model, const Checkpoint &twin)
{
    const auto refuse = [&](const std::string &what) {
        throw Error(twin.info.folder.string() + " does not fit the model it is the plain twin of: " + what +
                    "; remove the folder or export both together.");
    };
    if (twin.info.adaptive) {
        refuse("it drops tokens itself");
    }
    if (twin.info.labels != model.info.labels) {
        refuse("its labels differ");
    }
    if (twin.info.layers != model.info.layers || twin.info.hidden != model.info.hidden ||
        twin.info.heads != model.info.heads || twin.info.intermediate != model.info.intermediate) {
        refuse("its layers differ in number or size");
    }
    if (twin.info.vocabularySize != model.info.vocabularySize || twin.info.lowerCase != model.info.lowerCase) {
        refuse("its vocabulary differs");
    }
    if (twin.info.maxLength < model.info.maxLength || twin.info.typeVocabularySize < model.info.typeVocabularySize) {
        refuse("it reads shorter texts, or no pairs");
    }
}

/// States of a batch are a few megabytes and live for one product. By default glibc gives such blocks back to the
/// system at once and fetches them anew, page by page: a fifth of a pass.
void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int block = 32 << 20, kept = 256 << 20;
    static const bool set = mallopt(M_MMAP_THRESHOLD, block) == 1 && mallopt(M_TRIM_THRESHOLD, kept) == 1;
    static_cast<void>(set);
#endif
}

} // namespace

std::shared_ptr<const Classifier::Private> Classifier::Private::read(const std::filesystem::path &folder,
                                                                     const ModelIdentity &identity)
{
    return withPlainErrors("Opening " + folder.string(), [&] {
        auto opened = std::make_shared<Private>(readCheckpoint(folder));
        opened->identity = identity;
        if (opened->info().hasTwin) {
            opened->twin = readCheckpoint(folder / twinFolderName);
            checkTwin(opened->model.checkpoint, *opened->twin);
            // Frozen in training, and half of a small model's memory: kept once.
            const at::Tensor &words = opened->model.checkpoint.weights.wordEmbeddings;
            if (at::equal(words, opened->twin->weights.wordEmbeddings)) {
                opened->twin->weights.wordEmbeddings = words;
            }
            pack(opened->twin->weights, identity.precision);
        }
        pack(opened->model.checkpoint.weights, identity.precision);
        return std::shared_ptr<const Private>(std::move(opened));
    });
}

std::unique_ptr<Classifier> Classifier::open(const std::filesystem::path &folder, Precision precision)
{
    static std::mutex mutex;
    static std::map<ModelIdentity, std::weak_ptr<const Private>> opened;
    keepFreedMemory();
    precision = usable(precision);
    const std::scoped_lock lock(mutex); // who asks for the same model meanwhile gets it too
    std::erase_if(opened, [](const auto &entry) { return entry.second.expired(); });
    constexpr int attempts = 3;
    for (int i = 0; i < attempts; ++i) {
        const ModelIdentity identity = identityOf(folder, precision);
        auto &known = opened[identity];
        std::shared_ptr<const Private> shared = known.lock();
        if (!shared) {
            shared = Private::read(folder, identity);
            known = shared;
        }
        if (identity == identityOf(folder, precision)) { // else files of two models may have been read
            return std::unique_ptr<Classifier>(new Classifier(std::move(shared)));
        }
        opened.erase(identity);
    }
    throw Error("The files of " + folder.string() + " keep changing; open the model again once they are written.");
}

std::filesystem::path embeddedModel()
{
    const char *chosen = std::getenv("ADAPLENS_MODEL");
    const bool set = chosen != nullptr && *chosen != '\0';
    std::filesystem::path folder = set ? std::filesystem::path(chosen) : resourceFolder() / "models" / "sentiment";
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw Error(folder.string() +
                    (set ? ", which ADAPLENS_MODEL names, is not a folder; set it to a model folder."
                         : " is not there: this copy of AdapLens has no embedded model; open a model folder "
                           "(--model DIR), or name one in ADAPLENS_MODEL."));
    }
    return folder;
}

} // namespace adaplens
