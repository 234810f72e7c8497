"""The panels around the network: which there are, and when each is made."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from bpviz.text import translate

from .algorithm import AlgorithmPanel
from .equation import EquationPanel
from .plot import CostPlot
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
    for n, (name, title, make, heavy) in enumerate(_panels()):
        late = heavy or (n >= OPEN_AT_FIRST and not at_once)
        dock = QDockWidget(title, window)
        dock.setObjectName(name)
        dock.setAccessibleName(title)
        fill = partial(_fill, dock, make, session, theme)
        if late:
            dock.visibilityChanged.connect(fill)
            dock.topLevelChanged.connect(fill)  # behind other tabs it does not count as visible
        else:
            fill(seen=True)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks[name] = dock
    last = list(docks.values())[OPEN_AT_FIRST - 1]
    for dock in list(docks.values())[OPEN_AT_FIRST:]:
        window.tabifyDockWidget(last, dock)
        dock.hide()
    return docks


def make_lesson_dock(window: QMainWindow, teaching: Teaching, theme: Theme) -> QDockWidget:
    """Put the panel of the lesson at the left, hidden until one is opened."""

    def make(_session: Session, theme: Theme, _parent: QWidget | None) -> QWidget:
        from .lesson.view import LessonView  # noqa: PLC0415 (for those who open one)

        return LessonView(teaching, theme)

    title = translate("MainWindow", "The lesson")
    dock = QDockWidget(title, window)
    dock.setObjectName("dock.lesson")
    dock.setAccessibleName(title)
    dock.visibilityChanged.connect(partial(_fill, dock, make, teaching.session, theme))
    dock.toggleViewAction().setVisible(False)  # there is nothing in it without a lesson
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.hide()
    return dock


def _panels() -> tuple[tuple[str, str, _Make, bool], ...]:
    """Return objectName, title and maker of each panel, and whether it is heavy.

    Those are whose modules take a while to load and which few open.
    """
    return (
        ("dock.algorithm", translate("MainWindow", "The algorithm"), AlgorithmPanel, False),
        ("dock.equation", translate("MainWindow", "The equation"), EquationPanel, False),
        ("dock.cost", translate("MainWindow", "The cost J(Θ)"), CostPlot, False),
        (
            "dock.matrices",
            translate("MainWindow", "Matrices"),
            partial(_late, "matrices", "MatricesPanel"),
            False,
        ),
        (
            "dock.data",
            translate("MainWindow", "The data"),
            partial(_late, "data", "DataView"),
            False,
        ),
        (
            "dock.check",
            translate("MainWindow", "Gradient check"),
            partial(_late, "check", "CheckPanel"),
            False,
        ),
        (
            "dock.hand",
            translate("MainWindow", "By hand"),
            partial(_late, "hand", "HandPanel"),
            False,
        ),
        (
            "dock.learnt",
            translate("MainWindow", "What was learnt"),
            partial(_late, "learnt", "LearntPanel"),
            True,
        ),
        (
            "dock.health",
            translate("MainWindow", "Health of the layers"),
            partial(_late, "health", "HealthPanel"),
            True,
        ),
        (
            "dock.surface",
            translate("MainWindow", "The cost surface"),
            partial(_late, "surface", "SurfacePanel"),
            True,
        ),
    )


def _late(
    module: str, panel: str, session: Session, theme: Theme, parent: QWidget | None
) -> QWidget:
    make = getattr(importlib.import_module(f"bpviz.ui.{module}"), panel)
    made: QWidget = make(session, theme, parent)
    return made


def make_panel(name: str, session: Session, theme: Theme, parent: QWidget) -> QWidget:
    """Return a panel of its own, outside of any dock, e.g. "equation"."""
    make = next(make for dock, _, make, _ in _panels() if dock == f"dock.{name}")
    return make(session, theme, parent)


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
