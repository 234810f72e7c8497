"""Views listen until Qt destroys them or Python has collected them."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import shiboken6
from psygnal import Signal
from PySide6.QtCore import QObject

from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Source:
    changed = Signal()


class View(QObject):
    def __init__(self, source: Source) -> None:
        super().__init__()
        self.heard = 0
        watch(self, source.changed, self.hear)

    def hear(self) -> None:
        self.heard += 1


def test_a_view_hears(qtbot: QtBot) -> None:
    del qtbot
    source = Source()
    view = View(source)
    source.changed.emit()
    assert view.heard == 1


def test_a_destroyed_view_hears_no_more(qtbot: QtBot) -> None:
    del qtbot
    source = Source()
    view = View(source)
    shiboken6.delete(view)
    source.changed.emit()
    assert view.heard == 0
    assert len(source.changed) == 0


def test_listening_does_not_keep_a_view_alive(qtbot: QtBot) -> None:
    del qtbot
    source = Source()
    view = weakref.ref(View(source))
    gc.collect()
    assert view() is None
    source.changed.emit()
