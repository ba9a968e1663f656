#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times adaplens-cli beside other BERT engines: same weights, same texts, same threads, by turns in one run.

    python peers.py --cli build/release/bin/adaplens-cli --sst2 sst2/dev.tsv --movies movies --json peers.json

Each round runs every system once over everything; a system's figure is the median over the rounds of its medians, and
ratios compare figures of the same run. Tokenising is nobody's time. A peer that is not installed is left out, by name.
"""

import argparse
import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from peer_systems import SYSTEMS

LENGTHS = [2, 8, 16, 32, 64, 128, 256, 512]


def read_sst2(path, limit):
    lines = Path(path).read_text(encoding="utf-8").splitlines()[1:]
    texts = [line.rsplit("\t", 1)[0] for line in lines if line]
    return texts[:limit] if limit else texts


def read_movies(folder, limit):
    lines = (Path(folder) / "val.jsonl").read_text(encoding="utf-8").splitlines()
    names = [json.loads(line)["annotation_id"] for line in lines if line]
    texts = [(Path(folder) / "docs" / name).read_text(encoding="utf-8") for name in names]
    return texts[:limit] if limit else texts


def cli(options, *arguments):
    environment = dict(os.environ, OMP_NUM_THREADS=str(options.threads))
    done = subprocess.run([options.cli, *arguments], capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"{options.cli} {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def embedded_folders(options, work):
    """(what our program runs, what the peers run): the model as it is, and its plain twin as a Hugging Face folder."""
    folder = work / "embedded"
    model = ["--model", options.model] if options.model else []
    cli(options, "export", "--out", str(folder), *model)
    twin = folder / "plain"
    return folder, twin if twin.is_dir() else folder


def random_folder(work, like):
    """BERT-base's shape with random weights, written once for everybody."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    folder = work / "bert-base"
    torch.manual_seed(1)
    config = BertConfig(id2label={0: "negative", 1: "positive"}, label2id={"negative": 0, "positive": 1})
    BertForSequenceClassification(config).save_pretrained(folder)
    for name in ("vocab.txt", "tokenizer_config.json"):
        if (like / name).exists():
            shutil.copy(like / name, folder / name)
    return folder, folder


def batches_of(texts, folder, size):
    from transformers import BertTokenizerFast

    tokenizer = BertTokenizerFast(vocab_file=str(folder / "vocab.txt"), vocab=str(folder / "vocab.txt"))
    ids = [tokenizer(text, truncation=True, max_length=512)["input_ids"] for text in texts]
    ids.sort(key=len)
    return [ids[i : i + size] for i in range(0, len(ids), size)]


def milliseconds(work, least_runs, least_seconds):
    """Of each run, after two that are not counted."""
    work(), work()
    times, start = [], time.perf_counter()
    while len(times) < least_runs or time.perf_counter() - start < least_seconds:
        begin = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def measure_peer(system, options, sets):
    vocabulary = random.Random(1)
    figures = {"ms": {}, "texts_per_s": {}}
    for n in options.n:
        ids = [[vocabulary.randrange(1000, 20000) for _ in range(n)]]
        figures["ms"][n] = milliseconds(lambda: system.run(ids), options.runs, options.seconds)
    for name, batches in sets.items():
        def all_batches():
            for batch in batches:
                system.run(batch)

        system.run(batches[-1])  # the longest: memory and code are then ready
        begin = time.perf_counter()
        all_batches()
        figures["texts_per_s"][name] = sum(map(len, batches)) / (time.perf_counter() - begin)
    return figures


def measure_ours(options, folder, precision, data):
    arguments = ["bench", "--model", str(folder), "--threads", str(options.threads), "--precision", precision,
                 "--runs", str(options.runs), "--seconds", str(options.seconds), "--n", ",".join(map(str, options.n)),
                 "--json", "-"]
    for path, kind in data.values():
        arguments += ["--data", str(path), "--format", kind]
    if options.limit:
        arguments += ["--limit", str(options.limit)]
    report = json.loads(cli(options, *arguments))
    figures = {"ms": dict(zip(report["plain"]["n"], report["plain"]["ms"])), "texts_per_s": {}, "reduced": {},
               "sets": dict(zip(data, report["sets"])), "precision": report["conditions"]["precision"],
               "libtorch_linear": dict(zip(report["plain"]["n"], report["plain"]["ms_libtorch_linear"]))}
    for name, measured in zip(data, report["sets"]):
        figures["texts_per_s"][name] = measured["texts_per_s_plain"]
        figures["reduced"][name] = measured["texts_per_s_reduced"]
    return figures


