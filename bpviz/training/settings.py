"""What a person chooses before and while a network learns."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.core.validation import checked_number

from .optimizers import OPTIMIZERS, GradientDescent


@dataclass(frozen=True)
class TrainingSettings:
    """Settings of a run; change one with ``dataclasses.replace``.

    Attributes
    ----------
    alpha
        Learning rate α > 0.
    lambda_
        Regularisation λ ≥ 0.
    optimizer
        A name in `OPTIMIZERS`.

    Raises
    ------
    ValueError
        If a number or the name is out of range; the sentence names it.
    """

    alpha: float = 0.1
    lambda_: float = 0.0
    optimizer: str = GradientDescent.name

    def __post_init__(self) -> None:
        object.__setattr__(self, "alpha", checked_number("alpha", self.alpha, positive=True))
        object.__setattr__(self, "lambda_", checked_number("lambda_", self.lambda_))
        if self.optimizer not in OPTIMIZERS:
            expected = ", ".join(map(repr, OPTIMIZERS))
            raise ValueError(f"optimizer must be one of {expected}; not {self.optimizer!r}")
