"""Legible from the back row: sizes of everything written on stage, at 1280 × 720."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QWidget,
)

from bpviz.lessons import bundled, read_lesson
from bpviz.ui.algorithm import AlgorithmPanel
from bpviz.ui.equation import EquationPanel
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
def on_projector(
    begin: Begin, request: pytest.FixtureRequest
) -> Iterator[tuple[Lecture, StagePage]]:
    """Yield a stage of that size, on which a lesson can be given, in a language."""
    lecture = begin("--data", "lecture", "--language", getattr(request, "param", "en"))
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
            if 0 < widget.em < LEAST_FORMULA:
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


def is_settled(stage: StagePage) -> bool:
    """Whether all texts and formulas that are seen are laid out, and have their places."""
    assert stage.text is not None
    parts = stage.findChildren(Prose) + stage.findChildren(FormulaCanvas)
    return all(part.is_settled() for part in parts if part.isVisible()) and not (
        stage.text._later.isActive()
    )


def out_of_sight(stage: StagePage) -> list[str]:
    """Name what somebody would have to scroll to."""
    assert stage.text is not None
    found = []
    if stage.text._scroll.verticalScrollBar().maximum() > 0:
        found.append(f"{stage.text._scroll.verticalScrollBar().maximum()} pixels of text")
    for panel in stage.panels.values():
        if not panel.isVisible():
            continue
        if isinstance(panel, EquationPanel):
            inner = [panel.area.verticalScrollBar(), panel.area.horizontalScrollBar()]
            bars = [*inner, panel.verticalScrollBar()]
            if not (panel.rule.isVisible() and panel.numbers.fits):
                found.append("rule or result")
        elif isinstance(panel, AlgorithmPanel):
            bars = [panel.verticalScrollBar(), panel.horizontalScrollBar()]
        else:
            continue
        found += [f"{bar.maximum()} pixels of {panel}" for bar in bars if bar.maximum() > 0]
    return found


@pytest.mark.parametrize("on_projector", ["en", "ru"], indirect=True)
@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_every_scene_of_every_lesson_is_seen_whole_and_large_enough(
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
        lecture.qtbot.waitUntil(lambda: not teaching.preparing, timeout=20_000)
        lecture.qtbot.waitUntil(lambda: is_settled(stage), timeout=20_000)
        QApplication.processEvents()
        lecture.qtbot.waitUntil(lambda: is_settled(stage), timeout=20_000)
        stage.grab()
        # Where there are but texts and tables, nobody sets a font to paint in.
        assert min(painted, default=LEAST_TEXT) >= LEAST_TEXT, index
        assert not too_small(stage), index
        assert not out_of_sight(stage), index
        for part in (stage.network, *stage.panels.values()):
            assert part.isHidden() or stage.rect().contains(part.geometry())
    teaching.leave()


def test_the_keyboard_stays_out_of_the_panels_where_the_network_is_hidden(
    on_projector: tuple[Lecture, StagePage],
) -> None:
    lecture, stage = on_projector
    teaching = lecture.window.teaching
    lesson = read_lesson(bundled()[0])
    teaching.open(lesson)
    stage.window().activateWindow()
    lecture.qtbot.waitUntil(stage.window().isActiveWindow)
    stage.network.setFocus()
    asking = next(n for n, scene in enumerate(lesson.scenes) if scene.show == ("surface",))
    for index, keyboard in ((asking, stage), (asking + 1, stage.network)):
        teaching.go(index)
        lecture.qtbot.waitUntil(lambda: is_settled(stage), timeout=20_000)
        QApplication.processEvents()
        assert QApplication.focusWidget() is keyboard
    teaching.leave()


@pytest.mark.parametrize(
    ("name", "left_out"),
    [
        ("equation", ["button.copy_latex"]),
        ("cost", ["choice.axis", "button.log_cost", "button.runs"]),
        ("surface", ["choice.directions", "button.surface", "label.surface_circumstances"]),
        ("check", ["button.check", "label.circumstances", "label.measure"]),
        ("learnt", ["label.learnt"]),
        ("health", ["label.health_measure"]),
    ],
)
def test_the_room_is_shown_no_controls_and_no_small_print(
    on_projector: tuple[Lecture, StagePage], name: str, left_out: list[str]
) -> None:
    _, stage = on_projector
    panel = stage._panel(name)
    panel.show()
    for height in (710, 1400):  # also where there would be room for it
        panel.resize(640, height)
        QApplication.processEvents()
        for part in left_out:
            found = panel.findChild(QWidget, part)
            assert found is not None, part
            assert not found.isVisible(), (part, height)
    panel.close()


def test_all_numbers_of_the_lecture_are_written_out(
    on_projector: tuple[Lecture, StagePage],
) -> None:
    lecture, stage = on_projector
    numbers = stage.panels["equation"].numbers  # type: ignore[attr-defined]
    for line in (4, 5, 6):
        lecture.session.go_to_line(line)
        lecture.qtbot.waitUntil(numbers.is_settled)
        assert numbers.fits, line  # nothing to scroll to
        assert not any(r"\vdots" in piece.latex for piece in numbers.formula()), line


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)])
def test_text_grows_with_the_screen(size: QSize) -> None:
    grown = size.height() / 720
    assert Scale(size, 1.0).text == pytest.approx(24 * grown)
    assert Scale(size, 3.0).text == pytest.approx(42 * grown)  # three times the usual 14 pixels
    assert Scale(size, 1.0).least_text == pytest.approx(LEAST_TEXT * grown)


@pytest.mark.parametrize("text_scale", [1.5, 3.0])
def test_what_cannot_be_broken_is_seen_whole_at_any_size_of_text(
    begin: Begin, text_scale: float
) -> None:
    lecture = begin("--data", "lecture")
    window, usual = lecture.window, QGuiApplication.font()
    window.set_look(replace(window.look, text_scale=text_scale))
    teaching = window.teaching
    lesson = read_lesson(bundled()[0])
    teaching.open(lesson)
    window.hide()
    look = Look(text_scale=text_scale)
    host = QWidget()
    lecture.qtbot.addWidget(host)
    host.resize(PROJECTOR)
    host.show()
    stage = StagePage(window.session, teaching, look, PROJECTOR, host)
    stage.show()
    shown = [scene.show for scene in lesson.scenes]
    for show in (("algorithm",), ("algorithm", "equation"), ("equation",)):
        last = len(shown) - 1 - shown[::-1].index(show)
        teaching.go(last)
        teaching.arrive()
        lecture.qtbot.waitUntil(lambda: is_settled(stage), timeout=20_000)
        QApplication.processEvents()
        lecture.qtbot.waitUntil(lambda: is_settled(stage), timeout=20_000)
        assert not [each for each in out_of_sight(stage) if not each.endswith("of text")], show
    stage.close()
    QGuiApplication.setFont(usual)


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
