"""A picture of the window, drawn when nothing in it moves any more."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QFontDatabase

from bpviz.text import translate

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_PATIENCE: Final = 10.0  # seconds for motion to end and formulas to be typeset


def save_picture(window: QWidget, path: Path, width: int, height: int) -> None:
    """Write a picture of a window of this size, in pixels, as it looks at rest.

    Raises
    ------
    ValueError
        If the window cannot be that small, there is no font to write with, or the file cannot be
        written; the sentence says which.
    """
    if not QFontDatabase.families():
        raise ValueError(
            translate(
                "Picture",
                "There is no font to write with; on Debian or Ubuntu install one with: "
                "apt-get install -y fonts-dejavu-core",
            )
        )
    window.resize(width, height)
    window.show()
    settle(window)
    if (window.width(), window.height()) != (width, height):
        sentence = translate("Picture", "The window needs at least {width}x{height} pixels.")
        raise ValueError(sentence.format(width=window.width(), height=window.height()))
    if not window.grab().save(str(path)):
        raise ValueError(translate("Picture", "{path} cannot be written.").format(path=path))


def settle(window: QWidget) -> None:
    """Let a window finish what it is about: layout, motion, formulas. At rest no timer runs."""
    end = perf_counter() + _PATIENCE
    quiet = 0
    while quiet < 2 and perf_counter() < end:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        moving = any(timer.isActive() for timer in window.findChildren(QTimer))
        quiet = 0 if moving else quiet + 1
