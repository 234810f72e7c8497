"""A formula as a character of a text: how much room it takes there, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import ref

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

if TYPE_CHECKING:
    from bpviz.ui.formula import Typeset

    from .page import Page

INLINE, DISPLAY = 1.22, 1.35
"""Sizes of formulas, times that of the text; the formula font looks smaller at the same size."""
KIND: Final = QTextFormat.ObjectTypes.UserObject.value + 1
"""What Qt calls objects of this kind."""
INDEX: Final = QTextFormat.Property.UserProperty.value + 1
"""The property that holds which formula of the page it is."""
TAIL: Final = INDEX + 1
"""The property that holds the comma or ending that must stay with it."""

_AIR: Final = 0.3  # em above and below, together, a formula about the middle of its line
_LEADING: Final = 0.4  # em of the text above a formula that takes several lines


@dataclass(frozen=True, slots=True)
class _Place:
    """A formula within its line: above the baseline of which it takes `height` pixels.

    `baseline` is where the baseline of the formula's first line is below the top of that room,
    `end` where the one of its last line is, which what follows continues.
    """

    formula: Typeset
    tail: str
    width: float
    height: float
    baseline: float
    end: float


class InlineFormula(QPyTextObject):
    """Tells Qt how large the formulas of a page are, and draws them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        # No cycle: Python might break it up on the typesetter's thread, and Qt would not have that.
        self._page = ref(page)

    def intrinsicSize(
        self, _document: QTextDocument, position: int, format_: QTextFormat
    ) -> QSizeF:
        """Return the room that keeps the whole formula off other lines."""
        place = self._place(position, format_.toCharFormat())
        return QSizeF(place.width, place.height)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        position: int,
        format_: QTextFormat,
    ) -> None:
        """Draw it, and what is tied to it."""
        characters = format_.toCharFormat()
        place = self._place(position, characters)
        corner = QRectF(rect).topLeft()
        formula = place.formula
        formula.paint(painter, corner + QPointF(0.0, place.baseline - formula.baseline))
        if place.tail:
            painter.save()
            painter.setFont(characters.font())
            painter.setPen(QColor(self._living_page().theme.text))
            painter.drawText(corner + QPointF(formula.end[0], place.end), place.tail)
            painter.restore()

    def overhang(self, position: int, characters: QTextCharFormat) -> float:
        """Return how far below its line's baseline a formula reaches without asking for room."""
        place = self._place(position, characters)
        if is_centred(characters) or place.formula.height == place.height:
            return 0.0
        return place.formula.height - place.formula.end[1]

    def _living_page(self) -> Page:
        page = self._page()
        assert page is not None  # noqa: S101 (it is being laid out or drawn)
        return page

    def _place(self, position: int, characters: QTextCharFormat) -> _Place:
        page = self._living_page()
        tail = str(characters.property(TAIL) or "")
        tail_width = QFontMetricsF(characters.font()).horizontalAdvance(tail)
        index = int(characters.property(INDEX))
        formula = page.fitted(index, page.room(position) - tail_width)
        above, below = formula.baseline, formula.height - formula.baseline
        width = max(formula.width, formula.end[0] + tail_width)
        last = formula.end[1] - above  # from the first baseline to the last
        if is_centred(characters):
            # Qt sets the middle of the object half an x above the baseline.
            half = QFontMetricsF(characters.font()).xHeight() / 2
            height = max(2 * above - half, 2 * below + half) + _AIR * page.em
            baseline = (height + half) / 2
            return _Place(formula, tail, width, height, baseline, baseline + last)
        if page.parts[index].cut.display:
            return _Place(formula, tail, width, formula.height, above, above + last)
        if formula.lines == 1:
            return _Place(formula, tail, width, above, above, above)
        leading = _LEADING * page.em
        height = leading + formula.end[1]
        return _Place(formula, tail, width, height, leading + above, height)


def is_centred(characters: QTextCharFormat) -> bool:
    """Whether a formula is so tall that it is set about the middle of its line."""
    return characters.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignMiddle
