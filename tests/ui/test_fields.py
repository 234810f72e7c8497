"""Typing what cannot be: the number stays, and the window says why."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication
from pytestqt.qtbot import QtBot

from bpviz.app import create_window
from bpviz.ui.fields import WholeField
from bpviz.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = create_window(["--data", "digits", "--language", "en", "--theme", "light"])
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def begin_to_type(window: MainWindow, name: str, text: str) -> QAbstractSpinBox:
    field = window.findChild(QAbstractSpinBox, name)
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    return field


def type_into(window: MainWindow, name: str, text: str) -> QAbstractSpinBox:
    field = begin_to_type(window, name, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("number.alpha", "0", "“0” cannot be α, which goes from 0.000001 to 10000."),
        ("number.alpha", "-3", "“-3” cannot be α, which goes from 0.000001 to 10000."),
        ("number.lambda", "1e9", "“1e9” cannot be λ, which goes from 0 to 10000."),
        ("number.example", "99999", "“99999” cannot be i, which goes from 1 to 1,438."),
        ("number.example", "0", "“0” cannot be i, which goes from 1 to 1,438."),
    ],
)
def test_what_is_out_of_range_is_refused_aloud(
    window: MainWindow, name: str, typed: str, sentence: str
) -> None:
    field = window.findChild(QAbstractSpinBox, name)
    assert field is not None
    before = field.text()
    type_into(window, name, typed)
    assert window.notice.isVisible()
    assert window.notice.accessibleName() == sentence
    assert field.text() == before


def test_what_fits_is_taken_without_a_word(window: MainWindow) -> None:
    type_into(window, "number.alpha", "0,25")
    field = type_into(window, "number.example", "1,438")
    assert window.session.training.alpha == 0.25
    assert window.session.example == 1438
    assert field.text() == "i = 1,438 of 1,438"
    assert not window.notice.isVisible()


def test_a_wrong_number_is_told_of_when_one_goes_elsewhere(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = window.findChild(WholeField, "number.example")
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2000")
    with qtbot.waitSignal(field.refused):
        window.setFocus()
    assert field.value() == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e-7, "0.0000001"), (2.5e-15, "2.50e-15"), (50_000.0, "50000"), (0.03, "0.03"), (0.0, "0")],
)
def test_a_field_shows_what_is_in_force(window: MainWindow, value: float, text: str) -> None:
    field = window.tools.lambda_
    window.session.training.set(lambda_=value)
    assert field.text() == f"λ = {text}"
    assert field.value() == value
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.session.training.lambda_ == value


def test_what_is_being_typed_stays_while_the_example_changes(window: MainWindow) -> None:
    session = window.session
    session.show_example(5)
    field = begin_to_type(window, "number.example", "1")
    for key in "23":
        session.show_example(session.example + 1)
        QTest.keyClicks(field, key)
    assert field.text() == "i = 123 of 1,438"
    assert session.example == 7
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.example == 123


@pytest.mark.parametrize("typed", ["1", "5000", ""])
def test_what_is_typed_is_compared_with_the_example_of_now(window: MainWindow, typed: str) -> None:
    session = window.session
    field = begin_to_type(window, "number.example", "12")
    session.show_example(7)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.example == (1 if typed == "1" else 7)
    assert field.text() == f"i = {session.example} of 1,438"


def test_what_is_being_typed_keeps_cursor_and_selection(window: MainWindow) -> None:
    field = begin_to_type(window, "number.example", "1234")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    window.session.show_example(2)
    QTest.keyClicks(field, "9")
    assert field.text() == "i = 1294 of 1,438"


def test_rates_that_are_being_typed_outlast_a_change_of_others(window: MainWindow) -> None:
    training = window.session.training
    training.set(optimizer="momentum")
    typed = {"number.alpha": "0.7", "number.lambda": "0.5", "number.momentum": "0.25"}
    for n, (name, text) in enumerate(typed.items()):
        field = begin_to_type(window, name, text)
        training.set(batch_size=10 + n)  # they all hear of it
        assert field.text().endswith(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    settings = training.settings
    assert (settings.alpha, settings.lambda_, settings.momentum) == (0.7, 0.5, 0.25)
    field = begin_to_type(window, "number.batch_size", "64")
    training.set(alpha=0.1)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert training.settings.batch_size == 64


def test_layers_that_are_being_typed_outlast_another_network(window: MainWindow) -> None:
    session, field = window.session, window.tools.layers
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "64-3")
    session.set_network((64, 9, 10))
    assert field.text() == "64-3"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "64-9-10"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "64-8")
    session.new_theta()
    QTest.keyClicks(field, "-10")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.network.layers == (64, 8, 10)
    session.set_network((64, 7, 10))
    assert field.text() == "64-7-10"


def test_a_menu_over_the_layers_confirms_nothing(window: MainWindow) -> None:
    field = window.tools.layers
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "64-")
    for reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
        QApplication.sendEvent(field, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
        assert field.text() == "64-"
        assert not window.notice.isVisible()
    QTest.keyClicks(field, "5-10")
    field.clearFocus()
    assert window.session.network.layers == (64, 5, 10)
