#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the golden values of tst_pipelines.cpp with Hugging Face's tokenizers.

    python3 tests/data/pipelines_golden.py    # writes tests/data/pipelines/

Needs transformers 5 and tokenizers; run tokenizer_golden.py and bytepair_golden.py before, whose lines and files it takes:
  pipelines.tsv   the file of tests/data/byte_pairs/ that a tokenizer is made of, its "normalizer" and its "pre_tokenizer"
  results.tsv     for each "default" line of tokenizer_golden.tsv and each line of added.tsv, in their order, the lower halves
                  of the hashes of the results of these tokenizers
  characters.tsv  a hash of what each normaliser makes of each character and of how "Whitespace" splits around it, for
                  blocks of 1024 characters
"""
import json
import pathlib
import unicodedata

import tokenizers
from tokenizers import Tokenizer, normalizers, pre_tokenizers

import bytepair_golden

DATA = pathlib.Path(__file__).parent
NAMES = ["Lowercase", "NFC", "NFD", "NFKC", "NFKD", "StripAccents"]


def of(*types):
    """The JSON of a normaliser or pre-tokeniser, or a sequence of them."""
    key = "normalizers" if types[0] in NAMES or isinstance(types[0], dict) and "clean_text" in types[0] else "pretokenizers"
    parts = [part if isinstance(part, dict) else {"type": part} for part in types]
    return parts[0] if len(parts) == 1 else {"type": "Sequence", key: parts}


def bert(**switches):
    return {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
            "lowercase": True, **switches}


def byte_level(**switches):
    return {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": False, "use_regex": True, **switches}


PIPELINES = [
    ("bert.json", of("NFD", "Lowercase", "StripAccents"), of("Whitespace")),
    ("bert.json", of("NFC"), of("BertPreTokenizer")),
    ("bert.json", of("NFKC", "Lowercase"), of("Whitespace")),
    ("bert.json", of("NFKD", "StripAccents"), of("WhitespaceSplit")),
    ("bert.json", None, of("Whitespace", "BertPreTokenizer")),
    ("bert.json", of(bert(clean_text=False)), of("Whitespace")),
    ("bert.json", of(bert(handle_chinese_chars=False), "NFC"), of("BertPreTokenizer")),
    ("bert.json", of("Lowercase", {"type": "Sequence", "normalizers": [of("NFKC"), bert(lowercase=False)]}),
     {"type": "Sequence", "pretokenizers": [of("WhitespaceSplit")]}),
    ("tokenizer.json", of("NFC"), byte_level()),
    ("tokenizer.json", of("NFKC", "Lowercase"), of("Whitespace", byte_level(add_prefix_space=True))),
    ("tokenizer.json", of("Lowercase", "NFD", "StripAccents"), byte_level(use_regex=False)),
    ("tokenizer.json", None, of("BertPreTokenizer", byte_level(use_regex=False))),
]


def hashed(text, value=0xCBF29CE484222325):
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def tokenizer(file, normaliser, pre_tokeniser):
    state = json.loads((DATA / "byte_pairs" / file).read_text(encoding="utf-8"))
    state["normalizer"], state["pre_tokenizer"] = normaliser, pre_tokeniser
    if "trim_offsets" in state["post_processor"]:
        state["post_processor"]["trim_offsets"] = False
    # Those that take white space: their offsets have it.
    added = {token["id"] for token in state["added_tokens"] if token["lstrip"] or token["rstrip"]}
    return Tokenizer.from_str(json.dumps(state)), added


def is_none(_):
    return False


def is_mark(character):
    return unicodedata.category(character).startswith("M")


def added_lines():
    cases = []
    for line in (DATA / "byte_pairs" / "added.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            most, text, pair = line.split("\t")[:3]
            unescape = bytepair_golden.unescape
            cases.append(("added", int(most), unescape(text), None if pair == "-" else unescape(pair[1:])))
    return cases


def write_characters(path):
    known = [normalizers.Sequence([getattr(normalizers, name)()]) for name in NAMES]
    white_space = pre_tokenizers.Whitespace()
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("# first character\thash\n")
        for block in range(0, 0x110000, 1024):
            value = hashed("")
            for code in range(block, block + 1024):
                if 0xD800 <= code < 0xE000:
                    continue
                for normaliser in known:
                    for text in (f"{chr(code)}", f"e{chr(code)}\u0301"):
                        value = hashed(normaliser.normalize_str(text) + "\n", value)
                splits = white_space.pre_tokenize_str(f"a{chr(code)}b+{chr(code)}+")
                value = hashed(" ".join(f"{begin}-{end}" for _, (begin, end) in splits) + "\n", value)
            out.write(f"{block:x}\t{value:016x}\n")


def main():
    folder = DATA / "pipelines"
    folder.mkdir(exist_ok=True)
    made = [tokenizer(*pipeline) for pipeline in PIPELINES]
    with (folder / "pipelines.tsv").open("w", encoding="utf-8", newline="\n") as out:
        for file, normaliser, pre_tokeniser in PIPELINES:
            out.write("\t".join([file, json.dumps(normaliser), json.dumps(pre_tokeniser)]) + "\n")
    cases = bytepair_golden.corpus() + added_lines()
    with (folder / "results.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"# pipelines_golden.py, tokenizers {tokenizers.__version__}\n")
        for case in cases:
            results = []
            for (backend, added), (_, normaliser, _) in zip(made, PIPELINES):
                strips = "StripAccents" in json.dumps(normaliser)
                # No room for the special pieces of all kinds.
                enough = case[1] >= (4 if case[3] is not None else 2)
                short = hashed(bytepair_golden.result(backend, added, case, is_mark if strips else is_none)) & 0xFFFFFFFF
                results.append(f"{short:08x}" if enough else "-")
            out.write("\t".join(results) + "\n")
    write_characters(folder / "characters.tsv")
    print(len(cases), "lines")


if __name__ == "__main__":
    main()
