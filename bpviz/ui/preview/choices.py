"""The choices there are about a file, each with what was found out as its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from bpviz.data.files.dialect import DELIMITERS, delimiter_name
from bpviz.text import translate
from bpviz.ui.short_choice import ShortChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .look import Look

_LETTERS = 18
_ROWS = 4


class Choices(QWidget):
    """A form.

    Parameters
    ----------
    is_text
        Whether the file is a table of text, which may be read in another way.

    Signals
    -------
    chosen
        Other arguments of `Preview.choose`, by name.
    reread
        The file is to be read with this delimiter, and with its first line as names or not.
    """

    chosen = Signal(dict)
    reread = Signal(str, bool)

    def __init__(self, *, is_text: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self.fontMetrics().height())
        self._count = 0
        self._names_of: dict[QWidget, QLabel] = {}
        self.delimiter = _combo("choice.delimiter", translate("Preview", "Columns set apart by"))
        for mark in DELIMITERS:
            self.delimiter.addItem(delimiter_name(mark), mark)
        self.header = QCheckBox(translate("Preview", "The first line names the columns"))
        self.header.setObjectName("choice.header")
        for field in (self.delimiter, self.header):
            if is_text:
                self._add(field)
            else:
                field.setParent(self)
                field.hide()
        self.target = _combo("choice.target", translate("Preview", "To be learnt"))
        self.task = _combo("choice.task", translate("Preview", "It is"))
        self.task.addItem(translate("Preview", "a class"), "classes")
        self.task.addItem(translate("Preview", "a number"), "numbers")
        self.picture = _combo("choice.picture", translate("Preview", "The inputs are"))
        self.picture.addItem(translate("Preview", "numbers of their own"), (False, None))
        self.picture.addItem(translate("Preview", "a picture, row by row"), (True, False))
        self.picture.addItem(translate("Preview", "a picture, column by column"), (True, True))
        self.missing = _combo("choice.missing", translate("Preview", "Missing inputs"))
        self.missing.addItem(translate("Preview", "leave their rows out"), "leave out")
        self.missing.addItem(translate("Preview", "put the mean there"), "mean")
        self.held_back = QSpinBox()
        self.held_back.setObjectName("number.held_back")
        self.held_back.setAccessibleName(translate("Preview", "Held back for validation"))
        self.held_back.setRange(0, 50)
        self.held_back.setSuffix(" %")
        self.held_back.setKeyboardTracking(False)
        self.scaled = QCheckBox(translate("Preview", "Scale what needs it"))
        self.scaled.setObjectName("choice.scaled")
        for each in (self.target, self.task, self.missing, self.held_back):
            self._add(each)
        self._add(self.scaled)
        self._add(self.picture)
        self._names: Sequence[str] = ()
        self._connect()

    def _add(self, field: QWidget) -> None:
        """Put a field into the next place, after its name if it does not bear one."""
        row, column = self._count % _ROWS, 2 * (self._count // _ROWS)
        self._count += 1
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(field, QCheckBox):
            self._grid.addWidget(field, row, column, 1, 2)
            return
        name = self._names_of[field] = QLabel(field.accessibleName())
        name.setBuddy(field)
        self._grid.addWidget(name, row, column)
        self._grid.addWidget(field, row, column + 1)
        self._grid.setColumnStretch(column + 1, 1)

    def _connect(self) -> None:
        def tell(**choices: Any) -> None:
            self.chosen.emit(choices)

        def read_again() -> None:
            self.reread.emit(self.delimiter.currentData(), self.header.isChecked())

        def show_picture() -> None:
            picture, by_columns = self.picture.currentData()
            tell(picture=picture, by_columns=by_columns)

        self.delimiter.activated.connect(read_again)
        self.header.clicked.connect(read_again)
        self.target.activated.connect(lambda: tell(target=self.target.currentIndex()))
        self.task.activated.connect(lambda: tell(task=self.task.currentData()))
        self.missing.activated.connect(lambda: tell(missing=self.missing.currentData()))
        self.held_back.valueChanged.connect(lambda share: tell(held_back=share / 100))
        self.scaled.clicked.connect(lambda scaled: tell(scaled=scaled))
        self.picture.activated.connect(show_picture)

    def show_look(self, look: Look) -> None:
        """Show the choices in force."""
        preview, table = look.preview, look.preview.table
        self.delimiter.setCurrentIndex(self.delimiter.findData(table.delimiter))
        self.header.setChecked(table.named)
        one = len(preview.targets) == 1
        names = table.names if one else (preview.topic,)
        if names is not self._names:
            self._names = names
            self.target.clear()
            self.target.addItems(names)
        self.target.setCurrentIndex(preview.targets[0] if one else 0)
        self.target.setEnabled(one)
        self.task.setCurrentIndex(self.task.findData(look.task))
        self.task.setEnabled(look.task_is_open)
        self.task.setToolTip(
            "" if look.task_is_open else translate("Preview", "What it holds leaves no choice.")
        )
        self.missing.setCurrentIndex(self.missing.findData("mean" if look.fills else "leave out"))
        self.missing.setEnabled(look.gaps > 0)
        self.missing.setToolTip("" if look.gaps else translate("Preview", "No input is missing."))
        with QSignalBlocker(self.held_back):
            self.held_back.setValue(round(100 * preview.held_back))
        self.scaled.setChecked(preview.scaled)
        self._show_picture(look)

    def _show_picture(self, look: Look) -> None:
        preview = look.preview
        self.picture.setVisible(look.may_be_picture)
        self._names_of[self.picture].setVisible(look.may_be_picture)
        is_picture = preview.inputs.picture is not None
        self.picture.setCurrentIndex(1 + preview.turned if is_picture else 0)


def _combo(name: str, meaning: str) -> QComboBox:
    combo = ShortChoice(name, meaning, _LETTERS)
    combo.setToolTip("")
    return combo
