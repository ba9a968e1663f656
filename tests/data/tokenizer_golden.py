#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the golden values of tst_tokenizergolden.cpp with Hugging Face's fast BertTokenizer.

    pip install transformers tokenizers
    python3 tokenizer_golden.py --vocab <vocab.txt of an uncased BERT> --out <folder of this script>

It writes
  tokenizer_uncased.vocab    the pieces of the given vocabulary that the lines need, and its single characters
  tokenizer_cased.vocab      a vocabulary drawn (seeded) from the cased words of the sentences
  tokenizer_golden.tsv       one line a text: options, maximum length, text, pair, uncased result, cased result
  tokenizer_characters.tsv   a hash of what becomes of each character, for blocks of 1024 characters
The forms are described at the top of each function that writes one. Broken UTF-8 is what Hugging Face makes of the
text decoded with errors="replace", its offsets taken back to the bytes. It also prints how often Hugging Face's slow
tokenizer, whose Unicode tables are Python's, gives the same ids.
"""
import argparse
import collections
import pathlib
import random
import unicodedata

import tokenizers
import transformers
from transformers import BertTokenizer
from transformers.models.bert.tokenization_bert_legacy import BertTokenizerLegacy

from tokenizer_sentences import BROKEN, SENTENCES

SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
INVISIBLE = ["\0", "\x07", "\x7f", "\u200b", "\u200d", "\u00ad", "\ufeff", "\ufffd",
             "\u0301", "\u0323", "\u20e3", "\ufe0f"]
SIGNS = ".,;:!?'\"-/()[]@#$%&*_+=<>^`|~\u2019\u2014\u2026\u3002\u061f\u0964"
BLANK = ["", " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u3000", "\u2028"]
# name -> keywords of the uncased and of the cased tokenizer
OPTIONS = {
    "default": ({"do_lower_case": True}, {"do_lower_case": False}),
    "accents": ({"do_lower_case": True, "strip_accents": False}, {"do_lower_case": False, "strip_accents": True}),
    "ideographs": ({"do_lower_case": True, "tokenize_chinese_chars": False},
                   {"do_lower_case": False, "tokenize_chinese_chars": False}),
}


class Lines:
    """Draws texts, as bytes, from the sentences."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.all = [s for group in SENTENCES.values() for s in group]
        self.chunks = [c for s in self.all for c in s.split(" ") if c]

    def mutate(self, text):
        draw = self.random
        kind = draw.randrange(9)
        if kind == 0:
            return text.upper()
        if kind == 1:
            return text.title()
        if kind == 2:
            return text.replace(" ", "")
        if kind == 3:
            place = draw.randint(0, len(text))
            return text[:place] + draw.choice(INVISIBLE) + text[place:]
        if kind == 4:
            return unicodedata.normalize(draw.choice(["NFC", "NFD"]), text)
        if kind == 5:
            place = draw.randint(0, len(text))
            return text[:place] + draw.choice(SIGNS) + text[place:]
        if kind == 6:
            begin = draw.randint(0, len(text))
            return text[begin:begin + draw.randint(1, 12)]
        if kind == 7:
            return text + draw.choice(SPECIALS) + draw.choice(["", " ", "x"])
        return text

    def text(self, most):
        draw = self.random
        parts = []
        for _ in range(draw.randint(1, most)):
            part = draw.choice(self.chunks)
            while draw.random() < 0.4:
                part = self.mutate(part)
            parts.append(part.encode("utf-8"))
            if draw.random() < 0.08:
                parts.append(draw.choice(BROKEN))
            parts.append(draw.choice(BLANK[:3]).encode() if draw.random() < 0.85 else draw.choice(BLANK).encode())
        return b"".join(parts)

    def characters(self):
        """A few characters from anywhere in Unicode."""
        blocks = [(0x80, 0x24F), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x8FF), (0x900, 0xFFF), (0x1000, 0x1DFF),
                  (0x1E00, 0x1FFF), (0x2000, 0x2BFF), (0x2E00, 0x33FF), (0xA640, 0xABFF), (0xAC00, 0xD7A3),
                  (0xF900, 0xFFFF), (0x10000, 0x11FFF), (0x1D000, 0x1EFFF), (0x1F000, 0x1FAFF), (0x2F800, 0x2FA1F)]
        result = ""
        for _ in range(self.random.randint(1, 6)):
            begin, end = self.random.choice(blocks)
            result += chr(self.random.randint(begin, end)) + self.random.choice(["", "", " ", "a", "\u0301"])
        return result.encode("utf-8")


