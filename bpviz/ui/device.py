"""What a painter paints on: how fine its pixels are, or whether it keeps lines as lines.

A widget that is rendered into a picture still says that it is painted on itself, so these ask the
painter and not the widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEngine

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

# A picture is a record of what is painted, which the writer of SVG plays.
_VECTORS = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


def ratio(painter: QPainter) -> float:
    """Return the device pixels per logical pixel: those of the screen, or of an enlarged picture.

    Asked before anything is moved or scaled.
    """
    return painter.deviceTransform().m11()


def keeps_lines(painter: QPainter) -> bool:
    """Whether lines stay lines in what is painted, as in SVG and PDF, instead of pixels."""
    return painter.paintEngine().type() in _VECTORS
