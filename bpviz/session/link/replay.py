"""Θ by how it came about: a seed, and so many steps of training with unchanging settings."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from bpviz.session.learning import run_of
from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.data import DataSet
    from bpviz.training import Run, TrainingSettings

_AT_ONCE: Final = 10_000


def trained(
    network: Network, data: DataSet, settings: TrainingSettings, steps: int, seconds: float
) -> Run | None:
    """Return a run that has taken so many steps, or None if it takes longer or ends before.

    Parameters
    ----------
    network
        With the Θ to begin with.
    data
        Examples.
    settings
        From the first step to the last.
    steps
        How many.
    seconds
        How long it may take, after which it is given up.
    """
    run = run_of(data, network, settings, translate("Training", "run {n}").format(n=1))
    end = monotonic() + seconds
    while run.iteration < steps:
        if run.advance(min(_AT_ONCE, steps - run.iteration)) == 0 or run.ending is not None:
            run.close()
            return None
        if monotonic() > end:
            run.close()
            return None
    run.record()
    return run
