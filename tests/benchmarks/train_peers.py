#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times `adaplens-cli train` beside PyTorch: same shape, batches, losses and threads, by turns in one run.

    python train_peers.py --cli build/release/bin/adaplens-cli --threads 2 --json train.json

Two steps: fine-tuning (the peer is transformers' BERT) and AdapLeR with soft removal (the peer is train_peer_steps.py,
the same losses in plain PyTorch). Weights are random, texts are random words of one length, so nothing is padded; word
embeddings are frozen; AdamW, norm clipped at 1, dropout 0.1. Figures are tokens a second of whole steps, median over
the rounds, and ratios compare figures of this run.
"""

import argparse
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SHAPES = {"32x14": (32, 14), "32x32": (32, 32), "4x256": (4, 256)}


def write_backbone(folder, options):
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(options.seed)
    folder.mkdir()
    config = BertConfig(vocab_size=30522, hidden_size=options.hidden, num_hidden_layers=options.layers,
                        num_attention_heads=options.hidden // 32, intermediate_size=4 * options.hidden)
    BertModel(config, add_pooling_layer=True).save_pretrained(folder)
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    words += [f"w{i}" for i in range(config.vocab_size - len(words))]
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", encoding="utf-8")


def write_texts(file, batch, length, batches, seed):
    draw = random.Random(seed)
    lines = ["sentence\tlabel"]
    for i in range(batch * batches + 8):
        lines.append(" ".join(f"w{draw.randrange(30000)}" for _ in range(length - 2)) + f"\t{i % 2}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def ours(options, work, shape, precision):
    """{step: tokens a second}"""
    batch, length = SHAPES[shape]
    texts = work / f"{shape}.tsv"
    if not texts.exists():
        write_texts(texts, batch, length, options.steps, options.seed)
    config = {
        "out": str(work / "run"), "backbone": str(work / "backbone"), "labels": ["no", "yes"],
        "threads": options.threads, "seed": options.seed, "bfloat16": precision == "bfloat16",
        "freeze_word_embeddings": True, "save_every_seconds": 100000,
        "data": [{"path": str(texts), "format": "tsv", "name": "random", "max_length": length, "batch": batch,
                  "holdout": 8}],
        "fine_tune": {"epochs": 1}, "saliency": {"epochs": 1}, "adapler": {"epochs": 1},
    }
    (work / "train.json").write_text(json.dumps(config), encoding="utf-8")
    environment = dict(os.environ, OMP_NUM_THREADS=str(options.threads))
    done = subprocess.run([options.cli, "train", "--config", str(work / "train.json"), "--restart"],
                          capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(done.stderr.strip())
    return {step: float(rate) for step, rate in re.findall(r"([a-z-]+): (\d+) tokens/s", done.stderr)}


def limit(options, shape):
    """Tokens a second if there were nothing but the products of linear layers, three for each matrix."""
    batch, length = SHAPES[shape]
    rows = -(-batch * length // 32) * 32
    done = subprocess.run([options.parts, f"--benchmark_filter=trainedProducts/{rows}/", "--benchmark_format=json"],
                          capture_output=True, text=True, env=dict(os.environ, ADAPLENS_THREADS=str(options.threads)))
    return json.loads(done.stdout)["benchmarks"][0]["items_per_second"]


def losses(options, work):
    """Mean training loss of the last 50 of 200 steps on a real set, in both precisions: same batches, no dropout."""
    backbone = work / "quiet"
    shutil.copytree(options.losses_backbone or work / "backbone", backbone)
    config = json.loads((backbone / "config.json").read_text())
    config["hidden_dropout_prob"] = 0
    (backbone / "config.json").write_text(json.dumps(config))
    lines = Path(options.losses).read_text(encoding="utf-8").splitlines()
    held = 200
    (work / "losses.tsv").write_text("\n".join(lines[:1 + 200 * 32 + held]) + "\n", encoding="utf-8")
    means = {}
    for bfloat16 in (False, True):
        out = work / f"losses-{bfloat16}"
        settings = {
            "out": str(out), "backbone": str(backbone), "labels": ["negative", "positive"],
            "threads": options.threads, "seed": options.seed, "bfloat16": bfloat16, "freeze_word_embeddings": True,
            "data": [{"path": str(work / "losses.tsv"), "format": "tsv", "name": "set", "max_length": 64, "batch": 32,
                      "holdout": held}],
            "fine_tune": {"epochs": 1, "learning_rate": 5e-5, "attention_dropout": 0}, "saliency": {"epochs": 1},
            "adapler": {"epochs": 1, "from_fine_tuned": True},
        }
        (work / "losses.json").write_text(json.dumps(settings), encoding="utf-8")
        done = subprocess.run([options.cli, "train", "--config", str(work / "losses.json")], capture_output=True,
                              text=True, env=dict(os.environ, OMP_NUM_THREADS=str(options.threads)))
        if done.returncode != 0:
            sys.exit(done.stderr.strip())
        for step in ("fine-tune", "adapler"):
            log = [json.loads(line) for line in (out / step / "log.jsonl").read_text().splitlines()]
            found = [line["loss"] for line in log if "loss" in line]
            means[step, bfloat16] = statistics.mean(found[150:200])
    for step in ("fine-tune", "adapler"):
        exact, rounded = means[step, False], means[step, True]
        print(f"{step}: mean loss of steps 151 to 200: float32 {exact:.4f}, bfloat16 {rounded:.4f}: "
              f"{abs(rounded / exact - 1) * 100:.2f} % apart")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--shapes", nargs="*", default=list(SHAPES), choices=list(SHAPES))
    parser.add_argument("--hidden", type=int, default=384)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--steps", type=int, default=60, help="steps of training in each turn")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--float32", action="store_true", help="ours in float32 too")
    parser.add_argument("--old-cli", help="another build of ours, to compare with")
    parser.add_argument("--parts", help="bench_parts, for the limit: products alone")
    parser.add_argument("--losses", metavar="TSV", help="compare losses in bfloat16 and float32 on this set instead")
    parser.add_argument("--losses-backbone", metavar="DIR", help="an encoder for that; else random weights")
    parser.add_argument("--json", help="file for all figures")
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = str(options.threads)

    import torch
    import transformers
    from train_peer_steps import FineTuning, SoftRemoval

    torch.set_num_threads(options.threads)
    figures = {}

    def note(shape, what, rate):
        figures.setdefault(shape, {}).setdefault(what, []).append(rate)

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write_backbone(work / "backbone", options)
        if options.losses:
            losses(options, work)
            return
        for shape in options.shapes:
            batch, length = SHAPES[shape]
            for _ in range(options.rounds):
                if options.parts:
                    note(shape, "products alone", limit(options, shape))
                for step, rate in ours(options, work, shape, "bfloat16").items():
                    note(shape, f"ours {step}", rate)
                if options.float32:
                    for step, rate in ours(options, work, shape, "float32").items():
                        note(shape, f"ours float32 {step}", rate)
                if options.old_cli:
                    before = argparse.Namespace(**{**vars(options), "cli": options.old_cli})
                    for step, rate in ours(before, work, shape, "bfloat16").items():
                        note(shape, f"before {step}", rate)
                for step, peer in (("fine-tune", FineTuning), ("adapler", SoftRemoval)):
                    note(shape, f"PyTorch {step}",
                         peer(work / "backbone", options.seed).rate(batch, length, options.steps))

    print(f"{platform.processor() or platform.machine()}, {options.threads} threads, {options.layers} x "
          f"{options.hidden}, {options.steps} steps a turn, {options.rounds} rounds, seed {options.seed}; "
          f"PyTorch {torch.__version__}, transformers {transformers.__version__}; tokens/s, bfloat16")
    for shape, found in figures.items():
        if options.parts:
            print(f"{shape:6} products alone {statistics.median(found['products alone']):.0f}")
        for step in ("fine-tune", "adapler"):
            median = {what: statistics.median(rates) for what, rates in found.items() if what.endswith(" " + step)}
            mine, theirs = median[f"ours {step}"], median[f"PyTorch {step}"]
            rest = ", ".join(f"{what} {rate:.0f}" for what, rate in median.items() if what != f"ours {step}")
            print(f"{shape:6} {step:10} ours {mine:.0f}, {rest}: {mine / theirs:.2f}x PyTorch")
    if options.json:
        Path(options.json).write_text(json.dumps({"options": vars(options), "figures": figures}, indent=1))


if __name__ == "__main__":
    main()
