#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the reference behind the golden values against itself: python3 tests/data/adapler_reference_check.py

Margins of the kept sets, gradients of eta and mu by finite differences, soft removal at lambda = 1e9 against tokens
really removed, one by one against padded batch, and what float32 costs.
"""
import torch
from adapler_formulas import LAYERS, gradients, losses, saliency, soft_pass
from adapler_reference import EXAMPLES, Batch, compute, make_weights, rounded


def differences(a, b, path=""):
    """Pairs (path, largest difference) over two equal trees; what is not a number must be equal."""
    if isinstance(a, float):
        yield path, abs(a - b), abs(a)
    elif isinstance(a, dict):
        for key in a:
            yield from differences(a[key], b[key], f"{path}/{key}")
    elif isinstance(a, list):
        found = [d for i, (x, y) in enumerate(zip(a, b, strict=True)) for d in differences(x, y, path)]
        for name in dict.fromkeys(p for p, _, _ in found):
            mine = [d for d in found if d[0] == name]
            yield name, max(d[1] for d in mine), max(d[2] for d in mine)
    else:
        assert a == b, path


def check_margins(golden):
    """No score so near its threshold that rounding could decide, and every mechanism really at work."""
    for mode, results in golden["inference"].items():
        margin = min(abs(s / layer["delta"] - 1) for r in results for layer in r["layers"] for s in layer["adjusted"])
        print(f"inference {mode}: lengths {[r['lengths'] for r in results]}, nearest score {margin:.2%} off threshold")
        assert margin > 0.002
        assert all(a > b for a, b in zip(*[[sum(r["lengths"][l] for r in results) for l in k]
                                          for k in (range(LAYERS), range(1, LAYERS + 1))]))
    target, forward = (golden["inference"][mode] for mode in ("target", "forward"))
    assert any(t["lengths"] != f["lengths"] for t, f in zip(target, forward))
    for soft in golden["soft"]:
        print(f"soft lambda {soft['lambda']:g} {soft['theta_mode']}: CE {soft['ce']:.4f} L_CP {soft['cp_loss']:.4f} "
              f"L_speed {soft['speed_loss']:.4f} d eta {soft['grad_eta']} d mu {soft['grad_mu']}")
    print("norms before clipping", golden["steps"]["norms"], golden["steps"]["speed_norms"])
    for step, after in golden["steps"]["after"].items():
        print(f"after step {step}: eta {after['adapler.eta']} theta {after['adapler.theta']}")


def check_finite_differences(w):
    w = {name: value.double() for name, value in w.items()}
    batch = Batch(EXAMPLES, torch.float64)
    raw = saliency(w, batch)
    targets = raw / raw.sum(-1, keepdim=True)
    step = 1e-6

    def at(name, index, shift, lam, mode):
        moved = {key: value.clone() for key, value in w.items()}
        mu = torch.ones(LAYERS - 1, dtype=torch.float64)
        (mu if name == "mu" else moved[name]).view(-1)[index] += shift
        with torch.no_grad():
            return losses(moved, batch, targets, lam, mode, mu)

    for lam, mode in ((10.0, "target"), (10.0, "forward"), (1000.0, "forward")):
        out = gradients(w, batch, targets, lam, mode)
        cases = [("adapler.eta", i, "speed", out["grad_eta"][i]) for i in range(LAYERS)]
        cases += [("mu", i, "speed", out["grad_mu"][i]) for i in range(LAYERS - 1)]
        worst = 0.0
        for name, index, loss, gradient in cases:
            up, down = (at(name, index, s, lam, mode)[loss].item() for s in (step, -step))
            estimate = (up - down) / (2 * step)
            worst = max(worst, abs(estimate - gradient.item()) / max(1.0, abs(estimate)))
        print(f"finite differences, lambda {lam:g} {mode}: {worst:.1e}")
        assert worst < 1e-5


def check_hard_limit(w, golden):
    w = {name: value.double() for name, value in w.items()}
    batch = Batch(EXAMPLES, torch.float64)
    for mode, results in golden["inference"].items():
        _, m, _, logits = soft_pass(w, batch, 1e9, mode, torch.ones(LAYERS - 1, dtype=torch.float64))
        worst = (logits - torch.tensor([r["logits"] for r in results], dtype=torch.float64)).abs().max().item()
        print(f"lambda 1e9, {mode}: soft and removed logits differ by {worst:.1e}")
        assert worst < 1e-6
    for i, example in enumerate(EXAMPLES):
        alone = soft_pass(w, Batch([example], torch.float64), 10.0, "target", torch.ones(2, dtype=torch.float64))[3]
        together = soft_pass(w, batch, 10.0, "target", torch.ones(2, dtype=torch.float64))[3][i]
        assert (alone[0] - together).abs().max() < 1e-12


def main():
    weights = make_weights()
    golden = rounded(compute(weights, torch.float64))
    check_margins(golden)
    check_finite_differences(weights)
    check_hard_limit(weights, golden)
    print("float32 against float64 (largest difference, largest value), where above 1e-6:")
    for path, difference, size in differences(golden, rounded(compute(weights, torch.float32))):
        if difference > 1e-6:
            print(f"  {path}: {difference:.1e} of {size:.1e}")


if __name__ == "__main__":
    main()
