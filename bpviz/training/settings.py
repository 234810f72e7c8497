"""What a person chooses before and while a network learns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bpviz.core.validation import checked_number

from .optimizers import OPTIMIZERS, GradientDescent
from .schedule import Schedule, checked_whole

if TYPE_CHECKING:
    from bpviz.core import Network


@dataclass(frozen=True)
class TrainingSettings:
    """Settings of a run; change one with ``dataclasses.replace``.

    Not every optimiser uses all of them: see `applies`.

    Attributes
    ----------
    alpha
        Learning rate α > 0.
    lambda_
        Regularisation λ ≥ 0.
    optimizer
        A name in `OPTIMIZERS`.
    batch_size
        Examples a step, at least 1; None, or as many as there are, for all.
    schedule
        How α becomes smaller.
    momentum
        β, the share of the last step's direction that is kept, 0 ≤ β < 1 (in Adam, β₁).
    seed
        Which order the examples come in; that of an epoch depends on this and its number alone.

    Raises
    ------
    ValueError
        If a number or the name is out of range; the sentence names it.
    """

    alpha: float = 0.1
    lambda_: float = 0.0
    optimizer: str = GradientDescent.name
    batch_size: int | None = 32
    schedule: Schedule = field(default_factory=Schedule)
    momentum: float = 0.9
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "alpha", checked_number("alpha", self.alpha, positive=True))
        object.__setattr__(self, "lambda_", checked_number("lambda_", self.lambda_))
        object.__setattr__(self, "momentum", checked_number("momentum", self.momentum))
        if self.momentum >= 1:
            raise ValueError(f"momentum must be less than 1; not {self.momentum:g}")
        if self.optimizer not in OPTIMIZERS:
            expected = ", ".join(map(repr, OPTIMIZERS))
            raise ValueError(f"optimizer must be one of {expected}; not {self.optimizer!r}")
        if self.batch_size is not None:
            object.__setattr__(self, "batch_size", checked_whole("batch_size", self.batch_size, 1))
        object.__setattr__(self, "seed", checked_whole("seed", self.seed, 0))

    def check(self, network: Network) -> None:
        """Raise ValueError, saying why, if the optimiser cannot train this network."""
        objection = OPTIMIZERS[self.optimizer].objection(network)
        if objection:
            raise ValueError(objection)

    def alpha_at(self, iteration: int) -> float:
        """Return the α of the step that leads from `iteration` to the next."""
        return self.alpha * self.schedule.share(iteration)

    def applies(self, setting: str) -> bool:
        """Return whether the optimiser uses a setting, given as the attribute's name."""
        return not self.why_not(setting)

    def why_not(self, setting: str) -> str:
        """Return why the optimiser does not use a setting, in the language in force; "" if it does.

        Parameters
        ----------
        setting
            Name of an attribute, such as ``"alpha"``.
        """
        return OPTIMIZERS[self.optimizer].unused().get(setting, "")
