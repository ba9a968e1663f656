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

Formulas: AdapLeR (Modarressi et al., ACL 2022, arXiv 2203.08991). Where the paper is silent:
  * mu_l, the multiplier of [CLS]'s score that is always 1, acts like theta_l with theta_mode "forward": [CLS]'s score
    times mu_l, then renormalised. Only layers 1 .. L-1 have one.
  * with theta_mode "forward" theta rescales the score that is compared with delta, and not the CP's target as well.
  * the weight of an example's KL at a layer is the largest m of its other tokens on entry to that layer.
  * AdamW and Adam are PyTorch's (betas 0.9 and 0.999, decoupled decay); clipping is torch's clip_grad_norm_.
Adam with eps 1e-12 turns a gradient that is zero but for rounding into a full step of either sign. Key biases and the
last bias of each contribution predictor are such (a softmax does not see a shift); `steps` leaves them out.
"""
import argparse
import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

FOLDER = Path(__file__).resolve().parent / "adapler_reference"
SEED = 3
LAYERS, HIDDEN, HEADS, INTERMEDIATE, LABELS, POSITIONS, CP_HIDDEN = 3, 32, 4, 64, 3, 64, 32
EPSILON = 1e-12  # of LayerNorm
BETA = 0.1
GAMMA, PHI = 0.1, 0.05
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


# ------------------------------------------------------------------------------------------------ BERT

def gelu(x):
    return 0.5 * x * (1.0 + torch.erf(x / math.sqrt(2.0)))


def dense(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def layer_norm(w, name, x):
    mean = x.mean(-1, keepdim=True)
    variance = ((x - mean) ** 2).mean(-1, keepdim=True)
    return (x - mean) / torch.sqrt(variance + EPSILON) * w[name + ".weight"] + w[name + ".bias"]


def embed(w, ids, segments):
    x = (w["bert.embeddings.word_embeddings.weight"][ids]
         + w["bert.embeddings.position_embeddings.weight"][torch.arange(ids.shape[-1])]
         + w["bert.embeddings.token_type_embeddings.weight"][segments])
    return layer_norm(w, "bert.embeddings.LayerNorm", x)


def bert_layer(w, l, h, key_bias):
    """h: [B, N, H], key_bias: [B, N] added to every query's attention scores."""
    p = f"bert.encoder.layer.{l}."
    b, n, _ = h.shape

    def heads(name):
        return dense(w, p + "attention.self." + name, h).view(b, n, HEADS, HIDDEN // HEADS).transpose(1, 2)

    scores = heads("query") @ heads("key").transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + key_bias[:, None, None, :]
    context = (torch.softmax(scores, -1) @ heads("value")).transpose(1, 2).reshape(b, n, HIDDEN)
    h = layer_norm(w, p + "attention.output.LayerNorm", dense(w, p + "attention.output.dense", context) + h)
    inner = gelu(dense(w, p + "intermediate.dense", h))
    return layer_norm(w, p + "output.LayerNorm", dense(w, p + "output.dense", inner) + h)


def classify(w, h):
    return dense(w, "classifier", torch.tanh(dense(w, "bert.pooler.dense", h[:, 0])))


def cp_logits(w, l, h):
    return dense(w, f"adapler.cp.{l}.score", gelu(dense(w, f"adapler.cp.{l}.dense", h))).squeeze(-1)


def plain_from(w, h, key_bias):
    for l in range(LAYERS):
        h = bert_layer(w, l, h, key_bias)
    return classify(w, h)


# ------------------------------------------------------------------------------------------------ inference

def infer(w, ids, segments, theta_mode):
    """One sequence, tokens really removed."""
    ids, segments = torch.tensor([ids]), torch.tensor([segments])
    alive = list(range(ids.shape[1]))
    h = embed(w, ids, segments)
    layers = []
    for l in range(LAYERS):
        raw = torch.softmax(cp_logits(w, l, h)[0], -1)
        adjusted = raw
        if theta_mode == "forward" and l > 0:
            adjusted = raw.clone()
            adjusted[0] = raw[0] * max(0.001, w["adapler.theta"][l - 1].item())
            adjusted = adjusted / adjusted.sum()
        delta = w["adapler.eta"][l] / len(alive)
        kept = [i == 0 or bool(adjusted[i] >= delta) for i in range(len(alive))]
        layers.append({"alive": alive, "raw": raw.tolist(), "adjusted": adjusted.tolist(), "delta": delta.item(),
                       "kept": kept})
        h = h[:, torch.tensor(kept)]
        alive = [token for token, keep in zip(alive, kept) if keep]
        h = bert_layer(w, l, h, torch.zeros(1, len(alive), dtype=h.dtype))
    return {"layers": layers, "lengths": [len(layer["alive"]) for layer in layers] + [len(alive)],
            "logits": classify(w, h)[0].tolist()}


# ------------------------------------------------------------------------------------------------ training

def saliency(w, batch):
    """Step B: || dz_y/dh^0_i * h^0_i ||_2 of the gold label's logit, dropout off. Raw [B, N]."""
    h0 = embed(w, batch.ids, batch.segments).detach().requires_grad_()
    logits = plain_from(w, h0, (1.0 - batch.real) * -10000.0)
    gold = logits.gather(1, batch.labels[:, None]).sum()
    gradient, = torch.autograd.grad(gold, h0)
    return (gradient * h0.detach()).norm(dim=-1) * batch.real


def soft_pass(w, batch, lam, theta_mode, mu):
    """The pass of step C: all tokens stay in place and are masked softly. mu: [L - 1], all ones."""
    cls = torch.zeros_like(batch.real)
    cls[:, 0] = 1.0
    m = batch.real
    bias = (1.0 - batch.real) * -10000.0
    h = embed(w, batch.ids, batch.segments)
    layers = []
    for l in range(LAYERS):
        raw = torch.softmax(cp_logits(w, l, h).masked_fill(batch.real == 0, -math.inf), -1) * m
        raw = raw / raw.sum(-1, keepdim=True)
        n = 1.0 + (m * (1.0 - cls)).sum(-1)
        d = (w["adapler.eta"][l] / n)[:, None]
        x = raw
        if l > 0:
            factor = mu[l - 1]
            if theta_mode == "forward":
                factor = factor * w["adapler.theta"][l - 1].detach().clamp(min=0.001)
            x = torch.cat([raw[:, :1] * factor, raw[:, 1:]], 1)
            x = x / x.sum(-1, keepdim=True)
        below = (lam / d) * (x - d) - BETA / lam
        above = (x - 1.0) * (BETA / lam) / (1.0 - d + 1e-7)
        e = torch.minimum(below, above).clamp(-10000.0, 0.0) * m * (1.0 - cls)
        layers.append({"m": m, "n": n, "raw": raw, "score": x, "e": e})
        bias = (bias + e).clamp(min=-10000.0)
        m = m * torch.exp(e)
        h = bert_layer(w, l, h, bias)
    lengths = torch.stack([layer["n"] for layer in layers] + [1.0 + (m * (1.0 - cls)).sum(-1)])
    return layers, m, lengths, classify(w, h)


def losses(w, batch, targets, lam, theta_mode, mu, class_weights=None):
    layers, m, lengths, logits = soft_pass(w, batch, lam, theta_mode, mu)
    b = len(batch.lengths)
    each = -torch.log_softmax(logits, -1).gather(1, batch.labels[:, None]).squeeze(1)
    if class_weights is not None:
        each = each * class_weights[batch.labels]
    ce = each.sum() / b
    cp = 0.0
    for l, layer in enumerate(layers):
        entry = layer["m"].detach()
        target = targets * entry
        if theta_mode == "target" and l > 0:
            target = torch.cat([target[:, :1] * w["adapler.theta"][l - 1].detach(), target[:, 1:]], 1)
        target = (target / target.sum(-1, keepdim=True)).clamp(1e-7, 1.0)
        raw = layer["raw"].clamp(1e-7, 1.0)
        kl = (target * torch.log(target / raw) * batch.real).sum(-1)
        cp = cp + (LAYERS - l) * (kl * entry[:, 1:].amax(-1)).sum() / b
    speed = ce + PHI * lengths[1:].sum(0).mean()
    return {"layers": layers, "m": m, "lengths": lengths, "logits": logits, "ce": ce, "cp": cp, "speed": speed,
            "loss": ce + GAMMA * cp}


def is_weight(name):
    return name not in ("adapler.eta", "adapler.theta")


def gradients(w, batch, targets, lam, theta_mode, class_weights=None):
    """All values of one step: the pass, dL_speed of eta and mu, theta's step, dL of every other weight."""
    w = {name: value.detach().clone().requires_grad_(name != "adapler.theta") for name, value in w.items()}
    mu = torch.ones_like(w["adapler.theta"]).requires_grad_()
    out = losses(w, batch, targets, lam, theta_mode, mu, class_weights)
    eta_gradient, mu_gradient = torch.autograd.grad(out["speed"], [w["adapler.eta"], mu], retain_graph=True)
    names = [name for name in w if is_weight(name)]
    weight_gradients = torch.autograd.grad(out["loss"], [w[name] for name in names])
    out["grad_eta"], out["grad_mu"] = eta_gradient, mu_gradient
    out["grad_theta"] = mu_gradient / (w["adapler.theta"] + 1e-7)
    out["grads"] = dict(zip(names, weight_gradients))
    return out


def train(w, batch, targets, settings):
    """Steps on one batch; yields (step, weights, norms)."""
    w = {name: value.clone() for name, value in w.items()}
    parameters = {name: torch.nn.Parameter(value) for name, value in w.items()}

    def group(cp, decays):
        chosen = [p for name, p in parameters.items() if is_weight(name) and name.startswith("adapler.cp.") == cp
                  and (not name.endswith(".bias") and "LayerNorm" not in name) == decays]
        return {"params": chosen, "weight_decay": settings["weight_decay"] if decays else 0.0, "cp": cp}

    weights = torch.optim.AdamW([group(cp, decays) for cp in (False, True) for decays in (True, False)],
                                betas=(0.9, 0.999), eps=1e-12)
    speed = torch.optim.Adam([parameters["adapler.eta"], parameters["adapler.theta"]], betas=(0.9, 0.999), eps=1e-12,
                             weight_decay=0.0)
    for step, (lam, factor) in enumerate(zip(settings["lambdas"], settings["factors"])):
        out = gradients({name: p.detach() for name, p in parameters.items()}, batch, targets, lam,
                        settings["theta_mode"])
        for name, gradient in out["grads"].items():
            parameters[name].grad = gradient
        parameters["adapler.eta"].grad = out["grad_eta"]
        parameters["adapler.theta"].grad = out["grad_theta"]
        norm = torch.nn.utils.clip_grad_norm_([parameters[name] for name in out["grads"]], 1.0)
        speed_norm = torch.nn.utils.clip_grad_norm_([parameters["adapler.eta"], parameters["adapler.theta"]], 1.0)
        for g in weights.param_groups:
            g["lr"] = factor * settings["lr_cp" if g["cp"] else "lr"]
        for g in speed.param_groups:
            g["lr"] = factor * settings["lr_eta"]
        weights.step()
        speed.step()
        with torch.no_grad():
            parameters["adapler.eta"].clamp_(0.01, 1.0)
        yield step + 1, {name: p.detach().clone() for name, p in parameters.items()}, norm.item(), speed_norm.item()


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
