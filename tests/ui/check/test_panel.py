"""The check panel as a person uses it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView, QWidget
from superqt import QElidingLabel

from bpviz.core import Network, cost_and_gradient
from bpviz.core.mistakes import MISTAKES
from bpviz.session import Session, Unit, Weight
from bpviz.text import set_language
from bpviz.training import Run
from bpviz.ui.check import CheckPanel
from bpviz.ui.theme import DARK, LIGHT, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session("xor")
    yield session
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> CheckPanel:
    return shown(qtbot, CheckPanel(session, LIGHT))


def shown(qtbot: QtBot, panel: CheckPanel) -> CheckPanel:
    qtbot.addWidget(panel)
    apply(panel, LIGHT)
    panel.resize(640, 400)
    panel.show()
    settle(qtbot, panel)
    return panel


def settle(qtbot: QtBot, panel: CheckPanel) -> None:
    def of_now() -> bool:
        check = panel._compared
        return check is not None and panel._is_of_now(check.snapshot) and not check.running

    qtbot.waitUntil(of_now)


def found(panel: CheckPanel, kind: type[Kind], name: str) -> Kind:
    child = panel.findChild(kind, name)
    assert child is not None
    return child


def table(panel: CheckPanel) -> QTableView:
    return found(panel, QTableView, "table.check")


def texts(panel: CheckPanel, row: int) -> list[str]:
    model = table(panel).model()
    return [str(model.index(row, column).data()) for column in range(4)]


def verdict(panel: CheckPanel) -> str:
    return found(panel, QLabel, "label.verdict").text()


def told(panel: CheckPanel) -> str:
    return found(panel, QElidingLabel, "label.circumstances").toolTip()


def choose(panel: CheckPanel, mistake: str | None) -> None:
    choice = found(panel, QComboBox, "choice.mistake")
    choice.setCurrentIndex(choice.findData(mistake))


def test_it_shows_every_weight_and_that_the_gradient_is_right(
    panel: CheckPanel, session: Session
) -> None:
    assert table(panel).model().rowCount() == session.network.parameters.size
    assert "✓ D is ∂J/∂Θ" in verdict(panel)
    assert told(panel) == "Iteration 0 · all 17 weights · all 4 training examples · λ = 0"


def test_it_says_in_which_lines_the_slope_is_forgotten(panel: CheckPanel, session: Session) -> None:
    choose(panel, "no slope")
    sandbox = found(panel, QLabel, "label.sandbox")
    assert sandbox.text().startswith("Line 6 without")
    network = Network((2, 4, 1), output="sigmoid", cost="squared-error")
    session.use_network(network)  # whose line 5 has g′ too
    assert sandbox.text().startswith("Lines 5 and 6 without")


def test_it_names_the_iteration_that_somebody_looks_back_to(
    qtbot: QtBot, panel: CheckPanel, session: Session
) -> None:
    session.training.train_to(30)
    session.training.rewind(10)
    settle(qtbot, panel)
    assert told(panel).startswith("Iteration 10 ·")


def test_a_row_is_about_one_weight(panel: CheckPanel, session: Session) -> None:
    data = session.data
    D = cost_and_gradient(session.network, data.X_train, data.Y_train)[1]
    session.select(Weight(1, 3, 2))
    row = table(panel).currentIndex().row()
    name, gradient, slope, relative = texts(panel, row)
    assert name == "Θ⁽¹⁾₃₂"
    assert float(gradient.replace("−", "-")) == pytest.approx(D[0][2, 2], abs=6e-5)
    assert slope == gradient
    assert relative.endswith("✓")
    full = table(panel).model().index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert float(full.replace("−", "-")) == D[0][2, 2]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_class_sees_the_check_catch_a_mistake(
    qtbot: QtBot, panel: CheckPanel, session: Session, mistake: str
) -> None:
    session.training.set(lambda_=1.0)
    settle(qtbot, panel)
    choose(panel, mistake)
    assert "✗ Caught" in verdict(panel)
    assert texts(panel, 0)[3].endswith("✗")
    sandbox = found(panel, QLabel, "label.sandbox")
    assert sandbox.isVisible()
    assert "Only in this table" in sandbox.text()
    choose(panel, None)
    assert "✓ D is ∂J/∂Θ" in verdict(panel)
    assert not sandbox.isVisible()


def test_a_mistake_that_changes_nothing_is_explained(panel: CheckPanel) -> None:
    choose(panel, "bias regularised")
    assert "Not to be seen here: λ is 0" in verdict(panel)


def test_a_mistake_of_a_lesson_is_chosen_here(panel: CheckPanel, session: Session) -> None:
    for mistake in ("no bias", None):
        session.set_mistake(mistake)
        assert panel.choice.currentData() == mistake
        assert panel.mistake == mistake
        assert found(panel, QLabel, "label.sandbox").isHidden() is (mistake is None)


def test_a_mistake_costs_no_new_check(panel: CheckPanel) -> None:
    before = panel._checker.check
    for mistake in MISTAKES:
        choose(panel, mistake)
    assert panel._checker.check is before


def test_a_click_selects_the_weight(panel: CheckPanel, session: Session) -> None:
    view = table(panel)
    where = view.visualRect(view.model().index(3, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    weight = session.selection
    assert isinstance(weight, Weight)
    assert texts(panel, 3)[0] == f"Θ{'⁽¹⁾' if weight.layer == 1 else '⁽²⁾'}" + "".join(
        "₀₁₂₃₄"[n] for n in (weight.unit, weight.source)
    )
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert session.selection not in (weight, None)


def test_what_is_selected_elsewhere_is_marked_here(panel: CheckPanel, session: Session) -> None:
    session.select(Weight(2, 1, 4))
    assert texts(panel, table(panel).currentIndex().row())[0] == "Θ⁽²⁾₁₄"
    session.select(Unit(2, 1))
    assert not table(panel).currentIndex().isValid()
    assert session.selection == Unit(2, 1)


def test_new_theta_are_checked_by_themselves(
    qtbot: QtBot, panel: CheckPanel, session: Session
) -> None:
    before = panel.comparison
    session.network.parameters[:] *= 1.5
    session.refresh()
    settle(qtbot, panel)
    assert panel.comparison is not before
    assert "✓" in verdict(panel)


def test_walking_on_needs_no_new_check(panel: CheckPanel, session: Session) -> None:
    before = panel._checker.check
    session.step_forward()
    session.training.set(alpha=0.123)  # another trace, the same Θ and λ
    assert panel._checker.check is before


def test_another_network_begins_anew(qtbot: QtBot, panel: CheckPanel, session: Session) -> None:
    session.set_network((2, 3, 1))
    settle(qtbot, panel)
    assert table(panel).model().rowCount() == 13


def test_another_network_is_checked_even_if_it_comes_in_the_middle(
    qtbot: QtBot, panel: CheckPanel, session: Session
) -> None:
    session.network.parameters[:] *= 1.5
    session.refresh()
    assert panel._look.isActive()
    session.new_theta()
    settle(qtbot, panel)
    assert "✓" in verdict(panel)


def test_nothing_is_computed_while_nobody_looks(
    qtbot: QtBot, panel: CheckPanel, session: Session
) -> None:
    panel.hide()
    before = panel._checker.check
    session.network.parameters[:] *= 2
    session.refresh()
    assert panel._checker.check is before
    panel.show()
    settle(qtbot, panel)
    assert panel._checker.check is not before


def test_a_long_check_tells_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    session = Session("digits")
    session.set_network((64, 300, 10))
    panel = CheckPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    button = found(panel, QPushButton, "button.check")
    qtbot.waitUntil(panel.progress.isVisible)
    assert button.text() == "Stop"
    assert 0 < panel.progress.value() < panel.progress.maximum()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.comparison is not None)
    assert "of 22,510 weights" in told(panel)
    assert "of 1,438 training examples" in told(panel)
    assert "✓" in verdict(panel)
    session.refresh()
    assert not panel._look.isActive()  # stopped by a person: it waits to be asked
    session.close()


def test_the_thread_ends_with_the_panel(qtbot: QtBot) -> None:
    session = Session("digits")
    panel = CheckPanel(session, LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    check = panel._checker.check
    assert check is not None
    panel.close()
    check.wait()
    assert not any(thread.name == "bpviz check" for thread in threading.enumerate())
    session.close()


def test_sorting_by_another_column(panel: CheckPanel) -> None:
    header = table(panel).horizontalHeader()
    assert panel.table.differences.heading(3).endswith("▾")
    header.sectionClicked.emit(0)
    assert [texts(panel, row)[0] for row in range(4)] == ["Θ⁽¹⁾₁₀", "Θ⁽¹⁾₁₁", "Θ⁽¹⁾₁₂", "Θ⁽¹⁾₂₀"]
    header.sectionClicked.emit(1)
    sizes = [abs(float(texts(panel, row)[1].replace("−", "-"))) for row in range(17)]
    assert sizes == sorted(sizes, reverse=True)
    header.sectionClicked.emit(1)
    assert panel.table.differences.heading(1).endswith("▴")
    assert table(panel).model().rowCount(table(panel).model().index(0, 0)) == 0
    assert not QModelIndex().isValid()


def test_numbers_have_the_decimal_mark_of_the_language(qtbot: QtBot, session: Session) -> None:
    set_language("ru")
    panel = CheckPanel(session, DARK)
    shown(qtbot, panel)
    assert "," in texts(panel, 0)[1]
    assert "." not in texts(panel, 0)[1]


def test_training_with_a_mistake_chosen_is_bit_for_bit_that_without(qtbot: QtBot) -> None:
    """The sandbox: the same Θ comes out whatever this panel does beside the training."""
    session = Session("lecture")
    panel = CheckPanel(session, LIGHT)
    shown(qtbot, panel)
    session.training.set(lambda_=0.3)
    start = session.network.copy()
    session.training.toggle()

    def trained() -> bool:
        session.training.poll()
        choose(panel, MISTAKES[session.training.iteration % len(MISTAKES)])
        return session.training.iteration >= 2000

    qtbot.waitUntil(trained)
    session.training.finish_step()
    choose(panel, "wrong sign")
    assert "✗ Caught" in verdict(panel)
    data = session.data
    alone = Run(start, data.X_train, data.Y_train, settings=session.training.settings)
    while alone.iteration < session.training.iteration:
        alone.advance(session.training.iteration - alone.iteration)
    np.testing.assert_array_equal(session.network.parameters, alone.network.parameters)
    session.close()


def test_a_reason_is_only_given_where_it_holds(
    qtbot: QtBot, panel: CheckPanel, session: Session
) -> None:
    network = session.network.copy()
    for theta in network.theta:
        theta[:, 0] = 0.0
    session.use_network(network)
    session.training.set(lambda_=1.0)
    settle(qtbot, panel)
    choose(panel, "bias regularised")
    assert "Not to be seen here: the weights of the bias units are 0" in verdict(panel)
