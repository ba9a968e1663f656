#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes agreement_golden.json: golden values for agreement with human rationales.

Rankings come from scikit-learn (average_precision_score, precision_recall_curve + auc, roc_auc_score), the scores of
whole sets from the ERASER benchmark's own scorer (DeYoung et al. 2020): rationale_benchmark/metrics.py and utils.py of
https://github.com/jayded/eraserbenchmark, which is no part of this project. The sets are written as that scorer reads
them, one document an annotation.

Where the scorer divides by nothing (no span marked, or none predicted, in the whole set) the program's value is 0. Its
AUPRC is also over documents where nothing is marked (0.5 with scikit-learn 1.x) or all is (1); the program leaves both
out, and so does the value here. A first document without a predicted span makes the scorer's command pass over hard
scores, which is why its functions are called here.

Usage: python3 agreement_golden.py SCORER     SCORER is the folder that holds rationale_benchmark/
       (needs what the scorer needs: numpy, scipy, scikit-learn, torch; made with scikit-learn 1.9)
"""

import json
import pathlib
import sys

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


def runs(selected):
    edges = np.flatnonzero(np.diff([0, *selected, 0]))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2])]


def prf(scores):
    return {"precision": scores["p"], "recall": scores["r"], "f1": scores["f1"]}


def eraser(scorer, documents):
    """The scorer's figures for a set of documents."""
    names = [f"document {i}" for i in range(len(documents))]
    words = {name: [f"w{i}" for i in range(len(d["selected"]))] for name, d in zip(names, documents)}
    annotations = [
        scorer.Annotation(
            annotation_id=name,
            query="",
            evidences=frozenset(
                (scorer.Evidence(text="", docid=name, start_token=begin, end_token=end),) for begin, end in d["marked"]
            ),
            classification="yes",
        )
        for name, d in zip(names, documents)
    ]
    results = [
        {
            "annotation_id": name,
            "rationales": [
                {
                    "docid": name,
                    "hard_rationale_predictions": [{"start_token": a, "end_token": b} for a, b in runs(d["selected"])],
                    "soft_rationale_predictions": d["scores"],
                }
            ],
        }
        for name, d in zip(names, documents)
    ]
    scorer.verify_instances(results, words)
    truth = [r for annotation in annotations for r in scorer.Rationale.from_annotation(annotation)]
    predicted = [r for result in results for r in scorer.Rationale.from_instance(result)]
    nothing = {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    scores = {"token_micro": nothing, "token_macro": nothing, "iou_macro": nothing}
    if truth and predicted:
        tokens = scorer.score_hard_rationale_predictions(
            [t for r in truth for t in r.to_token_level()], [t for r in predicted for t in r.to_token_level()]
        )
        scores["token_micro"] = prf(tokens["instance_micro"])
        scores["token_macro"] = prf(tokens["instance_macro"])
        scores["iou_macro"] = prf(scorer.partial_match_score(truth, predicted, [0.5])[0]["macro"])
    mixed = [d for d in scorer.PositionScoredDocument.from_results(results, annotations, words) if len(set(d.truths)) > 1]
    soft = scorer.score_soft_tokens(mixed)
    names_of = {"auprc": "auprc", "ap": "average_precision", "roc_auc": "roc_auc_score"}
    return {**scores, **{ours: float(soft[theirs]) for ours, theirs in names_of.items()}}


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
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    sys.path.insert(0, sys.argv[1])
    from rationale_benchmark import metrics as scorer

    golden = {
        "rankings": list(rankings()),
        "sets": [{"name": name, "documents": docs, "scores": eraser(scorer, docs)} for name, docs in sets()],
    }
    target = pathlib.Path(__file__).with_name("agreement_golden.json")
    with target.open("w") as file:
        file.write("{\n")
        for last, (key, entries) in enumerate(golden.items()):
            file.write(f'"{key}": [\n' + ",\n".join(json.dumps(e) for e in entries) + ("\n]\n" if last else "\n],\n"))
        file.write("}\n")


if __name__ == "__main__":
    main()
