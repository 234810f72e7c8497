"""The row with which one begins to draw points, and chooses their class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import qtawesome
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QVBoxLayout, QWidget
from superqt import QFlowLayout

from bpviz.text import translate
from bpviz.ui.classes import class_names
from bpviz.ui.plane.answers import Answers
from bpviz.ui.plane.marks import Marks

if TYPE_CHECKING:
    from bpviz.data import DataSet
    from bpviz.ui.theme import Theme


class Pencil(QWidget):
    """While drawing: the class of new points, a clean sheet, and how it is done.

    Parameters
    ----------
    theme
        Colours.

    Attributes
    ----------
    toggle
        The button that begins to draw and ends it; it stands elsewhere.
    label
        Class that new points belong to, from 0.

    Signals
    -------
    toggled
        Whether points can be drawn now.
    cleared
        A person wants to begin with an empty sheet.
    """

    toggled = Signal(bool)
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.label = 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = QFlowLayout()
        line = self.fontMetrics().height()
        self._row.setHorizontalSpacing(round(0.3 * line))
        self._row.setVerticalSpacing(0)
        self._side = QSize(line, line)
        words = translate("DataView", "Draw points")
        self.toggle = self._button("button.edit_points", "")
        self.toggle.setAccessibleName(words)
        self.toggle.setToolTip(words)
        self.toggle.setIcon(
            qtawesome.icon("mdi6.pencil-outline", color=theme.muted, color_on=theme.accent)
        )
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_editing)
        self.toggle.toggled.connect(self.toggled)
        self.clear = self._button("button.clear_points", translate("DataView", "Clear"))
        self.clear.setToolTip(
            translate("DataView", "Begin with an empty sheet; the example on screen stays")
        )
        self.clear.setIcon(qtawesome.icon("mdi6.eraser", color=theme.muted))
        self.clear.clicked.connect(self.cleared)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)
        self.classes: list[QToolButton] = []
        self.hint = QLabel()
        self.hint.setObjectName("label.edit_points")
        self.hint.setWordWrap(True)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._row.addWidget(self.clear)
        column.addLayout(self._row)
        column.addWidget(self.hint)
        self.say("")
        self._show_editing(editing=False)

    @property
    def editing(self) -> bool:
        """Whether points can be drawn now."""
        return self.toggle.isChecked()

    def show_data(self, data: DataSet) -> None:
        """Offer the classes of a data set."""
        names = list(class_names(data))
        if names == [button.text() for button in self.classes]:
            return
        for button in self.classes:
            self._row.removeWidget(button)
            button.deleteLater()
        self._row.removeWidget(self.clear)
        marks = Marks(data, Answers(data, self._theme), self._theme, self.font())
        self.classes = []
        for label, name in enumerate(names):
            button = self._button(f"choice.class_{label}", name)
            button.setCheckable(True)
            button.setIcon(self._icon(marks, label))
            self._group.addButton(button, label)
            self._row.addWidget(button)
            self.classes.append(button)
        self._row.addWidget(self.clear)
        self._choose(min(self.label, len(names) - 1))

    def choose_next(self) -> None:
        """Let new points belong to the next class."""
        self._choose((self.label + 1) % len(self.classes))

    def say(self, sentence: str) -> None:
        """Say what has happened; with nothing to say, how to draw."""
        self.hint.setText(
            sentence
            or translate("DataView", "Click: add · drag: move · right click: remove · Ctrl+Z: undo")
        )

    def _choose(self, label: int) -> None:
        self.label = label
        self.classes[label].setChecked(True)

    def _show_editing(self, editing: bool) -> None:
        self.setVisible(editing)
        self.say("")

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(self._side)
        pad = round(0.2 * self._side.height())
        button.setStyleSheet(
            f"QToolButton {{ padding: {pad}px }} QToolButton:focus {{ padding: {pad - 1}px }}"
        )
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _icon(self, marks: Marks, label: int) -> QIcon:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self._side * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self._side.width() / 2, self._side.height() / 2)
        marks.draw(painter, middle, label)
        painter.end()
        return QIcon(picture)
