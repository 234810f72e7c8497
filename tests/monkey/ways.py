"""All that the monkey can do with a window: each way returns, for the record, what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from bpviz.lessons import bundled
from bpviz.text import languages
from bpviz.ui.export.movie_dialog import MovieDialog
from bpviz.ui.look import SCALES, Look

from .answers import LEFT_OUT, Answers, process

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
_WITH_CONTROL: Final = (
    Qt.Key.Key_O, Qt.Key.Key_S, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_Y,
    Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A,
)  # fmt: skip
_LAYERS: Final = ("{0}-{1}", "{0}-4-{1}", "{0}-3-5-{1}", "{0}-2-2-2-{1}", "{0}-1-{1}", "7", "", "x")
_NUMBERS: Final = ("0", "0.1", "1", "3", "30", "-1", "1e-9", "1e9", "", "abc", "0,5", "7777777")
_SIZES: Final = ((900, 600), (1024, 640), (1280, 720), (1280, 720), (1600, 900))
# Pictures that answer the mouse; any other widget is met far more often than these.
_PICTURES: Final = ("view.", "plot.", "slider.", "learnt.", "matrices.", "strip.", "card.")


class Ways(Answers):
    """Does something to a window.

    Parameters
    ----------
    window
        Shown already.
    files
        What may be opened, good and broken.
    folder
        Where things may be written.
    """

    def __init__(self, window: MainWindow, files: Sequence[Path], folder: Path) -> None:
        super().__init__(files, folder)
        self.window = window
        self.ways: dict[Callable[[], str], int] = {
            self.press: 20,
            self.trigger: 14,
            self.click: 14,
            self.drag: 6,
            self.wheel: 2,
            self.menu: 6,
            self.choose: 6,
            self.type_number: 5,
            self.type_text: 2,
            self.type_layers: 3,
            self.slide: 5,
            self.push: 5,
            self.toggle_panel: 5,
            self.train: 4,
            self.undo: 3,
            self.by_hand: 2,
            self.lesson: 3,
            self.present: 2,
            self.open_file: 2,
            self.save: 1,
            self.film: 1,
            self.resize: 2,
            self.change_look: 1,
            self.float_panel: 1,
        }

    # --- where ---------------------------------------------------------------------------------

    def _visible(self, *kinds: type[QWidget], within: QWidget | None = None) -> list[QWidget]:
        found = (within or self.window).findChildren(QWidget)
        return [
            widget
            for widget in found
            if isinstance(widget, kinds or QWidget)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.width() > 2
            and not isinstance(widget, QMenu)
        ]

    def _somewhere_in(self) -> tuple[QWidget, QPoint]:
        """Return a widget, often a picture, and a place in it."""
        widgets = self._visible()
        if self.random.random() < 0.5:
            widgets = [w for w in widgets if w.objectName().startswith(_PICTURES)] or widgets
        widget = self.random.choice(widgets)
        if isinstance(widget, QAbstractScrollArea):
            widget = widget.viewport()
        return widget, self._place(widget)

    def _place(self, widget: QWidget) -> QPoint:
        x, y = self.random.random(), self.random.random()
        return QPoint(int(x * widget.width()), int(y * widget.height()))

    # --- keys and the mouse --------------------------------------------------------------------

    def press(self) -> str:
        """Press a key where the keyboard is."""
        control = self.random.random() < 0.1
        key = self.random.choice(_WITH_CONTROL if control else _KEYS)
        shift = self.random.random() < 0.1
        modifiers = Qt.KeyboardModifier.NoModifier
        if control:
            modifiers |= Qt.KeyboardModifier.ControlModifier
        if shift:
            modifiers |= Qt.KeyboardModifier.ShiftModifier
        target = QApplication.focusWidget() or self.window.network
        name = _name(target)
        QTest.keyClick(target, key, modifiers)
        return f"{modifiers.name or ''} {key.name} in {name}"

    def click(self) -> str:
        """Click into a widget: once, twice, or with the right button."""
        widget, at = self._somewhere_in()
        name = _name(widget)
        QTest.mouseMove(widget, at)
        if not isValid(widget) or not widget.isVisible():
            return f"{name}, which went away"
        how = self.random.random()
        if how < 0.6:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        elif how < 0.8:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=at)
        else:
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
        return f"{how:.2f} {name} at {at.x()}, {at.y()}"

    def drag(self) -> str:
        """Press, move and let go within a widget."""
        widget, at = self._somewhere_in()
        name = _name(widget)
        if isinstance(widget, QAbstractButton):
            return "nothing"
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=at)
        for _ in range(3):
            if not isValid(widget) or not widget.isVisible():
                return f"{name}, which went away when it was pressed"
            QTest.mouseMove(widget, self._place(widget))
        if isValid(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=self._place(widget))
        return name

    def wheel(self) -> str:
        """Turn the wheel."""
        widget, at = self._somewhere_in()
        name = _name(widget)
        event = QWheelEvent(
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            QPoint(),
            QPoint(0, self.random.choice((-240, -120, 120, 240))),
            Qt.MouseButton.NoButton,
            self.random.choice(
                (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
            ),
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 (not inverted)
        )
        QApplication.sendEvent(widget, event)
        return name

    # --- controls ------------------------------------------------------------------------------

    def trigger(self) -> str:
        """Trigger any action that can be triggered."""
        actions = [
            action
            for name, action in self.window.actions_by_name.items()
            if action.isEnabled() and name not in LEFT_OUT
        ]
        action = self.random.choice(actions)
        name = action.objectName()
        action.trigger()
        return name

    def push(self) -> str:
        """Push a button, in the window or in one of its dialogs."""
        buttons = self._visible(QAbstractButton)
        if not buttons:
            return "nothing"
        button = self.random.choice(buttons)
        assert isinstance(button, QAbstractButton)
        name = f"{_name(button)} {button.text()!r}"
        button.click()
        return name

    def menu(self) -> str:
        """Open the menu of a button, which is answered as all that asks is."""
        buttons = [
            button
            for button in self._visible(QToolButton)
            if isinstance(button, QToolButton) and isinstance(button.menu(), QMenu)
        ]
        if not buttons:
            return "nothing"
        button = self.random.choice(buttons)
        name = _name(button)
        button.showMenu()
        return name

    def choose(self) -> str:
        """Choose another entry of a box."""
        boxes = [b for b in self._visible(QComboBox) if isinstance(b, QComboBox) and b.count()]
        if not boxes:
            return "nothing"
        box = self.random.choice(boxes)
        index = self.random.randrange(box.count())
        name = f"{box.objectName()} {box.itemText(index)!r}"
        box.setCurrentIndex(index)
        box.activated.emit(index)
        return name

    def _type(self, field: QWidget, text: str) -> str:
        name = _name(field)
        field.activateWindow()
        field.setFocus()
        if not isValid(field):  # the field before was left, and its entry has changed the network
            return f"nothing into {name}"
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        if isValid(field) and self.random.random() < 0.8:
            QTest.keyClick(field, Qt.Key.Key_Return)
        return f"{text!r} into {name}"

    def type_number(self) -> str:
        """Type something into a field for numbers."""
        fields = self._visible(QAbstractSpinBox)
        if not fields:
            return "nothing"
        return self._type(self.random.choice(fields), self.random.choice(_NUMBERS))

    def type_text(self) -> str:
        """Type something into any other field, such as that for an answer."""
        fields = [
            w for w in self._visible(QLineEdit) if not isinstance(w.parent(), QAbstractSpinBox)
        ]
        if not fields:
            return "nothing"
        return self._type(self.random.choice(fields), self.random.choice((*_NUMBERS, "<b>x")))

    def type_layers(self) -> str:
        """Type other layers."""
        field, data = self.window.tools.layers, self.window.session.data
        if not field.isVisible():
            return "nothing"
        layers = self.random.choice(_LAYERS).format(data.X.shape[1], data.Y.shape[1])
        return self._type(field, layers)

    def slide(self, within: QWidget | None = None) -> str:
        """Move a slider or the timeline."""
        timeline = self.window.transport.timeline
        if within is None and self.random.random() < 0.5 and timeline.isVisible():
            timeline.setValue(int(self.random.random() * (timeline.maximum() + 1)))
            return "timeline"
        sliders = self._visible(QAbstractSlider, within=within)
        if not sliders:
            return "nothing"
        slider = self.random.choice(sliders)
        assert isinstance(slider, QAbstractSlider)
        name, low, high = _name(slider), slider.minimum(), slider.maximum()
        slider.setValue(low + type(low)(self.random.random() * (high - low)))
        return name

    # --- what takes more than one move -----------------------------------------------------------

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
        QTest.qSleep(self.random.choice((1, 20, 50)))
        return "on" if self.window.session.training.running else "off"

    def undo(self) -> str:
        """Take back what was changed by hand, or do it again."""
        name = self.random.choice(("action.undo", "action.undo", "action.redo"))
        self.window.actions_by_name[name].trigger()
        return name

    def by_hand(self) -> str:
        """Change an input or a weight."""
        dock = self.window.docks["dock.hand"]
        if not dock.isVisible():
            if self.window.presenter.presenting:
                return "nothing"
            dock.toggleViewAction().trigger()
            process()
        return self.slide(within=dock)

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

    def open_file(self) -> str:
        """Open a file, good or broken."""
        path = self.some_file()
        self.window.files.open(path)
        return path

    def save(self) -> str:
        """Save the session where it can be opened again later."""
        self.window.files.save(self.some_place() + ".bpviz")
        return "session"

    def film(self) -> str:
        """Make a small movie, or give up the one in the making."""
        self.window.actions_by_name["action.movie"].trigger()
        dialog = next(d for d in self.window.findChildren(MovieDialog) if d.isVisible())
        if dialog.busy:
            dialog.reject()
            return "given up"
        dialog.choices.size_choice.setCurrentIndex(0)
        dialog.choices.fps.setValue(1)
        dialog.choices.seconds.setValue(0.01)
        path = self._folder / f"film{self.random.choice(('.gif', '.mp4', '.txt'))}"
        if (wish := dialog.wish()) is None:
            return f"refused: {dialog.notice.warning}"
        dialog.make(wish, path)
        return "begun"

    def resize(self) -> str:
        """Make the window another size."""
        size = self.random.choice(_SIZES)
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


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
