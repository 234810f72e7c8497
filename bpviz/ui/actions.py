"""Everything one can do by a key, a button or a menu, each by one name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from bpviz.text import translate
from bpviz.trace import GRANULARITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from bpviz.session import Session

    from .files import Files
    from .playback import Playback


def make_actions(
    window: QWidget,
    session: Session,
    playback: Playback,
    *,
    leave: Callable[[], object],
    files: Files,
) -> Mapping[str, QAction]:
    """Return the window's actions by objectName, with their keys; they work in all of `window`."""
    made: dict[str, QAction] = {}

    def add(name: str, text: str, keys: tuple[str, ...], do: Callable[[], object]) -> None:
        made[name] = add_action(window, name, text, keys, do)

    add("action.open", translate("Actions", "Open …"), ("Ctrl+O",), files.open_one)
    add("action.save", translate("Actions", "Save the session …"), ("Ctrl+S",), files.save_as)
    add("action.open_last", translate("Actions", "Open the last session"), (), files.open_last)
    add("action.play", translate("Actions", "Play"), ("Space",), playback.toggle)
    add(
        "action.step_forward", translate("Actions", "Step forward"), ("Right",),
        _by_hand(playback, session.step_forward),
    )  # fmt: skip
    add(
        "action.step_back", translate("Actions", "Step back"), ("Left",),
        _by_hand(playback, session.step_back),
    )  # fmt: skip
    add(
        "action.next_line", translate("Actions", "Next line of the algorithm"), ("Down",),
        _by_hand(playback, session.next_line),
    )  # fmt: skip
    add(
        "action.previous_line", translate("Actions", "Previous line of the algorithm"), ("Up",),
        _by_hand(playback, session.previous_line),
    )  # fmt: skip
    add(
        "action.first_step", translate("Actions", "First step"), ("Home",),
        _by_hand(playback, session.first_step),
    )  # fmt: skip
    add(
        "action.last_step", translate("Actions", "Last step"), ("End",),
        _by_hand(playback, session.last_step),
    )  # fmt: skip
    add(
        "action.back", translate("Actions", "Back to where I came from"), ("Alt+Left",),
        _by_hand(playback, session.back),
    )  # fmt: skip
    add("action.undo", translate("Actions", "Undo"), ("Ctrl+Z",), session.edits.undo)
    add(
        "action.redo", translate("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"),
        session.edits.redo,
    )  # fmt: skip
    add("action.train", translate("Actions", "Train"), ("T",), session.training.toggle)
    add("action.reset", translate("Actions", "New initial Θ"), ("R",), session.new_theta)
    add("action.quit", translate("Actions", "Quit"), ("Ctrl+Q",), leave)
    for number, granularity in enumerate(GRANULARITIES, start=1):
        choose = partial(session.set_granularity, granularity)
        add(f"action.granularity_{granularity}", _granularity(granularity), (str(number),), choose)
    return made


def add_action(
    window: QWidget, name: str, text: str, keys: tuple[str, ...], do: Callable[[], object]
) -> QAction:
    """Return an action with its keys, which works in all of `window`."""
    action = QAction(text, window)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    shown = ", ".join(
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys[:1]
    )
    action.setToolTip(f"{text} ({shown})" if shown else text)
    action.triggered.connect(lambda _checked=False: do())
    window.addAction(action)
    return action


def _by_hand(playback: Playback, move: Callable[[], None]) -> Callable[[], None]:
    """Return `move` for a person, who takes over from the clock."""

    def moved() -> None:
        playback.pause()
        move()

    return moved


def _granularity(granularity: str) -> str:
    return {
        "unit": translate("Actions", "Step unit by unit"),
        "layer": translate("Actions", "Step layer by layer"),
        "example": translate("Actions", "Step example by example"),
        "pass": translate("Actions", "Step pass by pass"),
    }[granularity]
