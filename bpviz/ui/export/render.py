"""Something that paints itself, as a picture in a file: SVG and PDF as lines, PNG at any scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPicture,
)
from PySide6.QtSvg import QSvgGenerator

from bpviz.data.files.disk import write_bytes
from bpviz.data.files.errors import FileError
from bpviz.text import translate
from bpviz.ui.picture import with_few_colours

from .outlined import outlined

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPaintDevice
    from PySide6.QtWidgets import QWidget

FORMATS: Final = (".svg", ".pdf", ".png")
MOST_SCALE: Final = 8.0
_MOST_PIXELS: Final = 300_000_000  # four bytes each
_POINTS: Final = 72.0  # to an inch
_INCHES: Final = 0.0254  # metres
_PACKED: Final = 0  # Qt's "quality" of a PNG file, which only says how long to squeeze it


class Subject(NamedTuple):
    """What a picture is taken of.

    Attributes
    ----------
    size
        In pixels as on the screen.
    paint
        Paints it, from the top left corner.
    title
        What it is, for those who cannot see it.
    """

    size: QSize
    paint: Callable[[QPainter], object]
    title: str = ""


def of_widget(widget: QWidget, title: str) -> Subject:
    """Return a widget, with all that is in it, as the subject of a picture."""
    return Subject(widget.size(), lambda painter: widget.render(painter, QPoint()), title)


def save(subject: Subject, path: Path, scale: float = 1.0, *, small: bool = False) -> None:
    """Write a picture; the suffix of the file says in which format.

    Parameters
    ----------
    subject
        What is to be seen.
    path
        Where to; a name that ends in one of `FORMATS`.
    scale
        Pixels of a PNG for each pixel on the screen; also the size of an SVG and PDF.
    small
        Whether a PNG has 256 colours, which take about a third of the space.

    Raises
    ------
    FileError
        If the suffix is unknown, the picture too large, or the file cannot be written; what was
        there before still is.
    """
    write_bytes(path, drawn(subject, path, scale, small=small))


def drawn(subject: Subject, path: Path, scale: float = 1.0, *, small: bool = False) -> bytes:
    """Return the bytes that `save` writes, to be written on any thread."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        sentence = translate("Files", "“{file}”: a name that ends in {suffixes} is due.")
        raise FileError(sentence.format(file=path.name, suffixes=", ".join(FORMATS)))
    return picture(subject, suffix, scale, small=small)


def picture(subject: Subject, suffix: str, scale: float = 1.0, *, small: bool = False) -> bytes:
    """Return the bytes of a picture; parameters and errors as of `save`."""
    if suffix == ".svg":
        return _svg(subject, scale)
    if suffix == ".pdf":
        return _pdf(subject, scale)
    made = image(subject, scale)
    return _png(with_few_colours(made) if small else made)


def image(subject: Subject, scale: float = 1.0) -> QImage:
    """Return a picture as pixels.

    Raises
    ------
    FileError
        If it would have more than some hundred million.
    """
    width, height = (math.ceil(side * scale) for side in subject.size.toTuple())
    made = QImage()
    if width * height <= _MOST_PIXELS:
        made = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    if made.isNull():
        sentence = translate(
            "Picture", "A picture of {width}×{height} pixels is too large; take a smaller scale."
        )
        raise FileError(sentence.format(width=width, height=height))
    made.fill(0)
    made.setDevicePixelRatio(scale)
    _painted(made, subject)
    made.setDevicePixelRatio(1.0)
    return made


def _painted(device: QPaintDevice, subject: Subject, scale: float = 1.0) -> None:
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if scale != 1.0:
        painter.scale(scale, scale)
    subject.paint(painter)
    painter.end()


def _png(made: QImage) -> bytes:
    per_metre = round(_dots() / _INCHES)
    made.setDotsPerMeterX(per_metre)
    made.setDotsPerMeterY(per_metre)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setQuality(_PACKED)
    writer.write(made)
    return bytes(buffer.data().data())


def _svg(subject: Subject, scale: float) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the older one cannot clip
    generator.setOutputDevice(buffer)
    generator.setResolution(_dots())
    generator.setSize(subject.size * scale)
    generator.setViewBox(QRect(QPoint(), subject.size))
    generator.setTitle(subject.title)
    generator.setDescription("bpviz")
    painter = QPainter(generator)
    painter.drawPicture(0, 0, _recorded(subject))
    painter.end()
    return outlined(bytes(buffer.data().data()))


def _recorded(subject: Subject) -> QPicture:
    """Return everything that is painted, with each clip where it is on the page.

    Qt paints a widget's children through a painter that is moved to them out of sight, and
    QSvgGenerator forgets that when it writes a clip: in other programs half of the letters would be
    missing. Played from a record, they are moved in plain sight.
    """
    picture = QPicture()
    _painted(picture, subject)
    return picture


def _pdf(subject: Subject, scale: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("bpviz")
    writer.setTitle(subject.title)
    writer.setResolution(_dots())
    page = QSizeF(subject.size) * (scale * _POINTS / _dots())
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", exactly))
    writer.setPageMargins(QMarginsF())
    _painted(writer, subject, scale)
    return bytes(buffer.data().data())


def _dots() -> int:
    """Return the dots to an inch by which fonts on the screen have their size in pixels."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInch())
