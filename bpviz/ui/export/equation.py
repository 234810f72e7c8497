"""The equation of the moment as a picture: words, the rule, and the rule with its numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter

from bpviz.ui.equation.caption import caption
from bpviz.ui.equation.numbers import results
from bpviz.ui.formula import typeset

from .render import Subject

if TYPE_CHECKING:
    from bpviz.session import Session
    from bpviz.trace.formula import Formula
    from bpviz.ui.theme import Theme

_FORMULA: Final = 1.25  # of the size of text, as in the equation panel
_EDGE, _GAP = 0.7, 0.55  # of the height of a line
_ROUND: Final = 4.0
_WRAPPED: Final = Qt.TextFlag.TextWordWrap.value


def formulas(session: Session) -> tuple[Formula, Formula]:
    """Return the rule of the step on screen, and the rule with its numbers."""
    trace, k, granularity = session.trace, session.cursor, session.granularity
    return trace.rule(k, granularity), trace.numbers(k, granularity, session.digits)


def words(session: Session) -> str:
    """Return what the step on screen does."""
    optimizer = session.training.settings.optimizer
    return caption(session.trace, session.cursor, session.granularity, optimizer)


def bare(session: Session, theme: Theme, size: float) -> Subject:
    """Return rule and numbers on no ground, to be laid upon a slide; `size` of the font, in pixels.

    Raises
    ------
    ValueError
        If a formula cannot be typeset.
    """
    set_ones = [typeset(one, theme.symbols, theme.text, size) for one in formulas(session)]
    gap = _GAP * size
    heights = [one.height for one in set_ones]
    width = max(one.width for one in set_ones)

    def paint(painter: QPainter) -> None:
        top = 0.0
        for one in set_ones:
            one.paint(painter, QPointF(0.0, top))
            top += one.height + gap

    return Subject(_whole(width, sum(heights) + gap), paint, words(session))


def equation(session: Session, theme: Theme, font: QFont, width: float) -> Subject:
    """Return the equation as its panel shows it, complete.

    Parameters
    ----------
    session
        Whose moment.
    theme
        The colours.
    font
        Of the words; formulas go by its size.
    width
        In pixels, at which lines are broken; a matrix that is wider makes the picture wider.

    Raises
    ------
    ValueError
        If a formula cannot be typeset.
    """
    size = _FORMULA * QFontInfo(font).pixelSize()
    line = QFontMetricsF(font).height()
    edge, gap = _EDGE * line, _GAP * line
    rule, numbers = formulas(session)
    above, below = (
        typeset(one, theme.symbols, theme.text, size, width - 2 * edge) for one in (rule, numbers)
    )
    inner = max(width - 2 * edge, above.width, below.width)
    told = words(session)
    room = QFontMetricsF(font).boundingRect(QRectF(0, 0, inner, 1e4), _WRAPPED, told)
    first = edge + room.height() + gap
    second = first + above.height + gap
    k, granularity = session.cursor, session.granularity
    start = session.trace.score.start(k, "unit" if granularity == "unit" else "layer")
    lit = results(numbers, range(start, k + 1), below.hotspots)
    whole = _whole(inner + 2 * edge, second + below.height + edge)

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(QPointF(), whole.toSizeF()), QColor(theme.surface))
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(edge, edge, inner, room.height() + 1), _WRAPPED, told)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.highlight))
        for box in lit:
            around = box.adjusted(-2.5, -2.5, 2.5, 2.5).translated(edge, second)
            painter.drawRoundedRect(around, _ROUND, _ROUND)
        above.paint(painter, QPointF(edge, first))
        below.paint(painter, QPointF(edge, second))

    return Subject(whole, paint, told)


def _whole(width: float, height: float) -> QSize:
    return QSize(math.ceil(width), math.ceil(height))
