"""What a record says about a Θ: J, and accuracy or error, on training and validation examples."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from bpviz.core import Backpropagation, accuracy, root_mean_square_error, tells_classes
from bpviz.core.validation import checked_examples, checked_targets

from .history import Record

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from bpviz.core import Array, Network

    from .learner import Learner

# Products of an example with a weight that take some ten milliseconds.
_LONG: Final = 2**27


def takes_long(network: Network, m: int) -> bool:
    """Return whether J of m examples takes longer than a window can wait for each time."""
    return m * network.parameters.size > _LONG


class Observer:
    """Measures a learner.

    Parameters
    ----------
    network
        The learner's.
    Y
        Its targets, (m, K).
    X_validation, Y_validation
        Examples held back, with as many columns; None or no rows where there are none.
    classes
        Whether targets are classes; None if `Y` alone is to tell, which takes numbers that happen
        to be 0 and 1 for classes.

    Attributes
    ----------
    tells_classes
        Whether accuracy is measured, and not the error.

    Raises
    ------
    ValueError
        If these do not fit the network; the sentence names them.
    """

    def __init__(
        self,
        network: Network,
        Y: Array,
        X_validation: ArrayLike | None,
        Y_validation: ArrayLike | None,
        classes: bool | None = None,
    ) -> None:
        self._validation: Backpropagation | None = None
        if X_validation is not None and Y_validation is not None and np.size(X_validation):
            try:
                X = checked_examples(network, X_validation)
                self._validation = Backpropagation(
                    network, X, checked_targets(network, Y_validation, len(X))
                )
            except ValueError as error:
                raise ValueError(f"validation examples: {error}") from None
        self.tells_classes = tells_classes(Y) if classes is None else classes

    @property
    def held_back(self) -> tuple[Array, Array] | tuple[()]:
        """Validation examples and targets, (m, s_1) and (m, K), if there are any; views."""
        validation = self._validation
        return (validation.X, validation.Y.T) if validation else ()

    def takes_long(self, learner: Learner) -> bool:
        """Return whether it does to `look`."""
        held_back = self._validation.m if self._validation else 0
        return takes_long(learner.network, learner.passes.m + held_back)

    def glance(self, learner: Learner, seconds: float) -> Record:
        """Return the record of the present Θ without the numbers that are to be measured."""
        iteration, evaluations, epoch, position = learner.progress
        return Record(
            iteration,
            J=math.nan,
            epoch=epoch + position / learner.passes.m,
            evaluations=evaluations,
            seconds=seconds,
        )

    def look(self, learner: Learner, seconds: float) -> Record:
        """Measure the present Θ, to which training has taken so many seconds."""
        train, validation = learner.passes, self._validation
        J_validation = right_validation = error_validation = math.nan
        with np.errstate(all="ignore"):
            learner.optimizer.propagate()
            J = train.cost(learner.settings.lambda_)
            right, error = self._accuracy(train), self._error(train)
            if validation is not None:
                validation.forward()
                J_validation = validation.cost()
                right_validation = self._accuracy(validation)
                error_validation = self._error(validation)
        return self.glance(learner, seconds)._replace(
            J=J,
            J_validation=J_validation,
            accuracy=right,
            accuracy_validation=right_validation,
            error=error,
            error_validation=error_validation,
        )

    def _accuracy(self, passes: Backpropagation) -> float:
        return accuracy(passes.h.T, passes.Y.T) if self.tells_classes else math.nan

    def _error(self, passes: Backpropagation) -> float:
        return math.nan if self.tells_classes else root_mean_square_error(passes.h, passes.Y)
