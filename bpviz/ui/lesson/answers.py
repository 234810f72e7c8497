"""Ways to answer a question: a field, three signs, a unit of the picture, choices."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import MINUS, translate
from bpviz.ui.narrowing import taller_where_narrower
from bpviz.ui.prose import Prose, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from bpviz.ui.theme import Theme

_FIELD: Final = 8  # times the height of the text
_BETWEEN: Final = 0.25  # likewise, between two choices


class TypedAnswer(QWidget):
    """A field for a number, and the button that hands it in; Enter does so as well."""

    given = Signal(object)
    """What was typed, a str."""

    def __init__(self, meaning: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setObjectName("edit.answer")
        self.field.setAccessibleName(meaning)
        self.field.setToolTip(meaning)
        self.field.setMaximumWidth(_FIELD * self.fontMetrics().height())
        self.button = QPushButton(translate("Lesson", "Answer"))
        self.button.setObjectName("button.answer")
        self.button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        if hint:
            column.addWidget(QLabel(hint, wordWrap=True))
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        self.field.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        self.field.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)

    def _give(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self.given.emit(typed)


class ChosenAnswer(QWidget):
    """Some buttons, one of which is pressed."""

    given = Signal(object)
    """The value of the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: dict[QAbstractButton, object] = {}

    def press(self, value: object) -> None:
        """Press the button of a value, or none if it is None; nothing is given by that."""
        self._group.setExclusive(False)
        for button, own in self._values.items():
            button.setChecked(own == value)
        self._group.setExclusive(True)

    def _add(self, button: QPushButton, value: object) -> None:
        button.setCheckable(True)
        button.setObjectName(f"button.answer_{value}")
        self._group.addButton(button)
        self._values[button] = value
        button.clicked.connect(partial(self._give, value))

    def _give(self, value: object, _checked: bool = True) -> None:
        self.given.emit(value)


class SignAnswer(ChosenAnswer):
    """Minus, zero or plus; the value is −1, 0 or 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for value, sign, name in (
            (-1, MINUS, translate("Lesson", "negative")),
            (0, "0", translate("Lesson", "zero")),
            (1, "+", translate("Lesson", "positive")),
        ):
            button = QPushButton(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            self._add(button, value)
            row.addWidget(button)
        row.addStretch()


class ChoiceAnswer(ChosenAnswer):
    """Sentences below each other, or side by side where they are so short that a line holds all.

    The value is the number of the one chosen, from 1.
    """

    def __init__(self, choices: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[ProseButton] = []
        for number, choice in enumerate(choices, start=1):
            button = ProseButton(choice, theme, self)
            self._add(button, number)
            self._buttons.append(button)
        taller_where_narrower(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height that all choices take at a width, in pixels."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size with all choices side by side."""
        return QSize(self._width_beside(), self.heightForWidth(self._width_beside()))

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width there is."""
        return QSize(max((b.minimumSizeHint().width() for b in self._buttons), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every choice in its place."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Follow choices that have become larger: they are laid out, or text is larger."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.updateGeometry()
            self._place()
        return super().event(event)

    @property
    def _gap(self) -> int:
        return round(_BETWEEN * self.fontMetrics().height())

    def _width_beside(self) -> int:
        hints = [button.sizeHint().width() for button in self._buttons]
        return sum(hints) + self._gap * (len(hints) - 1)

    def _place(self) -> None:
        for button, place in zip(self._buttons, self._places(self.width()), strict=True):
            button.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        places, at = [], 0
        beside = self._width_beside() <= width
        tallest = max((b.heightForWidth(width) for b in self._buttons), default=0)
        for button in self._buttons:
            if beside:
                place = QRect(at, 0, button.sizeHint().width(), tallest)
                at = place.right() + 1 + self._gap
            else:
                place = QRect(0, at, width, button.heightForWidth(width))
                at = place.bottom() + 1 + self._gap
            places.append(place)
        return places


class ProseButton(QPushButton):
    """A button with a text in it that may have formulas and take several lines."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken(text))
        self.prose = Prose(theme, self)
        self.prose.set_text(text)
        self.prose.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.prose.settled.connect(self.updateGeometry)
        column = QVBoxLayout(self)
        edge = round(0.25 * self.fontMetrics().height())
        column.setContentsMargins(round(1.5 * edge), edge + 1, round(1.5 * edge), edge + 1)
        column.addWidget(self.prose)
        taller_where_narrower(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text takes at a width, and that of a button at least."""
        column = self.layout()
        text = column.totalHeightForWidth(width) if column is not None else 0
        return max(text, self.minimumHeight())  # the style sheet has set that

    def sizeHint(self) -> QSize:
        """Return the size of the text, and some room around it."""
        column = self.layout()
        return column.totalSizeHint() if column is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the text."""
        return QSize(self.prose.minimumSizeHint().width(), 0)
