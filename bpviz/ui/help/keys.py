"""All keys and what the mouse does, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QAction

_WALKING: Final = (
    "step_forward", "step_back", "next_line", "previous_line", "first_step", "last_step", "play",
    "back", "granularity_unit", "granularity_layer", "granularity_example", "granularity_pass",
)  # fmt: skip
_LEARNING: Final = ("train", "reset", "undo", "redo")
_TEACHING: Final = ("next_scene", "previous_scene", "present", "blank", "keys", "tour")
_MOST: Final = 0.95  # of the screen
_FILES: Final = ("open", "save", "export", "copy_moment", "paste_moment", "quit")


class KeysSheet(QDialog):
    """The cheat sheet; what a key does is read from the actions themselves.

    Parameters
    ----------
    actions
        The window's actions by objectName.
    parent
        The window.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.keys")
        self.setWindowTitle(translate("Help", "Keys and mouse"))
        columns = QHBoxLayout()
        columns.setSpacing(2 * self.fontMetrics().height())
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(_group(translate("Help", "Walking"), _keys(actions, _WALKING)))
        left.addWidget(_group(translate("Help", "Learning"), _keys(actions, _LEARNING)))
        others = [name.removeprefix("action.") for name in actions]
        teaching = _TEACHING + tuple(n for n in others if n not in _WALKING + _LEARNING + _FILES)
        teaching = tuple(dict.fromkeys(teaching))  # whatever else there is belongs there
        menu = "F10", translate("Help", "The menu: panels, theme, language, size of text")
        right.addWidget(_group(translate("Help", "Teaching"), [*_keys(actions, teaching), menu]))
        right.addWidget(_group(translate("Help", "Files"), _keys(actions, _FILES)))
        right.addWidget(_group(translate("Help", "Mouse"), _gestures()))
        left.addWidget(_group(translate("Help", "In the panel that has the keyboard"), _local()))
        for column in (left, right):
            column.addStretch(1)
            columns.addLayout(column)
        page = QWidget()
        page.setLayout(columns)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("Help", "Close"))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(area)
        whole.addWidget(buttons)
        wanted = page.sizeHint()
        room = self.screen().availableSize()
        self.resize(
            min(wanted.width() + 40, round(_MOST * room.width())),
            min(wanted.height() + 80, round(_MOST * room.height())),
        )


def _keys(actions: Mapping[str, QAction], names: Iterable[str]) -> list[tuple[str, str]]:
    """Return keys and meanings of those actions that have a key."""
    found = []
    for name in names:
        action = actions[f"action.{name}"]
        keys = [_arrows(key) for key in action.shortcuts()]
        if keys:
            found.append((" · ".join(keys), action.text().rstrip(" …")))
    return found


def _arrows(key: QKeySequence) -> str:
    """Return the name of a key, with arrows as the keys themselves have them."""
    native = key.toString(QKeySequence.SequenceFormat.NativeText)
    modifiers, plus, _ = native.rpartition("+")
    last = key.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")[2]
    arrow = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}.get(last)
    return f"{modifiers}{plus}{arrow}" if arrow else native


def _local() -> list[tuple[str, str]]:
    """Return keys that mean something in one panel only: there they are no actions."""

    def written(*keys: str) -> str:
        return " · ".join(_arrows(QKeySequence(key)) for key in keys)

    return [
        (
            f"{written('Ctrl+Alt+Right')} ← ↑ ↓ · {written('Tab')}",
            translate("Help", "network: the unit beside; the next one"),
        ),
        (written("Return"), translate("Help", "network, matrices: to the step it comes from")),
        ("← → ↑ ↓", translate("Help", "matrices, surface: from number to number")),
        ("← →", translate("Help", "curve: one iteration back or on")),
        ("+ − 0", translate("Help", "matrices, curve, surface: larger, smaller, all")),
        (
            written("Ctrl+Left", "Ctrl+Right"),
            translate("Help", "timeline: the example before or after"),
        ),
        (
            f"{written('Space')} · {written('Del')} · C",
            translate("Help", "pencil: a point, none, another class"),
        ),
    ]


def _gestures() -> list[tuple[str, str]]:
    return [
        (translate("Help", "point at"), translate("Help", "the numbers of a unit or weight")),
        (translate("Help", "click"), translate("Help", "select it; a line, a cell: go there")),
        (translate("Help", "double-click"), translate("Help", "go to the step it comes from")),
        (translate("Help", "a number"), translate("Help", "in the equation: where it comes from")),
        (translate("Help", "the curve"), translate("Help", "click or drag: that iteration")),
        (
            translate("Help", "wheel"),
            translate("Help", "on the timeline: step; on curve and surface: zoom"),
        ),
    ]


def _group(title: str, rows: list[tuple[str, str]]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    line = group.fontMetrics().height()
    grid.setContentsMargins(0, 0, 0, round(0.5 * line))
    grid.setHorizontalSpacing(line)
    grid.setVerticalSpacing(round(0.15 * line))  # so that all fits on a projector
    head = QLabel(title)
    font = head.font()
    font.setBold(True)
    head.setFont(font)
    grid.addWidget(head, 0, 0, 1, 2)
    for n, (key, meaning) in enumerate(rows, start=1):
        shown = QLabel(key)
        shown.setProperty("key", True)  # noqa: FBT003 (Qt's signature)
        grid.addWidget(shown, n, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(QLabel(meaning), n, 1)
    grid.setColumnStretch(1, 1)
    return group
