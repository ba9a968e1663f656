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
        for shape in options.shapes:
            batch, length = SHAPES[shape]
            for _ in range(options.rounds):
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
        for step in ("fine-tune", "adapler"):
            median = {what: statistics.median(rates) for what, rates in found.items() if what.endswith(" " + step)}
            mine, theirs = median[f"ours {step}"], median[f"PyTorch {step}"]
            rest = ", ".join(f"{what} {rate:.0f}" for what, rate in median.items() if what != f"ours {step}")
            print(f"{shape:6} {step:10} ours {mine:.0f}, {rest}: {mine / theirs:.2f}x PyTorch")
    if options.json:
        Path(options.json).write_text(json.dumps({"options": vars(options), "figures": figures}, indent=1))


if __name__ == "__main__":
    main()
