#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of AdapLeR on DistilBERT, ELECTRA and RoBERTa, from plain PyTorch that shares no code with the program.

    python3 tests/data/adapler_architectures.py      # writes tests/data/adapler_architectures/<name>.{safetensors,json}

Needs torch and safetensors only. The encoders are the random ones of tests/data/saved_models/<name>-5, whose layers this
file writes out once more; to each comes an AdapLeR part from a seeded generator. Computed in float64, written with nine
digits: per text and layer which tokens are alive, contributions, threshold and what stays, tokens really removed; the
logits; and the logits with the same decisions as masks, which must be equal.
"""
import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

DATA = Path(__file__).resolve().parent
OUT = DATA / "adapler_architectures"
SEED = 5
CP_HIDDEN = 32
ETA = [0.6, 0.9]

# Names of the same parts: encoder, layer, then within it.
NAMES = {
    "bert": dict(layer="encoder.layer.{}.", q="attention.self.query", k="attention.self.key", v="attention.self.value",
                 out="attention.output.dense", norm1="attention.output.LayerNorm", up="intermediate.dense",
                 down="output.dense", norm2="output.LayerNorm"),
    "distilbert": dict(layer="transformer.layer.{}.", q="attention.q_lin", k="attention.k_lin", v="attention.v_lin",
                       out="attention.out_lin", norm1="sa_layer_norm", up="ffn.lin1", down="ffn.lin2",
                       norm2="output_layer_norm"),
}


class Model:
    def __init__(self, folder):
        self.config = json.loads((folder / "config.json").read_text())
        self.w = {}
        for shard in sorted(folder.glob("model*.safetensors")):
            self.w.update({name: value.double() for name, value in load_file(shard).items()})
        self.kind = self.config["model_type"]
        self.names = NAMES.get(self.kind, NAMES["bert"])
        self.heads = self.config.get("num_attention_heads") or self.config["n_heads"]
        self.hidden = self.config.get("hidden_size") or self.config["dim"]
        self.layers = self.config.get("num_hidden_layers") or self.config["n_layers"]
        self.epsilon = self.config.get("layer_norm_eps", 1e-12)

    def dense(self, name, x):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def norm(self, name, x):
        x = x - x.mean(-1, keepdim=True)
        x = x / torch.sqrt((x * x).mean(-1, keepdim=True) + self.epsilon)
        return x * self.w[name + ".weight"] + self.w[name + ".bias"]

    def embed(self, ids, segments):
        e = self.kind + ".embeddings."
        first = self.config["pad_token_id"] + 1 if self.kind == "roberta" else 0
        x = self.w[e + "word_embeddings.weight"][ids]
        x = x + self.w[e + "position_embeddings.weight"][first:first + len(ids)]
        types = self.w.get(e + "token_type_embeddings.weight")
        if types is not None:
            x = x + types[segments if len(types) > 1 else torch.zeros_like(segments)]
        x = self.norm(e + "LayerNorm", x)
        projection = self.kind + ".embeddings_project"
        return self.dense(projection, x) if projection + ".weight" in self.w else x

    def layer(self, l, h, bias):
        """h: [n, H]; bias [n] is added to what every query gives a key."""
        p, names = f"{self.kind}." + self.names["layer"].format(l), self.names
        n, width = len(h), self.hidden // self.heads

        def split(part):
            return self.dense(p + names[part], h).view(n, self.heads, width).transpose(0, 1)

        weights = torch.softmax(split("q") @ split("k").transpose(1, 2) / math.sqrt(width) + bias, -1)
        context = (weights @ split("v")).transpose(0, 1).reshape(n, self.hidden)
        h = self.norm(p + names["norm1"], self.dense(p + names["out"], context) + h)
        x = self.dense(p + names["up"], h)
        x = 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
        return self.norm(p + names["norm2"], self.dense(p + names["down"], x) + h)

    def head(self, h):
        first = h[0]
        if self.kind == "distilbert":
            return self.dense("classifier", torch.relu(self.dense("pre_classifier", first)))
        x = self.dense("classifier.dense", first)
        if self.kind == "electra":
            x = 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
        else:
            x = torch.tanh(x)
        return self.dense("classifier.out_proj", x)

    def scores(self, l, h):
        x = self.dense(f"adapler.cp.{l}.dense", h)
        x = 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
        return torch.softmax(self.dense(f"adapler.cp.{l}.score", x)[:, 0], -1)

    def removed(self, ids, segments):
        h, alive, layers = self.embed(ids, segments), list(range(len(ids))), []
        for l in range(self.layers):
            raw = self.scores(l, h)
            delta = ETA[l] / len(alive)
            kept = [i == 0 or bool(raw[i] >= delta) for i in range(len(alive))]
            assert (raw - delta).abs().min() > 1e-5, "too near a tie for a golden value"
            layers.append({"alive": alive, "raw": raw.tolist(), "delta": delta, "kept": kept})
            h = self.layer(l, h[torch.tensor(kept)], 0)
            alive = [token for token, keep in zip(alive, kept) if keep]
        return layers, alive, self.head(h)

    def masked(self, ids, segments, layers):
        h, gone = self.embed(ids, segments), torch.zeros(len(ids), dtype=torch.float64)
        for l, layer in enumerate(layers):
            for token, keep in zip(layer["alive"], layer["kept"]):
                gone[token] = 0 if keep else -math.inf
            h = self.layer(l, h, gone)
        return self.head(h)


def part(generator, hidden, layers):
    def draw(*shape, std):
        return torch.randn(*shape, generator=generator) * std

    w = {"adapler.eta": torch.tensor(ETA), "adapler.theta": torch.ones(layers - 1)}
    for l in range(layers):
        w[f"adapler.cp.{l}.dense.weight"] = draw(CP_HIDDEN, hidden, std=0.3)
        w[f"adapler.cp.{l}.dense.bias"] = draw(CP_HIDDEN, std=0.1)
        w[f"adapler.cp.{l}.score.weight"] = draw(1, CP_HIDDEN, std=0.3)
        w[f"adapler.cp.{l}.score.bias"] = draw(1, std=0.1)
    return w


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return {key: rounded(item) for key, item in value.items()} if isinstance(value, dict) else value


def main():
    torch.set_num_threads(1)
    OUT.mkdir(exist_ok=True)
    for name in ("distilbert", "electra-small", "roberta"):
        folder = DATA / "saved_models" / f"{name}-5"
        model = Model(folder)
        tensors = part(torch.Generator().manual_seed(SEED), model.hidden, model.layers)
        save_file(tensors, OUT / f"{name}.safetensors")
        (OUT / f"{name}.safetensors").chmod(0o644)
        model.w.update({key: value.double() for key, value in tensors.items()})
        golden = []
        for example in json.loads((folder / "inputs.json").read_text()):
            ids, segments = torch.tensor(example["ids"]), torch.tensor(example["segments"])
            layers, alive, logits = model.removed(ids, segments)
            masked = model.masked(ids, segments, layers)
            assert (masked - logits).abs().max() < 1e-12
            golden.append({"text": example["text"], "pair": example["pair"], "ids": example["ids"], "layers": layers,
                           "survivors": alive, "logits": logits.tolist()})
        dropped = sum(len(layer["kept"]) - sum(layer["kept"]) for text in golden for layer in text["layers"])
        assert dropped > 3, "nothing is dropped, so nothing is shown"
        (OUT / f"{name}.json").write_text(json.dumps(rounded(golden), separators=(",", ":")) + "\n")
        print(name, "tokens dropped:", dropped)


if __name__ == "__main__":
    main()
