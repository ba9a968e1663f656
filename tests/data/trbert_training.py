#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of TR-BERT's training for the tiny model of rivals_reference, in NumPy that shares no code with the
program.

    python3 tests/data/trbert_training.py          # writes tests/data/trbert_training/golden.json

Needs numpy only. Everything is computed in float64; each sample of each text runs by itself, from its first layer on.
Of the samples, numbered s * B + b (sample s of text b), golden.json holds:
  labels, twin, alpha, samples, ranking   what the losses are computed from; `ranking` a score of each piece
  kept        [selector][S B]: what stays of the tokens alive, drawn once and for all
  shares      [selector][S B]: kept as a share of the text's tokens
  logits      [S B][K]
  hard, soft  losses of the passes with the labels and with the twin's probabilities; rewards, the policy loss and
    gradients   hard: of the policy loss, by every tensor of the selectors, the states entering them held fixed
    slopes      soft: of mean loss + policy loss, by every tensor of the model along the direction cos(1), cos(2), ...,
                from central differences, the advantages held fixed
  imitated    [selector][B]: what stays where the first sample follows the ranking

Ye et al. 2021, and what their code does. Reward: -loss - alpha * (mean over the selectors of kept / text's tokens).
Policy loss: sum over the selectors of the mean over samples of (reward - mean reward of the text's samples) * (mean over
the tokens alive of -log p(decision)); [CLS] stays with probability 1. Imitation: so many tokens but [CLS] as their
probabilities sum to, rounded, those with the highest score.
"""
import json
import math
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
SOURCE, FOLDER = HERE / "rivals_reference", HERE / "trbert_training"
LAYERS, HEADS, PLACES, EPSILON = 4, 4, [1, 2], 1e-12
SAMPLES, ALPHA, SEED = 3, 0.7, 23
erf = np.vectorize(math.erf)


def read_safetensors(path):
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    tensors = {}
    for name, entry in json.loads(raw[8:8 + size]).items():
        if name != "__metadata__":
            assert entry["dtype"] == "F32"
            begin, end = entry["data_offsets"]
            values = np.frombuffer(raw[8 + size + begin:8 + size + end], "<f4")
            tensors[name] = values.astype(np.float64).reshape(entry["shape"])
    return tensors


def lin(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def norm(w, name, x):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + EPSILON) * w[name + ".weight"] + w[name + ".bias"]


def gelu(x):
    return 0.5 * x * (1 + erf(x / math.sqrt(2)))


def gelu_slope(x):
    return 0.5 * (1 + erf(x / math.sqrt(2))) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def layer(w, l, x):
    p, n, size = f"bert.encoder.layer.{l}.", x.shape[0], x.shape[1] // HEADS
    q, k, v = (lin(w, p + f"attention.self.{part}", x).reshape(n, HEADS, size).transpose(1, 0, 2)
               for part in ("query", "key", "value"))
    probabilities = np.exp(log_softmax(q @ k.transpose(0, 2, 1) / math.sqrt(size)))
    context = (probabilities @ v).transpose(1, 0, 2).reshape(n, -1)
    x = norm(w, p + "attention.output.LayerNorm", x + lin(w, p + "attention.output.dense", context))
    return norm(w, p + "output.LayerNorm", x + lin(w, p + "output.dense", gelu(lin(w, p + "intermediate.dense", x))))


def selector_name(number):
    return f"trbert.selector.{number}."


def run(w, ids, segments, choose):
    """Logits, and of each selector the states entering it, its logits and what was kept of the tokens alive."""
    e = "bert.embeddings."
    x = norm(w, e + "LayerNorm", w[e + "word_embeddings.weight"][ids]
             + w[e + "position_embeddings.weight"][:len(ids)] + w[e + "token_type_embeddings.weight"][segments])
    alive, record = list(range(len(ids))), []
    for l in range(LAYERS):
        if l in PLACES:
            name = selector_name(len(record))
            z = lin(w, name + "score", gelu(lin(w, name + "dense", x)))[:, 0]
            kept = choose(len(record), 1 / (1 + np.exp(-z)), alive)
            record.append((x, z, kept))
            stay = [i for i in range(len(alive)) if i == 0 or kept[i]]
            x, alive = x[stay], [alive[i] for i in stay]
        x = layer(w, l, x)
    return lin(w, "classifier", np.tanh(lin(w, "bert.pooler.dense", x[0]))), record


def advantages(rewards):
    by_sample = np.asarray(rewards).reshape(SAMPLES, -1)
    return (by_sample - by_sample.mean(0)).reshape(-1)


def policy_loss(records, advantage):
    total = 0.0
    for record, a in zip(records, advantage):
        for _, z, kept in record:
            sign = np.where(kept, 1.0, -1.0)
            cost = np.log1p(np.exp(-sign * z))  # -log p(decision)
            total += a * cost[1:].sum() / len(z) / len(records)
    return total


def policy_gradients(w, records, advantage):
    gradients = {name: np.zeros_like(value) for name, value in w.items() if name.startswith("trbert.")}
    for record, a in zip(records, advantage):
        for number, (x, z, kept) in enumerate(record):
            name = selector_name(number)
            slope = a / len(z) / len(records) * (1 / (1 + np.exp(-z)) - np.asarray(kept, float))
            slope[0] = 0
            inner = lin(w, name + "dense", x)
            gradients[name + "score.weight"] += slope[None] @ gelu(inner)
            gradients[name + "score.bias"] += slope.sum()
            back = slope[:, None] * w[name + "score.weight"] * gelu_slope(inner)
            gradients[name + "dense.weight"] += back.T @ x
            gradients[name + "dense.bias"] += back.sum(0)
    return gradients


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [rounded(item) for item in value]
    return float(f"{value:.9g}") if isinstance(value, (float, np.floating)) else value


def main():
    w = read_safetensors(SOURCE / "trbert.safetensors")
    examples = json.loads((SOURCE / "golden.json").read_text())["examples"]
    texts = [(example["ids"], example["segments"]) for example in examples]
    count, classes = len(texts), w["classifier.bias"].shape[0]
    random = np.random.default_rng(SEED)
    labels = [int(label) for label in random.integers(0, classes, count)]
    twin = np.exp(log_softmax(random.normal(0, 2, (count, classes))))
    ranking = [random.uniform(0, 1, len(ids)) for ids, _ in texts]

    kept = [[None] * (SAMPLES * count) for _ in PLACES]

    def run_all(weights):
        """All samples with the decisions in `kept`, which the first call draws."""
        results = []
        for q in range(SAMPLES * count):
            def choose(number, p, alive):
                if kept[number][q] is None:
                    kept[number][q] = [True] + [bool(u < 0.6) for u in random.uniform(0, 1, len(alive) - 1)]
                return kept[number][q]
            results.append(run(weights, *texts[q % count], choose))
        return np.stack([logits for logits, _ in results]), [record for _, record in results]

    def losses(logits, soft):
        logs = log_softmax(logits)
        if soft:
            return -(np.tile(twin, (SAMPLES, 1)) * logs).sum(-1)
        return -logs[np.arange(len(logs)), np.tile(labels, SAMPLES)]

    logits, records = run_all(w)
    shares = [[sum(bits) / len(texts[q % count][0]) for q, bits in enumerate(of_selector)] for of_selector in kept]
    golden = {"labels": labels, "twin": twin, "alpha": ALPHA, "samples": SAMPLES, "ranking": ranking, "kept": kept,
              "shares": shares, "logits": logits}
    for kind in ("hard", "soft"):
        each = losses(logits, kind == "soft")
        rewards = -each - ALPHA * np.mean(shares, 0)
        advantage = advantages(rewards)
        golden[kind] = {"losses": each, "rewards": rewards, "policy": policy_loss(records, advantage)}
        if kind == "hard":
            golden[kind]["gradients"] = policy_gradients(w, records, advantage)
            continue

        def objective(weights):
            found, drawn = run_all(weights)
            return losses(found, True).mean() + policy_loss(drawn, advantage)

        step, slopes = 1e-6, {}
        for name in w:
            direction = np.cos(np.arange(1, w[name].size + 1.0)).reshape(w[name].shape)
            up, down = (objective({**w, name: w[name] + sign * step * direction}) for sign in (1, -1))
            slopes[name] = (up - down) / (2 * step)
        golden[kind]["slopes"] = slopes

    imitated = [[None] * count for _ in PLACES]
    for b, (ids, segments) in enumerate(texts):
        def choose(number, p, alive):
            expected = p[1:].sum()
            assert abs(expected - math.floor(expected) - 0.5) > 1e-3, "too close to call in float32"
            best = sorted(range(1, len(alive)), key=lambda i: -ranking[b][alive[i]])[:math.floor(expected + 0.5)]
            imitated[number][b] = [i == 0 or i in best for i in range(len(alive))]
            return imitated[number][b]
        run(w, ids, segments, choose)
    golden["imitated"] = imitated

    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "golden.json").write_text(json.dumps(rounded(golden)) + "\n")
    print("shares", np.mean(shares, 1), "policy", golden["hard"]["policy"], golden["soft"]["policy"])
    print("imitated", [[sum(bits) for bits in of_selector] for of_selector in imitated])


if __name__ == "__main__":
    main()
