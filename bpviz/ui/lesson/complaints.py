"""What is wrong with a lesson file, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bpviz.lessons import Complaint

_SIZE: Final = (34, 18)  # times the height of the text


class ComplaintsDialog(QDialog):
    """Says what has to be mended before a lesson can be given."""

    def __init__(self, path: Path, complaints: Sequence[Complaint], parent: QWidget) -> None:
        super().__init__(parent)
        self._text = "\n".join(f"{path.name}:{c.line}: {c.sentence}" for c in complaints)
        self.setObjectName("dialog.complaints")
        self.setWindowTitle(translate("Lesson", "This lesson cannot be given yet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(wordWrap=True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        sentence = translate("Lesson", "This has to be mended in “{file}” first:")
        said.setText(sentence.replace("{file}", path.name))
        self.table = self._table(complaints)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(
            translate("Lesson", "Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        copy.setObjectName("action.copy_complaints")
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        unit = self.fontMetrics().height()
        self.resize(QSize(_SIZE[0] * unit, _SIZE[1] * unit))

    def _table(self, complaints: Sequence[Complaint]) -> QTableWidget:
        table = QTableWidget(len(complaints), 2)
        table.setObjectName("table.complaints")
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [translate("Lesson", "Line"), translate("Lesson", "What is wrong")]
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        top = Qt.AlignmentFlag.AlignTop
        for row, complaint in enumerate(complaints):
            line = QTableWidgetItem(str(complaint.line))
            line.setTextAlignment(top | Qt.AlignmentFlag.AlignRight)
            said = QTableWidgetItem(complaint.sentence)
            said.setTextAlignment(top | Qt.AlignmentFlag.AlignLeft)
            table.setItem(row, 0, line)
            table.setItem(row, 1, said)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
