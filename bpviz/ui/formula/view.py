"""A formula whose numbers are alive: hovered, clicked, copied and tabbed through."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from bpviz.text import MINUS, decimal_mark, number, translate
from bpviz.trace.formula import Piece, plain
from bpviz.ui.formula.canvas import FormulaCanvas
from bpviz.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.ui.formula.typeset import Hotspot


class FormulaView(FormulaCanvas):
    """A formula on screen, with its numbers alive.

    Hovering a number shows it in full precision. A click goes to where it was computed
    (``origin_clicked``) or, where that is not known, copies it. Tab moves through the numbers,
    Enter is the click, Ctrl+C copies the number in focus, or else the whole as LaTeX.
    """

    origin_clicked = Signal(int)
    """The step of the trace that computed the clicked number."""
    value_hovered = Signal(object)
    """The number under the pointer or in focus; None when it has left."""

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hovered: int | None = None
        self._focused: int | None = None
        self.setMouseTracking(True)

    def marked(self) -> Mapping[int, bool]:
        """Return the hovered number and, with a ring, the one that has the keyboard."""
        count = len(self.hotspots())
        marks = {self._hovered: False, self._focused: self.hasFocus()}
        return {index: ring for index, ring in marks.items() if index is not None and index < count}

    def _settle(self) -> None:
        super()._settle()
        count = len(self.hotspots())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)
        if self._focused is not None:
            self._focus_on(min(self._focused, count - 1) if count else None)
        pointer = QPointF(self.mapFromGlobal(self.cursor().pos()))
        self._hovered = None  # the number that was there is gone; another may have taken its place
        self._hover(self._at(pointer) if self.underMouse() else None)

    def _at(self, position: QPointF) -> int | None:
        for index, hotspot in enumerate(self.hotspots()):
            if self.box(hotspot).contains(position):
                return index
        return None

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self._tell(index)
            self.update()
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if index is None else shape.PointingHandCursor)

    def _focus_on(self, index: int | None) -> None:
        self._focused = index
        self._tell(index)
        told = "" if index is None else _full(self.hotspots()[index].piece)
        self.setAccessibleDescription(told)
        self.update()

    def _tell(self, index: int | None) -> None:
        self.value_hovered.emit(None if index is None else self.hotspots()[index].piece.value)

    @property
    def _in_focus(self) -> Hotspot | None:
        """The number that has the keyboard; none while a newer formula is awaited."""
        spots = self.hotspots()
        if self._focused is None or self._focused >= len(spots):
            return None
        return spots[self._focused]

    def _activate(self, piece: Piece) -> None:
        if piece.origin is not None:
            self.origin_clicked.emit(piece.origin)
        else:
            self._copy(_as_programs_read(piece))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    # The mouse.

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the number under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the number was computed, or copy it."""
        index = self._at(event.position())
        if index is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self._activate(self.hotspots()[index].piece)

    def event(self, event: QEvent) -> bool:
        """Show the number in full precision."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        index = self._at(QPointF(event.pos()))
        if index is None:
            QToolTip.hideText()
            event.ignore()
        else:
            hotspot = self.hotspots()[index]
            box = self.box(hotspot).toRect()
            QToolTip.showText(event.globalPos(), _tip(hotspot.piece), self, box)
        return True

    # The keyboard.

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move to the next number, and past the last to the next widget."""
        index = -1 if self._focused is None else self._focused
        following = index + 1 if forward else index - 1
        if self.hasFocus() and 0 <= following < len(self.hotspots()):
            self._focus_on(following)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first number, or at the last if one comes from behind."""
        ends = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: -1}
        count = len(self.hotspots())
        if count and event.reason() in ends:
            self._focus_on(ends[event.reason()] % count)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget which number it was."""
        self._focus_on(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow or copy the number in focus."""
        spot = self._in_focus
        if event.matches(QKeySequence.StandardKey.Copy):
            if spot is not None:
                self._copy(_as_programs_read(spot.piece))
            elif self._focused is None:
                self._copy(plain(self.formula()))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and spot is not None:
            self._activate(spot.piece)
        else:
            super().keyPressEvent(event)


def full_precision(value: float) -> str:
    """Return every digit of a number, with the decimal mark of the language in force."""
    if not math.isfinite(value):
        return number(value)
    return repr(float(value)).replace("-", MINUS).replace(".", decimal_mark())


def _full(piece: Piece) -> str:
    return piece.latex if piece.value is None else full_precision(piece.value)


def _as_programs_read(piece: Piece) -> str:
    return piece.latex if piece.value is None else repr(float(piece.value))


def _tip(piece: Piece) -> str:
    if piece.origin is not None:
        deed = translate("FormulaView", "Click: go to the step that computed it")
    else:
        deed = translate("FormulaView", "Click: copy it")
    return f"{_full(piece)}\n{deed}"
