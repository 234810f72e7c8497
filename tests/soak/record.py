"""What is recorded of the process and of the window, and whether it grows."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from bpviz.heap import give_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpviz.ui.window import MainWindow

_PAGE: Final = 4096 / 2**20
# Growth a minute that nobody would notice in a day of lectures: ten hours of it are a few hundred
# megabytes or a few thousand small objects. What leaks with each round exceeds it many times.
BOUNDS: Final = {
    "memory": 0.5,
    "threads": 0.05,
    "files": 0.1,
    "none": 20.0,
    "objects": 5.0,
    "widgets": 2.0,
    "windows": 0.05,
    "listeners": 2.0,
}
_SURE: Final = 3.0  # standard errors


@dataclass(frozen=True)
class Sample:
    """One look at everything that must not grow.

    Attributes
    ----------
    minutes
        Since the beginning.
    memory
        Megabytes the process holds.
    threads, files
        Of Python; handles of the process.
    none
        References to None; from Python 3.12 on they are not counted, and nothing changes. PySide
        6.11 adds one whenever Qt first calls a method of a new object, which holds nothing: a
        tool button's icon is six each time it is drawn. So only their becoming fewer is judged,
        which would end the process when there are none.
    objects, widgets, windows
        Of Qt: all in the window, all widgets of the application, those that stand alone.
    listeners
        Slots that are connected to the session's signals.
    """

    minutes: float
    memory: float
    threads: float
    files: float
    none: float
    objects: float
    widgets: float
    windows: float
    listeners: float

    def __str__(self) -> str:
        return "  ".join(f"{value:>9,.2f}" for value in astuple(self))


HEAD: Final = "  ".join(f"{field.name:>9}" for field in fields(Sample))


def sample(window: MainWindow, minutes: float) -> Sample:
    """Look, after everything is gone that nobody holds (Linux only)."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    # As the window does a while after a network has gone, and what it keeps for the next one, too:
    # what lies free is no growth.
    give_back(0)
    return Sample(
        minutes,
        int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE,
        threading.active_count(),
        len(list(Path("/proc/self/fd").iterdir())),
        sys.getrefcount(None),
        len(window.findChildren(QObject)),
        len(QApplication.allWidgets()),
        len(QApplication.topLevelWidgets()),
        sum(map(_listeners, (window.session, window.session.training, window.session.edits))),
    )


def _listeners(of: Any) -> int:
    from psygnal import SignalInstance

    signals = (getattr(of, name, None) for name in dir(type(of)))
    return sum(len(signal) for signal in signals if isinstance(signal, SignalInstance))


class Slope(NamedTuple):
    """How much a quantity grows in a minute, and how sure that is."""

    name: str
    slope: float
    error: float

    @property
    def flat(self) -> bool:
        """Whether the growth is within its bound, or may be chance; of None, the loss."""
        growth = -self.slope if self.name == "none" else self.slope
        return growth - _SURE * self.error <= BOUNDS[self.name]

    def __str__(self) -> str:
        verdict = "flat" if self.flat else "GROWS"
        return (
            f"{self.name:>9}  {self.slope:+9.3f} ± {self.error:.3f} a minute, "
            f"bound {BOUNDS[self.name]:g}: {verdict}"
        )


def slopes(samples: Sequence[Sample]) -> list[Slope]:
    """Return the least-squares slopes, with their standard errors.

    Raises
    ------
    ValueError
        If there are fewer than four samples.
    """
    if len(samples) < 4:
        raise ValueError(f"{len(samples)} samples are too few for slopes")
    t = np.array([sample.minutes for sample in samples])
    t = t - t.mean()
    found = []
    for name in BOUNDS:
        values = np.array([getattr(sample, name) for sample in samples], float)
        slope = float(t @ (values - values.mean()) / (t @ t))
        rest = values - values.mean() - slope * t
        found.append(Slope(name, slope, float(np.sqrt(rest @ rest / (len(t) - 2) / (t @ t)))))
    return found
