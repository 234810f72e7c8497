"""The panels around the network: which there are, and when each is made."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from bpviz.text import translate

from .theme import Theme

if TYPE_CHECKING:
    from bpviz.lessons import Teaching
    from bpviz.session import Session

OPEN_AT_FIRST: Final = 3
"""How many panels are open at first: algorithm, equation and cost; the others wait in the menu."""

_Make = Callable[["Session", Theme, QWidget | None], QWidget]


def make_docks(
    window: QMainWindow, session: Session, theme: Theme, *, at_once: bool
) -> dict[str, QDockWidget]:
    """Put all panels at the right of the window and return them by objectName.

    Parameters
    ----------
    window, session, theme
        Where they are, what they show, and how.
    at_once
        Whether also most of those that are hidden are made now, rather than when first seen.
    """
    docks: dict[str, QDockWidget] = {}
    for n, panel in enumerate(_panels()):
        late = panel.heavy or (n >= OPEN_AT_FIRST and not at_once)
        dock = _dock(panel.name, panel.title, window)
        fill = partial(_fill, dock, panel.make, session, theme)
        if late:
            dock.visibilityChanged.connect(fill)
            dock.topLevelChanged.connect(fill)  # behind other tabs it does not count as visible
        else:
            fill(seen=True)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks[panel.name] = dock
    last = list(docks.values())[OPEN_AT_FIRST - 1]
    for dock in list(docks.values())[OPEN_AT_FIRST:]:
        window.tabifyDockWidget(last, dock)
        dock.hide()
    return docks


def _dock(name: str, title: str, window: QMainWindow) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAccessibleName(title)
    return dock


def make_lesson_dock(window: QMainWindow, teaching: Teaching, theme: Theme) -> QDockWidget:
    """Put the panel of the lesson at the left, hidden until one is opened."""

    def make(_session: Session, theme: Theme, _parent: QWidget | None) -> QWidget:
        from .lesson.view import LessonView  # noqa: PLC0415 (for those who open one)

        return LessonView(teaching, theme)

    dock = _dock("dock.lesson", translate("MainWindow", "The lesson"), window)
    dock.visibilityChanged.connect(partial(_fill, dock, make, teaching.session, theme))
    dock.toggleViewAction().setVisible(False)  # there is nothing in it without a lesson
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.hide()
    return dock


class _Panel(NamedTuple):
    """Where a panel is made, and whether its module takes a while to load and few open it."""

    name: str
    title: str
    view: str
    heavy: bool = False

    def make(self, session: Session, theme: Theme, parent: QWidget | None) -> QWidget:
        """Return the panel; its module is loaded only now."""
        module = self.name.removeprefix("dock.")
        module = {"cost": "plot"}.get(module, module)
        view = getattr(importlib.import_module(f"bpviz.ui.{module}"), self.view)
        made: QWidget = view(session, theme, parent)
        return made


def _panels() -> tuple[_Panel, ...]:
    return (
        _Panel("dock.algorithm", translate("MainWindow", "The algorithm"), "AlgorithmPanel"),
        _Panel("dock.equation", translate("MainWindow", "The equation"), "EquationPanel"),
        _Panel("dock.cost", translate("MainWindow", "The cost J(Θ)"), "CostPlot"),
        _Panel("dock.matrices", translate("MainWindow", "Matrices"), "MatricesPanel"),
        _Panel("dock.data", translate("MainWindow", "The data"), "DataView"),
        _Panel("dock.check", translate("MainWindow", "Gradient check"), "CheckPanel"),
        _Panel("dock.hand", translate("MainWindow", "By hand"), "HandPanel"),
        _Panel(
            "dock.learnt", translate("MainWindow", "What was learnt"), "LearntPanel", heavy=True
        ),
        _Panel(
            "dock.health",
            translate("MainWindow", "Health of the layers"),
            "HealthPanel",
            heavy=True,
        ),
        _Panel(
            "dock.surface", translate("MainWindow", "The cost surface"), "SurfacePanel", heavy=True
        ),
    )


def make_panel(name: str, session: Session, theme: Theme, parent: QWidget) -> QWidget:
    """Return a panel of its own, outside of any dock, e.g. "equation"."""
    panel = next(panel for panel in _panels() if panel.name == f"dock.{name}")
    return panel.make(session, theme, parent)


def _fill(
    dock: QDockWidget,
    make: _Make,
    session: Session,
    theme: Theme,
    seen: bool,
) -> None:
    # A dock without a widget has none yet; stubs of Qt's do not know that.
    if seen and not isinstance(dock.widget(), QWidget):
        dock.setWidget(make(session, theme, None))
