#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the golden values of tst_tokenizerfolders.cpp with Hugging Face's transformers.

    python3 tests/data/tokenizer_folders.py    # writes tests/data/tokenizer_folders.json

Folders of tokenisers as several libraries leave them, whose files say more than a vocabulary and at times contradict
each other, and the ids that AutoTokenizer of transformers 4.57 makes of some lines: a list of
  {"name", "files": {name: text}, "lines": [text or [text, pair]], "ids": [[...]]}
Run with transformers 5 it writes nothing and lists where that version differs.
"""
import json
import pathlib
import tempfile

import tokenizers
import transformers
from tokenizers import normalizers, pre_tokenizers, processors
from tokenizers.models import BPE, WordPiece

OUT = pathlib.Path(__file__).with_suffix(".json")
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LETTERS = [chr(c) for c in range(ord("a"), ord("z") + 1)] + [chr(c) for c in range(ord("A"), ord("Z") + 1)]
WORDS = SPECIAL + ["[unused0]"] + LETTERS + ["##" + c for c in LETTERS] + [
    "the", "film", "The", "Film", "new", "york", "New", "York", "##e1", "e1", "covid", "##19", ".", ",", "[", "]", "/",
    "é", "##é", "電", "影"]
LINES = ["The [E1] Film [/E1] was new.", "New York is not new  york, New\tYork", "covid19 lol covid19s", "Été café 電影",
         "[unused0] x[unused0]", "a [MASK] b", ["the film", "[E1] new"]]
MERGES = [("f", "i"), ("l", "m"), ("fi", "lm"), ("Ġ", "film"), ("n", "e"), ("ne", "w"), ("Ġ", "new")]


def alphabet():
    return sorted(pre_tokenizers.ByteLevel.alphabet())


BYTES = ["<s>", "<pad>", "</s>", "<unk>"] + alphabet() + ["".join(pair) for pair in MERGES]


def config(**more):
    return json.dumps({"model_type": "bert", **more})


def word_pieces(lowercase=True, strip_accents=None, added=()):
    tokenizer = tokenizers.Tokenizer(WordPiece({piece: i for i, piece in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=lowercase, strip_accents=strip_accents)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    tokenizer.add_special_tokens(SPECIAL)
    tokenizer.add_tokens(list(added))
    return tokenizer.to_str()


def byte_pairs(add_prefix_space):
    tokenizer = tokenizers.Tokenizer(BPE({piece: i for i, piece in enumerate(BYTES + ["<mask>"])}, MERGES))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=add_prefix_space)
    tokenizer.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), True, add_prefix_space)
    tokenizer.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>"])
    tokenizer.add_special_tokens([tokenizers.AddedToken("<mask>", lstrip=True)])
    return tokenizer.to_str()


def names(**more):
    return json.dumps({"unk_token": "[UNK]", "sep_token": "[SEP]", "pad_token": "[PAD]", "cls_token": "[CLS]",
                       "mask_token": "[MASK]", **more})


VOCABULARY = "\n".join(WORDS) + "\n"
MARKS = json.dumps({"[E1]": len(WORDS), "[/E1]": len(WORDS) + 1})
BYTE_FILES = {"vocab.json": json.dumps({piece: i for i, piece in enumerate(BYTES)}),
              "merges.txt": "#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in MERGES)}
BYTE_LINES = ["film new", "a <mask> film", "x[E1]y [/E1] new", ["film", "new film"]]


def decoder(*tokens):
    return {str(number): {"content": content, "lstrip": False, "rstrip": False, "single_word": False,
                          "normalized": normalized, "special": special}
            for number, content, normalized, special in tokens}


END = len(WORDS)
FOLDERS = {
    "added_tokens.json, its tokens special": {
        "vocab.txt": VOCABULARY, "added_tokens.json": MARKS,
        "special_tokens_map.json": names(additional_special_tokens=["[E1]", "[/E1]"]),
        "tokenizer_config.json": json.dumps({"do_lower_case": True, "tokenizer_class": "BertTokenizer"})},
    "added_tokens.json, its tokens plain": {
        "vocab.txt": VOCABULARY, "added_tokens.json": json.dumps({"New York": END, "covid19": END + 1}),
        "special_tokens_map.json": names(), "tokenizer_config.json": json.dumps({"do_lower_case": True})},
    "tokens with numbers, the older files of another model": {
        "vocab.txt": VOCABULARY, "added_tokens.json": json.dumps({"lol": END}),
        "tokenizer_config.json": json.dumps({"do_lower_case": False, "added_tokens_decoder": decoder(
            (0, "[PAD]", False, True), (1, "[UNK]", False, True), (2, "[CLS]", False, True), (3, "[SEP]", False, True),
            (4, "[MASK]", False, True), (END, "New York", True, False), (END + 1, "[E1]", False, True))})},
    "a special piece of the vocabulary": {
        "vocab.txt": VOCABULARY, "special_tokens_map.json": names(additional_special_tokens=["[unused0]"])},
    "a mask with a switch": {
        "vocab.txt": VOCABULARY,
        "special_tokens_map.json": names(mask_token={"content": "[MASK]", "lstrip": True, "rstrip": True,
                                                     "single_word": False, "normalized": False})},
    "a piece twice": {"vocab.txt": VOCABULARY + "film\n"},
    "BERT's switches go before tokenizer.json": {
        "tokenizer.json": word_pieces(lowercase=False), "tokenizer_config.json": json.dumps({"model_max_length": 9})},
    "so they do where there is no other file": {"tokenizer.json": word_pieces(lowercase=False, strip_accents=False)},
    "BERT's switches, the class from config.json": {
        "config.json": config(tokenizer_class="BertTokenizerFast"), "tokenizer.json": word_pieces(lowercase=True),
        "tokenizer_config.json": json.dumps({"do_lower_case": False, "strip_accents": True})},
    "another class leaves it to tokenizer.json": {
        "tokenizer.json": word_pieces(lowercase=False),
        "tokenizer_config.json": json.dumps({"tokenizer_class": "PreTrainedTokenizerFast", "do_lower_case": True})},
    "tokens with spaces, looked for in the normalised text": {
        "tokenizer.json": word_pieces(added=["New York", "covid19"]),
        "tokenizer_config.json": json.dumps({"tokenizer_class": "BertTokenizer"})},
    "tokenizer.json and a list of pieces": {
        "tokenizer.json": word_pieces(added=["[E1]"]), "vocab.txt": VOCABULARY,
        "special_tokens_map.json": names(additional_special_tokens=["[E1]"])},
    "byte pairs, the mask and more in added_tokens.json": {
        **BYTE_FILES, "added_tokens.json": json.dumps({"<mask>": len(BYTES), "[E1]": len(BYTES) + 1,
                                                      "[/E1]": len(BYTES) + 2}),
        "config.json": config(model_type="roberta")},
    "RoBERTa's switch goes before tokenizer.json": {
        "tokenizer.json": byte_pairs(True), "config.json": config(model_type="roberta")},
    "RoBERTa's switch, said": {
        "tokenizer.json": byte_pairs(False), "config.json": config(model_type="roberta"),
        "tokenizer_config.json": json.dumps({"tokenizer_class": "RobertaTokenizer", "add_prefix_space": True})},
    "byte pairs of another class": {
        "tokenizer.json": byte_pairs(False), "config.json": config(model_type="roberta"),
        "tokenizer_config.json": json.dumps({"tokenizer_class": "PreTrainedTokenizerFast"})},
}


def ids_of(files, lines):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
        tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    return [tokenizer(*([line] if isinstance(line, str) else line))["input_ids"] for line in lines]


def main():
    transformers.logging.set_verbosity_error()
    result = []
    for name, files in FOLDERS.items():
        files = {"config.json": config(), **files}
        lines = BYTE_LINES if "roberta" in files["config.json"] else LINES
        result.append({"name": name, "files": files, "lines": lines, "ids": ids_of(files, lines)})
    if transformers.__version__.startswith("4."):
        OUT.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in result) + "\n]\n",
                       encoding="utf-8")
        return
    for row, known in zip(result, json.loads(OUT.read_text(encoding="utf-8"))):
        for line, ids, expected in zip(row["lines"], row["ids"], known["ids"]):
            if ids != expected:
                print(f"{row['name']}: {line!r}: {expected} in transformers 4, {ids} here")


if __name__ == "__main__":
    main()
