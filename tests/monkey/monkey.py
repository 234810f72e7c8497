"""Somebody who presses everything, reproducibly, and looks whether the window still holds.

``python -m tests.monkey --actions 100000 --seed 7`` does so by hand.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from bpviz.lessons import bundled
from bpviz.text import languages
from bpviz.ui.look import SCALES, Look
from bpviz.ui.transport.status import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bpviz.ui.window import MainWindow

_KEYS: Final = (
    Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_T, Qt.Key.Key_R, Qt.Key.Key_B, Qt.Key.Key_L,
    Qt.Key.Key_Period, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_Escape,
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2,
    Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Delete,
)  # fmt: skip
# Quit would end it; what asks the desktop for a file is asked through `open_file` and `save`.
_LEFT_OUT: Final = frozenset({"action.quit", "action.leave"})
_LAYERS: Final = (
    "{0}-{1}",
    "{0}-4-{1}",
    "{0}-3-5-{1}",
    "{0}-2-2-2-{1}",
    "{0}-1-{1}",
    "7",
    "",
    "x-y",
)
_NUMBERS: Final = ("0", "0.1", "1", "3", "30", "-1", "1e-9", "1e9", "", "abc", "0,5", "7777777")
_WATCHED: Final = 12  # actions that are told of when something goes wrong


class TroubleError(AssertionError):
    """Something went wrong; says what was done before."""


class Monkey:
    """Drives a window.

    Parameters
    ----------
    window
        Shown already.
    seed
        The same one presses the same things. Only what the worker does meanwhile may differ.
    files
        What may be opened, good and broken.
    folder
        Where things may be written.
    """

    def __init__(self, window: MainWindow, seed: int, files: Sequence[Path], folder: Path) -> None:
        self.window, self.seed, self.files, self.folder = window, seed, files, folder
        self.random = random.Random(seed)  # noqa: S311 (not a secret)
        self.done: deque[str] = deque(maxlen=_WATCHED)
        self.count = 0
        self.troubles: list[str] = []
        self._written = 0
        self._ways: list[tuple[int, Callable[[], str]]] = [
            (24, self.press),
            (14, self.trigger),
            (14, self.click),
            (6, self.drag),
            (6, self.choose),
            (5, self.type_number),
            (3, self.type_layers),
            (5, self.slide),
            (4, self.push),
            (5, self.toggle_panel),
            (4, self.train),
            (3, self.lesson),
            (3, self.present),
            (2, self.open_file),
            (1, self.save),
            (2, self.resize),
            (1, self.change_look),
            (1, self.float_panel),
        ]

    # --- a run ---------------------------------------------------------------------------------

    def run(self, actions: int) -> None:
        """Do so many things, looking after each.

        Raises
        ------
        TroubleError
            If an exception, a warning of Qt's or a dead worker is met, or panels disagree.
        """
        before = sys.excepthook, qInstallMessageHandler(self._heard)
        asked = QFileDialog.getOpenFileName, QFileDialog.getSaveFileName
        sys.excepthook = self._raised
        QFileDialog.getOpenFileName = lambda *_a, **_k: (self._some_file(), "")  # type: ignore[method-assign]
        QFileDialog.getSaveFileName = lambda *_a, **_k: (self._some_place(), "")  # type: ignore[method-assign]
        hooked, threading.excepthook = threading.excepthook, self._raised_in_thread
        try:
            for _ in range(actions):
                self.step()
        finally:
            threading.excepthook = hooked
            QFileDialog.getOpenFileName, QFileDialog.getSaveFileName = asked  # type: ignore[method-assign]
            sys.excepthook = before[0]
            qInstallMessageHandler(before[1])

    def step(self) -> None:
        """Do one thing and look."""
        weights = [weight for weight, _ in self._ways]
        way = self.random.choices([way for _, way in self._ways], weights)[0]
        self.count += 1
        self.done.append(f"{self.count} {way.__name__}")
        try:
            done = way()
            self.done[-1] = f"{self.count} {way.__name__}: {done}"
            self._settle()
        except TroubleError:
            raise
        except Exception as error:  # noqa: BLE001 (whatever it is, it is trouble)
            self.fail(f"{type(error).__name__}: {error}", error)
        if self.troubles:
            self.fail("; ".join(self.troubles))
        self.look()

    def fail(self, what: str, error: Exception | None = None) -> None:
        """Tell what went wrong, and how to come to it again."""
        last = "\n  ".join(self.done)
        raise TroubleError(f"seed {self.seed}, action {self.count}: {what}\n  {last}") from error

    def _settle(self) -> None:
        for _ in range(self.random.choice((1, 1, 2, 6))):
            QApplication.processEvents()
            time.sleep(0.001)
        for _ in range(8):
            modal = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if modal is None:
                break
            self._answer(modal)
            QApplication.processEvents()

    def _answer(self, modal: QWidget) -> None:
        """Do something with a dialog or menu, and put it away."""
        if isinstance(modal, QMenu):
            modal.close()
            return
        buttons = [
            b for b in modal.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()
        ]
        if buttons and self.random.random() < 0.5:
            button = self.random.choice(buttons)
            self.done[-1] += f" [{button.objectName() or button.text()}]"
            button.click()
            QApplication.processEvents()
        if isValid(modal) and modal.isVisible():
            if isinstance(modal, QDialog):
                modal.reject()
            else:
                modal.close()

    # --- looking -------------------------------------------------------------------------------

    def look(self) -> None:
        """See whether all panels tell of one moment, and the worker is alive."""
        window, session = self.window, self.window.session
        if not window.isVisible():
            self.fail("the window is gone")
        worker = session.training._worker
        if worker.running and worker.wait(0):
            self.fail("the worker is dead, but said to run")
        told = {
            "status": (self._text(QLabel, "label.status"), sentence(session)),
            "timeline": (window.transport.timeline.value(), session.cursor),
            "example": (window.network.scene.example, session.example),
            "network": (window.network.scene.network.layers, session.network.layers),
            "trace": (session.trace.network.layers, session.network.layers),
        }
        for what, (shown, true) in told.items():
            if shown != true:
                self.fail(f"{what} shows {shown!r}, but it is {true!r}")

    def _text(self, kind: type[QLabel], name: str) -> str:
        # The newest, since one that is being put away may be there for a moment.
        return [label.text() for label in self.window.transport.findChildren(kind, name)][-1]

    def _heard(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or "plugin does not" in message:
            return
        self.troubles.append(f"Qt says: {message}")

    def _raised(self, kind: type[BaseException], error: BaseException, _trace: Any) -> None:
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f" ({place.tb_frame.f_code.co_filename}:{place.tb_lineno})" if place else ""
        self.troubles.append(f"{kind.__name__}: {error}{where}")

    def _raised_in_thread(self, hooked: threading.ExceptHookArgs) -> None:
        self.troubles.append(f"in a thread: {hooked.exc_type.__name__}: {hooked.exc_value}")

    # --- ways ----------------------------------------------------------------------------------

    def press(self) -> str:
        """Press a key where the keyboard is."""
        key = self.random.choice(_KEYS)
        target = QApplication.focusWidget() or self.window.network
        QTest.keyClick(target, key)
        return f"{key.name} in {target.objectName() or type(target).__name__}"

    def trigger(self) -> str:
        """Trigger any action that can be triggered."""
        actions = [
            action
            for name, action in self.window.actions_by_name.items()
            if action.isEnabled() and name not in _LEFT_OUT
        ]
        action = self.random.choice(actions)
        action.trigger()
        return action.objectName()

    def _visible(self, kind: type[QWidget] = QWidget) -> list[QWidget]:
        return [
            widget
            for widget in self.window.findChildren(kind)
            if widget.isVisible() and widget.isEnabled() and widget.width() > 2
        ]

    def _somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(
            self.random.randrange(max(widget.width(), 1)),
            self.random.randrange(max(widget.height(), 1)),
        )

    def click(self) -> str:
        """Click into a widget: once, twice, or with the right button."""
        widget = self.random.choice([w for w in self._visible() if not isinstance(w, QMenu)])
        if widget.objectName() in ("button.menu", "choice.lesson"):
            return "nothing"  # menus have their own way
        at = self._somewhere(widget)
        QTest.mouseMove(widget, at)
        how = self.random.random()
        if isinstance(widget, QAbstractButton) and getattr(widget, "menu", lambda: None)():
            return "nothing"
        if how < 0.7:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        elif how < 0.9:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=at)
        return f"{widget.objectName() or type(widget).__name__} at {at.x()}, {at.y()}"

    def drag(self) -> str:
        """Press, move and let go within a widget."""
        widget = self.random.choice(self._visible())
        if isinstance(widget, QAbstractButton):
            return "nothing"
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=self._somewhere(widget))
        for _ in range(3):
            if not isValid(widget) or not widget.isVisible():
                return "what went away when it was pressed"
            QTest.mouseMove(widget, self._somewhere(widget))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self._somewhere(widget))
        return widget.objectName() or type(widget).__name__

    def choose(self) -> str:
        """Choose another entry of a box."""
        boxes = [box for box in self._visible(QComboBox) if isinstance(box, QComboBox)]
        boxes = [box for box in boxes if box.count()]
        if not boxes:
            return "nothing"
        box = self.random.choice(boxes)
        index = self.random.randrange(box.count())
        box.setCurrentIndex(index)
        box.activated.emit(index)
        return f"{box.objectName()} {box.currentText()!r}"

    def _type(self, field: QLineEdit | QAbstractSpinBox, text: str) -> str:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return f"{text!r} into {field.objectName()}"

    def type_number(self) -> str:
        """Type something into a field for numbers."""
        fields = [w for w in self._visible(QAbstractSpinBox) if isinstance(w, QAbstractSpinBox)]
        if not fields:
            return "nothing"
        return self._type(self.random.choice(fields), self.random.choice(_NUMBERS))

    def type_layers(self) -> str:
        """Type other layers."""
        field = self.window.findChild(QLineEdit, "edit.layers")
        if field is None or not field.isVisible():
            return "nothing"
        data = self.window.session.data
        layers = self.random.choice(_LAYERS).format(data.X.shape[1], data.Y.shape[1])
        return self._type(field, layers)

    def slide(self) -> str:
        """Move a slider or the timeline."""
        window = self.window
        if self.random.random() < 0.5 and window.transport.isVisible():
            timeline = window.transport.timeline
            timeline.setValue(self.random.randrange(timeline.maximum() + 1))
            return "timeline"
        sliders = [w for w in self._visible(QAbstractSlider) if isinstance(w, QAbstractSlider)]
        if not sliders:
            return "nothing"
        slider = self.random.choice(sliders)
        slider.setValue(self.random.randint(slider.minimum(), slider.maximum()))
        return slider.objectName() or type(slider).__name__

    def push(self) -> str:
        """Push a button that is none of the menus."""
        buttons = [
            button
            for button in self._visible(QAbstractButton)
            if not getattr(button, "menu", lambda: None)()
        ]
        if not buttons:
            return "nothing"
        button = self.random.choice(buttons)
        assert isinstance(button, QAbstractButton)
        button.click()
        return button.objectName() or button.toolTip() or button.text()

    def toggle_panel(self) -> str:
        """Open or close a panel."""
        dock = self.random.choice(list(self.window.docks.values()))
        action = dock.toggleViewAction()
        if action.isVisible() and not self.window.presenter.presenting:
            action.trigger()
        return dock.objectName()

    def float_panel(self) -> str:
        """Take a panel out of the window, or put it back."""
        if self.window.presenter.presenting:
            return "nothing"
        dock = self.random.choice(list(self.window.docks.values()))
        if dock.isVisible():
            dock.setFloating(not dock.isFloating())
        return dock.objectName()

    def train(self) -> str:
        """Start or pause training, and wait a little."""
        self.window.actions_by_name["action.train"].trigger()
        time.sleep(self.random.choice((0.0, 0.02, 0.05)))
        return "on" if self.window.session.training.running else "off"

    def lesson(self) -> str:
        """Open a lesson, turn a page, or leave it."""
        guide, chance = self.window.lessons, self.random.random()
        if chance < 0.5:
            path = self.random.choice(bundled())
            guide.open_file(path)
            return path.stem
        if chance < 0.6:
            guide.leave()
            return "leave"
        self.window.actions_by_name["action.next_scene"].trigger()
        return "next"

    def present(self) -> str:
        """Begin or end a presentation."""
        self.window.actions_by_name["action.present"].trigger()
        return "on" if self.window.presenter.presenting else "off"

    def _some_file(self) -> str:
        return str(self.random.choice(self.files))

    def _some_place(self) -> str:
        self._written += 1
        return str(self.folder / f"monkey{self._written % 5}")

    def open_file(self) -> str:
        """Open a file, good or broken."""
        path = self._some_file()
        self.window.files.open(path)
        return path

    def save(self) -> str:
        """Save the session."""
        self.window.actions_by_name["action.save"].trigger()
        return "session"

    def resize(self) -> str:
        """Make the window another size."""
        size = self.random.choice(((900, 600), (1280, 720), (1600, 900), (1920, 1080)))
        if not self.window.isFullScreen():
            self.window.resize(*size)
        return f"{size}"

    def change_look(self) -> str:
        """Choose another theme, language, size of text or motion."""
        look = Look(
            self.random.choice(("light", "dark")),
            self.random.choice(languages()),
            self.random.choice(SCALES),
            self.random.random() < 0.5,
        )
        self.window.set_look(look)
        return repr(look)