def gather(rounds):
    """Median, least and most over the rounds, place by place."""
    result = {}
    for kind in ("ms", "texts_per_s", "reduced", "libtorch_linear"):
        for place in rounds[0].get(kind, {}):
            values = [r[kind][place] for r in rounds]
            if None not in values:
                result.setdefault(kind, {})[place] = {
                    "median": statistics.median(values), "min": min(values), "max": max(values)}
    if "sets" in rounds[0]:
        result["sets"] = rounds[-1]["sets"]
    return result


def measure_shape(options, title, folders, texts, data):
    ours, theirs = folders
    sets = {name: batches_of(t, theirs, options.batch) for name, t in texts.items()}
    systems = {}
    for name, make in SYSTEMS.items():
        if options.peers and name not in options.peers:
            continue
        try:
            systems[name] = make(theirs, options.threads, theirs.parent / f"{title}-{name.replace(' ', '-')}")
        except Exception as error:  # a peer that cannot be had is no reason to stop
            print(f"{name} left out: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}",
                  file=sys.stderr)
    rounds = {}
    for turn in range(options.rounds):
        for precision in options.precisions:
            figures = measure_ours(options, ours, precision, data)
            if figures["precision"] == precision:  # else the processor cannot
                rounds.setdefault(f"AdapLens {precision}", []).append(figures)
        for name, system in systems.items():
            rounds.setdefault(name, []).append(measure_peer(system, options, sets))
            print(f"{title}, round {turn + 1}: {name}", file=sys.stderr)
    return {name: gather(measured) for name, measured in rounds.items()}


def table(title, figures, lengths):
    base = next(iter(figures.values()))
    print(f"\n{title}: one text without dropping, ms (times ours float32)")
    print(f"{'':26}" + "".join(f"{n:>14}" for n in lengths))
    rows = {name: f["ms"] for name, f in figures.items()}
    rows["AdapLens, LibTorch linear"] = base["libtorch_linear"]
    for name, ms in rows.items():
        cells = (f"{ms[n]['median']:.2f} ({ms[n]['median'] / base['ms'][n]['median']:.2f})" for n in lengths)
        print(f"{name:26}" + "".join(f"{cell:>14}" for cell in cells))
    for kind, what in (("texts_per_s", "plain"), ("reduced", "reduced")):
        for name, f in figures.items():
            for place, value in f.get(kind, {}).items():
                ratio = base["texts_per_s"][place]["median"]
                print(f"{name:26}{place:>10} {what:8}{value['median']:10.1f} texts/s  ({value['median'] / ratio:.2f}; "
                      f"{value['min']:.1f}-{value['max']:.1f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True, help="adaplens-cli to measure")
    parser.add_argument("--model", help="AdapLeR model folder (default: the embedded model)")
    parser.add_argument("--sst2", help="SST-2's dev.tsv")
    parser.add_argument("--movies", help="folder of the ERASER movie reviews")
    parser.add_argument("--limit", type=int, default=0, help="only the first N texts of each set")
    parser.add_argument("--shapes", nargs="+", default=["embedded", "bert-base"], choices=["embedded", "bert-base"])
    parser.add_argument("--peers", nargs="+", choices=list(SYSTEMS), help="only these")
    parser.add_argument("--precisions", nargs="+", default=["float32", "bfloat16", "int8"])
    parser.add_argument("--n", nargs="+", type=int, default=LENGTHS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--runs", type=int, default=5, help="timed passes of each length in a round, at least")
    parser.add_argument("--seconds", type=float, default=0.3, help="and at least so long")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--json", help="write all figures there")
    options = parser.parse_args()
    texts, data = {}, {}
    if options.sst2:
        texts["SST-2 dev"], data["SST-2 dev"] = read_sst2(options.sst2, options.limit), (options.sst2, "tsv")
    if options.movies:
        texts["movies val"], data["movies val"] = read_movies(options.movies, options.limit), (options.movies, "eraser")
    result = {"conditions": {"threads": options.threads, "rounds": options.rounds, "runs": options.runs,
                             "batch": options.batch, "platform": platform.platform()}}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        folders = {"embedded": embedded_folders(options, work)}
        for shape in options.shapes:
            if shape == "bert-base":
                folders[shape] = random_folder(work, folders["embedded"][1])
            result[shape] = measure_shape(options, shape, folders[shape], texts, data)
            table(shape, result[shape], options.n)
            if options.json:
                Path(options.json).write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
