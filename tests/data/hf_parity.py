#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small Hugging Face BERT classifiers with random weights, and what Hugging Face computes with them.

    python3 tests/data/hf_parity.py    # writes tests/data/hf_parity/<model>/

Needs torch, transformers and safetensors. Deterministic (seeded, one thread). Each folder is a model as
`save_pretrained` writes it, stored in another float type each, and beside it
  inputs.json          text, pair, ids and segments (transformers' BertTokenizer) of each input
  golden.safetensors   per input i, float32: i.hidden [L+1, n, H], i.attentions [L, heads, n, n], i.logits [K]
The weights are drawn wide (std 0.2, LayerNorm and biases too), so that attention is peaked and no value is near zero by
construction; they are rounded to the stored type before the pass, which runs in float32 with eager attention.
"""
import json
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

FOLDER = Path(__file__).resolve().parent / "hf_parity"

CASED = ("The the A a film Film movie Paris was is not very good bad Good ##ly ##ness un ##watch ##able and but "
         "I it . , ! ' s é ##é 電 影").split()
UNCASED = ("the a film movie paris was is not very good bad ##ly ##ness un ##watch ##able and but i it . , ! ' s "
           "cafe 電 影").split()

MODELS = {
    "cased-2x32": dict(
        words=CASED, lower=False, labels=["no", "yes"], layers=2, hidden=32, heads=4, intermediate=64, epsilon=1e-12,
        dtype=torch.float32, inputs=[
            ("The film was not bad .", None),
            ("A very good movie , but unwatchable ! 電影", "I was in Paris"),
            ("", None)]),
    "uncased-3x48": dict(
        words=UNCASED, lower=True, labels=["neg", "mid", "pos"], layers=3, hidden=48, heads=6, intermediate=96,
        epsilon=1e-12, dtype=torch.float16, inputs=[
            ("The Film was NOT very goodly .", None),
            ("It is un watch able ; unwatchable CAFÉ , and bad !", "A movie ' s goodness"),
            ("good", None)]),
    "cased-2x64": dict(
        words=CASED, lower=False, labels=["a", "b", "c", "d", "e"], layers=2, hidden=64, heads=2, intermediate=128,
        epsilon=1e-5, dtype=torch.bfloat16, inputs=[
            ("Film is Good ness", "the movie"),
            ("the the the film , film , film was é", None)]),
}


def write(name, seed, words, lower, labels, layers, hidden, heads, intermediate, epsilon, dtype, inputs):
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + words
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"do_lower_case": lower, "tokenizer_class": "BertTokenizer", "model_max_length": 40}) + "\n")
    tokenizer = BertTokenizer(str(folder / "vocab.txt"), do_lower_case=lower)

    config = BertConfig(vocab_size=len(vocabulary), hidden_size=hidden, num_hidden_layers=layers,
                        num_attention_heads=heads, intermediate_size=intermediate, max_position_embeddings=40,
                        layer_norm_eps=epsilon, id2label=dict(enumerate(labels)),
                        label2id={label: i for i, label in enumerate(labels)})
    config._attn_implementation = "eager"
    model = BertForSequenceClassification(config).eval()
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for key, parameter in model.named_parameters():
            scale = 0.2 if key.endswith("weight") and "LayerNorm" not in key else 0.1
            drawn = torch.randn(parameter.shape, generator=generator) * scale
            drawn += 1.0 if key.endswith("LayerNorm.weight") else 0.0
            parameter.copy_(drawn.to(dtype).float())

    described, golden = [], {}
    for i, (text, pair) in enumerate(inputs):
        encoded = tokenizer(text, pair, return_tensors="pt")
        with torch.no_grad():
            out = model(**encoded, output_hidden_states=True, output_attentions=True)
        described.append({"text": text, "pair": pair, "ids": encoded["input_ids"][0].tolist(),
                          "segments": encoded["token_type_ids"][0].tolist()})
        golden[f"{i}.hidden"] = torch.cat(out.hidden_states)
        golden[f"{i}.attentions"] = torch.cat(out.attentions)
        golden[f"{i}.logits"] = out.logits[0]
        print(f"{name} {i}: {tokenizer.convert_ids_to_tokens(described[-1]['ids'])} logits {out.logits[0].tolist()}")
    (folder / "inputs.json").write_text(json.dumps(described, ensure_ascii=False) + "\n")
    save_file(golden, folder / "golden.safetensors")
    model.to(dtype).save_pretrained(folder)
    for file in folder.iterdir():
        file.chmod(0o644)


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    for seed, (name, description) in enumerate(MODELS.items()):
        write(name, seed, **description)
    return 0


if __name__ == "__main__":
    sys.exit(main())
