"""How the learning rate α becomes smaller while training goes on."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bpviz.core.validation import checked_number
from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Schedule:
    """The share of α that is left at each iteration.

    Attributes
    ----------
    name
        ``"constant"``: all of it, always;
        ``"1/t"``: 1 / (1 + n/T) (Robbins and Monro 1951);
        ``"cosine"``: from 1 down to `least` on half a wave (Loshchilov and Hutter 2017, without
        restarts), and `least` after iteration T.
    iterations
        T ≥ 1: after as many iterations ``"1/t"`` has halved α, and ``"cosine"`` is at its end.
    least
        Share of α that ``"cosine"`` comes down to, 0 to 1.

    Raises
    ------
    ValueError
        If the name is unknown or a number is out of range; the sentence names it.
    """

    name: str = "constant"
    iterations: int = 1000
    least: float = 0.01

    def __post_init__(self) -> None:
        if self.name not in SCHEDULES:
            expected = ", ".join(map(repr, SCHEDULES))
            raise ValueError(f"schedule must be one of {expected}; not {self.name!r}")
        checked_whole("iterations", self.iterations, 1)
        if checked_number("least", self.least) > 1:
            raise ValueError(f"least must be a share from 0 to 1; not {self.least!r}")

    def share(self, iteration: int) -> float:
        """Return the share of α for the step that leads from `iteration` to the next."""
        return SCHEDULES[self.name](self, iteration)

    def title(self) -> str:
        """Return its name for a menu, in the language in force."""
        return {
            "constant": translate("Schedule", "constant α"),
            "1/t": translate("Schedule", "α falling as 1/t"),
            "cosine": translate("Schedule", "α falling as a cosine"),
        }[self.name]


def _constant(schedule: Schedule, iteration: int) -> float:
    del schedule, iteration
    return 1.0


def _inverse(schedule: Schedule, iteration: int) -> float:
    return 1.0 / (1.0 + iteration / schedule.iterations)


def _cosine(schedule: Schedule, iteration: int) -> float:
    done = min(1.0, iteration / schedule.iterations)
    return schedule.least + (1.0 - schedule.least) * 0.5 * (1.0 + math.cos(math.pi * done))


SCHEDULES: Mapping[str, Callable[[Schedule, int], float]] = MappingProxyType(
    {"constant": _constant, "1/t": _inverse, "cosine": _cosine}
)


def checked_whole(name: str, value: int, least: int) -> int:
    """Return a whole number ≥ `least`, or raise ValueError naming it."""
    try:
        number = operator.index(value)
    except TypeError:
        number = least - 1
    if number < least:
        raise ValueError(f"{name} must be a whole number of at least {least}; not {value!r}")
    return number
