#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of PoWER-BERT's search for a retention configuration, from plain PyTorch that shares no code with the
program: loss and gradients of one batch with soft extraction, on the model of rivals_reference.py.

    python3 tests/data/softextract_reference.py     # writes tests/data/softextract_reference.json

Needs torch and safetensors, and tests/data/rivals_reference/. Deterministic, in float64, written with twelve digits.

Soft extraction (Goyal et al. 2020, section 4): after the attention of layer l and its LayerNorm, before the feed-forward
part, the tokens are ordered, [CLS] first, then by significance (the attention that a token receives, averaged over
heads, summed over the other tokens), and the one at place k is multiplied by r_l[k]. The loss is the mean cross-entropy
plus lambda * sum_l (l + 1) sum_k r_l[k]. No gradient flows through the order.

What is written:
  labels, lambda, retention [L][N]   inputs, for the examples of rivals_reference/golden.json
  examples   ranks [L][n], logits
  loss
  gradients  of retention [L][N], and of weights by name
  configuration                      trunc(sum_k r_l[k]), at most that of the layer before
"""
import json

import torch
from safetensors.torch import load_file

from rivals_reference import EXAMPLES, FOLDER, LAYERS, POSITIONS, attention, embed, encode, feed_forward, logits_of

OUT = FOLDER.parent / "softextract_reference.json"
SEED, LAMBDA, LABELS = 4, 3e-3, [2, 0, 1, 0, 1, 2]
WEIGHTS = ["bert.embeddings.LayerNorm.weight", "bert.encoder.layer.0.attention.self.query.weight",
           "bert.encoder.layer.1.attention.output.LayerNorm.bias", "bert.encoder.layer.2.intermediate.dense.bias",
           "bert.encoder.layer.3.output.dense.bias", "classifier.weight"]


def ranks_of(probabilities):
    mean = probabilities.mean(0)
    received = (mean.sum(0) - mean.diagonal()).tolist()
    ranked = sorted(range(1, len(received)), key=lambda j: (-received[j], j))
    for a, b in zip(ranked, ranked[1:]):
        assert received[a] - received[b] > 1e-6, "too close to call in float32"
    ranks = [0] * len(received)
    for place, token in enumerate(ranked):
        ranks[token] = place + 1
    return ranks


def run(w, retention, ids, segments):
    x, all_ranks = embed(w, ids, segments), []
    for l in range(LAYERS):
        x, probabilities = attention(w, l, x)
        ranks = ranks_of(probabilities.detach())
        all_ranks.append(ranks)
        x = feed_forward(w, l, x * retention[l][ranks].unsqueeze(1))
    return logits_of(w, x), all_ranks


def main():
    w = {name: tensor.double() for name, tensor in load_file(FOLDER / "model.safetensors").items()}
    for name in WEIGHTS:
        w[name].requires_grad_(True)
    generator = torch.Generator().manual_seed(SEED)
    # Falling from 1 to nearly 0, as a search leaves it; tokens made 0 would all be alike, and their order open.
    falling = torch.linspace(1.1, -0.4, POSITIONS, dtype=torch.float64)
    offsets = torch.tensor([[0.2], [0.0], [0.1], [-0.3]], dtype=torch.float64)  # a layer asks for more than the last had
    retention = (falling + offsets + 0.2 * torch.randn(LAYERS, POSITIONS, generator=generator, dtype=torch.float64)).clamp(0.02, 1)
    retention = (retention * 1e6).round() / 1e6
    retention.requires_grad_(True)

    examples, losses = [], []
    for (text, pair), label in zip(EXAMPLES, LABELS):
        logits, ranks = run(w, retention, *encode(text, pair))
        examples.append({"ranks": ranks, "logits": logits.tolist()})
        losses.append(-torch.log_softmax(logits, 0)[label])
    mass = sum((l + 1) * retention[l].sum() for l in range(LAYERS))
    loss = torch.stack(losses).mean() + LAMBDA * mass
    gradients = torch.autograd.grad(loss, [retention] + [w[name] for name in WEIGHTS])
    configuration = []
    for l in range(LAYERS):
        kept = max(1, int(retention[l].sum().item()))
        configuration.append(min([kept] + configuration[-1:]))

    def rounded(value):
        if isinstance(value, list):
            return [rounded(item) for item in value]
        return float(f"{value:.12g}") if isinstance(value, float) else value

    golden = {
        "labels": LABELS, "lambda": LAMBDA, "retention": rounded(retention.tolist()),
        "examples": [{key: rounded(value) for key, value in example.items()} for example in examples],
        "loss": rounded(loss.item()),
        "gradients": {name: rounded(gradient.tolist()) for name, gradient in zip(["retention"] + WEIGHTS, gradients)},
        "configuration": configuration,
    }
    OUT.write_text(json.dumps(golden) + "\n")
    print("loss", loss.item(), "configuration", configuration)


if __name__ == "__main__":
    main()
