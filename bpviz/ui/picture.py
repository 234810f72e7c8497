"""A picture of the window, drawn when nothing in it moves any more."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QImage

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_PATIENCE: Final = 10.0  # seconds for motion to end and formulas to be typeset


class PictureError(Exception):
    """A picture cannot be drawn; the sentence says why."""


def prepare(window: QWidget, width: int, height: int) -> None:
    """Show a window in this size, in pixels, and let it come to rest, for a picture to be taken.

    Raises
    ------
    PictureError
        If the window cannot be that small, or there is no font to write with; the sentence says
        which.
    """
    sentence = missing_font()
    if sentence:
        raise PictureError(sentence)
    window.resize(width, height)
    with without_chatter():
        window.show()
        settle(window)
    if (window.width(), window.height()) != (width, height):
        sentence = translate("Picture", "The window needs at least {width}x{height} pixels.")
        raise PictureError(sentence.format(width=window.width(), height=window.height()))


def missing_font() -> str:
    """Return a sentence if there is no font to write with, else ""."""
    if _system_fonts():
        return ""
    return translate(
        "Picture",
        "There is no font to write with; on Debian or Ubuntu install one with: "
        "apt-get install -y fonts-dejavu-core",
    )


def _system_fonts() -> set[str]:
    """Return the fonts there are but the icons that the program brings, and bare aliases."""
    ours = {"Sans Serif", "Serif", "Monospace"}
    number = 0
    while families := QFontDatabase.applicationFontFamilies(number):
        ours.update(families)
        number += 1
    return set(QFontDatabase.families()) - ours


@contextmanager
def without_chatter() -> Iterator[None]:
    """Keep quiet about what the offscreen platform cannot do; nobody sees the window anyway."""

    def say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del kind, context
        if "propagateSizeHints" not in message:
            print(message, file=sys.stderr)

    before = qInstallMessageHandler(say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def with_few_colours(picture: QImage) -> QImage:
    """Return a picture in the 256 colours it uses most, similar ones counted as one."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    # Similar are those whose red, green and blue agree in five bits; one of them stands for all.
    kinds, kind = np.unique(colours & 0xF8F8F8, return_inverse=True)
    often = np.argsort(-np.bincount(kind, counts))[:256]
    by_count = np.argsort(counts)
    usual = np.empty(len(kinds), np.uint32)
    usual[kind[by_count]] = colours[by_count]  # the most frequent comes last and stays
    table = [int(colour) for colour in usual[often]]
    return picture.convertToFormat(
        QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither
    )


def settle(window: QWidget) -> None:
    """Let a window finish what it is about: layout, motion, formulas. At rest no timer runs."""
    end = perf_counter() + _PATIENCE
    loop, quiet = QEventLoop(), 0
    while quiet < 2 and perf_counter() < end:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        # A layout is one more event that waits, so rest is when none has been there.
        busy = loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        moving = any(timer.isActive() for timer in window.findChildren(QTimer))
        quiet = 0 if moving or busy else quiet + 1
