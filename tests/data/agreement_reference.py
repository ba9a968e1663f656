#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreement of token scores with human rationales, computed from a model's files by code that shares none with the program.

    adaplens-cli export --out model                                        # float32, with its plain twin in model/plain
    adaplens-cli agree --model model --data movies --format eraser --split train --limit 6 --json theirs.json
    python3 tests/data/agreement_reference.py --model model --data movies --split train --limit 6 --compare theirs.json
    python3 tests/data/agreement_reference.py --golden                     # writes tests/data/agreement_reference/golden.json

Needs torch, transformers, safetensors, scikit-learn and numpy. Methods cp, attention, rollout and saliency (gold class),
selection "uniform", both modes; everything in double precision from float32 weights, so that a comparison with the
program shows its rounding, and a score that lies within 1e-5 of its threshold, relative to it, is counted as a possible flip, as are
two neighbours in a ranking, one marked and one not, that lie as near.

  cp          AdapLeR's forward pass written out here, tokens really removed; a dropped token scores 0 afterwards
  attention   row of [CLS] of Hugging Face's attentions, heads averaged, plain twin
  rollout     Abnar & Zuidema 2020 over the same attentions: A + I, rows normalised, multiplied from the first layer on
  saliency    || dz_gold/dh^l * h^l ||_2 with autograd at the states entering layer l, plain twin

windows-pieces: pieces of Hugging Face's tokeniser, cut into windows of max_length - 2, early where a cut would go through
a word of the tokeniser or a rationale span; a piece is 1 if the word it belongs to is marked; [CLS] and [SEP] are left out and scores renormalised over
the rest; windows without a rationale are left out. documents-words: one score for each white-space word of a whole
document, the sum over its pieces of score times n of the piece's window, n counting content tokens, over which scores
are shares; a word is selected iff its sum is >= its number of pieces.
In both: AP from scikit-learn (instances of one class skipped), FPR, TPR and selected share at score >= 1/n, FPR and
precision of the k best with k = what CP selects in that layer; means over instances.
"""
import argparse
import json
import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from sklearn.metrics import average_precision_score
from transformers import BertForSequenceClassification, BertTokenizerFast

METHODS = ["cp", "attention", "rollout", "saliency"]
METRICS = ["ap", "fpr", "tpr", "selected", "fpr_at_cp_size", "precision_at_cp_size"]
DATA = Path(__file__).resolve().parent
NEAR = 1e-5  # a score this near to its threshold, relative to it, may fall on the other side in float32


# ---- data ---------------------------------------------------------------------------------------------------------

def read_eraser(folder, split, limit):
    """Documents of an ERASER split: white-space words, marked spans in words; checked against the texts of the spans."""
    documents = []
    for line in (folder / f"{split}.jsonl").read_text(encoding="utf-8").splitlines():
        if limit and len(documents) == limit:
            break
        row = json.loads(line)
        spans = [s for group in row["evidences"] for s in group]
        names = {s["docid"] for s in spans} or {row["annotation_id"]}
        assert len(names) == 1, "one document a row is all this script reads"
        text = (folder / "docs" / names.pop()).read_text(encoding="utf-8")
        words = white_space_words(text)
        for s in spans:
            found = " ".join(text[a:b] for a, b in words[s["start_token"]:s["end_token"]])
            assert found.split() == s["text"].split(), (row["annotation_id"], found, s["text"])
        documents.append({"id": row["annotation_id"], "text": text, "label": row["classification"],
                          "spans": [(words[s["start_token"]][0], words[s["end_token"] - 1][1]) for s in spans]})
    return documents


def read_jsonl(path, limit):
    """Rows of the own form: text, label, rationale as [start, end) in characters."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [{"id": r.get("id", str(i)), "text": r["text"], "label": r["label"],
             "spans": [tuple(s) for s in r["rationale"]]} for i, r in enumerate(rows[:limit or None])]


def white_space_words(text):
    """[start, end) of each run of characters other than white space."""
    words, start = [], None
    for i, c in enumerate(text + " "):
        if c.isspace():
            if start is not None:
                words.append((start, i))
            start = None
        elif start is None:
            start = i
    return words


def merged(spans):
    """Spans in order, those that overlap made one."""
    result = []
    for a, b in sorted(spans):
        if result and a < result[-1][1]:
            result[-1] = (result[-1][0], max(b, result[-1][1]))
        else:
            result.append((a, b))
    return result


