#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other implementations score the inputs of tests/data/hf_parity with.

    python3 tests/data/attribution_golden.py    # writes tests/data/attribution/<model>.json

Needs torch, transformers and captum; run hf_parity.py first. Per input, for every class: attention, attention received
and rollout from Hugging Face's attentions, saliency from PyTorch's autograd over Hugging Face's hidden states,
integrated gradients from Captum's LayerIntegratedGradients on the embeddings (midpoint rule, 50 steps, [PAD]'s word
embedding in place of content tokens), leave-one-out from passes over shorter inputs. Everything in double precision.
"""
import json
import sys
from pathlib import Path

import torch
from captum.attr import LayerIntegratedGradients
from transformers import BertForSequenceClassification

DATA = Path(__file__).resolve().parent


def rollout(attentions):
    """Abnar & Zuidema 2020: matrices multiplied whole, the row of [CLS] taken at the end."""
    product, rows = None, []
    for attention in attentions:
        mixed = attention + torch.eye(attention.shape[0], dtype=attention.dtype)
        mixed = mixed / mixed.sum(-1, keepdim=True)
        product = mixed if product is None else mixed @ product
        rows.append(product[0])
    return torch.stack(rows)


def score(model, ids, segments):
    inputs = {"input_ids": torch.tensor([ids]), "token_type_ids": torch.tensor([segments])}
    inputs["attention_mask"] = torch.ones_like(inputs["input_ids"])
    out = model(**inputs, output_hidden_states=True, output_attentions=True)
    attentions = torch.stack([a[0].mean(0) for a in out.attentions]).detach()
    probabilities = out.logits[0].softmax(-1)
    special = [i == 0 or i + 1 == len(ids) or segments[i] != segments[i + 1] for i in range(len(ids))]

    baseline = torch.tensor([[token if keep else model.config.pad_token_id for token, keep in zip(ids, special)]])

    def forward(tokens, kinds, mask):
        return model(input_ids=tokens, token_type_ids=kinds, attention_mask=mask).logits

    captum = LayerIntegratedGradients(forward, model.bert.embeddings)
    classes = []
    for target in range(model.config.num_labels):
        states = out.hidden_states[:-1]
        gradients = torch.autograd.grad(out.logits[0, target], states, retain_graph=True)
        saliency = torch.stack([(g * h)[0].norm(dim=-1) for g, h in zip(gradients, states)])
        integrated, delta = captum.attribute(
            inputs["input_ids"], baselines=baseline, target=target, n_steps=50, method="riemann_middle",
            additional_forward_args=(inputs["token_type_ids"], inputs["attention_mask"]),
            return_convergence_delta=True)
        without = []
        for i, keep in enumerate(special):
            if keep:
                without.append(0.0)
                continue
            with torch.no_grad():
                shorter = model(input_ids=torch.tensor([ids[:i] + ids[i + 1:]]),
                                token_type_ids=torch.tensor([segments[:i] + segments[i + 1:]])).logits[0].softmax(-1)
            without.append((probabilities[target] - shorter[target]).item())
        classes.append({"saliency": saliency.tolist(), "ig": integrated[0].sum(-1).tolist(),
                        "ig_completeness": abs(delta.item()), "loo": without})
    return {"attention": attentions[:, 0].tolist(), "attention-received": attentions.mean(1).tolist(),
            "rollout": rollout(attentions).tolist(), "logits": out.logits[0].tolist(), "classes": classes}


def rounded(value):
    if isinstance(value, list):
        return [rounded(v) for v in value]
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return float(f"{value:.9g}")


def main():
    torch.set_num_threads(1)
    (DATA / "attribution").mkdir(exist_ok=True)
    for folder in sorted((DATA / "hf_parity").iterdir()):
        model = BertForSequenceClassification.from_pretrained(folder, attn_implementation="eager",
                                                              dtype=torch.float32).double().eval()
        inputs = json.loads((folder / "inputs.json").read_text())
        result = [rounded(score(model, i["ids"], i["segments"])) for i in inputs]
        (DATA / "attribution" / f"{folder.name}.json").write_text(json.dumps(result, separators=(",", ":")) + "\n")
        print(folder.name, [r["classes"][0]["ig_completeness"] for r in result])
    return 0


if __name__ == "__main__":
    sys.exit(main())