def make_cases():
    """(options, maximum length, text, pair or None), without repetitions."""
    lines = Lines(20220522)
    cases = [("default", 512, s.encode("utf-8"), None) for s in lines.all]
    cases += [("default", 512, b.encode("utf-8"), None) for b in BLANK + ["   \t \r\n ", "\0", "\u200b", "\ufffd"]]
    cases += [("default", 512, b"ab" + b + b"cd " + b + b" e" + b, None) for b in BROKEN]
    for count in (99, 100, 101, 102):
        cases += [("default", 512, (c * count).encode("utf-8"), None)
                  for c in ("a", "\u00e9", "e\u0301", "\u0e01", "\U0001f600")]
        cases.append(("default", 512, b"x" + b"\0" * count + b"y", None))
    cases.append(("default", 512, b"q" * 10000, None))
    cases.append(("default", 512, b"before " + b"wordlike" * 1250 + b", after", None))
    cases.append(("default", 16, ("long " * 300).encode(), None))
    for _ in range(1150):
        cases.append(("default", lines.random.choice([512, 512, 512, 12, 5, 3, 2]), lines.text(6), None))
    for _ in range(250):
        cases.append(("default", 512, lines.characters(), None))
    for name in ("accents", "ideographs"):
        for _ in range(150):
            cases.append((name, 512, lines.text(5) if lines.random.random() < 0.7 else lines.characters(), None))
        cases += [(name, 512, s.encode("utf-8"), None) for s in lines.all]
    for _ in range(450):
        cases.append(("default", lines.random.choice([512, 3, 4, 5, 7, 8, 15, 16]), lines.text(5), lines.text(5)))
    cases += [("default", 512, b"", b"second"), ("default", 512, b"first", b""), ("default", 512, b"", b"")]
    return list(dict.fromkeys(cases))


def decode(data):
    """The text that Hugging Face sees and, for each character, the bytes [begin, end) it stands for."""
    text, begins, ends, position = "", [], [], 0
    while position < len(data):
        for length in (1, 2, 3, 4):
            try:
                character = data[position:position + length].decode("utf-8")
                break
            except UnicodeDecodeError as error:
                character = ""
                # "unexpected end" may only mean that the slice is too short
                if error.reason != "unexpected end of data" or position + length >= len(data):
                    character, length = "\ufffd", error.end
                    break
        text += character
        begins.append(position)
        position += length
        ends.append(position)
    assert text == data.decode("utf-8", errors="replace"), data
    return text, begins, ends


def result(tokenizer, case):
    """Pieces as `id:gap:length`, gap counted from the end of the piece before; a piece without bytes is its id."""
    _, most, text, pair = case
    sides = [decode(text)] + ([decode(pair)] if pair is not None else [])
    encoded = tokenizer(*[[side[0]] for side in sides], truncation="longest_first", max_length=most,
                        return_offsets_mapping=True)
    out, last, last_side = [], 0, None
    columns = zip(encoded["input_ids"][0], encoded["offset_mapping"][0], encoded.sequence_ids(0))
    for piece, (begin, end), side in columns:
        if side is None:
            out.append(str(piece))
            continue
        first, last_byte = sides[side][1][begin], sides[side][2][end - 1]
        last = last if side == last_side else 0
        out.append(f"{piece}:{first - last}:{last_byte - first}")
        last, last_side = last_byte, side
    return " ".join(out)


def escape(data):
    """UTF-8 text; what is broken, cannot be seen or is "%" is written as %XX, byte by byte."""
    text, begins, ends = decode(data)
    out = ""
    for character, begin, end in zip(text, begins, ends):
        seen = character == " " or unicodedata.category(character)[0] in "LNPS"
        if seen and character not in "%\ufffd":
            out += character
        else:
            out += "".join(f"%{byte:02X}" for byte in data[begin:end])
    return out


def texts_of(cases):
    return [decode(data)[0] for _, _, text, pair in cases for data in (text, pair) if data is not None]


def trim(path, cases):
    """The pieces of a real vocabulary that the cases use, in their order, and its single characters up to Thai."""
    pieces = path.read_text(encoding="utf-8").split("\n")
    used = set(SPECIALS)
    whole = {piece: i for i, piece in enumerate(pieces) if piece}
    for uncased, _ in OPTIONS.values():
        tokenizer = BertTokenizer(vocab=whole, **uncased)
        for text in texts_of(cases):
            used.update(tokenizer.tokenize(text))
    return [p for p in pieces if p in used or (len(p.removeprefix("##")) == 1 and ord(p[-1]) < 0xE80)]


