"""What the panel says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from bpviz.text import MINUS, decimal_mark, number, translate
from bpviz.ui.counts import grouped, of_layer

from .probe import SATURATED

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.core.sample import Sample

    from .record import Record

# What is worth a word: δ smaller or larger than this at the first layer, and at that by more than
# the other from layer to layer.
_MUCH: Final = 30.0
_A_LAYER: Final = 2.0
_SUPERSCRIPTS: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def power(exponent: int) -> str:
    """Return a power of ten, e.g. 10⁻³."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def percent(share: float) -> str:
    """Return a share of 0 to 1 in whole per cent; neither none nor all if it is not."""
    whole = round(100 * share)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole} %".replace(" ", "\N{NO-BREAK SPACE}")


def layer_name(layer: int) -> str:
    """Return what a row is called."""
    return translate("HealthPanel", "layer {l}").format(l=layer)


def state(share: float, stuck: int, name: str) -> str:
    """Return how many units do not learn, e.g. "12 % saturated"; "" where none can be.

    Parameters
    ----------
    share, stuck
        As in `Reading`.
    name
        Of g; a ReLU without slope is off, and dead if it always is.
    """
    if math.isnan(share):
        return ""
    if name == "relu":
        text = translate("HealthPanel", "{share} off").format(share=percent(share))
        dead = translate("HealthPanel", "%n dead", n=stuck)
        return f"{text}, {dead}" if stuck else text
    return translate("HealthPanel", "{share} saturated").format(share=percent(share))


def verdict(record: Record) -> tuple[str, bool]:
    """Return what becomes of δ on its way back, and whether that is a worry."""
    sizes = record["delta"][record.now].tolist()
    layers = len(sizes) + 1
    if layers < 3:
        sentence = translate("HealthPanel", "No hidden layer: δ⁽²⁾ is that of the output")
        return sentence, False
    first, last = sizes[0], sizes[-1]
    if not (0 < last < math.inf and math.isfinite(first)):
        return translate("HealthPanel", "δ is not a number that can be compared"), True
    names = {"first": of_layer("δ", 2), "last": of_layer("δ", layers)}
    if first == 0:
        sentence = translate("HealthPanel", "{first} is 0: nothing reaches the first layers")
        return sentence.format(**names), True
    worry = max(first, last) > min(first, last) * max(_MUCH, _A_LAYER ** (layers - 2))
    if not worry:
        sentence = translate(
            "HealthPanel", "δ reaches the first layers: {first} is {ratio} × {last}"
        )
    elif first < last:
        sentence = translate("HealthPanel", "δ vanishes: {first} is {ratio} × {last}")
    else:
        sentence = translate("HealthPanel", "δ explodes: {first} is {ratio} × {last}")
    return sentence.format(ratio=number(first / last, 3), **names), worry


def verdict_meaning() -> str:
    """Return when δ vanishes."""
    return translate(
        "HealthPanel",
        "Root mean squares of δ over all units of a layer and all examples looked at. A change of "
        "more than a factor of {much}, and of {a_layer} from layer to layer, is called vanishing "
        "or exploding.",
    ).format(much=f"{_MUCH:g}", a_layer=f"{_A_LAYER:g}")


def moment(record: Record, index: int, row: int | None, network: Network) -> str:
    """Return the figures of a moment: of all layers, or those of one row."""
    iteration = int(record["iteration"][index])
    parts = [translate("HealthPanel", "iteration {n}").format(n=grouped(iteration))]
    if row is None:
        sizes = record["D"][index]
        parts += [f"{of_layer('D', n)} {number(D, 3)}" for n, D in enumerate(sizes.tolist(), 1)]
        return " · ".join(parts)
    layer = row + 2
    parts.append(layer_name(layer))
    parts += [
        f"{of_layer('δ', layer)} {number(float(record['delta'][index, row]), 3)}",
        f"{of_layer('D', layer - 1)} {number(float(record['D'][index, row]), 3)}",
    ]
    name = network.activation(layer).name
    stuck = int(record["stuck"][index, row])
    said = state(float(record["saturated"][index, row]), stuck, name)
    if stuck and name != "relu":
        always = translate("HealthPanel", "{n} of {all} units on every example")
        said = f"{said} ({always.format(n=stuck, all=network.layers[layer - 1])})"
    parts.append(said or translate("HealthPanel", "no g′ in this δ"))
    return " · ".join(parts)


def sample(sample: Sample) -> str:
    """Return which examples are looked at."""
    if len(sample) == sample.m:
        sentence = translate("HealthPanel", "on all {n} training examples")
        return sentence.format(n=grouped(sample.m))
    sentence = translate("HealthPanel", "on {taken} of {n} training examples, evenly spread")
    return sentence.format(taken=grouped(len(sample)), n=grouped(sample.m))


def measure(network: Network) -> str:
    """Return how the share of saturated units is defined."""
    if network.hidden == "relu":
        return translate(
            "HealthPanel",
            "Off: g′(z) = 0, as a share of all units and examples. Dead: off on every example.",
        )
    return translate(
        "HealthPanel",
        "Saturated: |g′(z)| is less than {limit} of its steepest, as a share of all units and "
        "examples.",
    ).format(limit=percent(SATURATED))


def bound(value: float) -> str:
    """Return the end of an axis, a power of two or 0."""
    if value == 0:
        return "0"
    text = f"{abs(value):g}" if 1e-3 <= abs(value) < 1e5 else number(abs(value), 3)
    return (MINUS if value < 0 else "") + text.replace(".", decimal_mark())
