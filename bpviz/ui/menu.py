"""The menu with what is rarely needed: panels, looks, and actions without a button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from bpviz import text
from bpviz.text import translate

from .export.menu import ExportMenu
from .language import own_name
from .look import SCALES, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QDockWidget, QWidget

_ACTIONS: Final = (
    "copy_moment",
    "paste_moment",
    "undo",
    "redo",
    "back",
    "next_line",
    "previous_line",
    "notes",
)


class MoreMenu(QMenu):
    """What has no place in the tool bar.

    Parameters
    ----------
    look
        The look of now, for the marks at its entries.
    docks
        The panels, which can be shown and put away.
    actions
        The window's actions by objectName.
    """

    look_chosen = Signal(object)
    """Another `Look`."""

    def __init__(
        self,
        look: Look,
        docks: Iterable[QDockWidget],
        actions: Mapping[str, QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._look = look
        for name in ("open", "open_last", "save"):
            self.addAction(actions[f"action.{name}"])
        self.addMenu(ExportMenu(actions, self))
        self.addSeparator()
        panels = self.addMenu(translate("MainWindow", "Panels"))
        for dock in docks:
            action = dock.toggleViewAction()
            action.setObjectName(f"action.panel_{dock.objectName().removeprefix('dock.')}")
            panels.addAction(action)
        self._add_looks()
        self.addSeparator()
        for name in _ACTIONS:
            self.addAction(actions[f"action.{name}"])
        self.addSeparator()
        for name in ("keys", "tour"):
            self.addAction(actions[f"action.{name}"])
        self.addSeparator()
        self.addAction(actions["action.quit"])

    def _add_looks(self) -> None:
        look = self._look
        self._add_choices(
            translate("MainWindow", "Theme"),
            [
                ("light", translate("MainWindow", "Light")),
                ("dark", translate("MainWindow", "Dark")),
            ],
            look.theme,
            lambda value: replace(self._look, theme=value),
        )
        self._add_choices(
            translate("MainWindow", "Language"),
            [(code, own_name(code)) for code in text.languages()],
            look.language,
            lambda value: replace(self._look, language=value),
        )
        self._add_choices(
            translate("MainWindow", "Text size"),
            [(str(scale), f"{100 * scale:.0f} %") for scale in SCALES],
            str(look.text_scale),
            lambda value: replace(self._look, text_scale=float(value)),
        )
        still = self.addAction(translate("MainWindow", "Reduced motion"))
        still.setObjectName("action.reduced_motion")
        still.setCheckable(True)
        still.setChecked(look.reduced_motion)
        still.toggled.connect(
            lambda reduced: self.look_chosen.emit(replace(self._look, reduced_motion=reduced))
        )

    def _add_choices(
        self,
        title: str,
        choices: list[tuple[str, str]],
        current: str,
        changed: Callable[[str], Look],
    ) -> None:
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for value, name in choices:
            action = menu.addAction(name)
            action.setObjectName(f"action.look_{value}")
            action.setCheckable(True)
            action.setChecked(value == current)
            action.triggered.connect(lambda _=False, v=value: self.look_chosen.emit(changed(v)))
            group.addAction(action)
