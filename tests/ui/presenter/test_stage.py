"""Legible from the back row: sizes of everything written on stage, at 1280 × 720."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

from bpviz.lessons import bundled, read_lesson
from bpviz.ui.algorithm.row import LineRow
from bpviz.ui.formula.canvas import FormulaCanvas
from bpviz.ui.look import Look
from bpviz.ui.presenter.scale import Scale
from bpviz.ui.presenter.stage import StagePage
from bpviz.ui.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import Begin, Lecture

PROJECTOR = QSize(1280, 720)
LEAST_TEXT, LEAST_FORMULA = 18, 28
WRITTEN = (
    QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QHeaderView, QAbstractItemView,
)  # fmt: skip


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect the sizes of all fonts that painters are given, in pixels."""
    sizes: list[int] = []
    set_font = QPainter.setFont

    def record(painter: QPainter, font: QFont) -> None:
        sizes.append(QFontInfo(font).pixelSize())
        set_font(painter, font)

    monkeypatch.setattr(QPainter, "setFont", record)
    return sizes


@pytest.fixture
def on_projector(begin: Begin) -> Iterator[tuple[Lecture, StagePage]]:
    """Yield a stage of that size, on which a lesson can be given."""
    lecture = begin("--data", "lecture")
    usual = QGuiApplication.font()
    window = lecture.window
    window.hide()  # what is painted from now on is the stage
    host = QWidget()
    lecture.qtbot.addWidget(host)
    host.resize(PROJECTOR)
    host.show()
    stage = StagePage(window.session, window.teaching, Look(), PROJECTOR, host)
    stage.show()
    yield lecture, stage
    QGuiApplication.setFont(usual)


def too_small(stage: StagePage) -> list[str]:
    """Name all widgets whose text or formulas are smaller than they may be."""
    found = []
    for widget in stage.findChildren(QWidget):
        if not widget.isVisible():
            continue
        name = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, FormulaCanvas):
            row = widget.parentWidget()
            # A counter is a remark beside its line.
            beside = isinstance(row, LineRow) and row.counter is widget
            if 0 < widget.em < (LEAST_TEXT if beside else LEAST_FORMULA):
                found.append(f"{name}: formula of {widget.em:.1f}")
        elif isinstance(widget, Prose):
            found += [f"{name}: {size:.1f}" for size in small_in(widget)]
        elif isinstance(widget, WRITTEN):
            silent = isinstance(widget, (QLabel, QAbstractButton)) and not widget.text()
            if not silent and widget.fontInfo().pixelSize() < LEAST_TEXT:
                found.append(f"{name}: {widget.fontInfo().pixelSize()}")
    return found


def small_in(prose: Prose) -> Iterator[float]:
    """Yield sizes below the least ones in a text."""
    page = prose._page
    if page is None:
        return
    if page.em < LEAST_TEXT:
        yield page.em
    for index in range(len(page.parts)):
        formula = page.fitted(index, prose.width())
        # What cannot be broken, such as a table, gives way before it is cut off.
        unbroken = formula.lines == 1 and formula.width > 0.95 * prose.width()
        if formula.size < (0.85 if unbroken else 1.0) * LEAST_FORMULA:
            yield formula.size


def test_without_a_lesson_everything_is_large_enough(
    on_projector: tuple[Lecture, StagePage], painted: list[int]
) -> None:
    lecture, stage = on_projector
    for data, granularity in (("lecture", "layer"), ("lecture", "unit"), ("digits", "layer")):
        lecture.session.set_data(data)
        lecture.session.set_granularity(granularity)  # type: ignore[arg-type]
        for line in range(1, 10):
            painted.clear()
            lecture.session.go_to_line(line)
            lecture.qtbot.waitUntil(stage.panels["equation"].numbers.is_settled)  # type: ignore[attr-defined]
            stage.grab()
            assert painted, "nothing was written"
            assert min(painted) >= LEAST_TEXT, (data, line)
            assert not too_small(stage), (data, line)


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_every_scene_of_every_lesson_is_large_enough(
    on_projector: tuple[Lecture, StagePage], painted: list[int], path: Path
) -> None:
    lecture, stage = on_projector
    teaching = lecture.window.teaching
    teaching.open(read_lesson(path))
    assert teaching.lesson is not None
    for index in range(len(teaching.lesson.scenes)):
        painted.clear()
        teaching.go(index)
        teaching.arrive()
        assert stage.text is not None
        lecture.qtbot.waitUntil(stage.text.text.is_settled, timeout=20_000)
        lecture.qtbot.wait(20)
        stage.grab()
        assert min(painted) >= LEAST_TEXT, index
        assert not too_small(stage), index
    teaching.leave()


def test_all_numbers_of_the_lecture_are_written_out(
    on_projector: tuple[Lecture, StagePage],
) -> None:
    lecture, stage = on_projector
    numbers = stage.panels["equation"].numbers  # type: ignore[attr-defined]
    for line in (4, 5, 6):
        lecture.session.go_to_line(line)
        lecture.qtbot.waitUntil(numbers.is_settled)
        assert not numbers.minimumSizeHint().height() > 1, line  # nothing to scroll to
        assert not any(r"\vdots" in piece.latex for piece in numbers.formula()), line


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)])
def test_text_grows_with_the_screen(size: QSize) -> None:
    grown = size.height() / 720
    assert Scale(size, 1.0).text == pytest.approx(24 * grown)
    assert Scale(size, 3.0).text == pytest.approx(42 * grown)  # three times the usual 14 pixels
    assert Scale(size, 1.0).least_text == pytest.approx(LEAST_TEXT * grown)


@pytest.mark.parametrize("text_scale", [1.5, 3.0])
def test_the_largest_text_leaves_nothing_out(begin: Begin, text_scale: float) -> None:
    lecture = begin("--data", "xor")
    window, usual = lecture.window, QGuiApplication.font()
    look = Look(text_scale=text_scale)
    stage = StagePage(window.session, window.teaching, look, PROJECTOR, window)
    stage.show()
    for part in (stage.network, *stage.panels.values()):
        assert stage.rect().contains(part.geometry())
        assert part.width() > 200
        assert part.height() > 200
    stage.grab()
    QGuiApplication.setFont(usual)
