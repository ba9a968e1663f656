#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny model as AdapLeR's published code saves it, and what that code computes with it.

    python3 tests/data/keras_import.py PUBLISHED      # writes tests/data/keras_import/

PUBLISHED is a copy of the published code: the folder that holds modeling/modeling_tf_bert.py, whose classes make the
model, save it and run it. Needs Python 3.9 and what that code asks for: tensorflow 2.7, transformers 4.5.1 (with
numpy < 1.24, protobuf < 3.21, packaging < 21). Deterministic: the weights are drawn by one seeded generator.

What is written:
  model.h5                what its training writes: compiled, so with the variable of GAMMA, by save_weights()
  config.json, vocab.txt  of the BERT, as transformers writes them
  golden.json
    examples      text, pair and ids of each input
    target        of each input: logits, and a layer's raw scores, threshold and kept places (within the whole
                  sequence), tokens really removed, theta as saved (THETA_PR, which runs, is 1)
    padded        logits of the same as its evaluation runs it: one padded batch, tokens masked, lambda = 1e20
    forward       as target, after THETA_PR was set to "theta_pr"
"""
import json
import sys
from pathlib import Path

import numpy as np
import tensorflow as tf
from transformers import BertConfig, BertTokenizer, create_optimizer

sys.path.insert(0, sys.argv[1])
from modeling import modeling_tf_bert as published  # noqa: E402

FOLDER = Path(__file__).resolve().parent / "keras_import"
SEED = 11
LABELS = ["negative", "neutral", "positive"]
ETA = [0.15, 0.25, 0.3]
THETA = [1.7, 0.4]
THETA_PR = [6.0, 0.01]
WORDS = ("the a film plot actor ending music was is and but not very never quite dull bright slow warm cold sharp "
         "honest funny sad long of in we they found left ##ly ##ness . , !").split()
TEXTS = [("the film was very funny .", None),
         ("a dull plot , but the music was warm and the ending quite bright !", None),
         ("never sad", None),
         ("the actor was slowly left in the cold", "we found the ending sharp and honest ."),
         ("we found the long film dull , they left , and the sadness of the music was never bright .", None)]


def draw(model):
    """Weights wide enough that scores differ and no value is near zero by construction."""
    random = np.random.RandomState(SEED)
    for variable in sorted(model.weights, key=lambda v: v.name.split("/", 1)[-1]):
        name, shape = variable.name, variable.shape
        if "exp_head_pre" in name or name.endswith(("kernel:0", "weight:0", "embeddings:0")):
            values = random.normal(0, 0.35, shape)
        elif name.endswith("gamma:0"):
            values = random.normal(1, 0.1, shape)
        elif name.endswith(("bias:0", "beta:0")):
            values = random.normal(0, 0.1, shape)
        else:
            continue  # the variables of AdapLeR
        variable.assign(values.astype(np.float32))
    encoder = model.bert.encoder
    encoder.ETA.assign(ETA + [0.25] * (12 - len(ETA)))
    encoder.THETA.assign(THETA + [1.0] * (11 - len(THETA)))


def hard(model, inputs):
    """One sequence with its tokens really removed; what each layer kept is seen where the code removes it."""
    masks, remove = [], tf.boolean_mask

    def recorded(tensor, mask, axis=None):
        masks.append(mask.numpy())
        return remove(tensor, mask, axis=axis)

    tf.boolean_mask = recorded
    outputs = model.call(**inputs, lr_mode=True, output_explanations=True)
    tf.boolean_mask = remove
    masks = masks[::3]  # mask, effective mask and states are cut alike
    alive, layers = np.arange(inputs["input_ids"].shape[1]), []
    theta = model.bert.encoder.THETA_PR.numpy()
    for layer, (scores, mask) in enumerate(zip(outputs.explanations, masks)):
        raw = scores.numpy()[0]
        delta = np.float32(1) / np.float32(len(alive)) * model.bert.encoder.ETA.numpy()[layer]
        compared = raw * np.where(np.arange(len(raw)) == 0, theta[layer - 1] if layer > 0 else 1, 1)
        compared = compared / compared.sum()
        assert np.abs(compared[1:] - delta).min() > 1e-5, "a score lies on its threshold; take another seed"
        assert ((compared >= delta) | (np.arange(len(raw)) == 0)).tolist() == mask.tolist()
        alive = alive[mask]
        layers.append({"raw": raw.tolist(), "threshold": float(delta), "kept": alive.tolist()})
    return {"logits": outputs.logits.numpy()[0].tolist(), "layers": layers}


def main():
    FOLDER.mkdir(exist_ok=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + WORDS
    (FOLDER / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    config = BertConfig(vocab_size=len(pieces), hidden_size=32, num_hidden_layers=3, num_attention_heads=4,
                        intermediate_size=64, max_position_embeddings=48,
                        id2label=dict(enumerate(LABELS)), label2id={name: i for i, name in enumerate(LABELS)})
    config.architectures = ["BertForMaskedLM"]
    (FOLDER / "config.json").write_text(config.to_json_string(), encoding="utf-8")

    model = published.TFBertForSequenceClassification(config)
    model(model.dummy_inputs, training=False)
    model.to_AdapLeR()
    optimizer, _ = create_optimizer(init_lr=3e-5, num_train_steps=10, num_warmup_steps=1)
    model.compile(optimizer=optimizer, speedup_optimizer=optimizer, GAMMA=0.005, PHI=0.0005)
    draw(model)
    model.save_weights(str(FOLDER / "model.h5"))

    tokenizer = BertTokenizer(str(FOLDER / "vocab.txt"))
    examples = [{"text": text, "pair": pair, "ids": tokenizer(text, pair)["input_ids"]} for text, pair in TEXTS]
    inputs = [dict(tokenizer(text, pair, return_tensors="tf")) for text, pair in TEXTS]
    target = [hard(model, one) for one in inputs]

    encoder = model.bert.encoder
    encoder._lambda.assign(1e20)
    batch = [tokenizer(text, pair, max_length=48, truncation=True, padding="max_length") for text, pair in TEXTS]
    batch = {key: tf.constant([one[key] for one in batch]) for key in batch[0].keys()}
    padded = model(batch, lr_mode=False, output_explanations=True).logits.numpy()
    worst = np.abs(padded - np.array([one["logits"] for one in target])).max()
    print("logits with tokens removed and with tokens masked differ by at most", worst)
    assert worst < 1e-4

    encoder.THETA_PR.assign(THETA_PR + [1.0] * (11 - len(THETA_PR)))
    forward = [hard(model, one) for one in inputs]
    print("kept:", [[len(layer["kept"]) for layer in one["layers"]] for one in target],
          [[len(layer["kept"]) for layer in one["layers"]] for one in forward])
    golden = {"eta": ETA, "theta": THETA, "theta_pr": THETA_PR, "examples": examples, "target": target,
              "padded": padded.tolist(), "forward": forward}
    (FOLDER / "golden.json").write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
