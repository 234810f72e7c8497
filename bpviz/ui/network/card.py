"""The card beside what is pointed at: what it is, its numbers, the formulas that made them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bpviz.text import MINUS, number, translate

from .facts import facts, newest, title
from .ink import faded

if TYPE_CHECKING:
    from bpviz.session.selection import Unit, Weight
    from bpviz.session.session import Session

    from .facts import Fact
    from .ink import Ink

_PADDING: Final = 0.7  # in heights of a line of text, as all of these
_LINE: Final = 1.45
_BETWEEN: Final = 1.6


class Card(QWidget):
    """A small card over the picture; the mouse goes through it.

    Parameters
    ----------
    session
        Whose numbers.
    parent
        The picture.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card.network")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._session = session
        self._room = parent
        self._ink: Ink | None = None
        self._title = self._hint = ""
        self.facts: list[Fact] = []
        self.hide()

    def show_for(self, item: Unit | Weight, near: QRectF, ink: Ink) -> None:
        """Say what is known of a unit or weight, beside the place `near`."""
        session = self._session
        self._ink = ink
        self._title = title(session, item)
        self.facts = facts(session, item)
        computed = newest(session, item) is not None
        self._hint = translate("NetworkView", "Double-click: where from?") if computed else ""
        self.setAccessibleName(self.sentence(item))
        self._place(near, ink)
        self.show()
        self.raise_()
        self.update()

    def sentence(self, item: Unit | Weight) -> str:
        """Return what is known of a unit or weight, to be read out."""
        digits = self._session.digits
        known = facts(self._session, item)
        numbers = ", ".join(f"{fact.name} = {number(fact.value, digits)}" for fact in known)
        words = title(self._session, item)
        return f"{words}. {numbers}" if numbers else words

    def _place(self, near: QRectF, ink: Ink) -> None:
        """Stand beside `near` where there is room, inside the picture."""
        size = self._size(ink)
        self.resize(size.toSize())
        space = 0.6 * ink.em
        room = self._room.rect()
        x = near.right() + space
        if x + size.width() > room.width():
            x = near.left() - space - size.width()
        y = near.center().y() - size.height() / 2
        x = min(max(x, 0.0), max(0.0, room.width() - size.width()))
        y = min(max(y, 0.0), max(0.0, room.height() - size.height()))
        self.move(round(x), round(y))

    def _values_width(self, ink: Ink) -> float:
        """Numbers keep their place whatever their sign."""
        widest = f"{MINUS}0." + "0" * self._session.digits
        texts = [number(fact.value, self._session.digits) for fact in self.facts]
        return max(ink.text_width(text, ink.size) for text in (widest, *texts))

    def _size(self, ink: Ink) -> QSizeF:
        formulas = max(
            (ink.width(fact.formula, ink.indexed(1.0)) for fact in self.facts), default=0.0
        )
        rows = formulas + _BETWEEN * ink.em + self._values_width(ink)
        small = ink.legible(0.82)
        width = max(
            rows,
            ink.text_width(self._title, ink.legible(0.9), bold=True),
            ink.text_width(self._hint, small),
        )
        lines = len(self.facts) * _LINE + 1.2 + (1.0 if self._hint else 0.0)
        return QSizeF(width + 2 * _PADDING * ink.em + 2, (lines + 2 * _PADDING) * ink.em)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        ink = self._ink
        if ink is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = 0.05 * ink.em
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        ink.plate(painter, box, edge=faded(ink.muted, 0.6), opacity=0.97)
        left, right = _PADDING * ink.em, self.width() - _PADDING * ink.em
        y = (_PADDING + 0.5) * ink.em
        ink.write(painter, self._title, (left, y), ink.legible(0.9), ink.text, align=0, bold=True)
        y += 1.35 * ink.em
        for fact in self.facts:
            ink.label(painter, fact.formula, (left, y), ink.indexed(1.0), align=0.0)
            value = number(fact.value, self._session.digits)
            colour = ink.symbols[fact.symbol]
            ink.write(painter, value, (right, y), ink.size, colour, align=1.0)
            y += _LINE * ink.em
        if self._hint:
            at = (left, y - 0.15 * ink.em)
            ink.write(painter, self._hint, at, ink.legible(0.82), ink.muted, align=0.0)
        painter.end()