def encode(document, tokenizer, whole_words):
    """Piece ids, labels, white-space words; marked spans in pieces; labels of words; the tokeniser's words in pieces."""
    coded = tokenizer(document["text"], add_special_tokens=False, return_offsets_mapping=True, verbose=False)
    ids, offsets = coded["input_ids"], coded["offset_mapping"]
    words = white_space_words(document["text"])
    word_of, w = [], 0
    for a, _ in offsets:
        while words[w][1] <= a:
            w += 1
        word_of.append(w)
    spans = document["spans"]
    if whole_words:
        spans = [(min(x for x, y in words if y > a), max(y for x, y in words if x < b)) for a, b in spans]
    pieces = []
    for a, b in merged(spans):
        inside = [i for i, (x, y) in enumerate(offsets) if x < b and y > a]
        if inside:
            pieces.append((inside[0], inside[-1] + 1))
    labels = np.zeros(len(ids), dtype=int)
    for a, b in pieces:
        labels[a:b] = 1
    word_labels = np.zeros(len(words), dtype=int)
    for a, b in spans:
        for i, (x, y) in enumerate(words):
            if x < b and y > a:
                word_labels[i] = 1
    numbers = coded.word_ids()
    starts = [i for i in range(len(ids)) if i == 0 or numbers[i] != numbers[i - 1]]
    return ids, labels, np.array(word_of), pieces, word_labels, list(zip(starts, starts[1:] + [len(ids)]))


def windows(length, spans, words, size):
    """[start, end) of each window, and how many spans had to be split. Spans and words are in pieces."""
    result, start, split = [], 0, set()
    while start < length:
        end = min(start + size, length)
        for a, b in reversed(spans):
            if start < a < end < b:
                end = a
            elif a < end < b:
                split.add((a, b))
        for a, b in words:
            if start < a < end < b:
                end = a
        result.append((start, end))
        start = end
    return result, len(split)


def tokenizer_of(folder):
    settings = folder / "tokenizer_config.json"
    lower = json.loads(settings.read_text()).get("do_lower_case", True) if settings.exists() else True
    return BertTokenizerFast(vocab=str(folder / "vocab.txt"), do_lower_case=lower)


# ---- scores -------------------------------------------------------------------------------------------------------

