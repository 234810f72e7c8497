"""What a step computes and what it computes it from, as parts of vectors and matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpviz.session.selection import Unit, Weight

if TYPE_CHECKING:
    from bpviz.session.selection import Selection
    from bpviz.session.session import Session

_MATRICES = ("Theta", "Delta", "D")


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of numbers.

    Attributes
    ----------
    symbol, layer
        As in `bpviz.trace.Step`.
    units
        i of its rows.
    sources
        j of its columns; one column for vectors.
    """

    symbol: str
    layer: int
    units: range
    sources: range = range(1)


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit at one moment: what is computed, and what it is computed from."""

    computed: tuple[Region, ...] = ()
    used: tuple[Region, ...] = ()


def lit(session: Session) -> Lit:
    """Return what the step on screen computes: one number, or the whole vectorised line."""
    step, segment = session.step, session.segment
    layer = segment.layer
    if layer is None or (segment.line == 6 and layer == 1):
        return Lit()
    one = session.granularity == "unit" and step.unit is not None
    if segment.line in (1, 7, 8, 9):
        everything = (range(1, segment.rows + 1), range(segment.columns))
        units, sources = everything
        if segment.line == 1:
            theta = session.trace.network.theta[layer - 1]
            units, sources = range(1, theta.shape[0] + 1), range(theta.shape[1])
        elif one:
            units, sources = _only(step.unit), _only(step.source)
        return _weights(segment.line, layer, units, sources)
    units = _only(step.unit) if one else range(1 - segment.bias, segment.rows + 1)
    return _units(session, units, step.symbol if one else None)


def _only(index: int | None) -> range:
    return range(index or 0, (index or 0) + 1)


def _weights(line: int, layer: int, units: range, sources: range) -> Lit:
    """Lines 1 and 7 to 9."""
    Theta, Delta, D = (Region(s, layer, units, sources) for s in ("Theta", "Delta", "D"))
    match line:
        case 7:
            return Lit((Delta,), (Region("delta", layer + 1, units), Region("a", layer, sources)))
        case 8:
            penalised = range(max(1, sources.start), sources.stop)  # λ leaves the bias column out
            used = (Delta, Region("Theta", layer, units, penalised)) if penalised else (Delta,)
            return Lit((D,), used)
        case 9:
            return Lit((Theta,), (D,))
    return Lit((Delta,))


def _units(session: Session, units: range, symbol: str | None) -> Lit:
    """Lines 3 to 6; `symbol` None if z and a are computed together."""
    network, segment = session.trace.network, session.segment
    layers, layer = network.layers, segment.layer or 1
    a = Region("a", layer, units)
    if segment.line == 3:
        return Lit((a,))
    receiving = range(max(1, units.start), units.stop)
    z, delta = Region("z", layer, receiving), Region("delta", layer, receiving)
    if segment.line == 4:
        if symbol == "a":
            joint = range(1, layers[-1] + 1) if session.trace.score.joint(segment) else receiving
            return Lit((a,), (Region("z", layer, joint),) if receiving else ())
        before = range(layers[layer - 2] + 1)
        used = (Region("Theta", layer - 1, receiving, before), Region("a", layer - 1, before))
        return Lit((z, a) if symbol is None else (z,), used)
    # g′(z) is computed from a where that is how the lecture writes it.
    slope = "a" if network.activation(layer).name in ("sigmoid", "tanh") else "z"
    if segment.line == 5:
        return Lit((delta,), (Region("a", layer, receiving),))
    behind = range(1, layers[layer] + 1)
    back = Region("Theta", layer, behind, receiving), Region("delta", layer + 1, behind)
    return Lit((delta,), (*back, Region(slope, layer, receiving)))


def marked(selection: Selection, layers: tuple[int, ...]) -> list[Region]:
    """Return what belongs to the selected unit or weight: its numbers, and what leads into it."""
    match selection:
        case Weight(layer, unit, source):
            at = _only(unit), _only(source)
            return [Region(symbol, layer, *at) for symbol in _MATRICES]
        case Unit(layer, unit):
            numbers = [Region(symbol, layer, _only(unit)) for symbol in ("z", "a", "delta")]
            if layer == 1 or unit == 0:
                return numbers
            row = _only(unit), range(layers[layer - 2] + 1)
            return [*numbers, *(Region(symbol, layer - 1, *row) for symbol in _MATRICES)]
    return []
