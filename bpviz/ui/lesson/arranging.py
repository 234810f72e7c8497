"""The panels that a scene asks for, beside the network; afterwards all is as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QDockWidget, QMainWindow

DOCK: Final = "dock.lesson"
_TEXT, _PANELS = (
    (0.24, 0.31),
    (0.28, 0.34),
)  # of the width: what each may take, at least and at most


class Arranging:
    """Opens and closes panels for a lesson.

    Parameters
    ----------
    window
        Whose panels these are.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._before: QByteArray | None = None
        self._opened: tuple[str, ...] = ()
        self.docks: Mapping[str, QDockWidget] = {}

    @property
    def before(self) -> QByteArray | None:
        """The state of the window before the lesson; None while there is none."""
        return self._before

    def begin(self) -> None:
        """Remember where everything is, and make room: the text at the left, all else closed."""
        if self._before is not None:
            return
        self._before = self._window.saveState()
        for name, dock in self.docks.items():
            if name != DOCK and not dock.isFloating():  # what is on another screen stays there
                dock.hide()
        self.docks[DOCK].show()

    def show(self, panels: Sequence[str]) -> None:
        """Open the panels of a scene, and close those of the scene before.

        What a person has opened meanwhile stays open.

        Parameters
        ----------
        panels
            Names as in a lesson file, such as ``"equation"``.
        """
        names = tuple(f"dock.{panel}" for panel in panels)
        if self._before is None or names == self._opened:
            return
        for name in set(self._opened) - set(names):
            self.docks[name].hide()
        self._opened = names
        docks = [self.docks[name] for name in names if not self.docks[name].isFloating()]
        above: QDockWidget | None = None
        for dock in docks:
            # Panels that were tabs of one place would hide each other.
            if above is None:
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            else:
                self._window.splitDockWidget(above, dock, Qt.Orientation.Vertical)
            above = dock
        for name in names:
            self.docks[name].show()
        self._divide(docks)

    def end(self) -> None:
        """Put everything back."""
        before, self._before, self._opened = self._before, None, ()
        if before is not None:
            self.docks[DOCK].hide()
            self._window.restoreState(before)

    def _divide(self, docks: Sequence[QDockWidget]) -> None:
        """Give text and panels their shares of the window, by the size of what they hold."""
        text = self.docks[DOCK]
        columns = [(text, _TEXT), *((dock, _PANELS) for dock in docks[:1])]
        widths = [
            round(min(max(_hint(dock)[0], low * self._width), high * self._width))
            for dock, (low, high) in columns
        ]
        self._window.resizeDocks([dock for dock, _ in columns], widths, Qt.Orientation.Horizontal)
        if len(docks) > 1:
            heights = [max(1, _hint(dock)[1]) for dock in docks]
            self._window.resizeDocks(docks, heights, Qt.Orientation.Vertical)

    @property
    def _width(self) -> int:
        return self._window.width()


def _hint(dock: QDockWidget) -> tuple[int, int]:
    hint = dock.sizeHint()
    return hint.width(), hint.height()
