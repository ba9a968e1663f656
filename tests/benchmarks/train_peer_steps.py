# SPDX-License-Identifier: GPL-3.0-or-later
"""What train_peers.py compares with: fine-tuning by transformers, and AdapLeR's soft removal in plain PyTorch."""

import math
import time

import torch
from torch.nn import functional as F
from transformers import BertForSequenceClassification

BETA = 0.1


class Peer:
    """Word embeddings frozen, AdamW fused, norm clipped, matrix products in bfloat16 by autocast."""

    def __init__(self, backbone, seed):
        torch.manual_seed(seed)
        self.model = BertForSequenceClassification.from_pretrained(backbone, num_labels=2)
        self.model.train()
        self.model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.trained = [p for p in self.model.parameters() if p.requires_grad]
        self.generator = torch.Generator().manual_seed(seed)

    def batch(self, batch, length):
        ids = torch.randint(5, 30000, (batch, length), generator=self.generator)
        ids[:, 0], ids[:, -1] = 2, 3
        return ids, torch.randint(0, 2, (batch,), generator=self.generator)

    def rate(self, batch, length, steps):
        """Tokens a second; the first steps, in which code is compiled, are left out."""
        for _ in range(3):
            self.step(*self.batch(batch, length))
        given = [self.batch(batch, length) for _ in range(steps)]
        begin = time.perf_counter()
        for ids, labels in given:
            self.step(ids, labels)
        return batch * length * steps / (time.perf_counter() - begin)


class FineTuning(Peer):
    def __init__(self, backbone, seed):
        super().__init__(backbone, seed)
        self.optimiser = torch.optim.AdamW(self.trained, lr=3e-5, fused=True)

    def step(self, ids, labels):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = self.model(input_ids=ids, labels=labels).loss
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        return loss.item()


class SoftRemoval(Peer):
    """The losses of AdapLeR (Modarressi et al. 2022): tokens fade, predictors follow saliency, eta the speed loss."""

    def __init__(self, backbone, seed, gamma=5e-3, phi=5e-4, lam=10.0):
        super().__init__(backbone, seed)
        config = self.model.config
        self.count, self.heads = config.num_hidden_layers, config.num_attention_heads
        self.gamma, self.phi, self.lam = gamma, phi, lam
        self.predictors = torch.nn.ModuleList(
            torch.nn.Sequential(torch.nn.Linear(config.hidden_size, 32), torch.nn.GELU(), torch.nn.Linear(32, 1))
            for _ in range(self.count))
        self.eta = torch.full((self.count,), 0.25, requires_grad=True)
        self.theta = torch.ones(self.count - 1)
        self.multiplier = torch.ones(self.count - 1, requires_grad=True)
        self.trained += list(self.predictors.parameters())
        self.optimiser = torch.optim.AdamW(self.trained, lr=3e-5, eps=1e-12, fused=True)
        self.speed = torch.optim.Adam([self.eta, self.theta], lr=5e-4, eps=1e-12)

    def attend(self, layer, x, bias):
        part, out = layer.attention.self, layer.attention.output
        shape = (x.shape[0], x.shape[1], self.heads, -1)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (part.query, part.key, part.value))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias[:, None, None, :].to(q.dtype)
                                               .expand(-1, 1, x.shape[1], -1))
        mixed = mixed.transpose(1, 2).reshape(x.shape)
        return out.LayerNorm(x + out.dropout(out.dense(mixed)))

    def forward(self, ids, saliency):
        x = self.model.bert.embeddings(input_ids=ids)
        other = torch.ones(ids.shape)
        other[:, 0] = 0
        m, bias = torch.ones(ids.shape), torch.zeros(ids.shape)
        cp, lengths = 0.0, 0.0
        for i, layer in enumerate(self.model.bert.encoder.layer):
            raw = torch.softmax(self.predictors[i](x).squeeze(-1).float(), 1) * m
            raw = raw / raw.sum(1, keepdim=True)
            score = raw
            target = saliency * m.detach()
            if i > 0:
                first = score[:, :1] * self.multiplier[i - 1]
                score = torch.cat([first, score[:, 1:]], 1)
                score = score / score.sum(1, keepdim=True)
                target = torch.cat([target[:, :1] * self.theta[i - 1], target[:, 1:]], 1)
            target = (target / target.sum(1, keepdim=True)).clamp_min(1e-7)
            kl = (target * (target.log() - raw.clamp_min(1e-7).log())).sum(1)
            cp = cp + (self.count - i) * (m.detach()[:, 1:].max(1).values * kl).mean()
            d = self.eta[i] / (1 + (m * other).sum(1, keepdim=True))
            slope = BETA / self.lam
            below = self.lam / d * (score - d) - slope
            above = (score - 1) * slope / (1 - d + 1e-7)
            e = torch.minimum(below, above).clamp(-10000.0, 0.0) * m * other
            bias = (bias + e).clamp_min(-10000.0)
            m = m * e.exp()
            lengths = lengths + 1 + (m * other).sum(1)
            x = self.attend(layer, x, bias)
            inner = layer.intermediate(x)
            x = layer.output(inner, x)
        pooled = self.model.dropout(self.model.bert.pooler(x))
        return self.model.classifier(pooled).float(), cp, lengths.mean()

    def step(self, ids, labels):
        saliency = torch.full(ids.shape, 1 / ids.shape[1])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits, cp, length = self.forward(ids, saliency)
        task = F.cross_entropy(logits, labels)
        speed = torch.autograd.grad(task + self.phi * length, [self.eta, self.multiplier], retain_graph=True)
        gradients = torch.autograd.grad(task + self.gamma * cp, self.trained, allow_unused=True)
        for parameter, gradient in zip(self.trained, gradients):
            parameter.grad = gradient
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        self.eta.grad, self.theta.grad = speed[0], speed[1] / (self.theta + 1e-7)
        torch.nn.utils.clip_grad_norm_([self.eta, self.theta], 1.0)
        self.speed.step()
        with torch.no_grad():
            self.eta.clamp_(0.01, 1.0)
        return task.item()
