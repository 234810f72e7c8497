"""Examples as marks: shape and colour tell the class, filled ones are learnt from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

if TYPE_CHECKING:
    from bpviz.core import Array
    from bpviz.data import DataSet, Indices
    from bpviz.ui.theme import Theme

    from .answers import Answers

# Corners of the shapes of classes 1, 2 and 3; class 0 is a circle.
_SHAPES: Final[tuple[tuple[tuple[float, float], ...], ...]] = (
    (),
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    ((0.0, -1.25), (1.1, 0.85), (-1.1, 0.85)),
    ((0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)),
)
_MOST: Final = 4_000  # more marks would hide each other, and take long
# Half the height of a mark, in lines of text, where there are up to so many examples.
_SIZES: Final = ((20, 0.42), (400, 0.25), (10**9, 0.19))
_ROOM: Final = 2.0  # half the side of a stamp ÷ half the height of its mark
_FAINT: Final = 0.5  # opacity of letters that are held back


class Marks:
    """Draws the examples of a data set; classes that are single letters are drawn as these.

    Parameters
    ----------
    data
        The examples.
    answers
        Their colours.
    theme
        Other colours.
    font
        Of the widget: marks are as large as its text asks for.

    Attributes
    ----------
    size
        Half the height of a mark, in pixels.
    rows
        Which rows are drawn: those held back and those learnt from, evenly chosen where there are
        very many.
    """

    def __init__(self, data: DataSet, answers: Answers, theme: Theme, font: QFont) -> None:
        self._answers = answers
        self._surface = QColor(theme.surface)
        line = QFontMetricsF(font).height()
        m = len(data.X)
        self.size = next(size for most, size in _SIZES if m <= most) * line
        self.rows = tuple(
            _thinned(rows, m) for rows in (data.validation, data.train)
        )  # those learnt from come last and lie on top
        lettered = answers.by_class and len(answers.colours) > len(_SHAPES)
        self.lettered = lettered and all(len(name) == 1 for name in data.classes)
        self._letters = data.classes if self.lettered else ()
        self._font = QFont(font)
        self._font.setPixelSize(max(6, round(2.8 * self.size)))
        self._stamps: dict[tuple[int, float, bool], QPixmap] = {}

    @property
    def thinned(self) -> bool:
        """Whether not all examples are drawn."""
        return sum(len(rows) for rows in self.rows) < len(self._answers.kinds)

    def layer(self, pixels: Array, size: QSize, ratio: float) -> QPixmap:
        """Return all marks on a transparent ground.

        Parameters
        ----------
        pixels
            Where each row of the data lies, (m, 2).
        size, ratio
            Of the widget, and its device pixels a pixel.
        """
        made = _transparent(size, ratio)
        painter = QPainter(made)
        half = _ROOM * self.size
        kinds = self._answers.kinds
        for rows, learnt in zip(self.rows, (False, True), strict=True):
            corners = (pixels[rows] - half).tolist()
            for (x, y), kind in zip(corners, kinds[rows].tolist(), strict=True):
                painter.drawPixmap(QPointF(x, y), self._stamp(kind, ratio, learnt=learnt))
        painter.end()
        return made

    def draw(self, painter: QPainter, at: QPointF, kind: int, *, learnt: bool = True) -> None:
        """Draw one mark."""
        colour = self._answers.colours[kind]
        if self._letters:
            faint = QColor(colour)
            faint.setAlphaF(1.0 if learnt else _FAINT)
            self._font.setBold(learnt)
            painter.setFont(self._font)
            painter.setPen(faint)
            half = QPointF(_ROOM * self.size, _ROOM * self.size)
            middle = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(at - half, at + half), middle, self._letters[kind])
            return
        painter.setPen(QPen(self._surface if learnt else colour, 1.2))
        painter.setBrush(colour if learnt else self._surface)
        corners = _SHAPES[kind % len(_SHAPES)] if self._answers.by_class else ()
        if corners:
            points = [at + QPointF(self.size * u, self.size * v) for u, v in corners]
            painter.drawPolygon(QPolygonF(points))
        else:
            painter.drawEllipse(at, self.size, self.size)

    def _stamp(self, kind: int, ratio: float, *, learnt: bool) -> QPixmap:
        key = kind, ratio, learnt
        if key not in self._stamps:
            half = _ROOM * self.size
            side = math.ceil(2 * half)
            stamp = _transparent(QSize(side, side), ratio)
            painter = QPainter(stamp)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter, QPointF(half, half), kind, learnt=learnt)
            painter.end()
            self._stamps[key] = stamp
        return self._stamps[key]


def _thinned(rows: Indices, m: int) -> Indices:
    """Return these rows of `m`, or their share of the most that are drawn."""
    if m <= _MOST or not len(rows):
        return rows
    share = max(1, _MOST * len(rows) // m)
    chosen: Indices = rows[np.linspace(0, len(rows) - 1, share).astype(np.intp)]
    return chosen


def _transparent(size: QSize, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made
