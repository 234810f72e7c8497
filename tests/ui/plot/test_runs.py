"""All runs on one plot: named, chosen, drawn along what one likes, exported."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox

from bpviz.session import Session
from bpviz.ui.plot import CostPlot
from bpviz.ui.theme import DARK
from tests.ui.plot.hands import LEFT, PLAIN, click, press, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def choose_axis(plot: CostPlot, kind: str) -> None:
    axis = plot.findChild(QComboBox, "choice.axis")
    assert axis is not None
    axis.setCurrentIndex(axis.findData(kind))


def two_runs(plot: CostPlot, session: Session) -> None:
    session.training.rewind(100)
    session.training.continue_from_here()
    session.training.train_to(session.training.iteration + 200)
    settle(plot)


def span(plot: CostPlot) -> tuple[float, float]:
    low, high = plot.chart.view.viewRange()[0]
    return low, high


def test_continuing_begins_another_run(plot: CostPlot, session: Session) -> None:
    click(plot, 200)
    moment = session.training.moment
    assert moment is not None
    first = session.training.run
    press(plot, "button.continue")
    training = session.training
    assert training.moment is None
    assert training.run is not first
    assert training.runs == (first, training.run)
    assert training.iteration == moment.iteration
    assert not plot.strip.isVisible()
    assert plot.marks == []
    names = [curve.name for curve in plot.chart.curves]
    assert names == [training.run.name, "validation", first.name]
    present, _, other = plot.chart.curves
    assert other.faint
    assert not present.faint
    assert (other.colour, other.dash) != (present.colour, present.dash)
    np.testing.assert_array_equal(other.y, first.history.records().J)


def test_a_name_in_the_legend_selects_its_run(plot: CostPlot, session: Session) -> None:
    first = session.training.run
    two_runs(plot, session)
    second = session.training.run
    plot.chart.grab()
    row = plot.chart._rows[2]
    QTest.mouseClick(plot.chart.viewport(), LEFT, PLAIN, row.center().toPoint())
    settle(plot)
    assert session.training.run is first
    assert session.training.moment is None, "a name is not a place on the axis"
    assert [curve.name for curve in plot.chart.curves][0::2] == [first.name, second.name]


def test_runs_can_be_chosen_in_the_menu(plot: CostPlot, session: Session) -> None:
    first = session.training.run
    two_runs(plot, session)
    plot._menu.list_runs()
    ticked = {a.text(): a.isChecked() for a in plot._menu.actions() if a.isCheckable()}
    assert ticked == {first.name: False, session.training.run.name: True}
    next(a for a in plot._menu.actions() if a.text() == first.name).trigger()
    assert session.training.run is first
    plot._menu.list_runs()
    assert sum(a.isCheckable() for a in plot._menu.actions()) == 2


def test_a_run_that_has_gone_is_not_chosen(plot: CostPlot, session: Session) -> None:
    two_runs(plot, session)
    plot._menu.list_runs()
    first, _ = (a for a in plot._menu.actions() if a.isCheckable())
    session.set_data("xor")
    plot._choose(2)  # a curve that is there until the next drawing
    two_runs(plot, session)
    second = session.training.run
    first.trigger()
    assert session.training.run is second


def test_many_runs_are_told_apart(plot: CostPlot, session: Session) -> None:
    for n in range(7):
        session.training.rewind(50 * n)
        session.training.continue_from_here()
        session.training.train_to(500)
    settle(plot)
    others = plot.chart.curves[2:]
    assert len(others) == 7
    assert len({curve.colour for curve in others}) == 7
    for one, next_ in pairwise(others):
        assert one.dash != next_.dash
    plot.resize(384, 150)
    plot.chart.grab()
    assert plot.chart._rows[-1].bottom() < plot.chart.area().bottom()


@pytest.mark.parametrize("kind", ["epoch", "evaluations", "seconds"])
@pytest.mark.parametrize("log", [False, True])
def test_other_horizontal_axes(plot: CostPlot, session: Session, kind: str, log: bool) -> None:
    session.training.set(alpha=0.3)
    session.training.train_to(600)
    settle(plot)
    choose_axis(plot, kind)
    if log:
        press(plot, "button.log_iteration")
    records = session.training.history.records()
    column = getattr(records, kind)
    np.testing.assert_array_equal(plot.chart.curves[0].x, column)
    high, last = span(plot)[1], column[-1]
    assert (10**high if log else high) >= last
    n = len(column) // 2
    at = np.log10(column[n]) if log else column[n]
    click(plot, at)
    moment = session.training.moment
    assert moment is not None
    step = (high - span(plot)[0]) / plot.chart.area().width()
    near = np.array([at - 2 * step, at + 2 * step])
    first, stop = np.interp(10.0**near if log else near, column, records.iteration).tolist()
    assert first - 1 <= moment.iteration <= stop + 1
    cursor = plot.chart.cursor_shown
    assert cursor is not None
    assert cursor.x == pytest.approx(np.interp(moment.iteration, records.iteration, column))
    (mark,) = plot.chart.marks
    assert mark[0] == pytest.approx(np.interp(plot.marks[0].iteration, records.iteration, column))
    plot.grab()


def test_what_line_searches_have_tried_is_told_from_the_curve(qtbot: QtBot) -> None:
    session = Session("moons")
    session.training.set(optimizer="cg")
    session.training.train_to(12)
    plot = CostPlot(session, DARK)
    qtbot.addWidget(plot)
    plot.resize(620, 360)
    plot.show()
    settle(plot)
    tried = session.training.history.trials()
    assert plot.chart.trials is not None
    np.testing.assert_array_equal(plot.chart.trials.x, tried.iteration)
    choose_axis(plot, "evaluations")
    assert plot.chart.trials is not None
    np.testing.assert_array_equal(plot.chart.trials.x, tried.evaluation)
    x, _ = plot.chart._dots.getData()
    assert len(x) > 0
    session.close()


def test_the_curves_are_exported(
    qtbot: QtBot,
    plot: CostPlot,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "J.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    action = plot.findChild(QAction, "action.export_csv")
    assert action is not None
    action.trigger()
    qtbot.waitUntil(path.exists)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + len(session.training.history)
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *a: said.append(a[2]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    action.trigger()
    qtbot.waitUntil(lambda: len(said) == 1)
    assert str(tmp_path) in said[0]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    action.trigger()
    assert len(said) == 1
