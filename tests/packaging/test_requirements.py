"""The versions of Qt that are allowed are sound, on every Python that is."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]


def qt_for(python: str) -> Requirement:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = map(Requirement, project["dependencies"])
    (found,) = [
        requirement
        for requirement in requirements
        if requirement.name == "PySide6-Essentials"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]
    return found


def test_python_before_3_12_keeps_away_from_qt_6_12() -> None:
    allowed = qt_for("3.11").specifier
    assert allowed.contains("6.11.3")
    for version in ("6.12.0", "6.12.1", "6.13.0"):
        assert not allowed.contains(version)


@pytest.mark.parametrize("python", ["3.12", "3.13"])
def test_later_python_takes_only_what_was_tried(python: str) -> None:
    allowed = qt_for(python).specifier
    assert allowed.contains("6.12.0")
    assert not allowed.contains("6.13.0")


def test_calls_that_return_nothing_leave_none_alone(qapp: QApplication) -> None:
    # PySide6 6.12.0 on Python 3.11 drops one reference with each call, until the process aborts.
    from PySide6.QtCore import QObject, QTimer
    from PySide6.QtWidgets import QLabel

    thing, timer, label = QObject(), QTimer(), QLabel()
    calls: list[Callable[[], None]] = [
        lambda: thing.setObjectName("name"),
        lambda: timer.setInterval(7),
        lambda: label.setText("text"),
        qapp.processEvents,
    ]
    for call in calls:
        call()
    times = 500
    before = sys.getrefcount(None)
    for call in calls:
        for _ in range(times):
            call()
    lost = before - sys.getrefcount(None)
    assert lost < 0.1 * times * len(calls)
