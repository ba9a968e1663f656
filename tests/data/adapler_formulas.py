# SPDX-License-Identifier: GPL-3.0-or-later
"""AdapLeR in plain PyTorch that shares no code with the program: the passes, the losses, the steps of training.

A batch has `ids` and `segments` [B, N], `real` [B, N] (1 = a token, 0 = padding, in the type of the weights), `lengths`
and `labels` (B each). Weights are a dictionary by Hugging Face's names, of the shape below.

Formulas: AdapLeR (Modarressi et al., ACL 2022, arXiv 2203.08991). Where the paper is silent:
  * mu_l, the multiplier of [CLS]'s score that is always 1, acts like theta_l with theta_mode "forward": [CLS]'s score
    times mu_l, then renormalised. Only layers 1 .. L-1 have one.
  * with theta_mode "forward" theta rescales the score that is compared with delta, and not the CP's target as well.
  * the weight of an example's KL at a layer is the largest m of its other tokens on entry to that layer.
  * AdamW and Adam are PyTorch's (betas 0.9 and 0.999, decoupled decay); clipping is torch's clip_grad_norm_.
"""
import math

import torch

LAYERS, HIDDEN, HEADS, INTERMEDIATE, LABELS, POSITIONS, CP_HIDDEN = 3, 32, 4, 64, 3, 64, 32
EPSILON = 1e-12  # of LayerNorm
BETA = 0.1
GAMMA, PHI = 0.1, 0.05


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
