"""One moment of a session, to come back to: in a lesson, from a link."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bpviz.trace.score import Place

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.data import DataSet
    from bpviz.trace import Granularity
    from bpviz.training import TrainingSettings

    from .footing import Footing
    from .selection import Selection


@dataclass(frozen=True, eq=False)
class Moment:
    """All it takes to show something again. Nothing in it changes while the session goes on.

    Attributes
    ----------
    data
        Examples.
    network
        Layers, functions and Θ.
    settings
        α, λ and the optimiser.
    place
        Which step of the pass is on screen; without a unit, the last of its layer.
    granularity
        Whether a unit, a layer … is shown.
    selection
        What is pointed at.
    seed
        Of the random Θ that training may have begun with; None where it is not known.
    """

    data: DataSet
    network: Network
    settings: TrainingSettings
    place: Place = field(default_factory=lambda: Place(4))
    granularity: Granularity = "layer"
    selection: Selection = None
    seed: int | None = None

    @classmethod
    def of(cls, session: Footing) -> Moment:
        """Return the moment that a session shows; `Session.show` shows it again."""
        return cls(
            session.data,
            session.network.copy(),
            session.training.settings,
            session.trace.score.place(session.cursor),
            session.granularity,
            session.selection,
            session.seed,
        )