def draw_cased(cases):
    """Single characters and random cuts of the words; one character in twelve is left out, so that [UNK] occurs."""
    draw = random.Random(7)
    words = collections.Counter()
    pre = tokenizers.pre_tokenizers.BertPreTokenizer()
    for _, cased in OPTIONS.values():
        options = BertTokenizer(vocab={s: i for i, s in enumerate(SPECIALS)}, **cased)
        normalizer = options.backend_tokenizer.normalizer
        for text in texts_of(cases):
            words.update(w for w, _ in pre.pre_tokenize_str(normalizer.normalize_str(text)) if len(w) <= 60)
    characters = sorted({c for w in words for c in w if ord(c) < 0xE80 or words[w] > 2})
    pieces = set()
    for character in characters:
        if character.isascii() or draw.random() > 1 / 12:
            pieces.update([character, "##" + character])
    for word in sorted(w for w in words if words[w] > 2 and len(w) > 1):
        cuts = sorted(draw.sample(range(1, len(word)), min(len(word) - 1, draw.choice([0, 1, 1, 2]))))
        for begin, end in zip([0] + cuts, cuts + [len(word)]):
            pieces.add(("##" if begin else "") + word[begin:end])
    return SPECIALS + sorted(pieces - set(SPECIALS))


def write_lines(path, cases, vocabularies):
    """Columns as named in the second line; a pair that is "-" is none."""
    known = [{(name, side): BertTokenizer(vocab={p: i for i, p in enumerate(vocabularies[side])}, **options[side])
              for name, options in OPTIONS.items()} for side in (0, 1)]
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"# tokenizer_golden.py, transformers {transformers.__version__}, "
                  f"tokenizers {tokenizers.__version__}\n")
        out.write("# options\tmaximum length\ttext\tpair\tuncased\tcased\n")
        for case in cases:
            name, most, text, pair = case
            results = [result(known[side][name, side], case) for side in (0, 1)]
            pair_field = "-" if pair is None else "=" + escape(pair)
            out.write("\t".join([name, str(most), escape(text), pair_field, *results]) + "\n")


def write_characters(path):
    """For each 1024 characters the 64-bit FNV-1a hash of "a", the character, "b" after cleaning and splitting."""
    pre = tokenizers.pre_tokenizers.BertPreTokenizer()
    columns = [tokenizers.normalizers.BertNormalizer(lowercase=lower, strip_accents=strip)
               for lower, strip in ((True, True), (False, False), (True, False))]
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("# first character\tuncased\tcased\tlower case with accents\n")
        for block in range(0, 0x110000, 1024):
            hashes = []
            for normalizer in columns:
                value = 0xCBF29CE484222325
                for code in range(block, block + 1024):
                    if 0xD800 <= code < 0xE000:
                        continue
                    parts = pre.pre_tokenize_str(normalizer.normalize_str("a" + chr(code) + "b"))
                    for byte in (" ".join(part for part, _ in parts) + "\n").encode("utf-8"):
                        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
                hashes.append(f"{value:016x}")
            out.write("\t".join([f"{block:x}", *hashes]) + "\n")


def compare_slow(cases, folder):
    for side, file in enumerate(("tokenizer_uncased.vocab", "tokenizer_cased.vocab")):
        path = folder / file
        vocabulary = {p: i for i, p in enumerate(path.read_text(encoding="utf-8").split("\n")) if p}
        fast = BertTokenizer(vocab=vocabulary, **OPTIONS["default"][side])
        slow = BertTokenizerLegacy(vocab_file=str(path), **OPTIONS["default"][side])
        texts = [t for t in texts_of(cases)]
        same = sum(fast(t, add_special_tokens=False)["input_ids"] == slow.convert_tokens_to_ids(slow.tokenize(t))
                   for t in texts)
        print(f"{file}: the slow tokenizer agrees on {same} of {len(texts)} texts")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vocab", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent)
    arguments = parser.parse_args()
    cases = make_cases()
    vocabularies = [trim(arguments.vocab, cases), draw_cased(cases)]
    for name, pieces in zip(("uncased", "cased"), vocabularies):
        (arguments.out / f"tokenizer_{name}.vocab").write_text("".join(p + "\n" for p in pieces), encoding="utf-8",
                                                              newline="\n")
    write_lines(arguments.out / "tokenizer_golden.tsv", cases, vocabularies)
    write_characters(arguments.out / "tokenizer_characters.tsv")
    compare_slow(cases, arguments.out)
    print(f"{len(cases)} lines")


if __name__ == "__main__":
    main()
