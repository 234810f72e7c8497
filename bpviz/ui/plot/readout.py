"""A line of figures that shows as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_BETWEEN: Final = "  ·  "


class Readout(QLabel):
    """Parts of a line in the order of their importance; those that do not fit are left out.

    The whole line is the tool tip and the accessible name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._parts: tuple[str, ...] = ()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show other parts."""
        self._parts = tuple(parts)
        whole = _BETWEEN.join(self._parts)
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, metrics = self.width(), self.fontMetrics()
        shown = list(self._parts)
        while len(shown) > 1 and metrics.horizontalAdvance(_BETWEEN.join(shown)) > room:
            shown.pop()
        text = _BETWEEN.join(shown)
        if text != self.text():
            self.setText(text)
