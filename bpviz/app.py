"""The program with its window: `create_window` for notebooks and tests, `run` for the command."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bpviz.cli import choices
from bpviz.cli.window import read
from bpviz.resources import asset
from bpviz.session import Session
from bpviz.session.walk import at_once
from bpviz.text import translate

from . import ui  # noqa: F401 (names the Qt binding before anything else may pick one)

from PySide6.QtCore import QSettings, QStandardPaths  # isort: skip
from PySide6.QtGui import QIcon  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from bpviz.heap import keep_freed
from bpviz.session.files import Autosave
from bpviz.ui.look import Look, load_look, system_look
from bpviz.ui.recovery import AutosaveTimer, RecoveryStrip
from bpviz.ui.theme import theme
from bpviz.ui.window import MainWindow

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from types import TracebackType

# Python lets a busy thread keep the interpreter for 5 ms by default. A worker that trains a small
# network flat out would make each of the many short waits of a repaint that long.
_SWITCH_SECONDS = 0.0002


def create_window(arguments: Sequence[str] = ()) -> MainWindow:
    """Return a window, not shown yet, as the command ``bpviz`` with these arguments would open it.

    The QApplication is made if there is none. Nothing is remembered from or for other times.

    Raises
    ------
    ValueError
        If an argument cannot be used; the sentence names it.
    """
    options = read(arguments)
    return _teaching(_window(options), options)


def window_to_draw(options: Namespace) -> MainWindow:
    """Return such a window for what `bpviz.cli.window` has read, at which nobody looks.

    So whoever goes to a step waits until its numbers are known.
    """
    window = _window(options)
    window.session.elsewhere = at_once
    return _teaching(window, options)


def _window(options: Namespace) -> MainWindow:
    _application()
    return MainWindow(_session(options), _chosen(options, system_look()))


def run(options: Namespace) -> int:
    """Open the window as it was left last time, and return when it is closed."""
    application = _application()
    settings = QSettings()
    look = _chosen(options, load_look(settings, system_look()))
    window = _teaching(MainWindow(_session(options), look, settings, at_once=False), options)
    window.show()
    sys.excepthook = _reporter(window)
    keeper = _kept_by_itself(window)
    if not options.given:  # who asks for something wants to see that
        window.helper.offer()
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        if keeper is not None:
            keeper.finish()


def _teaching(window: MainWindow, options: Namespace) -> MainWindow:
    """Open what the arguments name: a file, a moment or a lesson."""
    if options.file is not None:
        window.files.open(str(options.file))
    if options.moment is not None:
        window.links.show(options.moment)
    if options.lesson is not None:
        window.teaching.open(options.lesson)
        if options.scene is not None:
            window.teaching.go(options.scene - 1)
    return window


def _kept_by_itself(window: MainWindow) -> AutosaveTimer | None:
    """Keep the window's session in case of a crash; offer what the last crash has left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    try:
        autosave = Autosave(Path(folder, "sessions"))
    except OSError:
        return None  # nothing can be kept here, and whoever set it up this way knows
    timer = AutosaveTimer(window.session, autosave, window, window.files.layout)
    timer.complained.connect(window.complain)
    window.files.last = autosave.last
    left = autosave.left()
    if left:
        window.files.restored.connect(lambda path: autosave.forget_left(Path(path)))

        def strip() -> RecoveryStrip:
            made = RecoveryStrip(autosave, left[0], theme(window.look.theme))
            made.restore.connect(window.files.open)
            return made

        window.offer(strip)
    return timer


def _reporter(window: MainWindow) -> Callable[..., None]:
    """Return what Python calls for an exception nobody has caught: the window lives on."""

    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        sentence = translate(
            "MainWindow",
            "Something went wrong inside bpviz ({error}). What is on screen may be incomplete; "
            "new initial Θ (R) put it right.",
        )
        window.complain(sentence.format(error=f"{kind.__name__}: {error}"))

    return report


def _application() -> QApplication:
    sys.setswitchinterval(_SWITCH_SECONDS)
    keep_freed()
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    application = QApplication(["bpviz"])
    application.setApplicationName("bpviz")
    application.setOrganizationName("bpviz")
    application.setDesktopFileName("bpviz")
    application.setWindowIcon(_icon())
    return application


def _icon() -> QIcon:
    icon = QIcon()
    for path in asset("icons").glob("bpviz-*.png"):
        icon.addFile(str(path))
    return icon


def _session(options: Namespace) -> Session:
    memory = options.memory * 2**20
    return Session(options.data, choices.network(options), options.seed, memory)


def _chosen(options: Namespace, look: Look) -> Look:
    """Return the look with what the arguments say."""
    return replace(
        look,
        theme=options.theme or look.theme,
        language=options.language or look.language,
    )
