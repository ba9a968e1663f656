#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Classifiers with random weights in the folders that Hugging Face's libraries write, and what they compute.

    python3 tests/data/saved_models.py    # writes tests/data/saved_models/<architecture>-<version of transformers>/

Needs torch, transformers and safetensors; made once with transformers 4.57 and once with 5. Deterministic (seeded, one
thread). Each folder is what `save_pretrained` of model and tokeniser leaves, the weights in shards; beside it
  inputs.json          text, pair, ids and segments of each input
  golden.safetensors   per input i, float32: i.hidden [L+1, n, H], i.attentions [L, heads, n, n], i.logits [K]
The weights are drawn wide, so that attention is peaked and no value is near zero by construction.

With version 5 it also writes tokenizer_json/{uncased,cased}.json: the tokenisers of tokenizer_golden.py.
"""
import inspect
import json
import sys
from pathlib import Path

import torch
import transformers
from safetensors.torch import save_file
from transformers import (BertConfig, BertForSequenceClassification, BertTokenizerFast, DistilBertConfig,
                          DistilBertForSequenceClassification, ElectraConfig, ElectraForSequenceClassification, RobertaConfig,
                          RobertaForSequenceClassification, RobertaTokenizerFast)

DATA = Path(__file__).resolve().parent
SPECIALS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = ("The the A a film Film movie Paris was is not very good bad Good ##ly ##ness un ##watch ##able and but I it "
         ". , ! ' s é ##é 電 影").split()
# Merges of byte pairs, one after another; the first letter of a word carries the space before it.
MERGES = ("Ġ w|Ġ b|Ġ g|a s|Ġw as|Ġb a|Ġba d|o o|Ġg oo|Ġgoo d|f i|l m|fi lm|Ġ film|n o|no t|Ġ not|e r|er y|Ġ v|Ġv ery|T h|Th e|"
          "æ ĸ").split("|")
INPUTS = [("The film was not bad .", None), ("A very good movie , but unwatchable ! 電影", "I was in Paris"),
          ("", None)]


def bert_tokenizer(pieces, lower):
    if int(transformers.__version__.split(".")[0]) >= 5:
        return BertTokenizerFast(vocab={piece: i for i, piece in enumerate(pieces)}, do_lower_case=lower)
    file = DATA / "pieces.tmp"
    file.write_text("\n".join(pieces) + "\n", encoding="utf-8")
    tokenizer = BertTokenizerFast(vocab_file=str(file), do_lower_case=lower)
    file.unlink()
    return tokenizer


def byte_letters():
    """A letter for each byte, in the order of byte-level vocabularies: what can be printed stands for itself."""
    printed = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printed]
    return [chr(byte) for byte in printed] + [chr(256 + i) for i in range(len(others))]


def byte_pair_tokenizer():
    merges = [tuple(merge.split()) for merge in MERGES]
    pieces = ["<s>", "<pad>", "</s>", "<unk>", *byte_letters(), *(a + b for a, b in merges), "<mask>"]
    vocabulary = {piece: i for i, piece in enumerate(pieces)}
    if int(transformers.__version__.split(".")[0]) >= 5:
        return RobertaTokenizerFast(vocab=vocabulary, merges=merges)
    files = [DATA / "vocab.tmp", DATA / "merges.tmp"]
    files[0].write_text(json.dumps(vocabulary), encoding="utf-8")
    files[1].write_text("#version: 0.2\n" + "\n".join(MERGES) + "\n", encoding="utf-8")
    tokenizer = RobertaTokenizerFast(vocab_file=str(files[0]), merges_file=str(files[1]))
    for file in files:
        file.unlink()
    return tokenizer


def draw(model, seed):
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for key, parameter in model.named_parameters():
            norm = "LayerNorm" in key or "layer_norm" in key
            drawn = torch.randn(parameter.shape, generator=generator) * (0.2 if parameter.dim() > 1 else 0.1)
            parameter.copy_(drawn + (1.0 if norm and key.endswith("weight") else 0.0))


def write(name, model, tokenizer):
    folder = DATA / "saved_models" / name
    folder.mkdir(parents=True, exist_ok=True)
    described, golden = [], {}
    for i, (text, pair) in enumerate(INPUTS):
        encoded = tokenizer(text, pair, return_tensors="pt")
        if "token_type_ids" not in inspect.signature(model.forward).parameters:
            encoded.pop("token_type_ids", None)
        with torch.no_grad():
            out = model(**encoded, output_hidden_states=True, output_attentions=True)
        ids = encoded["input_ids"][0].tolist()
        second = [0 if part is None else part for part in encoded.sequence_ids(0)]
        if pair is not None:  # the separator in front of the second text, if any, and the one behind it are its own
            second[second.index(1) - 1] = int(ids[second.index(1) - 2] == tokenizer.sep_token_id)
            second[-1] = 1
        described.append({"text": text, "pair": pair, "ids": ids, "segments": second})
        golden[f"{i}.hidden"] = torch.cat(out.hidden_states)
        golden[f"{i}.attentions"] = torch.cat(out.attentions)
        golden[f"{i}.logits"] = out.logits[0]
        print(f"{name} {i}: {tokenizer.convert_ids_to_tokens(ids)} logits {out.logits[0].tolist()}")
    (folder / "inputs.json").write_text(json.dumps(described, ensure_ascii=False) + "\n", encoding="utf-8")
    save_file(golden, folder / "golden.safetensors")
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder, max_shard_size="16KB")
    for file in folder.iterdir():
        file.chmod(0o644)


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    major, minor = transformers.__version__.split(".")[:2]
    version = major if int(major) >= 5 else f"{major}.{minor}"
    pieces = SPECIALS + WORDS
    labels = {"num_labels": 3, "id2label": {0: "no", 1: "perhaps", 2: "yes"},
              "label2id": {"no": 0, "perhaps": 1, "yes": 2}}
    shared = {"vocab_size": len(pieces), "max_position_embeddings": 40, "attn_implementation": "eager", **labels}
    usual = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
    byte_pairs = byte_pair_tokenizer()
    long = {**shared, "vocab_size": len(byte_pairs), "max_position_embeddings": 82}  # a piece a letter, often
    models = {
        "bert": BertForSequenceClassification(BertConfig(**usual, **shared)),
        "distilbert": DistilBertForSequenceClassification(
            DistilBertConfig(dim=32, n_layers=2, n_heads=4, hidden_dim=64, **shared)),
        "electra": ElectraForSequenceClassification(ElectraConfig(embedding_size=32, **usual, **shared)),
        "electra-small": ElectraForSequenceClassification(ElectraConfig(embedding_size=16, **usual, **shared)),
        "bert-gelunew": BertForSequenceClassification(BertConfig(hidden_act="gelu_new", **usual, **shared)),
        "bert-relu": BertForSequenceClassification(BertConfig(hidden_act="relu", **usual, **shared)),
        "roberta": RobertaForSequenceClassification(
            RobertaConfig(type_vocab_size=1, layer_norm_eps=1e-5, **usual, **long)),
    }
    for seed, (name, model) in enumerate(models.items(), 1):
        model.eval()
        draw(model, seed)
        own = byte_pairs if name == "roberta" else bert_tokenizer(pieces, lower=name == "distilbert")
        write(f"{name}-{version}", model, own)
    if int(major) >= 5:
        (DATA / "tokenizer_json").mkdir(exist_ok=True)
        for case in ("uncased", "cased"):
            vocabulary = (DATA / f"tokenizer_{case}.vocab").read_text(encoding="utf-8").split("\n")[:-1]
            backend = bert_tokenizer(vocabulary, lower=case == "uncased").backend_tokenizer
            backend.save(str(DATA / "tokenizer_json" / f"{case}.json"), pretty=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
