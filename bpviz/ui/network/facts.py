"""What there is to say about a unit or a weight: numbers, formulas, where they come from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.session.selection import Unit, Weight
from bpviz.text import translate
from bpviz.trace.formula import indices

from .symbols import Run, entry, given, letters, lowered, name, plain, variable

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.session.session import Session

    from .symbols import Label


@dataclass(frozen=True, slots=True)
class Fact:
    """One number.

    Attributes
    ----------
    formula
        Its name and the rule that made it, e.g. a⁽²⁾₃ = g(z⁽²⁾₃).
    value
        The number.
    name
        Its name alone, in plain text, for a menu or a screen reader.
    symbol
        The quantity, for its colour.
    origin
        Index of the step that computed it; None where it is given.
    """

    formula: Label
    name: str
    value: float
    symbol: str
    origin: int | None


def title(session: Session, item: Unit | Weight) -> str:
    """Return in words what the unit or weight is."""
    L = len(session.network.layers)
    if isinstance(item, Weight):
        if item.source == 0:
            words = translate("NetworkView", "Weight from the bias unit of layer {l} to unit {i}")
        else:
            words = translate("NetworkView", "Weight from unit {j} of layer {l} to unit {i}")
        return words.format(j=item.source, l=item.layer, i=item.unit)
    if item.unit == 0:
        words = translate("NetworkView", "Bias unit of layer {l}: always 1, fed by nothing")
        return words.format(l=item.layer)
    if item.layer == 1:
        words = translate("NetworkView", "Input {j}: {name}")
        return words.format(j=item.unit, name=session.data.features[item.unit - 1])
    if item.layer == L:
        words = translate("NetworkView", "Output {i}: {name}")
        return words.format(i=item.unit, name=session.data.classes[item.unit - 1])
    words = translate("NetworkView", "Unit {i} of layer {l}")
    return words.format(i=item.unit, l=item.layer)


def facts(session: Session, item: Unit | Weight) -> list[Fact]:
    """Return what is known of a unit or weight at the step on screen, and no lesson hides."""
    hidden = session.attention.hide
    if "numbers" in hidden:
        return []
    if isinstance(item, Weight):
        return _weight_facts(session, item)
    found = [fact for fact in _unit_facts(session, item) if not math.isnan(fact.value)]
    return [fact for fact in found if not (fact.symbol == "y" and "targets" in hidden)]


def newest(session: Session, item: Unit | Weight) -> int | None:
    """Return the step that computed the newest number of a unit or weight, if any did."""
    steps = [fact.origin for fact in facts(session, item) if fact.origin is not None]
    done = [k for k in steps if k <= session.cursor]
    return max(done or steps, default=None)


def _unit_facts(session: Session, unit: Unit) -> list[Fact]:
    state, layer, i = session.state, unit.layer, unit.unit
    example, n, at = session.example, unit.layer - 1, unit.unit - 1

    def made(symbol: str, rule: Label, values: Array | None) -> Fact:
        named = entry(symbol, layer, i)
        origin = session.trace.locate(symbol, layer, i, None, example)
        value = 1.0 if i == 0 else math.nan if values is None else float(values[at])
        return Fact((named, letters(" = "), *rule), plain(named), value, symbol, origin)

    if i == 0:
        return [made("a", (letters("1"),), None)]
    if layer == 1:
        return [made("a", (given("x", example, i),), state.a[n])]
    theta, a = variable("Theta", layer - 1, indices(i, "j")), variable("a", layer - 1, "j")
    found = [
        made("z", (letters("Σ"), lowered("j"), letters(" "), theta, letters(" "), a), state.z[n]),
        made("a", _applied(session, layer, i), state.a[n]),
    ]
    slope = (name("g"), letters("′("), entry("z", layer, i), letters(")"))
    if layer == len(session.network.layers):
        y = given("y", example, i)
        if session.step.line > 1:
            value = float(session.trace.Y[example - 1, at])
            words = letters(" "), Run(translate("NetworkView", "(given)"), words=True)
            found.append(Fact((y, *words), plain(y), value, "y", None))
        rule: Label = (entry("a", layer, i), letters(" − "), y)
        if not session.network.pair.matched:
            rule = (letters("("), *rule, letters(") "), *slope)
    else:
        theta, delta = variable("Theta", layer, indices("i", i)), variable("delta", layer + 1, "i")
        sum_ = (letters("(Σ"), lowered("i"), letters(" "), theta, letters(" "), delta)
        rule = (*sum_, letters(") "), *slope)
    found.append(made("delta", rule, state.delta[n]))
    return found


def _applied(session: Session, layer: int, unit: int) -> Label:
    """Return g(z) as it is written for the activation function of a layer."""
    z = entry("z", layer, unit)
    match session.network.activation(layer).name:
        case "sigmoid":
            return (name("g"), letters("("), z, letters(")"))
        case "tanh":
            return (letters("tanh "), z)
        case "relu":
            return (letters("max(0, "), z, letters(")"))
        case "softmax":
            total = (letters(" / Σ"), lowered("k"), letters(" exp "), variable("z", layer, "k"))
            return (letters("exp "), z, *total)
    return (z,)


def _weight_facts(session: Session, weight: Weight) -> list[Fact]:
    layer, i, j = weight.layer, weight.unit, weight.source
    n, at = layer - 1, (weight.unit - 1, weight.source)
    trace, state, cursor = session.trace, session.state, session.cursor
    Theta, Delta, D = (entry(symbol, layer, i, j) for symbol in ("Theta", "Delta", "D"))

    updated = trace.locate("Theta", layer, i, j)
    rule: Label = (Theta,)
    if updated is not None and updated <= cursor:
        rule = (Theta, letters(" := "), Theta, letters(" − "), name("alpha"), letters(" "), D)
    else:
        updated = None
    found = [Fact(rule, plain(Theta), float(state.theta[n][at]), "Theta", updated)]

    accumulated = float(state.Delta[n][at])
    if not math.isnan(accumulated):
        product = (entry("delta", layer + 1, i), letters(" "), entry("a", layer, j))
        formula = (Delta, letters(" := "), Delta, letters(" + "), *product)
        # Inside an example that has not come to it yet, it is the sum up to the one before.
        examples = [m for m in (session.example, session.example - 1) if m]
        steps = [trace.locate("Delta", layer, i, j, m) for m in examples]
        origin = next((k for k in steps if k is not None and k <= cursor), None)
        found.append(Fact(formula, plain(Delta), accumulated, "Delta", origin))

    computed = trace.locate("D", layer, i, j)
    if computed is not None and session.at_hand(computed):  # it takes all examples
        derivative = (letters("∂"), letters("𝐽"), letters("/∂"), Theta, letters(" = "), D)
        value = float(trace.values.D[n][at])
        found.append(Fact(derivative, plain(D), value, "D", computed))
    return found
