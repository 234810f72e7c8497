"""What ``highlight`` names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from bpviz.session.selection import Layer, Line, Target, Unit, Vector, Weight, Weights, is_there
from bpviz.text import suggestion, translate

from .complaint import quoted

if TYPE_CHECKING:
    from bpviz.core import Network

_FORM: Final = re.compile(r"(layer|unit|weights|weight|line)\s+(\d{1,7}(?:\.\d{1,7})*)", re.ASCII)
_NUMBERS: Final = {"layer": 1, "unit": 2, "weights": 1, "weight": 3, "line": 1}
_VECTORS: Final[tuple[Literal["x", "y", "h"], ...]] = ("x", "y", "h")
_EXAMPLES: Final = (
    "layer 2", "unit 2.3", "weights 1", "weight 1.3.2", "line 5", "x", "y", "h",
)  # fmt: skip


def target(text: str) -> Target:
    """Return what a text such as ``"unit 2.3"`` names.

    Raises
    ------
    ValueError
        If it names nothing.
    """
    name = text.strip()
    for vector in _VECTORS:
        if name == vector:
            return Vector(vector)
    match = _FORM.fullmatch(name)
    numbers = [int(n) for n in match[2].split(".")] if match else []
    if match is None or len(numbers) != _NUMBERS[match[1]]:
        sentence = translate("Lesson", "“{text}” cannot be lit; these can: {examples}.")
        examples = ", ".join(map(quoted, _EXAMPLES))
        told = sentence.replace("{examples}", examples).replace("{text}", name[:40])
        raise ValueError(told + suggestion(*_meant(name)))
    kind: type[Layer] | type[Unit] | type[Weights] | type[Weight] | type[Line]
    kind = {"layer": Layer, "unit": Unit, "weights": Weights, "weight": Weight, "line": Line}[
        match[1]
    ]
    return kind(*numbers)


def _meant(name: str) -> tuple[str, list[str]]:
    """Return what was written, tidied, and all that its word and its numbers may stand for."""
    word, numbers = re.split(r"[\W\d]", name.lower())[0], re.findall(r"\d+", name[:60])
    if word in _VECTORS:
        return word, [word]
    place = ".".join(numbers)
    known = [kind for kind, count in _NUMBERS.items() if count == len(numbers)]
    if word in _NUMBERS:  # with too many numbers, or too few
        known = [kind for kind in known if kind.rstrip("s") == word.rstrip("s")]
    return f"{word} {place}", [f"{kind} {place}" for kind in known]


def objection(named: Target, network: Network) -> str:
    """Return why the network has nothing of the kind, in a sentence; "" if it has."""
    layers = network.layers
    L = len(layers)
    if is_there(named, layers):
        return ""
    match named:
        case Line():
            return translate("Lesson", "The algorithm has lines 1 to 9.")
        case Unit(layer) if 1 <= layer <= L:
            return translate("Lesson", "Layer {layer} has units 1 to {most}.").format(
                layer=layer, most=layers[layer - 1]
            )
        case Layer() | Unit():
            return translate("Lesson", "The network has layers 1 to {L}.").format(L=L)
        case Weight(layer) if 1 <= layer < L:
            return translate(
                "Lesson", "Θ⁽ˡ⁾ has {rows} rows and columns 0 to {last} there."
            ).format(rows=layers[layer], last=layers[layer - 1])
    return translate("Lesson", "The network has Θ⁽¹⁾ to Θ⁽ˡ⁾ with l = {last}.").format(last=L - 1)
