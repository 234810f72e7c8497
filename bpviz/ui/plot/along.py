"""What J(Θ) is drawn along: iterations, epochs, function evaluations or seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.training import Records, Trials

Along = Literal["iteration", "epoch", "evaluations", "seconds"]

ALL: Final[tuple[Along, ...]] = ("iteration", "epoch", "evaluations", "seconds")
WHOLE: Final[frozenset[Along]] = frozenset({"iteration", "evaluations"})


def choice(along: Along) -> str:
    """Return what it is called in a list of choices."""
    return {
        "iteration": translate("CostPlot", "iterations"),
        "epoch": translate("CostPlot", "epochs"),
        "evaluations": translate("CostPlot", "evaluations of J"),
        "seconds": translate("CostPlot", "seconds"),
    }[along]


def label(along: Along) -> str:
    """Return what it is called at the axis."""
    return {
        "iteration": translate("CostPlot", "iteration"),
        "epoch": translate("CostPlot", "epoch"),
        "evaluations": translate("CostPlot", "evaluations of J or its gradient"),
        "seconds": translate("CostPlot", "seconds of training"),
    }[along]


def column(records: Records, along: Along) -> Array:
    """Return where the records lie along the axis, (n,)."""
    values: Array = getattr(records, along)
    return values


def place(records: Records, along: Along, iterations: Array) -> Array:
    """Return where iterations lie along the axis."""
    if along == "iteration":
        return iterations
    return np.interp(iterations, records.iteration, column(records, along))


def iteration_at(records: Records, along: Along, x: float) -> int:
    """Return the iteration nearest to a place on the axis, from the first to the last record."""
    return round(float(np.interp(x, column(records, along), records.iteration)))


def place_trials(records: Records, trials: Trials, along: Along) -> Array:
    """Return where the trials of line searches lie along the axis."""
    return trials.evaluation if along == "evaluations" else place(records, along, trials.iteration)


def share_to_x(records: Records, along: Along, share: float, *, logarithmic: bool) -> float:
    """Return the place that divides the curve on the screen as `share`, 0 to 1, says."""
    values = column(records, along)
    last = float(values[-1])
    if not logarithmic:
        return float(values[0]) + share * (last - float(values[0]))
    first = float(values[values > 0][:1].sum()) or last  # of no use where nothing is positive
    return float(first ** (1 - share) * last**share)


def x_to_share(records: Records, along: Along, x: float, *, logarithmic: bool) -> float:
    """Return which part of the curve on the screen lies left of a place, 0 to 1."""
    low = share_to_x(records, along, 0.0, logarithmic=logarithmic)
    high = share_to_x(records, along, 1.0, logarithmic=logarithmic)
    if not high > low:
        return 0.0
    if logarithmic:
        low, high, x = (float(np.log(max(v, low))) for v in (low, high, x))
    return min(1.0, max(0.0, (x - low) / (high - low)))
