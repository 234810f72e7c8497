"""``example``, ``line``, ``layer``, ``unit`` and ``source``: the step that a scene shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpviz.text import translate
from bpviz.trace.score import Place

if TYPE_CHECKING:
    from bpviz.core import Network

    from .node import Node

_SYMBOLS: Final = ("z", "a")


def read_place(
    keys: dict[str, Node], before: Place, network: Network, m: int, *, anew: bool
) -> Place:
    """Return the step shown: what the keys say, and else the one of before as far as there is it.

    Parameters
    ----------
    keys
        Those of the scene.
    before
        Shown in the scene before.
    network, m
        What the steps are of.
    anew
        Whether the network is another: what the scene does not say must fit it first.
    """
    place = before
    if "example" in keys:
        i = keys["example"].whole(1, m)
        place = replace(place, example=i or place.example)
    if (place.example or 1) > m:
        place = replace(place, example=1)
    if "line" in keys:
        line = keys["line"].whole(1, 9)
        place = Place(line or place.line, place.example)
    if anew and "layer" not in keys and not _has(network, place):
        place = Place(place.line, place.example)
    if "layer" in keys:
        place = replace(place, layer=_layer(keys["layer"], network, place.line))
    if place.layer is None and place.line != 2:
        place = replace(place, layer=_layers(network, place.line)[0])
    unit = _index(keys, "unit", _units(network, place), place.unit)
    source = _index(keys, "source", _sources(network, place), place.source)
    if place.line >= 7 and (unit is None) != (source is None):
        said = keys.get("unit") or keys.get("source") or keys.get("layer")
        if said is not None:
            said.complain(
                translate("Lesson", "From line 7 on one number needs both unit and source.")
            )
        unit = source = None
    if place.line < 7:
        source = None
    symbol = keys["symbol"].choice(_SYMBOLS) if "symbol" in keys else place.symbol
    return replace(place, unit=unit, source=source, symbol=symbol if place.line == 4 else None)


def _layer(node: Node, network: Network, line: int) -> int | None:
    layers = _layers(network, line)
    layer = node.whole(1)
    if layer is None or layer in layers:
        return layer
    if not layers:
        sentence = translate("Lesson", "Line {line} is about no layer.")
    else:
        sentence = translate(
            "Lesson", "Line {line} comes to the layers {layers} of this network, not to {given}."
        )
    known = ", ".join(map(str, layers))
    node.complain(sentence.format(line=line, layers=known, given=layer))
    return None


def _index(
    keys: dict[str, Node], name: str, bounds: tuple[int, int] | None, before: int | None
) -> int | None:
    """Return i or j: as the scene says, else as before if that is still there."""
    if name not in keys:
        return (
            before if bounds and before is not None and bounds[0] <= before <= bounds[1] else None
        )
    if bounds is None:
        sentence = translate("Lesson", "This line is not about one {name}.")
        keys[name].complain(sentence.format(name=name))
        return None
    return keys[name].whole(*bounds)


def _layers(network: Network, line: int) -> tuple[int, ...]:
    """Return the layers that a line comes to, the first one first."""
    L = len(network.layers)
    match line:
        case 2:
            return ()
        case 3:
            return (1,)
        case 4:
            return tuple(range(2, L + 1))
        case 5:
            return (L,)
        case 6:
            return tuple(range(L - 1, 0, -1))
    return tuple(range(1, L))


def _has(network: Network, place: Place) -> bool:
    return place.layer is None or place.layer in _layers(network, place.line)


def _units(network: Network, place: Place) -> tuple[int, int] | None:
    """Return the first and last i of the step's layer; None where no step is about one."""
    layer, layers = place.layer, network.layers
    if layer is None or place.line <= 2 or (place.line, layer) == (6, 1):
        return None
    if place.line >= 7:
        return 1, layers[layer]
    bias = place.line == 3 or (place.line == 4 and layer < len(layers))
    return 0 if bias else 1, layers[layer - 1]


def _sources(network: Network, place: Place) -> tuple[int, int] | None:
    if place.layer is None or place.line < 7:
        return None
    return 0, network.layers[place.layer - 1]
