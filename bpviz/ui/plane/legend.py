"""What the marks mean, in a line above the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

from bpviz.text import measured, translate
from bpviz.ui.classes import class_names
from bpviz.ui.counts import grouped

from .answers import LEVELS

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from bpviz.data import DataSet
    from bpviz.ui.theme import Theme

    from .answers import Answers
    from .marks import Marks


class Entry(NamedTuple):
    """A mark, of what kind and whether learnt from, and its meaning; or words alone."""

    words: str
    kind: int | None = None
    learnt: bool = True


def entries(data: DataSet, answers: Answers, marks: Marks) -> list[Entry]:
    """Return what there is to say about the marks of a data set."""
    made: list[Entry] = []
    if not answers.by_class:
        low, high = (
            float(data.measured(np.full(data.Y.shape[1], end))[0])
            for end in (answers.low, answers.high)
        )
        made += [
            Entry(f"{data.classes[0]} = {measured(low)}", 0),
            Entry(measured(high), LEVELS - 1),
        ]
    elif not marks.lettered:
        made += reversed([Entry(name, kind) for kind, name in enumerate(class_names(data))])
    if len(data.validation):
        made.append(Entry(translate("DataView", "held back"), 0, learnt=False))
    if marks.thinned:
        drawn = grouped(sum(len(rows) for rows in marks.rows))
        words = translate("Plane", "{n} of {m} drawn").format(n=drawn, m=grouped(len(data.X)))
        made.append(Entry(words))
    return made


def draw(painter: QPainter, area: QRectF, what: list[Entry], marks: Marks, theme: Theme) -> None:
    """Draw a legend in the painter's font; where there is little room, words are cut short."""
    font = painter.font()
    metrics = QFontMetricsF(font)
    line = metrics.height()
    widths = [metrics.horizontalAdvance(entry.words) for entry in what]
    room = area.width() - sum(line if e.kind is None else 2 * line for e in what)
    most = _longest(widths, room)
    widths = [min(width, max(most, line)) for width in widths]
    x, y = area.left(), area.center().y()
    for entry, width in zip(what, widths, strict=True):
        if entry.kind is not None:
            marks.draw(painter, QPointF(x + 0.4 * line, y), entry.kind, learnt=entry.learnt)
            x += line
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, width + 1)
        painter.drawText(
            QRectF(x, y - line / 2, width + 2, line), Qt.AlignmentFlag.AlignVCenter, words
        )
        x += width + line


def _longest(widths: list[float], room: float) -> float:
    """Return the width beyond which words are cut so that all of them fit into the room."""
    left = room
    for n, width in enumerate(sorted(widths)):
        fair = left / (len(widths) - n)
        if width > fair:
            return fair
        left -= width
    return max(widths, default=0.0)
