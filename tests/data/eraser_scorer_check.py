#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares a report of `adaplens-cli agree` with what the ERASER benchmark's own scorer says of the same predictions.

    adaplens-cli agree --data movies --split val --mode documents-words --class predicted --selection top-20% \\
        --faithfulness --eraser-out out/p.jsonl --json out/report.json
    python3 tests/data/eraser_scorer_check.py SCORER movies val out/report.json out/p.jsonl

SCORER is the folder that holds rationale_benchmark/metrics.py and utils.py of https://github.com/jayded/eraserbenchmark,
which is no part of this project (needs numpy, scipy, scikit-learn, torch). Prints the largest difference of each figure
over all methods and layers, and ends with 1 if one is over 1e-9. Three things differ by intent: AUPRC where all or
nothing of a document is marked, evidence of no words (marked spans that cannot be found, for the scorer), and documents
without any evidence, which the report leaves out.
"""
import json
import os
import pathlib
import sys

import numpy as np


def figures(scorer, folder, split, predictions):
    """The scorer's figures under the report's names."""
    results = scorer.load_jsonl(predictions)
    annotations = scorer.annotations_from_jsonl(os.path.join(folder, split + ".jsonl"))
    names = {r["docid"] for result in results for r in result["rationales"]}
    documents = scorer.load_flattened_documents(folder, names)
    scorer.verify_instances(results, documents)
    truth = [r for annotation in annotations for r in scorer.Rationale.from_annotation(annotation)]
    predicted = [r for result in results for r in scorer.Rationale.from_instance(result)]
    tokens = scorer.score_hard_rationale_predictions(
        [t for r in truth for t in r.to_token_level()], [t for r in predicted for t in r.to_token_level()]
    )
    soft = scorer.score_soft_tokens(scorer.PositionScoredDocument.from_results(results, annotations, documents))
    classes = scorer.score_classifications(results, annotations, documents, [0.01, 0.05, 0.1, 0.2, 0.5])
    values = {
        "token_precision_micro": tokens["instance_micro"]["p"],
        "token_recall_micro": tokens["instance_micro"]["r"],
        "token_f1_micro": tokens["instance_micro"]["f1"],
        "token_f1_macro": tokens["instance_macro"]["f1"],
        "iou_f1": scorer.partial_match_score(truth, predicted, [0.5])[0]["macro"]["f1"],
        "auprc": soft["auprc"],
        "ap": soft["average_precision"],
        "roc_auc": soft["roc_auc_score"],
        "accuracy": classes["accuracy"],
    }
    if classes["comprehensiveness_aopc"] is not None:
        for kind in ("comprehensiveness", "sufficiency"):
            values[f"aopc_{kind}"] = classes[f"{kind}_aopc"]
            values[kind] = classes[f"{kind}_aopc_points"][3]
            values[f"{kind} of the selection"] = classes[kind]
    return values


def main():
    if len(sys.argv) != 6:
        raise SystemExit(__doc__)
    sys.path.insert(0, sys.argv[1])
    from rationale_benchmark import metrics as scorer

    folder, split, report = sys.argv[2], sys.argv[3], json.loads(pathlib.Path(sys.argv[4]).read_text())
    stem = pathlib.Path(sys.argv[5])
    options, counts = report["options"], report["counts"]
    assert options["mode"] == "documents-words"
    rows = [(m["method"], l, values) for m in report["methods"] for l, values in enumerate(m["layers"], 1)]
    worst = {}
    for method, layer, ours in rows:
        once = method in ("ig", "loo", "random")
        name = stem.stem + f"-{method}" + ("" if once else f"-{layer}") + stem.suffix
        theirs = figures(scorer, folder, split, stem.with_name(name) if len(rows) > 1 else stem)
        mine = {key: value["mean"] for key, value in ours.items()}
        mine["accuracy"] = counts["correct_plain"] / counts["predicted"]
        if options["selection"] == "top-20%":
            for kind in ("comprehensiveness", "sufficiency"):
                mine[f"{kind} of the selection"] = mine.get(kind)
        for key, value in theirs.items():
            faithful = "prehensiveness" in key or "sufficiency" in key
            if mine.get(key) is None or (faithful and options["class"] != "predicted"):
                continue
            difference = abs(mine[key] - value)
            if key not in worst or difference > worst[key][0]:
                worst[key] = (difference, method, layer, mine[key], float(value))
    print(f"{len(rows)} predictions of {counts['documents']} annotations, scored by scikit-learn and numpy {np.__version__}")
    for key, (difference, method, layer, mine, value) in worst.items():
        print(f"{key:36} {difference:9.1e}  at {method} {layer}: {mine:.12f} here, {value:.12f} there")
    raise SystemExit(int(any(difference > 1e-9 for difference, *_ in worst.values())))


if __name__ == "__main__":
    main()
