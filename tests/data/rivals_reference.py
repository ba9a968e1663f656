#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of PoWER-BERT and TR-BERT inference for a tiny model, from plain PyTorch that shares no code with the
program.

    python3 tests/data/rivals_reference.py          # writes tests/data/rivals_reference/

Needs torch, transformers and safetensors. Deterministic: the weights come from one seeded generator on the CPU,
everything is computed in float64 from weights rounded to float32, and the numbers are written with nine digits. The
pass with nothing removed is compared with Hugging Face's BertForSequenceClassification.

What is written:
  vocab.txt, config.json   of a 4-layer BERT classifier, Hugging Face layout, without a rule
  model.safetensors        its weights
  trbert.safetensors       the same with two selectors
  golden.json              inputs and expected values, tokens really removed:
    examples   text, pair, ids, segments
    plain      logits with nothing removed
    power      retention; for each example and layer alive, significance (in the rule's own unit), kept; lengths
               n_0 .. n_L; logits
    trbert     threshold, places; for each example and place alive, probability, kept; lengths; logits

PoWER-BERT (Goyal et al. 2020): after the attention of layer l and its LayerNorm, before the feed-forward part, the
min(r_l, n) most significant tokens stay. Significance of token j: the attention it receives, averaged over heads, summed
over the tokens alive but itself. [CLS] always stays and counts; the order is kept.
TR-BERT (Ye et al. 2021): before layers 1 and L/2, counted from 0, token i stays iff
sigmoid(Linear(GELU(Linear(h_i)))) >= 0.5; [CLS] always stays.
"""
import json
from pathlib import Path

import torch
from safetensors.torch import save_file

FOLDER = Path(__file__).resolve().parent / "rivals_reference"
SEED = 11
LAYERS, HIDDEN, HEADS, INTERMEDIATE, POSITIONS, LABELS = 4, 16, 4, 32, 40, ["bad", "fair", "good"]
SELECTOR, THRESHOLD, PLACES = 8, 0.5, [1, 2]
RETENTION = [14, 9, 6, 2]
EPSILON = 1e-12
SECOND_BIAS = 7

WORDS = ("the a film movie plot actor scene ending music story was is and but not very never quite rather "
         "dull bright slow quick warm cold sharp flat clever clumsy honest tired funny sad long short first last "
         "half of in with for it we they felt found liked left ##ly ##ness ##ed . , !").split()
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS
EXAMPLES = [
    ("the film was clever and very funny .", None),
    ("a dull plot , but the music felt warm and the ending was quite bright !", None),
    ("the first half was slow", "we liked the last scene"),
    ("sad", None),
    ("it is rather long and cold , the actor was not honest , we left in the first half of the movie , "
     "tired of the clumsy story .", None),
    ("", None),
]


def make_weights():
    generator = torch.Generator().manual_seed(SEED)

    def draw(*shape, std, mean=0.0):
        return (torch.randn(*shape, generator=generator) * std + mean).float()

    w = {}

    def linear(name, out, inner, std=0.35):
        w[name + ".weight"] = draw(out, inner, std=std)
        w[name + ".bias"] = draw(out, std=0.1)

    def norm(name):
        w[name + ".weight"] = draw(HIDDEN, std=0.1, mean=1.0)
        w[name + ".bias"] = draw(HIDDEN, std=0.1)

    w["bert.embeddings.word_embeddings.weight"] = draw(len(VOCABULARY), HIDDEN, std=0.6)
    w["bert.embeddings.position_embeddings.weight"] = draw(POSITIONS, HIDDEN, std=0.2)
    w["bert.embeddings.token_type_embeddings.weight"] = draw(2, HIDDEN, std=0.2)
    norm("bert.embeddings.LayerNorm")
    for l in range(LAYERS):
        p = f"bert.encoder.layer.{l}."
        linear(p + "attention.self.query", HIDDEN, HIDDEN)
        linear(p + "attention.self.key", HIDDEN, HIDDEN)
        linear(p + "attention.self.value", HIDDEN, HIDDEN)
        linear(p + "attention.output.dense", HIDDEN, HIDDEN)
        norm(p + "attention.output.LayerNorm")
        linear(p + "intermediate.dense", INTERMEDIATE, HIDDEN)
        linear(p + "output.dense", HIDDEN, INTERMEDIATE)
        norm(p + "output.LayerNorm")
    linear("bert.pooler.dense", HIDDEN, HIDDEN)
    linear("classifier", len(LABELS), HIDDEN)
    plain = dict(w)
    for i in range(len(PLACES)):
        linear(f"trbert.selector.{i}.dense", SELECTOR, HIDDEN, std=0.5)
        linear(f"trbert.selector.{i}.score", 1, SELECTOR, std=1.5)
    selectors = {name: tensor for name, tensor in w.items() if name not in plain}
    selectors["trbert.selector.1.score.bias"] += SECOND_BIAS  # so that it drops some and keeps some
    return plain, selectors


def encode(text, pair):
    def ids(words):
        return [VOCABULARY.index(word) if word in VOCABULARY else 1 for word in words.split()]

    first = [2] + ids(text) + [3]
    second = ids(pair) + [3] if pair is not None else []
    return first + second, [0] * len(first) + [1] * len(second)


def lin(w, name, x):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def layer_norm(w, name, x):
    centred = x - x.mean(-1, keepdim=True)
    return centred / torch.sqrt((centred ** 2).mean(-1, keepdim=True) + EPSILON) * w[name + ".weight"] + w[name + ".bias"]


def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / 2 ** 0.5))


def attention(w, l, x):
    """States after attention and its LayerNorm, and the probabilities [heads, queries, keys]."""
    p, n, size = f"bert.encoder.layer.{l}.", x.shape[0], HIDDEN // HEADS

    def heads(name):
        return lin(w, p + "attention.self." + name, x).reshape(n, HEADS, size).transpose(0, 1)

    scores = heads("query") @ heads("key").transpose(1, 2) / size ** 0.5
    probabilities = torch.softmax(scores, -1)
    context = (probabilities @ heads("value")).transpose(0, 1).reshape(n, HIDDEN)
    return layer_norm(w, p + "attention.output.LayerNorm", x + lin(w, p + "attention.output.dense", context)), probabilities


def feed_forward(w, l, x):
    p = f"bert.encoder.layer.{l}."
    return layer_norm(w, p + "output.LayerNorm",
                      x + lin(w, p + "output.dense", gelu(lin(w, p + "intermediate.dense", x))))


def embed(w, ids, segments):
    return layer_norm(w, "bert.embeddings.LayerNorm",
                      w["bert.embeddings.word_embeddings.weight"][ids]
                      + w["bert.embeddings.position_embeddings.weight"][:len(ids)]
                      + w["bert.embeddings.token_type_embeddings.weight"][segments])


def logits_of(w, x):
    return lin(w, "classifier", torch.tanh(lin(w, "bert.pooler.dense", x[0])))


def plain(w, ids, segments):
    x = embed(w, ids, segments)
    for l in range(LAYERS):
        x = feed_forward(w, l, attention(w, l, x)[0])
    return logits_of(w, x)


def power(w, ids, segments):
    x, alive, layers = embed(w, ids, segments), list(range(len(ids))), []
    lengths = [len(alive)]
    for l in range(LAYERS):
        x, probabilities = attention(w, l, x)
        mean = probabilities.mean(0)
        significance = [sum(mean[i, j].item() for i in range(len(alive)) if i != j) for j in range(len(alive))]
        ranked = sorted(range(1, len(alive)), key=lambda j: (-significance[j], j))
        stay = sorted([0] + ranked[:min(RETENTION[l], len(alive)) - 1])
        if len(stay) < len(alive) and len(stay) > 1:
            gap = significance[ranked[len(stay) - 2]] - significance[ranked[len(stay) - 1]]
            assert gap > 1e-4, f"too close to call in float32: {gap}"
        layers.append({"alive": alive, "significance": significance, "kept": [j in stay for j in range(len(alive))]})
        x, alive = feed_forward(w, l, x[stay]), [alive[j] for j in stay]
        lengths.append(len(alive))
    return {"layers": layers, "lengths": lengths, "logits": logits_of(w, x).tolist()}


def trbert(w, ids, segments):
    x, alive, places = embed(w, ids, segments), list(range(len(ids))), []
    lengths = [len(alive)]
    for l in range(LAYERS):
        if l in PLACES:
            name = f"trbert.selector.{PLACES.index(l)}."
            p = torch.sigmoid(lin(w, name + "score", gelu(lin(w, name + "dense", x)))).squeeze(-1)
            assert (p - THRESHOLD).abs().min() > 1e-4, "too close to call in float32"
            stay = [i for i in range(len(alive)) if i == 0 or p[i] >= THRESHOLD]
            places.append({"alive": alive, "probability": p.tolist(), "kept": [i in stay for i in range(len(alive))]})
            x, alive = x[stay], [alive[i] for i in stay]
        x = feed_forward(w, l, attention(w, l, x)[0])
        lengths.append(len(alive))
    return {"places": places, "lengths": lengths, "logits": logits_of(w, x).tolist()}


CONFIG = {
    "architectures": ["BertForSequenceClassification"], "model_type": "bert", "vocab_size": len(VOCABULARY),
    "hidden_size": HIDDEN, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": INTERMEDIATE,
    "hidden_act": "gelu", "layer_norm_eps": EPSILON, "max_position_embeddings": POSITIONS, "type_vocab_size": 2,
    "id2label": {str(i): label for i, label in enumerate(LABELS)},
    "label2id": {label: i for i, label in enumerate(LABELS)},
}


def check_plain(weights, inputs, expected):
    from transformers import BertConfig, BertForSequenceClassification
    model = BertForSequenceClassification(BertConfig(**{k: v for k, v in CONFIG.items() if k != "architectures"})).double()
    missing = model.load_state_dict({k: v.double() for k, v in weights.items()}, strict=False)
    assert not missing.unexpected_keys and all("position_ids" in k for k in missing.missing_keys), missing
    model.eval()
    with torch.no_grad():
        for (ids, segments), logits in zip(inputs, expected):
            found = model(input_ids=torch.tensor([ids]), token_type_ids=torch.tensor([segments])).logits[0]
            assert (found - logits).abs().max() < 1e-10, (found, logits)


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


def main():
    FOLDER.mkdir(exist_ok=True)
    base, selectors = make_weights()
    (FOLDER / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n")
    (FOLDER / "config.json").write_text(json.dumps(CONFIG, indent=1) + "\n")
    save_file(base, FOLDER / "model.safetensors")
    save_file({**base, **selectors}, FOLDER / "trbert.safetensors")
    w = {name: tensor.double() for name, tensor in {**base, **selectors}.items()}
    inputs = [encode(text, pair) for text, pair in EXAMPLES]
    expected = [plain(w, *each) for each in inputs]
    check_plain(base, inputs, expected)
    golden = {
        "examples": [{"text": text, "pair": pair, "ids": ids, "segments": segments}
                     for (text, pair), (ids, segments) in zip(EXAMPLES, inputs)],
        "plain": [logits.tolist() for logits in expected],
        "power": {"retention": RETENTION, "examples": [power(w, *each) for each in inputs]},
        "trbert": {"threshold": THRESHOLD, "selector_hidden_size": SELECTOR, "layers": PLACES,
                   "examples": [trbert(w, *each) for each in inputs]},
    }
    (FOLDER / "golden.json").write_text(json.dumps(rounded(golden)) + "\n")
    for name in ("power", "trbert"):
        print(name, [example["lengths"] for example in golden[name]["examples"]])


if __name__ == "__main__":
    main()
