"""What is known of a unit while its step happens; at progress 1 as much as at rest."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .ink import eased, part
from .terms import ARRIVED

if TYPE_CHECKING:
    from bpviz.session.selection import Unit

    from .scene import Scene
    from .terms import Terms
    from .units import Known, Units

_APPLIED: Final = (0.3, 0.65)  # progress between which g is applied, where a step does only that
_MULTIPLIED: Final = 0.9  # progress at which the sum has been multiplied by g′


class Motion:
    """Units on their way.

    Parameters
    ----------
    scene
        Whose step.
    units
        What is known at rest.
    terms
        What has reached them.
    """

    def __init__(self, scene: Scene, units: Units, terms: Terms) -> None:
        self.scene = scene
        self.units = units
        self.terms = terms

    def known(self, unit: Unit, progress: float) -> Known:
        """Return what is known of a unit that the step computes."""
        known = self.units.known(unit)
        if progress >= 1.0:
            return known
        kind = self.scene.picture.kind
        if unit.unit == 0 or kind == "arrive":
            return _filling(known, part(progress, 0.3, 0.8))
        if kind == "apply":
            return _filling(known, part(progress, *_APPLIED))
        if kind in ("sum", "layer"):
            if progress < ARRIVED:
                total = self.terms.partial_sum(unit.unit, progress)
                return replace(known, a=math.nan, z=math.nan, total=total)
            return known if kind == "sum" else _filling(known, part(progress, ARRIVED, 0.95))
        if kind == "back":
            total = self.terms.partial_sum(unit.unit, progress)
            grown = eased(part(progress, ARRIVED, _MULTIPLIED))
            if progress >= _MULTIPLIED:
                return known
            return replace(_ringed(known, grown), total=total)
        return _ringed(known, eased(part(progress, 0.3, 0.95)))


def _ringed(known: Known, grown: float) -> Known:
    """Return a unit whose ring grows."""
    return replace(known, ringed=grown, delta=known.delta if grown > 0.0 else math.nan)


def _filling(known: Known, grown: float) -> Known:
    """Return a unit whose fill grows; the number inside changes half-way."""
    if grown <= 0.0:
        return replace(known, a=math.nan)
    return replace(known, filled=eased(grown), writes_a=grown >= 0.5)
