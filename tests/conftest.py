"""What holds for every test: where windows are drawn, in which language, and that nothing is left.

Tests run without a display. Those marked ``x11`` need one and ask for ``BPVIZ_X11=1``; the others
are then better left out: ``BPVIZ_X11=1 pytest -m x11``.
"""

from __future__ import annotations

import gc
import math
import os
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from bpviz import blas  # noqa: F401 (before numpy)
from bpviz.display import hide
from bpviz.text import language, set_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

_PATIENCE = 60.0  # seconds for what has to come, however busy the machine is
ON_X11 = os.environ.get("BPVIZ_X11") == "1"
# Before any test module imports Qt. The person's own settings must not decide what tests see.
if ON_X11:
    os.environ["QT_QPA_PLATFORM"] = "xcb"
else:
    hide()
os.environ["LC_ALL"] = "C.UTF-8"
for variable in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE"):
    os.environ.pop(variable, None)

# Machines differ in speed, and a failure must come back when it is looked into.
settings.register_profile("bpviz", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "bpviz")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("x11") and not ON_X11:
        pytest.skip("needs a display: BPVIZ_X11=1 pytest -m x11")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait as long for everything: five seconds are short on a machine that has other work."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=round(1000 * _PATIENCE)))
    return qtbot


@pytest.fixture(autouse=True)
def _language_is_put_back() -> Iterator[None]:
    before = language()
    yield
    set_language(before)


@pytest.fixture(autouse=True)
def _a_busy_machine_shows_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go back to the very iteration asked for, where the window would take one nearby in time."""
    for name in ("training", "link.writing", "link.reading"):
        if module := sys.modules.get(f"bpviz.session.{name}"):
            monkeypatch.setattr(module, "_PATIENCE", math.inf)


@pytest.fixture(autouse=True)
def _application_is_put_back() -> Iterator[None]:
    """Take off the theme that a window has dressed the application in; move the pointer away."""
    widgets: Any = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    font = application.font() if application else None
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets else None
    if application is not None and not ON_X11:
        # Off the windows of the next test: what is under the pointer there rests.
        sys.modules["PySide6.QtGui"].QCursor.setPos(-1, -1)
    if application is not None and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(application.style().standardPalette())
        if font is not None:
            application.setFont(font)


@pytest.fixture(autouse=True)
def _nothing_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test after which a window, a thread or a timer lives on."""
    threads, windows, timers = set(threading.enumerate()), _windows(), _timers()
    failed_before = request.session.testsfailed
    yield
    if request.session.testsfailed > failed_before:
        return  # one complaint is enough, and a traceback keeps widgets alive
    for thread in threading.enumerate():
        if thread not in threads and _is_ours(thread):
            thread.join(_PATIENCE)
            assert not thread.is_alive(), f"the thread {thread.name} lives on"
    if _windows() - windows or _timers() - timers:
        gc.collect()
    left = [
        f"{widget.metaObject().className()} {widget.objectName()}"
        for widget in _windows() - windows
    ]
    assert not left, f"windows live on: {left}"
    assert not _timers() - timers, "a timer of the application runs on"


@pytest.fixture(autouse=True, scope="module")
def _nothing_ticks_or_listens_on(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a file of tests after which a timer runs, or a view that is gone is still told.

    Whoever has no parent is found nowhere but among all objects of Python, and looking through
    these after each test would take longer than most tests. What has outlived a file of tests is
    out of the sight of the collector from then on, so that modules and caches are looked through
    once and not after each file.
    """
    failed_before = request.session.testsfailed
    yield
    core: Any = sys.modules.get("PySide6.QtCore")
    if core is None or request.session.testsfailed > failed_before:
        return
    import shiboken6
    from psygnal import SignalInstance

    if core.QCoreApplication.instance():
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    gc.collect()
    objects = gc.get_objects()
    ticking = [
        f"{timer.interval()} ms, of {timer.parent()}"
        for timer in objects
        if issubclass(type(timer), core.QTimer) and shiboken6.isValid(timer) and timer.isActive()
    ]
    gone = [
        f"{signal.name}: {type(held).__name__}"
        for signal in objects
        if issubclass(type(signal), SignalInstance)
        for slot in signal._slots
        if isinstance(held := getattr(slot, "_obj_ref", lambda: None)(), core.QObject)
        and not shiboken6.isValid(held)
    ]
    del objects
    gc.freeze()
    assert not ticking, f"timers run on: {ticking}"
    assert not gone, f"views that are gone are still told: {gone}"


def _is_ours(thread: threading.Thread) -> bool:
    return not thread.daemon or thread.name.startswith("bpviz")


def _windows() -> set[Any]:
    """Return the windows there are, but the tool tip that Qt keeps for itself."""
    widgets: Any = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    core: Any = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return {
        widget
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.metaObject().className() != "QTipLabel"
    }


def _timers() -> set[Any]:
    """Return the running timers that belong to the application instead of a window."""
    core: Any = sys.modules.get("PySide6.QtCore")
    application = core.QCoreApplication.instance() if core else None
    if application is None:
        return set()
    found = application.findChildren(
        core.QTimer, options=core.Qt.FindChildOption.FindDirectChildrenOnly
    )
    return {timer for timer in found if timer.isActive()}
