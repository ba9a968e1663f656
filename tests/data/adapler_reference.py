#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of AdapLeR for a tiny model, from plain PyTorch that shares no code with the program.

    python3 tests/data/adapler_reference.py          # writes tests/data/adapler_reference/
    python3 tests/data/adapler_reference_check.py    # checks it: finite differences, float32, the hard limit

Needs torch and safetensors only. Deterministic: the weights come from one seeded generator on the CPU, everything is
computed in float64 from weights rounded to float32, and the numbers are written with nine digits.

What is written:
  config.json, vocab.txt, model.safetensors   a 3-layer BERT classifier with its AdapLeR part, Hugging Face layout
  golden.json                                 inputs and expected values:
    examples    text, pair, ids, segments, label of each sequence (they form one batch)
    saliency    step B on the plain pass: raw scores and targets
    plain       logits with nothing removed
    inference   for theta_mode "target" and "forward", tokens really removed: per layer alive, raw, adjusted, delta,
                kept; lengths n_0 .. n_L; logits
    soft        the training pass at several lambda: per layer m on entry, raw, score compared, e, n; final m and n;
                logits; CE, L_CP, L_speed, L; gradients of L_speed (eta, mu, theta's step) and of L (weights)
    steps       both optimisers: learning rates, gradient norms before clipping, values after two and four steps (the
                first has learning rate 0)

Formulas, and what is taken where the paper is silent: adapler_formulas.py.
Adam with eps 1e-12 turns a gradient that is zero but for rounding into a full step of either sign. Key biases and the
last bias of each contribution predictor are such (a softmax does not see a shift); `steps` leaves them out.
"""
import argparse
import json
from pathlib import Path

import torch
from adapler_formulas import (CP_HIDDEN, EPSILON, GAMMA, HEADS, HIDDEN, INTERMEDIATE, LABELS, LAYERS, PHI, POSITIONS,
                              embed, gradients, infer, is_weight, plain_from, saliency, train)
from safetensors.torch import load_file, save_file

FOLDER = Path(__file__).resolve().parent / "adapler_reference"
SEED = 3
ETA = [0.3, 0.5, 0.75]
THETA = [1.8, 0.6]

WORDS = ("the a film movie plot actor scene ending music story was is and but not very never quite rather "
         "dull bright slow quick warm cold sharp flat clever clumsy honest tired funny sad long short first last "
         "half of in with for it we they felt found liked left ##ly ##ness ##ed . , !").split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS

EXAMPLES = [  # (text, pair, label)
    ("the film was clever and very funny .", None, 0),
    ("a dull plot , but the music felt warm and the ending was quite bright !", None, 2),
    ("the first half was slow", "we liked the last scene", 1),
    ("never sad", None, 1),
    ("it is rather long and cold , the actor was not honest , we left in the first half of the movie , "
     "tired of the clumsy story .", None, 2),
    ("they found the short scene sharp .", "the story was flat , and the ending with music was not quick .", 0),
]


# ------------------------------------------------------------------------------------------------ weights and inputs

def make_weights():
    generator = torch.Generator().manual_seed(SEED)

    def draw(*shape, std=0.2, mean=0.0):
        return torch.randn(*shape, generator=generator) * std + mean

    w = {}

    def linear(name, out, inner, std=0.2):
        w[name + ".weight"] = draw(out, inner, std=std)
        w[name + ".bias"] = draw(out, std=0.1)

    def norm(name):
        w[name + ".weight"] = draw(HIDDEN, std=0.1, mean=1.0)
        w[name + ".bias"] = draw(HIDDEN, std=0.1)

    w["bert.embeddings.word_embeddings.weight"] = draw(len(VOCABULARY), HIDDEN, std=0.5)
    w["bert.embeddings.position_embeddings.weight"] = draw(POSITIONS, HIDDEN)
    w["bert.embeddings.token_type_embeddings.weight"] = draw(2, HIDDEN)
    norm("bert.embeddings.LayerNorm")
    for l in range(LAYERS):
        p = f"bert.encoder.layer.{l}."
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            linear(p + part, HIDDEN, HIDDEN)
        norm(p + "attention.output.LayerNorm")
        linear(p + "intermediate.dense", INTERMEDIATE, HIDDEN)
        linear(p + "output.dense", HIDDEN, INTERMEDIATE)
        norm(p + "output.LayerNorm")
    linear("bert.pooler.dense", HIDDEN, HIDDEN)
    linear("classifier", LABELS, HIDDEN, std=0.4)
    for l in range(LAYERS):
        linear(f"adapler.cp.{l}.dense", CP_HIDDEN, HIDDEN, std=0.3)
        linear(f"adapler.cp.{l}.score", 1, CP_HIDDEN, std=0.22)
    w["adapler.eta"] = torch.tensor(ETA)
    w["adapler.theta"] = torch.tensor(THETA)
    return w


def encode(text, pair):
    index = {piece: i for i, piece in enumerate(VOCABULARY)}
    first = [index["[CLS]"], *(index[word] for word in text.split()), index["[SEP]"]]
    second = [] if pair is None else [*(index[word] for word in pair.split()), index["[SEP]"]]
    return first + second, [0] * len(first) + [1] * len(second)


class Batch:
    """Padded ids and segments [B, N] and the mask of real tokens, in the type of the weights."""

    def __init__(self, examples, dtype):
        rows = [encode(text, pair) for text, pair, _ in examples]
        self.lengths = [len(ids) for ids, _ in rows]
        n = max(self.lengths)
        self.ids = torch.tensor([ids + [0] * (n - len(ids)) for ids, _ in rows])
        self.segments = torch.tensor([segments + [0] * (n - len(segments)) for _, segments in rows])
        self.real = torch.tensor([[1.0] * k + [0.0] * (n - k) for k in self.lengths], dtype=dtype)
        self.labels = torch.tensor([label for _, _, label in examples])


# ------------------------------------------------------------------------------------------------ golden values

# The first four of ten steps with a warm-up over three, lambda as in a training of ten epochs with one step each.
STEPS = {"lambdas": [10.0, 30.0, 90.0, 270.0], "factors": [0.0, 1 / 3, 2 / 3, 1.0], "theta_mode": "target",
         "lr": 1e-3, "lr_cp": 2e-3, "lr_eta": 0.25, "weight_decay": 0.01, "gamma": GAMMA, "phi": PHI}
SOFT = [  # lambda, theta_mode, class weights
    (10.0, "target", None),
    (10.0, "forward", [0.5, 1.0, 2.0]),
    (1000.0, "target", None),
    (1000.0, "forward", None),
]


def shown(name):
    """Weights whose gradients and stepped values are written: all of the CPs, a sample of the rest."""
    if name.startswith("adapler.cp."):
        return not name.endswith("score.bias")
    return name in ("bert.embeddings.word_embeddings.weight", "bert.embeddings.LayerNorm.bias",
                    "bert.encoder.layer.0.attention.self.query.weight",
                    "bert.encoder.layer.1.attention.output.LayerNorm.weight",
                    "bert.encoder.layer.1.attention.self.value.bias",
                    "bert.encoder.layer.2.attention.self.key.weight",
                    "classifier.weight", "classifier.bias")


def ragged(values, batch):
    return [row[:k].tolist() for row, k in zip(values, batch.lengths)]


def compute(w, dtype):
    w = {name: value.to(dtype) for name, value in w.items()}
    batch = Batch(EXAMPLES, dtype)
    raw = saliency(w, batch)
    targets = raw / raw.sum(-1, keepdim=True)
    encoded = [encode(text, pair) for text, pair, _ in EXAMPLES]
    h0 = embed(w, batch.ids, batch.segments)
    golden = {
        "labels": LABELS,
        "examples": [{"text": text, "pair": pair, "label": label, "ids": ids, "segments": segments}
                     for (text, pair, label), (ids, segments) in zip(EXAMPLES, encoded)],
        "saliency": {"raw": ragged(raw, batch), "target": ragged(targets, batch)},
        "plain": plain_from(w, h0, (1.0 - batch.real) * -10000.0).tolist(),
        "inference": {mode: [infer(w, *ids, mode) for ids in encoded] for mode in ("target", "forward")},
        "soft": [],
    }
    for lam, mode, class_weights in SOFT:
        chosen = None if class_weights is None else torch.tensor(class_weights, dtype=dtype)
        out = gradients(w, batch, targets, lam, mode, chosen)
        golden["soft"].append({
            "lambda": lam, "theta_mode": mode, "class_weights": class_weights, "gamma": GAMMA, "phi": PHI,
            "layers": [{"m": ragged(layer["m"], batch), "raw": ragged(layer["raw"], batch),
                        "score": ragged(layer["score"], batch), "e": ragged(layer["e"], batch)}
                       for layer in out["layers"]],
            "m": ragged(out["m"], batch), "lengths": out["lengths"].T.tolist(), "logits": out["logits"].tolist(),
            "ce": out["ce"].item(), "cp_loss": out["cp"].item(), "speed_loss": out["speed"].item(),
            "loss": out["loss"].item(), "grad_eta": out["grad_eta"].tolist(), "grad_mu": out["grad_mu"].tolist(),
            "grad_theta": out["grad_theta"].tolist(),
            "grads": {name: gradient.flatten().tolist() for name, gradient in out["grads"].items() if shown(name)}})
    steps = dict(STEPS, norms=[], speed_norms=[], after={})
    for step, weights, norm, speed_norm in train(w, batch, targets, STEPS):
        steps["norms"].append(norm)
        steps["speed_norms"].append(speed_norm)
        if step in (2, 4):
            steps["after"][str(step)] = {name: value.flatten().tolist() for name, value in weights.items()
                                         if shown(name) or not is_weight(name)}
    golden["steps"] = steps
    return golden


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [rounded(v) for v in value]
    if isinstance(value, dict):
        return {key: rounded(v) for key, v in value.items()}
    return value


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)

    weights = make_weights()
    options.out.mkdir(parents=True, exist_ok=True)
    save_file(weights, options.out / "model.safetensors")
    (options.out / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n")
    config = {"architectures": ["BertForSequenceClassification"], "model_type": "bert", "vocab_size": len(VOCABULARY),
              "hidden_size": HIDDEN, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
              "intermediate_size": INTERMEDIATE, "hidden_act": "gelu", "hidden_dropout_prob": 0.1,
              "attention_probs_dropout_prob": 0.1, "max_position_embeddings": POSITIONS, "type_vocab_size": 2,
              "layer_norm_eps": EPSILON, "pad_token_id": 0, "id2label": {"0": "bad", "1": "mixed", "2": "good"},
              "label2id": {"bad": 0, "mixed": 1, "good": 2},
              "adapler": {"cp_hidden_size": CP_HIDDEN, "theta_mode": "target"}}
    (options.out / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    golden = rounded(compute(load_file(options.out / "model.safetensors"), torch.float64))
    (options.out / "golden.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    (options.out / "model.safetensors").chmod(0o644)


if __name__ == "__main__":
    main()
