"""The rule with its numbers: as large as there is room for, every number telling its origin."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QToolTip, QWidget

from bpviz.ui.formula import FormulaView, Typeset

from .room import room_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpviz.trace.formula import Formula, Piece, Room
    from bpviz.ui.formula import Hotspot
    from bpviz.ui.theme import Theme

_SIZES: Final = (
    1.0,
    0.94,
    0.88,
    0.82,
    0.76,
    0.71,
    0.66,
    0.62,
    0.59,
)  # tried until the formula fits
_COMFORTABLE: Final = 0.62  # matrices are cut short rather than set much smaller than this
_MATRIX_END: Final = r"\end{pmatrix}"
_EDGE: Final = 8  # pixels that a formula leaves free at both sides together


class NumbersView(FormulaView):
    """A formula that shrinks until it fits a room, with what this step has made on lit ground.

    Parameters
    ----------
    theme
        Colours.
    tell
        What a tooltip says about a number.
    """

    copied = Signal(str)
    """A number has been put on the clipboard."""
    settled = Signal()
    """Another formula, or the same at another size, has been laid out."""
    room_changed = Signal()
    """There is more or less room than before."""

    def __init__(
        self, theme: Theme, tell: Callable[[Piece], str], parent: QWidget | None = None
    ) -> None:
        self._made = self._made_shown = range(0)
        self._room = QSize()
        self.results: tuple[QRectF, ...] = ()
        self._step = 0  # in _SIZES
        self._given: tuple[object, ...] = ()
        self._fit: Typeset | None = None
        super().__init__(theme, parent)
        self._tell_about = tell
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)  # its room has both
        self.setSizePolicy(policy)

    def set_numbers(self, formula: Formula, made: range, name: str) -> None:
        """Show a formula; the numbers that steps `made` have computed are its result."""
        self._made = made
        self.set_formula(formula, name)

    def set_room(self, room: QSize) -> None:
        """Say in how many pixels the formula should fit."""
        if room != self._room:
            self._room = room
            self._refit()
            self.room_changed.emit()

    def matrix_room(self, line: int, digits: int) -> Room:
        """Return how much of a matrix or sum of a line can be read in this room."""
        em = max(_COMFORTABLE * self._size(), self._least)
        width, height = self._room.width() - _EDGE, self._room.height() - _EDGE
        return room_for(line, width / em, height / em, digits)

    def _fitted(self, width: int) -> Typeset | None:
        """Return the formula at the largest size that fits, else at the smallest."""
        if self._room.isEmpty():  # not yet on screen
            return super()._fitted(width)
        across = float(max(1, min(width, self._room.width()) - _EDGE))
        height = self._room.height() - _EDGE
        given = (self._formula, self._theme.name, self._size(), self._least, across, height)
        if given != self._given:  # Qt asks again and again while it lays things out
            self._given = given
            self._fit = self._fit_into(across, height)
        return self._fit

    def _fit_into(self, across: float, height: float) -> Typeset | None:
        def at(step: int) -> Typeset:
            return self._typeset(max(_SIZES[step] * self._size(), self._least), across)

        def fits(step: int) -> bool:
            return at(step).width <= across and at(step).height <= height

        try:
            # The size of the formula before is a good guess.
            while self._step < len(_SIZES) - 1 and not fits(self._step):
                self._step += 1
            while self._step > 0 and fits(self._step - 1):
                self._step -= 1
            return at(self._step)
        except ValueError:
            return None

    @property
    def fits(self) -> bool:
        """Whether all of the formula on screen is seen in its room."""
        return self._shown is None or self._room.isEmpty() or all(self._fits(self._shown))

    def _fits(self, shown: Typeset) -> tuple[bool, bool]:
        room = self._room
        return shown.width + _EDGE <= room.width(), shown.height + _EDGE <= room.height()

    def minimumSizeHint(self) -> QSize:
        """Return the size below which something would be cut off, where it does not fit."""
        if self._shown is None or self._room.isEmpty():
            return super().minimumSizeHint()
        width, height = math.ceil(self._shown.width), math.ceil(self._shown.height)
        across, down = self._fits(self._shown)
        return QSize(1 if across else width + _EDGE, 1 if down else height + _EDGE)

    # --- the result ----------------------------------------------------------------------------

    def _refit(self) -> None:
        super()._refit()
        if self.is_settled():
            self._made_shown = self._made
            self.results = results(self.formula(), self._made, self.hotspots(), self.box)
            self.settled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the formula upon lit ground where its result stands.

        While that of another step is laid out nothing is drawn: better than a moment gone by.
        """
        if self._made_shown != self._made:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.highlight))
        for box in self.results:
            painter.drawRoundedRect(box, 4.0, 4.0)
        painter.end()
        super().paintEvent(event)

    # --- pointing ------------------------------------------------------------------------------

    def _spot_at(self, position: QPointF) -> Hotspot | None:
        return next((spot for spot in self.hotspots() if self.box(spot).contains(position)), None)

    def _explain(self, spot: Hotspot) -> None:
        box = self.box(spot).toRect()
        QToolTip.showText(
            self.mapToGlobal(box.bottomLeft()), self._tell_about(spot.piece), self, box
        )

    def event(self, event: QEvent) -> bool:
        """Say of the number under the pointer all there is to say."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._spot_at(QPointF(event.pos()))
            if spot is not None:
                self._explain(spot)
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Explain the number that Tab has come to."""
        moved = super().focusNextPrevChild(forward)
        self._explain_focused()
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain the number that Tab has come to."""
        super().focusInEvent(event)
        self._explain_focused()

    def _explain_focused(self) -> None:
        spot = self._in_focus
        if self.hasFocus() and spot is not None:
            self._explain(spot)

    def _copy(self, text: str) -> None:
        """Say that something has been copied."""
        super()._copy(text)
        self.copied.emit(text)


def results(
    formula: Formula,
    made: range,
    hotspots: Sequence[Hotspot],
    box: Callable[[Hotspot], QRectF] = lambda spot: spot.box,
) -> tuple[QRectF, ...]:
    """Return where the numbers stand that steps `made` have computed: one box for each matrix.

    Parameters
    ----------
    formula, hotspots
        As they are typeset.
    made
        Steps of the trace; where none of them is in the formula, its last number counts.
    box
        Where a number stands.
    """
    boxes: list[QRectF] = []
    end = -1
    for spot in [spot for spot in hotspots if spot.piece.origin in made] or hotspots[-1:]:
        apart = any(_MATRIX_END in piece.latex for piece in formula[end + 1 : spot.index])
        if boxes and not apart:
            boxes[-1] |= box(spot)
        else:
            boxes.append(box(spot))
        end = spot.index
    return tuple(boxes)


class NumbersArea(QScrollArea):
    """The room for the numbers; scrolls where even the smallest formula is larger."""

    def __init__(
        self, theme: Theme, tell: Callable[[Piece], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = NumbersView(theme, tell)
        self.setWidget(self.view)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Ask for the least height: what there is more is given to it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the formula take the new room."""
        super().resizeEvent(event)
        self.view.set_room(self.maximumViewportSize())
