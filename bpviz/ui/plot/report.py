"""What is known about an iteration, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from bpviz.text import measured, percent, short, translate
from bpviz.training import Record
from bpviz.ui.counts import grouped

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.training import Moment


def report(record: Record, steps_per_second: float, error_scale: float = 1.0) -> list[str]:
    """Return what is known about an iteration, the most important first.

    Errors are multiplied with `error_scale` to have them in the units that were measured.
    """
    parts = [
        translate("CostPlot", "iteration {n}").format(n=grouped(record.iteration)),
    ]
    if not math.isnan(record.accuracy):
        right = percent(record.accuracy)
        parts.append(translate("CostPlot", "accuracy {right}").format(right=right))
    if not math.isnan(record.accuracy_validation):
        right = percent(record.accuracy_validation)
        parts.append(translate("CostPlot", "in validation {right}").format(right=right))
    if not math.isnan(record.error):
        error = measured(error_scale * record.error)
        parts.append(translate("CostPlot", "RMS error {error}").format(error=error))
    if not math.isnan(record.error_validation):
        error = measured(error_scale * record.error_validation)
        parts.append(translate("CostPlot", "in validation {right}").format(right=error))
    if steps_per_second > 0:
        # Two digits: the rest would flicker.
        digits = max(0, math.floor(math.log10(steps_per_second)) - 1)
        speed = round(steps_per_second, -digits) if steps_per_second >= 10 else steps_per_second
        text = grouped(round(speed)) if speed >= 10 else short(speed)
        parts.append(translate("CostPlot", "{speed} steps/s").format(speed=text))
    return parts


def record_of(session: Session, moment: Moment) -> Record | None:
    """Return the record of a moment of the run; None if there is none."""
    records = session.training.history.records()
    n = int(np.searchsorted(records.iteration, moment.iteration))
    if n < len(records.iteration) and records.iteration[n] == moment.iteration:
        J, J_validation, right, right_validation = (float(v[n]) for v in records[1:5])
        error, error_validation = (float(v[n]) for v in records[-2:])
        return Record(
            moment.iteration,
            J,
            J_validation,
            right,
            right_validation,
            error=error,
            error_validation=error_validation,
        )
    return None
