"""A moment as a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from bpviz.core import Network
from bpviz.session.files.data_tree import data_to_tree
from bpviz.session.moment import Moment
from bpviz.text import dashed, grouped, translate
from bpviz.training.optimizers import OPTIMIZERS

from .parts import bits, packed, place_to_part, selection_to_part, settings_to_parts
from .replay import trained
from .seal import LinkError, sealed
from .size import check_size

if TYPE_CHECKING:
    from bpviz.session.session import Session

# Up to here the weights themselves make a link of a few lines, and need no computing.
_FEW_WEIGHTS: Final = 24
# Beyond, a link is longer than what mail and chat carry: 4000 characters.
_MOST_WEIGHTS: Final = 360
_PATIENCE: Final = 3.0  # seconds to find out whether training leads to these weights
DIGEST: Final = 8  # characters that tell one set of examples from another


@dataclass(frozen=True, eq=False)
class Copied:
    """What a session shows, taken from it to be written on any thread.

    Attributes
    ----------
    moment
        The moment.
    iteration
        How far it is trained.
    """

    moment: Moment
    iteration: int

    @classmethod
    def of(cls, session: Session) -> Self:
        """Take the moment from a session."""
        return cls(Moment.of(session), session.training.iteration_shown)

    def link(self) -> str:
        """Return the link; that may take some seconds.

        Raises
        ------
        LinkError
            If the examples are not the app's own, or the network or the weights are too many.
        """
        moment, network = self.moment, self.moment.network
        data = moment.data
        tree = data_to_tree(data)
        if "digest" not in tree:
            raise LinkError(
                translate(
                    "Link",
                    "A link names examples that every bpviz has; those on screen are your own. "
                    "Save the session as a file and pass that on.",
                )
            )
        check_size(network.layers, len(data.X_train))
        parts = {
            "data": f"{data.name}.{tree['digest'][:DIGEST]}",
            "layers": dashed(network.layers),
            "g": f"{network.hidden}.{network.output}.{network.cost}",
            "theta": self._theta(),
            **settings_to_parts(moment.settings),
            "at": place_to_part(moment.place),
            "by": moment.granularity,
        }
        if moment.selection is not None:
            parts["on"] = selection_to_part(moment.selection)
        return sealed(parts)

    def _theta(self) -> str:
        """Return Θ as seed and iteration where these lead to it to the last bit, else as numbers.

        Training leads to the same bits on one machine; another's arithmetic may differ in the last
        ones. Few weights are therefore written as they are.
        """
        network = self.moment.network
        parameters = network.parameters
        seed = self.moment.seed or 0
        start = Network(network.layers, network.hidden, network.output, network.cost, seed)
        if np.array_equal(start.parameters, parameters):
            return f"seed.{seed}"
        if parameters.size <= _FEW_WEIGHTS:
            return f"bits.{packed(parameters)}"
        if self._is_trained(start):
            return f"seed.{seed}.{self.iteration}.{bits(parameters)}"
        if parameters.size <= _MOST_WEIGHTS:
            return f"bits.{packed(parameters)}"
        sentence = translate(
            "Link",
            "A link has room for {most} weights that were trained or set in more than one way, "
            "not for {count}. Save the session as a file and pass that on.",
        )
        raise LinkError(sentence.format(most=_MOST_WEIGHTS, count=grouped(parameters.size)))

    def _is_trained(self, start: Network) -> bool:
        settings = self.moment.settings
        if self.iteration < 1 or not OPTIMIZERS[settings.optimizer].repeatable:
            return False
        run = trained(start, self.moment.data, settings, self.iteration, _PATIENCE)
        if run is None:
            return False
        same = np.array_equal(run.network.parameters, self.moment.network.parameters)
        run.close()
        return same
