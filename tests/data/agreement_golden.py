#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes agreement_golden.json: golden values for agreement with human rationales.

Rankings come from scikit-learn (average_precision_score, precision_recall_curve + auc, roc_auc_score). The scores of
whole sets follow the definitions of the ERASER benchmark (DeYoung et al. 2020), written with sets of (document, word),
so that nothing is shared with the program's way of computing them.

Usage: python3 agreement_golden.py        (needs numpy, scikit-learn; made with scikit-learn 1.9)
"""

import json
import pathlib

import numpy as np
from sklearn.metrics import auc, average_precision_score, precision_recall_curve, roc_auc_score

RANDOM = np.random.default_rng(20220322)


def trapezoid(labels, scores):
    precision, recall, _ = precision_recall_curve(labels, scores)
    return float(auc(recall, precision))


def ranking(name, scores, labels):
    both = 0 < sum(labels) < len(labels)
    return {
        "name": name,
        "scores": [float(s) for s in scores],
        "labels": [int(l) for l in labels],
        "ap": float(average_precision_score(labels, scores)) if both else None,
        "auprc": trapezoid(labels, scores) if both else None,
        "roc_auc": float(roc_auc_score(labels, scores)) if both else None,
    }


def rankings():
    yield ranking("one token, marked", [0.7], [1])
    yield ranking("one token, not marked", [0.7], [0])
    yield ranking("all marked", [0.1, 0.5, 0.2], [1, 1, 1])
    yield ranking("none marked", [0.1, 0.5, 0.2], [0, 0, 0])
    yield ranking("two tokens, right", [0.9, 0.1], [1, 0])
    yield ranking("two tokens, wrong", [0.1, 0.9], [1, 0])
    yield ranking("all scores equal", [0.25] * 12, [1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0])
    yield ranking("all scores zero", [0.0] * 7, [0, 0, 0, 0, 0, 0, 1])
    yield ranking("ties across both kinds", [0.5, 0.5, 0.2, 0.2, 0.2, 0.1, 0.9, 0.9], [1, 0, 1, 0, 1, 0, 0, 1])
    yield ranking("signed scores", [-0.5, 0.25, -0.125, 0.5, 0.0], [0, 1, 0, 0, 1])
    yield ranking("scores closer than a float", 1 + np.arange(9) * 2.0**-50, [1, 0, 0, 1, 0, 1, 1, 0, 0])
    for share in (0.004, 0.09, 0.31, 0.9):
        labels = np.zeros(512, int)
        labels[RANDOM.permutation(512)[: max(1, round(512 * share))]] = 1
        scores = RANDOM.dirichlet(np.full(512, 0.3)).round(9) + labels * 0.001
        yield ranking(f"512 tokens, {share:.1%} marked", scores, labels)
        yield ranking(f"512 tokens, {share:.1%} marked, ten levels", (RANDOM.random(512) * 10).round() / 10, labels)


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def prf(precision, recall):
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def share(part, whole):
    return part / whole if whole else 0.0


def mean(values):
    values = list(values)
    return float(np.mean(values)) if values else 0.0


def runs(selected):
    edges = np.flatnonzero(np.diff([0, *selected, 0]))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2])]


def words_of(spans):
    return {word for begin, end in spans for word in range(begin, end)}


def overlap(a, b):
    a, b = words_of([a]), words_of([b])
    return share(len(a & b), len(a | b))


def eraser(documents):
    truth = {i: set(map(tuple, d["marked"])) for i, d in enumerate(documents)}
    predicted = {i: set(runs(d["selected"])) for i, d in enumerate(documents)}
    token_truth = {(i, w) for i in truth for w in words_of(truth[i])}
    token_predicted = {(i, w) for i in predicted for w in words_of(predicted[i])}
    hit = token_truth & token_predicted
    token_micro = prf(share(len(hit), len(token_predicted)), share(len(hit), len(token_truth)))

    each = []
    for i in {i for i, _ in token_truth | token_predicted}:
        t = {w for d, w in token_truth if d == i}
        p = {w for d, w in token_predicted if d == i}
        each.append(prf(share(len(t & p), len(p)), share(len(t & p), len(t))))
    token_macro = {key: mean(e[key] for e in each) for key in ("precision", "recall", "f1")}

    matched = {i: sum(max((overlap(p, t) for t in truth[i]), default=0) >= 0.5 for p in predicted[i]) for i in truth}
    total = sum(matched.values())
    iou_micro = prf(share(total, sum(map(len, predicted.values()))), share(total, sum(map(len, truth.values()))))
    iou_macro = prf(
        mean(matched[i] / len(predicted[i]) for i in predicted if predicted[i]),
        mean(matched[i] / len(truth[i]) for i in truth if truth[i]),
    )

    soft = {"auprc": [], "ap": [], "roc_auc": []}
    for i, d in enumerate(documents):
        labels = [int(w in words_of(truth[i])) for w in range(len(d["selected"]))]
        if any(labels):
            soft["auprc"].append(trapezoid(labels, d["scores"]))
        if any(labels) and not all(labels):
            soft["ap"].append(average_precision_score(labels, d["scores"]))
            soft["roc_auc"].append(roc_auc_score(labels, d["scores"]))
    return {
        "token_micro": token_micro,
        "token_macro": token_macro,
        "iou_micro": iou_micro,
        "iou_macro": iou_macro,
        **{key: mean(values) for key, values in soft.items()},
    }


def document(scores, marked, selected=None):
    scores = [float(s) for s in scores]
    if selected is None:
        selected = [int(s >= np.mean(scores)) for s in scores]
    return {"scores": scores, "marked": [list(m) for m in marked], "selected": [int(s) for s in selected]}


def random_document(length, spans):
    marked = []
    for _ in range(spans):
        begin = int(RANDOM.integers(0, length))
        marked.append((begin, min(length, begin + int(RANDOM.integers(1, 9)))))
    scores = RANDOM.random(length).round(2) / 4  # ties
    for begin, end in marked:
        if RANDOM.random() < 0.6:
            shift = int(RANDOM.integers(-2, 3))
            scores[max(0, begin + shift) : max(0, end + shift)] += 0.5
    return document(scores, sorted(set(marked)))


def sets():
    yield "one word", [document([0.5], [(0, 1)], [1])]
    yield "one word, nothing selected", [document([0.5], [(0, 1)], [0])]
    yield "nothing marked anywhere", [document([0.5, 0.1], [], [1, 0])]
    yield "all equal", [document([0.125] * 8, [(2, 4)]), document([0.125] * 5, [(0, 5)])]
    yield "exactly half an overlap", [document(range(6), [(2, 6)], [0, 0, 1, 1, 0, 0]),
                                      document(range(6), [(1, 4)], [0, 1, 0, 0, 0, 0])]
    yield "overlapping and touching spans", [
        document([0.1, 0.9, 0.8, 0.7, 0.1, 0.6, 0.5, 0.1], [(1, 3), (2, 4), (5, 6), (6, 7)]),
        document([0.1, 0.9, 0.1, 0.7, 0.1, 0.1], [(1, 4)], [0, 1, 0, 1, 0, 0]),
    ]
    yield "with empty documents", [
        document([0.3, 0.2, 0.5], [(2, 3)], [0, 0, 1]),
        document([0.3, 0.2, 0.5], [], [0, 0, 0]),
        document([0.3, 0.2, 0.5], [], [1, 0, 1]),
        document([0.3, 0.2, 0.5], [(0, 1)], [0, 0, 0]),
        document([0.3, 0.2, 0.5], [(0, 3)], [1, 1, 1]),
    ]
    yield "random", [random_document(int(RANDOM.integers(5, 200)), int(RANDOM.integers(1, 7))) for _ in range(12)] + [
        random_document(512, 9)
    ]


def main():
    golden = {
        "rankings": list(rankings()),
        "sets": [{"name": name, "documents": docs, "scores": eraser(docs)} for name, docs in sets()],
    }
    target = pathlib.Path(__file__).with_name("agreement_golden.json")
    with target.open("w") as file:
        file.write("{\n")
        for last, (key, entries) in enumerate(golden.items()):
            file.write(f'"{key}": [\n' + ",\n".join(json.dumps(e) for e in entries) + ("\n]\n" if last else "\n],\n"))
        file.write("}\n")


if __name__ == "__main__":
    main()
