#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden values of Hoeffding-Bentkus p-values and of the examples that a promise needs.

    python3 tests/data/riskcontrol_golden.py          # writes tests/data/riskcontrol_golden.json

Needs the standard library only and shares no code with the program: binomial probabilities are exact fractions with
integer binomial coefficients, logarithms and exponentials have 50 digits, and the examples needed are found by trying
one number after the other.
"""
import json
from decimal import Decimal, getcontext
from fractions import Fraction
from math import ceil, comb
from pathlib import Path

getcontext().prec = 50


def decimal(number):
    number = Fraction(number)
    return Decimal(number.numerator) / Decimal(number.denominator)


def tail(k, n, p):
    """P(Binomial(n, p) <= k), exactly."""
    p = Fraction(p)
    a, b = p.numerator, p.denominator
    return Fraction(sum(comb(n, i) * a**i * (b - a) ** (n - i) for i in range(min(k, n) + 1)), b**n)


def divergence(a, b):
    def part(x, y):
        return Decimal(0) if x == 0 else decimal(x) * (decimal(x) / decimal(y)).ln()

    return part(a, b) + part(1 - a, 1 - b)


def p_value(total, n, alpha):
    total, alpha = Fraction(total), Fraction(alpha)
    mean = min(total / n, alpha)
    hoeffding = (-n * divergence(mean, alpha)).exp()
    bentkus = Decimal(1).exp() * decimal(tail(ceil(total), n, alpha))
    return min(Decimal(1), hoeffding, bentkus)


def needed(rate, alpha, delta):
    n = 1
    while p_value(ceil(Fraction(rate) * n), n, alpha) > decimal(Fraction(delta)):
        n += 1
    return n


# alpha as a text, so that both sides read the same decimal.
cases = [(0, 1, "0.5"), (1, 1, "0.5"), (0, 200, "0.01"), (0, 230, "0.01"), (1, 230, "0.01"), (3, 872, "0.01"), (4, 872, "0.01"),
         (9, 872, "0.01"), (20, 872, "0.01"), (5, 1000, "0.02"), ("12.5", 1000, "0.02"), ("0.5", 300, "0.01"),
         ("12.5", 25, "0.505"), ("11.5", 25, "0.505"), ("430.5", 872, "0.505"), ("436", 872, "0.505"), (60, 5000, "0.015"),
         (880, 100000, "0.01"), (25, 50, "0.9"), (2, 40, "0.2")]
tails = [(0, 10, "0.3"), (3, 10, "0.3"), (9, 10, "0.3"), (10, 10, "0.3"), (5, 1000, "0.01"), (10, 1000, "0.01"),
         (40, 1000, "0.01"), (499, 1000, "0.5"), (0, 100000, "0.001"), (90, 100000, "0.001")]
needs = [("0", "0.01", "0.1"), ("0", "0.02", "0.05"), ("0.005", "0.01", "0.1"), ("0.01", "0.02", "0.1"),
         ("0.012", "0.02", "0.2"), ("0.004", "0.01", "0.05"), ("0", "0.5", "0.5")]

golden = {
    "p_values": [{"sum": float(Fraction(s)), "n": n, "alpha": float(a), "p": float(p_value(s, n, a))} for s, n, a in cases],
    "tails": [{"k": k, "n": n, "p": float(p), "tail": float(tail(k, n, p))} for k, n, p in tails],
    "needed": [{"rate": float(r), "alpha": float(a), "delta": float(d), "n": needed(r, a, d)} for r, a, d in needs],
}
target = Path(__file__).with_suffix(".json")
target.write_text(json.dumps(golden, indent=1) + "\n")
