"""A question, the way to answer it, and how the true answer comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bpviz.session import Unit
from bpviz.text import translate
from bpviz.ui.prose import Prose
from bpviz.ui.watching import watch

from .answers import ChoiceAnswer, ChosenAnswer, SignAnswer, TypedAnswer

if TYPE_CHECKING:
    from bpviz.lessons import Feedback, Question, Teaching
    from bpviz.ui.theme import Theme

Answer = TypedAnswer | SignAnswer | ChoiceAnswer


class QuestionView(QFrame):
    """The question of the scene on screen; hidden where there is none."""

    def __init__(self, teaching: Teaching, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.question")
        self.setAccessibleName(translate("Lesson", "Question"))
        self._teaching = teaching
        self._theme = theme
        self._shown: tuple[Question | None, tuple[str, ...]] = (None, ())
        self._answer: Answer | None = None
        self.ask = Prose(theme)
        self.ask.setObjectName("text.question")
        self._objection = QLabel(wordWrap=True)
        self._objection.setObjectName("label.objection")
        self._objection.setTextFormat(Qt.TextFormat.PlainText)
        self._objection.hide()
        self.feedback = FeedbackView(theme)
        self._column = QVBoxLayout(self)
        edge = round(0.45 * self.fontMetrics().height())
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(edge)
        self._column.addWidget(self.ask)
        self._column.addWidget(self._objection)
        self._column.addWidget(self.feedback)
        self.setStyleSheet(
            f"#{self.objectName().replace('.', chr(92) + '.')} {{ background: {theme.background};"
            f" border: 1px solid {theme.hairline}; border-radius: {edge // 2}px; }}"
        )
        watch(self, teaching.answered, self.refresh)
        watch(self, teaching.session.selection_changed, self._selected)

    def refresh(self) -> None:
        """Show the question of the scene on screen, and what came of the answer."""
        teaching = self._teaching
        scene = teaching.scene
        question = None if scene is None else scene.question
        choices = teaching.choices() if question is not None else ()
        if (question, choices) != self._shown:
            self._shown = question, choices
            self._replace_answer(question, choices)
        self.setVisible(question is not None)
        self.setEnabled(not teaching.preparing)
        if question is not None:
            self.ask.set_text(teaching.ask())
            self.feedback.show_feedback(teaching.given, question)
            if isinstance(self._answer, ChosenAnswer):
                self._answer.press(teaching.given.answer if teaching.given else None)

    def _replace_answer(self, question: Question | None, choices: tuple[str, ...]) -> None:
        if self._answer is not None:
            self._column.removeWidget(self._answer)
            self._answer.hide()
            self._answer.deleteLater()
            self._answer = None
        self._objection.hide()
        if question is None:
            return
        if question.kind == "sign":
            answer: Answer = SignAnswer()
        elif question.kind == "choices":
            answer = ChoiceAnswer(choices, self._theme)
        elif question.kind == "largest":
            hint = translate("Lesson", "Click it in the network, or type its number:")
            answer = TypedAnswer(translate("Lesson", "Number of the unit"), hint)
        else:
            answer = TypedAnswer(translate("Lesson", "A number"))
        answer.given.connect(self._give)
        self._column.insertWidget(1, answer)
        self._answer = answer

    def _give(self, value: str | int | Unit) -> None:
        """Hand an answer in, or say why it is none."""
        try:
            self._teaching.answer(value)
        except ValueError as error:
            self._objection.setText(str(error))
            self._objection.show()
        else:
            self._objection.hide()
            typing = self.focusWidget()
            if typing is not None:
                typing.clearFocus()  # from now on the keys walk and turn pages again

    def _selected(self) -> None:
        """Take the unit that somebody clicks in the network for the answer."""
        question, session = self._shown[0], self._teaching.session
        unit = session.selection
        if question is None or question.kind != "largest" or not isinstance(unit, Unit):
            return
        asked = question.quantity
        if self.isVisible() and asked is not None and unit.layer == asked.layer(session.network):
            self._give(unit)


class FeedbackView(QWidget):
    """Whether an answer is right, how the true value comes about, and why."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.feedback")
        self._theme = theme
        self._sign = QLabel()
        self.verdict = QLabel()
        self.verdict.setObjectName("label.verdict")
        self.sentence = Prose(theme)
        self.sentence.setObjectName("text.feedback")
        row = QHBoxLayout()
        row.addWidget(self._sign)
        row.addWidget(self.verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.sentence)
        self.hide()

    def show_feedback(self, feedback: Feedback | None, question: Question) -> None:
        """Show what came of an answer; nothing before there is one."""
        self.setVisible(feedback is not None)
        if feedback is None:
            return
        theme = self._theme
        right = feedback.right
        picture = "mdi6.check-circle-outline" if right else "mdi6.close-circle-outline"
        colour = theme.positive if right else theme.negative
        size = round(1.2 * self.fontMetrics().height())
        self._sign.setPixmap(qtawesome.icon(picture, color=colour).pixmap(size, size))
        font = self.font()
        font.setBold(True)
        self.verdict.setFont(font)
        self.verdict.setText(
            translate("Lesson", "Right.") if right else translate("Lesson", "Not so.")
        )
        told = feedback.sentence
        if question.kind == "choices":  # one who has chosen it need not be told what it is
            answer = translate("Lesson", "The right answer: {answer}")
            told = "" if right else answer.replace("{answer}", told)
        self.sentence.set_text("\n\n".join(filter(None, (told, feedback.why))))
        self.sentence.setVisible(bool(self.sentence.text()))
