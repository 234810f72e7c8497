"""The curves of other runs, each with its own colour and dashes as long as it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt

from .along import Along, column
from .curve import Curve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.training import Run

# Chosen so that eyes without red or green tell neighbours apart by lightness or by yellow and
# blue, and apart from the colours of the present run (after Okabe and Ito, for two grounds).
_ON_LIGHT: Final = ("#008a64", "#b0457f", "#2f8fc9", "#8a6d00", "#6a3d9a", "#a0222c", "#6f7682")
_ON_DARK: Final = ("#2fc39a", "#e59ac4", "#56b4e9", "#d9c24a", "#b79cf0", "#f08a80", "#b4bac4")
_DASHES: Final = (
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotDotLine,
)


class Others:
    """Makes faint curves of runs.

    Parameters
    ----------
    dark
        Whether they are drawn on dark ground.
    """

    def __init__(self, *, dark: bool) -> None:
        self._colours = _ON_DARK if dark else _ON_LIGHT
        self._curves: WeakKeyDictionary[Run, Curve] = WeakKeyDictionary()

    def curves(self, runs: Iterable[Run], along: Along) -> list[Curve]:
        """Return J(Θ) of each run along an axis; the same objects as long as the runs are kept."""
        return [self._curve(run, along) for run in runs]

    def _curve(self, run: Run, along: Along) -> Curve:
        if run not in self._curves:
            taken = {curve.colour for curve in self._curves.values()}
            free = [n for n, colour in enumerate(self._colours) if colour not in taken]
            n = free[0] if free else len(self._curves) % len(self._colours)
            self._curves[run] = Curve("", self._colours[n], _DASHES[n % len(_DASHES)], faint=True)
        curve = self._curves[run]
        records = run.history.records()
        curve.name, curve.x, curve.y = run.name, column(records, along), records.J
        return curve
