"""Questions: each way to answer, right and wrong, and what is said to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from bpviz.session import Unit
from bpviz.ui.lesson.answers import ChoiceAnswer, ProseButton
from bpviz.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpviz.core import Array

    from .conftest import Giving


def sigmoid(z: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-z)))


def truth() -> tuple[float, Array]:
    """Return δ⁽³⁾ and δ⁽²⁾ of the second example, x = (0, 1), y = 1, by hand."""
    first = np.array([[0.1, 0.2, -0.3], [-0.4, 0.5, 0.6]])
    last = np.array([0.7, -0.8, 0.9])
    a = sigmoid(first @ np.array([1.0, 0.0, 1.0]))
    h = sigmoid(last @ np.array([1.0, *a]))
    delta = float(h - 1.0)
    return delta, last[1:] * delta * a * (1 - a)


def verdict(giving: Giving) -> str:
    label = giving.find(QLabel, "label.verdict")
    giving.qtbot.waitUntil(label.isVisible)
    return label.text()


def told(giving: Giving) -> str:
    return giving.view.question.feedback.sentence.text()


def feedback_is_shown(giving: Giving) -> bool:
    return giving.find(QWidget, "view.feedback").isVisible()


def type_answer(giving: Giving, typed: str) -> None:
    field = giving.find(QLineEdit, "edit.answer")
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)


def click(giving: Giving, unit: Unit) -> None:
    network = giving.window.network
    at = QPointF(*network.scene.placement.centre(unit)).toPoint()
    QTest.mouseClick(network, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_no_question_no_box(giving: Giving) -> None:
    assert not giving.view.question.isVisible()
    giving.go(1)
    assert giving.view.question.isVisible()
    assert r"\delta" in giving.view.question.ask.text()
    assert not feedback_is_shown(giving)


def test_a_number(giving: Giving) -> None:
    giving.go(1)
    delta, _ = truth()
    type_answer(giving, "0.9")
    assert verdict(giving) == "Not so."
    type_answer(giving, f"{delta:.2f}")
    assert verdict(giving) == "Right."
    said = told(giving)
    assert r"\delta" in said
    assert f"{abs(delta):.4f}" in said
    assert said.endswith("Subtract.")


def test_what_is_no_number_is_no_answer(giving: Giving) -> None:
    giving.go(1)
    button = giving.find(QPushButton, "button.answer")
    assert not button.isEnabled()
    type_answer(giving, "many")
    objection = giving.find(QLabel, "label.objection")
    assert objection.isVisible()
    assert objection.text()
    assert not feedback_is_shown(giving)
    type_answer(giving, "-0,5")  # with a comma as well
    assert feedback_is_shown(giving)
    assert not objection.isVisible()


def test_keys_walk_again_after_an_answer_was_typed(giving: Giving) -> None:
    giving.go(1)
    type_answer(giving, "0.5")
    assert giving.window.focusWidget() is not giving.find(QLineEdit, "edit.answer")


def test_a_sign(giving: Giving) -> None:
    giving.go(2)
    giving.find(QPushButton, "button.answer_1").click()
    assert verdict(giving) == "Not so."
    giving.find(QPushButton, "button.answer_-1").click()
    assert verdict(giving) == "Right."
    assert giving.find(QPushButton, "button.answer_-1").isChecked()
    assert not giving.find(QPushButton, "button.answer_1").isChecked()
    assert giving.find(QPushButton, "button.answer_0").accessibleName() == "zero"


def test_the_unit_is_clicked_or_its_number_typed(giving: Giving) -> None:
    giving.go(3)
    _, delta = truth()
    best = int(np.abs(delta).argmax()) + 1
    click(giving, Unit(3, 1))  # of another layer: looked at, not answered
    assert not feedback_is_shown(giving)
    click(giving, Unit(2, 3 - best))
    assert verdict(giving) == "Not so."
    click(giving, Unit(2, best))
    assert verdict(giving) == "Right."
    type_answer(giving, str(3 - best))
    assert verdict(giving) == "Not so."
    type_answer(giving, "7")
    assert giving.find(QLabel, "label.objection").isVisible()


def test_choices(giving: Giving) -> None:
    giving.go(4)
    third, second = (giving.find(ProseButton, f"button.answer_{n}") for n in (3, 2))
    assert second.accessibleName() == "second a_1"
    third.click()
    assert verdict(giving) == "Not so."
    assert told(giving).startswith("The right answer: second $a_1$")
    second.click()
    assert verdict(giving) == "Right."
    assert told(giving) == "So."
    giving.window.set_look(replace(giving.window.look, theme="dark"))
    view = giving.window.docks["dock.lesson"].findChild(QWidget, "view.question")
    assert view is not None
    buttons = view.findChildren(ProseButton)
    pressed = [button.objectName() for button in buttons if button.isChecked()]
    assert pressed == ["button.answer_2"]


def test_short_choices_stand_side_by_side_long_ones_below_each_other(qtbot: QtBot) -> None:
    answer = ChoiceAnswer(["5 × 5", "$a_1$", "$\\frac{1}{2}$"], LIGHT)
    qtbot.addWidget(answer)
    answer.resize(400, answer.heightForWidth(400))
    answer.show()
    buttons = answer.findChildren(ProseButton)
    qtbot.waitUntil(lambda: all(button.prose.is_settled() for button in buttons), timeout=10_000)
    QApplication.processEvents()
    answer.resize(400, answer.heightForWidth(400))
    places = [button.geometry() for button in buttons]
    assert len({place.top() for place in places}) == 1
    assert places[0].right() < places[1].left() < places[1].right() < places[2].left()
    assert all(answer.rect().contains(place) for place in places)
    assert all(button.prose.height() >= button.prose.heightForWidth(200) for button in buttons)
    narrow = sum(place.width() for place in places) - 1
    answer.resize(narrow, answer.heightForWidth(narrow))
    places = [button.geometry() for button in buttons]
    assert {(place.left(), place.width()) for place in places} == {(0, narrow)}
    assert places[0].bottom() < places[1].top() < places[1].bottom() < places[2].top()
    assert all(answer.rect().contains(place) for place in places)
    answer.close()


def test_going_on_and_back_asks_anew(giving: Giving) -> None:
    giving.go(2)
    giving.find(QPushButton, "button.answer_-1").click()
    giving.press(Qt.Key.Key_PageDown)
    assert not feedback_is_shown(giving)
    giving.press(Qt.Key.Key_PageUp)
    assert not feedback_is_shown(giving)
    assert not giving.find(QPushButton, "button.answer_-1").isChecked()
    giving.find(QPushButton, "button.answer_-1").click()
    giving.teaching.go(2)  # the same once more
    giving.settle()
    assert not giving.find(QPushButton, "button.answer_-1").isChecked()


def test_feedback_outlives_another_theme(giving: Giving) -> None:
    giving.go(2)
    giving.find(QPushButton, "button.answer_1").click()
    giving.window.set_look(replace(giving.window.look, theme="dark"))
    giving.settle()
    giving.qtbot.waitUntil(lambda: feedback_is_shown(giving))
    assert verdict(giving) == "Not so."


def test_what_is_said_to_an_answer_comes_into_view(giving: Giving) -> None:
    giving.window.set_look(replace(giving.window.look, text_scale=2.0))
    giving.window.resize(1280, 720)
    giving.go(1)
    bar = giving.find(QScrollArea, "scroll.lesson").verticalScrollBar()
    giving.qtbot.waitUntil(lambda: bar.value() == 0)
    type_answer(giving, "0.5")
    sentence = giving.view.question.feedback.sentence
    giving.qtbot.waitUntil(sentence.is_settled, timeout=10_000)
    giving.qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() > 0)
    label, port = giving.find(QLabel, "label.verdict"), giving.find(QScrollArea, "scroll.lesson")
    giving.qtbot.waitUntil(
        lambda: 0 <= label.mapTo(port, QPoint()).y() <= port.height() - label.height()
    )
