#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the golden values of tst_bytepairgolden.cpp with Hugging Face's fast tokenizers.

    python3 tests/data/bytepair_golden.py    # writes tests/data/byte_pairs/

Needs transformers 5 and tokenizers; run tokenizer_golden.py before, whose lines it takes. It writes
  vocab.json, merges.txt  a byte-level vocabulary trained on the sentences, with RoBERTa's special pieces
  tokenizer.json          the same with added tokens, as transformers saves it
  corpus.txt              the result of each "default" line of tokenizer_golden.tsv, in its order
  added.tsv               lines with added tokens: maximum length, text, pair, the result of RoBERTa's tokenizer without and
                          with a space in front, and of BERT's uncased one with the same added tokens (bert.json)
  characters.tsv          a hash of how GPT-2's pattern splits around each character, for blocks of 1024 characters
Results are as in tokenizer_golden.py. Offsets are the library's without its trimming; the spaces in front of a piece are then
left out here, unless it has nothing else, and the white space that an added token takes.
"""
import json
import pathlib
import random

import tokenizers
import transformers
from tokenizers import AddedToken, Tokenizer, models, pre_tokenizers, trainers
from transformers import BertTokenizer, RobertaTokenizer

import tokenizer_golden
from tokenizer_golden import Lines, decode, escape
from tokenizer_sentences import SENTENCES

DATA = pathlib.Path(__file__).parent
ADDED = [("covid", {}), ("<user>", {"special": True, "normalized": False}), ("New York", {"normalized": False}),
         ("lol", {"single_word": True, "normalized": False}), ("co", {"lstrip": True, "normalized": False}),
         ("\u00c9t\u00e9", {"single_word": True}), ("ovid-19", {"rstrip": True, "normalized": False}), ("ALL", {})]
WORDS = ["covid", " COVID", "covid-19", "<user>", "<mask>", " <mask>", "</s>", "<s>", "<pad>", "<unk>", "New York", "new york",
         "lol", "lollipop", " lol ", "_lol", "co", " co ", "  co", "\u00c9t\u00e9", "\u00e9t\u00e9", "e\u0301te\u0301", "ovid-19",
         "ovid-19  ", "ALL", "all", "shALLow", "It's", "they'll", "'S", " 's", "...", "?!\"", "12", "\u2462", "3,000", "\n\n",
         " \t", "\u3000", "  ", "\u96fb\u5f71", "\U0001f600\u200d", "[MASK]", "[CLS]"]


def unescape(text):
    out, position = b"", 0
    while position < len(text):
        if text[position] == "%":
            out += bytes([int(text[position + 1:position + 3], 16)])
            position += 3
        else:
            out += text[position].encode("utf-8")
            position += 1
    return out


def corpus():
    cases = []
    for line in (DATA / "tokenizer_golden.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            options, most, text, pair = line.split("\t")[:4]
            if options == "default":
                cases.append((options, int(most), unescape(text), None if pair == "-" else unescape(pair[1:])))
    return cases


def train():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    trainer = trainers.BpeTrainer(vocab_size=1500, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
                                  special_tokens=["<s>", "<pad>", "</s>", "<unk>"], show_progress=False)
    tokenizer.train_from_iterator([s for group in SENTENCES.values() for s in group] * 2, trainer)
    model = json.loads(tokenizer.to_str())["model"]
    pieces = [piece for piece, _ in sorted(model["vocab"].items(), key=lambda entry: entry[1])]
    return {piece: i for i, piece in enumerate(pieces + ["<mask>"])}, [tuple(merge) for merge in model["merges"]]


def untrimmed(tokenizer):
    """Byte-level post-processing moves offsets; its framing alone does not."""
    backend = tokenizer.backend_tokenizer
    state = json.loads(backend.to_str())
    if state["post_processor"]["type"] == "RobertaProcessing":
        state["post_processor"]["trim_offsets"] = False
        state["pre_tokenizer"]["trim_offsets"] = False
    return Tokenizer.from_str(json.dumps(state))


def result(backend, added, case, removed=lambda character: False):
    """`removed` says which characters between a space and its piece are not there any more for the pieces."""
    _, most, text, pair = case
    sides = [decode(text)] + ([decode(pair)] if pair is not None else [])
    backend.enable_truncation(most, strategy="longest_first")
    encoded = backend.encode(*[side[0] for side in sides])
    out, last, last_side = [], 0, None
    for piece, (begin, end), side in zip(encoded.ids, encoded.offsets, encoded.sequence_ids):
        if side is None:
            out.append(str(piece))
            continue
        characters, begins, ends = sides[side]
        if piece in added:
            while begin < end and characters[begin].isspace():
                begin += 1
            while begin < end and characters[end - 1].isspace():
                end -= 1
        space = False
        while begin + 1 < end and (characters[begin] == " " or space and removed(characters[begin])):
            space = True
            begin += 1
        # A space that was put in front stands nowhere.
        first = begins[begin] if begin < len(begins) else ends[-1] if ends else 0
        last_byte = ends[end - 1] if end > begin else first
        last = last if side == last_side else 0
        out.append(f"{piece}:{first - last}:{last_byte - first}")
        last, last_side = last_byte, side
    return " ".join(out)


def added_cases():
    lines = Lines(20221130)
    draw = lines.random
    cases = []
    for _ in range(600):
        parts = []
        for _ in range(draw.randint(1, 5)):
            parts.append(draw.choice(WORDS).encode("utf-8") if draw.random() < 0.7 else lines.text(1))
            parts.append(draw.choice([b"", b" ", b" ", b"  ", b"\n"]))
        pair = b" ".join(draw.choice(WORDS).encode("utf-8") for _ in range(3)) if draw.random() < 0.3 else None
        cases.append(("added", draw.choice([512, 512, 9, 6]), b"".join(parts), pair))
    return list(dict.fromkeys(cases))


def write_characters(path):
    pre = pre_tokenizers.ByteLevel(add_prefix_space=False)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("# first character\thash\n")
        for block in range(0, 0x110000, 1024):
            value = 0xCBF29CE484222325
            for code in range(block, block + 1024):
                if 0xD800 <= code < 0xE000:
                    continue
                text = f"a{chr(code)}1 {chr(code)}{chr(code)} '"
                for byte in " ".join(str(begin) for _, (begin, _) in pre.pre_tokenize_str(text)).encode() + b"\n":
                    value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
            out.write(f"{block:x}\t{value:016x}\n")


def main():
    folder = DATA / "byte_pairs"
    folder.mkdir(exist_ok=True)
    vocabulary, merges = train()
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n" + "".join(" ".join(m) + "\n" for m in merges), encoding="utf-8")
    mask = AddedToken("<mask>", lstrip=True, normalized=False, special=True)
    plain = RobertaTokenizer(vocab=vocabulary, merges=merges, mask_token=mask)
    backend = untrimmed(plain)
    with (folder / "corpus.txt").open("w", encoding="utf-8", newline="\n") as out:
        cases = corpus()
        for case in cases:
            out.write(result(backend, {vocabulary["<mask>"]}, case) + "\n")
    uncased = {p: i for i, p in enumerate((DATA / "tokenizer_uncased.vocab").read_text(encoding="utf-8").split("\n")) if p}
    known = {"roberta": RobertaTokenizer(vocab=vocabulary, merges=merges, mask_token=mask),
             "prefix": RobertaTokenizer(vocab=vocabulary, merges=merges, mask_token=mask, add_prefix_space=True),
             "bert": BertTokenizer(vocab=uncased)}
    backends, ids = {}, {}
    for name, tokenizer in known.items():
        for content, switches in ADDED:
            tokenizer.add_tokens([AddedToken(content, **switches)], special_tokens=switches.get("special", False))
        backends[name] = untrimmed(tokenizer)
        ids[name] = {tokenizer.convert_tokens_to_ids(content) for content, _ in ADDED} | {tokenizer.mask_token_id}
        file = "tokenizer.json" if name == "roberta" else f"{name}.json"
        tokenizer.backend_tokenizer.save(str(folder / file), pretty=False)
    (folder / "prefix.json").unlink()
    with (folder / "added.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"# bytepair_golden.py, transformers {transformers.__version__}, tokenizers {tokenizers.__version__}\n")
        for case in added_cases():
            pair = "-" if case[3] is None else "=" + escape(case[3])
            results = [result(backends[name], ids[name], case) for name in known]
            out.write("\t".join([str(case[1]), escape(case[2]), pair, *results]) + "\n")
    write_characters(folder / "characters.tsv")
    print(len(cases), "lines of the corpus")


if __name__ == "__main__":
    main()