class AdapLeR:
    """The reduced model, written out: contribution predictor, threshold, real removal, then the layer."""

    def __init__(self, folder):
        config = json.loads((folder / "config.json").read_text())
        self.layers, self.heads = config["num_hidden_layers"], config["num_attention_heads"]
        self.epsilon, self.mode = config["layer_norm_eps"], config["adapler"]["theta_mode"]
        assert config["hidden_act"] == "gelu"
        self.w = {k: v.double() for k, v in load_file(folder / "model.safetensors").items()}

    def linear(self, x, name):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def norm(self, x, name):
        mean = x.mean(-1, keepdim=True)
        variance = ((x - mean) ** 2).mean(-1, keepdim=True)
        return (x - mean) / torch.sqrt(variance + self.epsilon) * self.w[name + ".weight"] + self.w[name + ".bias"]

    @staticmethod
    def gelu(x):
        return x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))

    def layer(self, x, l):
        p = f"bert.encoder.layer.{l}."
        n, width = x.shape
        q, k, v = (self.linear(x, p + "attention.self." + s).reshape(n, self.heads, -1).transpose(0, 1)
                   for s in ("query", "key", "value"))
        a = (q @ k.transpose(1, 2) / math.sqrt(width // self.heads)).softmax(-1)
        mixed = (a @ v).transpose(0, 1).reshape(n, width)
        x = self.norm(self.linear(mixed, p + "attention.output.dense") + x, p + "attention.output.LayerNorm")
        inner = self.gelu(self.linear(x, p + "intermediate.dense"))
        return self.norm(self.linear(inner, p + "output.dense") + x, p + "output.LayerNorm")

    def __call__(self, ids):
        """Scores [L, n], 0 where the token was dropped in an earlier layer; least distance to a threshold."""
        e = "bert.embeddings."
        x = self.w[e + "word_embeddings.weight"][ids] + self.w[e + "position_embeddings.weight"][:len(ids)]
        x = self.norm(x + self.w[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
        alive, scores, margin = torch.arange(len(ids)), torch.zeros(self.layers, len(ids), dtype=torch.float64), 1.0
        for l in range(self.layers):
            inner = self.gelu(self.linear(x, f"adapler.cp.{l}.dense"))
            s = self.linear(inner, f"adapler.cp.{l}.score")[:, 0].softmax(0)
            if self.mode == "forward" and l > 0:
                s[0] = s[0] * max(0.001, float(self.w["adapler.theta"][l - 1]))
                s = s / s.sum()
            scores[l, alive] = s
            delta = float(self.w["adapler.eta"][l]) / len(alive)
            keep = s >= delta
            margin = min([margin] + ((s[1:] - delta).abs() / delta).tolist())
            keep[0] = True
            x, alive = self.layer(x[keep], l), alive[keep]
        return scores.numpy(), margin


class Twin:
    """The plain model of Hugging Face's transformers: attention, rollout, saliency."""

    def __init__(self, folder):
        self.model = BertForSequenceClassification.from_pretrained(folder, attn_implementation="eager").double().eval()

    def __call__(self, ids, gold):
        out = self.model(input_ids=torch.tensor([ids]), output_attentions=True, output_hidden_states=True)
        states = out.hidden_states[:-1]  # those that enter the layers
        gradients = torch.autograd.grad(out.logits[0, gold], states)
        saliency = [(g[0] * h[0]).norm(dim=-1) for g, h in zip(gradients, states)]
        matrices = [a[0].mean(0) for a in out.attentions]
        rollout, product = [], None
        for a in matrices:
            mixed = a + torch.eye(len(ids), dtype=torch.float64)
            mixed = mixed / mixed.sum(-1, keepdim=True)
            product = mixed if product is None else mixed @ product
            rollout.append(product[0])
        rows = {"attention": [a[0] for a in matrices], "rollout": rollout, "saliency": saliency}
        return {m: torch.stack(r).detach().numpy() for m, r in rows.items()}


def label_id(name, labels):
    """Class of a label: by name, or by the beginning of one ("NEG" is "negative")."""
    found = [i for label, i in labels.items() if label.lower().startswith(name.lower())]
    assert len(found) == 1, (name, labels)
    return found[0]


# ---- agreement ----------------------------------------------------------------------------------------------------

def measure(scores, threshold, labels, cp_size):
    """Metrics of one instance, layer and method, and how many scores lie next to the threshold or to another."""
    chosen = scores >= threshold
    best = np.argsort(-scores, kind="stable")[:cp_size]
    positive, negative = int(labels.sum()), int((1 - labels).sum())
    hits = int(labels[best].sum())
    values = {
        "ap": float(average_precision_score(labels, scores)) if positive and negative else None,
        "fpr": int((1 - labels)[chosen].sum()) / negative if negative else None,
        "tpr": int(labels[chosen].sum()) / positive if positive else None,
        "selected": int(chosen.sum()) / len(labels),
        "fpr_at_cp_size": (len(best) - hits) / negative if negative else None,
        "precision_at_cp_size": hits / len(best) if len(best) else None,
    }
    falling = np.argsort(-scores, kind="stable")
    gaps, mixed = -np.diff(scores[falling]), np.diff(labels[falling]) != 0
    return values, [int((np.abs(scores - threshold) < NEAR * threshold).sum()),
                    int((mixed & (gaps > 0) & (gaps < NEAR * scores[falling][:-1])).sum())]


def share(scores):
    """Rows of non-negative scores with sum 1; rows of zeros as they are."""
    total = scores.sum(-1, keepdims=True)
    return np.divide(scores, total, out=np.zeros_like(scores), where=total > 0)


def agree(documents, model, twin, mode, max_length, whole_words):
    """Means for each method and layer, and what the counts say about the set."""
    tokenizer = tokenizer_of(model)
    labels_of = json.loads((model / "config.json").read_text())["label2id"]
    adapler, plain = AdapLeR(model), Twin(twin)
    counts = {"documents": len(documents), "instances": 0, "without_rationale": 0, "split_spans": 0,
              "near_threshold": 0, "near_rank": 0, "near_drop": 0}
    rates, instances = [], []
    for document in documents:
        ids, labels, word_of, spans, word_labels, words = encode(document, tokenizer, whole_words)
        gold = label_id(document["label"], labels_of)
        cut, split = windows(len(ids), spans, words, max_length - 2)
        counts["split_spans"] += split
        parts = []  # (labels, scores of each method [L, n], threshold) of each instance
        shares = {m: np.zeros((adapler.layers, len(word_labels))) for m in METHODS}
        for a, b in cut:
            if mode == "windows-pieces" and not labels[a:b].any():
                counts["without_rationale"] += 1
                continue
            sequence = [tokenizer.cls_token_id] + ids[a:b] + [tokenizer.sep_token_id]
            cp, margin = adapler(sequence)
            scores = plain(sequence, gold)
            scores["cp"] = cp
            counts["near_drop"] += margin < NEAR
            over_content = {m: share(s[:, 1:-1]) for m, s in scores.items()}
            if mode == "windows-pieces":
                parts.append((labels[a:b], over_content, 1.0 / (b - a)))
            for m in METHODS:
                np.add.at(shares[m], (slice(None), word_of[a:b]), over_content[m] * (b - a))
        if mode == "documents-words":
            sizes = np.bincount(word_of, minlength=len(word_labels)).astype(float)
            parts.append((word_labels, shares, sizes))
        for part_labels, scores, threshold in parts:
            rates.append(float(part_labels.mean()))
            instance = {"document": document["id"], "n": len(part_labels), "positive": int(part_labels.sum()), "methods": {}}
            cp_sizes = [int((s >= threshold).sum()) for s in scores["cp"]]
            for m in METHODS:
                rows = []
                for l in range(adapler.layers):
                    values, near = measure(scores[m][l], threshold, part_labels, cp_sizes[l])
                    counts["near_threshold"] += near[0]
                    counts["near_rank"] += near[1]
                    rows.append(values)
                instance["methods"][m] = rows
            instances.append(instance)
    counts["instances"] = len(instances)
    result = {"mode": mode, "max_length": max_length, "counts": counts, "base_rate": float(np.mean(rates)), "methods": {}}
    for m in METHODS:
        result["methods"][m] = [{k: mean([i["methods"][m][l][k] for i in instances]) for k in METRICS}
                                for l in range(adapler.layers)]
    return result, instances


def mean(values):
    known = [v for v in values if v is not None]
    return float(np.mean(known)) if known else None


def compare(ours, path, tolerance):
    """Prints every mean that differs from the program's report by more than the tolerance; the largest difference."""
    theirs = json.loads(path.read_text())
    print("base rate", ours["base_rate"], theirs["base_rate"]["mean"])
    print("counts", ours["counts"], theirs["counts"])
    compared, worst, unlike = 0, 0.0, 0
    for method in theirs["methods"]:
        rows = ours["methods"].get(method["method"])
        if rows is None:
            continue
        assert len(rows) == len(method["layers"])
        for l, (mine, its) in enumerate(zip(rows, method["layers"])):
            for k in METRICS:
                if mine[k] is None and k not in its:
                    continue
                difference = abs(mine[k] - its[k]["mean"])
                compared, worst = compared + 1, max(worst, difference)
                if difference > tolerance:
                    unlike += 1
                    print(f"{method['method']:10} layer {l + 1} {k:22} {mine[k]:.8f} {its[k]['mean']:.8f} {difference:.1e}")
    print(f"{compared} means compared, {unlike} differ by more than {tolerance:g}, largest difference {worst:.3g}")


def write_golden():
    """Both modes over the texts of the golden file's folder, the model of adapler_reference.py, short windows."""
    folder, model = DATA / "agreement_reference", DATA / "adapler_reference"
    golden = {"max_length": 24, "documents": read_jsonl(folder / "texts.jsonl", 0), "modes": []}
    for mode in ["windows-pieces", "documents-words"]:
        result, _ = agree(golden["documents"], model, model, mode, golden["max_length"], False)
        assert not any(v for k, v in result["counts"].items() if k.startswith("near")), result["counts"]
        golden["modes"].append(result)
    text = json.dumps(golden, indent=None)
    for key in ('{"id"', '{"mode"', '{"ap"', '"modes"', '"documents": ['):
        text = text.replace(key, "\n" + key)
    (folder / "golden.json").write_text(text + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, help="AdapLeR folder")
    parser.add_argument("--twin", type=Path, help="folder of the plain twin (default: MODEL/plain)")
    parser.add_argument("--data", type=Path, help="ERASER folder or own JSONL file")
    parser.add_argument("--split", default="val")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--mode", choices=["windows-pieces", "documents-words"], default="windows-pieces")
    parser.add_argument("--max-length", type=int, default=512)
    parser.add_argument("--whole-words", action="store_true", help="a mark counts for the whole white-space word it touches")
    parser.add_argument("--compare", type=Path, help="JSON report of adaplens-cli agree")
    parser.add_argument("--tolerance", type=float, default=1e-6)
    parser.add_argument("--out", type=Path, help="write means and instances there")
    parser.add_argument("--golden", action="store_true", help="write the golden file and end")
    options = parser.parse_args()
    if options.golden:
        return write_golden()
    if not options.model or not options.data:
        parser.error("--model and --data are needed")
    documents = (read_eraser(options.data, options.split, options.limit) if options.data.is_dir()
                 else read_jsonl(options.data, options.limit))
    ours, instances = agree(documents, options.model, options.twin or options.model / "plain", options.mode,
                            options.max_length, options.whole_words)
    if options.out:
        options.out.write_text(json.dumps({**ours, "instances": instances}, indent=1))
    if options.compare:
        compare(ours, options.compare, options.tolerance)


if __name__ == "__main__":
    main()
