"""The dialog that makes a worksheet of the network and the example on screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bpviz.core import Network
from bpviz.export.worksheet import Worksheet, WorksheetError
from bpviz.text import translate
from bpviz.ui.fields import NumberField
from bpviz.ui.watching import watch
from bpviz.ui.writing import WritingDialog

from . import SUFFIXES, write_worksheet

if TYPE_CHECKING:
    from bpviz.session.session import Session

_LAMBDA: Final = 0.1  # where the session has 0: line 8 then has its two cases
_MOST_SEED: Final = 999_999


class WorksheetDialog(WritingDialog):
    """Asks which sheet, and writes it; it stays open, since the next student needs another seed.

    Parameters
    ----------
    session
        Whose network and example it is about.
    parent
        The window.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sheet: Worksheet | None = None  # the one described, if there can be one
        self._data = session.data  # that it is of
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.setObjectName("view.worksheet")
        title = translate("WorksheetDialog", "Make a worksheet")
        self.setWindowTitle(title)
        self.setAccessibleName(title)

        self.theta = _choice("choice.worksheet_theta", translate("WorksheetDialog", "Weights Θ"))
        self.theta.addItem(translate("WorksheetDialog", "Random, by the seed"), "seed")
        self.theta.addItem(translate("WorksheetDialog", "As on screen, rounded"), "screen")
        self.seed = _whole("number.worksheet_seed", translate("WorksheetDialog", "Seed"), 0)
        self.seed.setMaximum(_MOST_SEED)
        self.example = _whole("number.worksheet_example", translate("WorksheetDialog", "Example"))
        self.alpha = NumberField(
            "number.worksheet_alpha", translate("WorksheetDialog", "Learning rate"), "α = ", 1e-6
        )
        self.lambda_ = NumberField(
            "number.worksheet_lambda", translate("WorksheetDialog", "Regularisation"), "λ = ", 0.0
        )
        self.key = _choice("choice.worksheet_key", translate("WorksheetDialog", "Answer key"))
        self.key.addItem(translate("WorksheetDialog", "On pages of its own at the end"), "end")
        self.key.addItem(translate("WorksheetDialog", "In a file of its own"), "file")
        self.key.addItem(translate("WorksheetDialog", "None"), "none")
        self.paper = _choice("choice.worksheet_paper", translate("WorksheetDialog", "Paper"))
        self.paper.addItem("A4", "a4")
        self.paper.addItem("Letter", "letter")
        self.status.setObjectName("label.worksheet")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.save = QPushButton(translate("WorksheetDialog", "Save as …"))
        self.save.setObjectName("action.save_worksheet")
        self.save.setDefault(True)
        self._lay_out()

        for choice in (self.theta, self.key, self.paper):
            choice.currentIndexChanged.connect(self._describe)
        for field in (self.seed, self.example, self.alpha, self.lambda_):
            field.valueChanged.connect(self._describe)
        self.save.clicked.connect(self._ask)
        watch(self, session.network_changed, self._take_session)
        watch(self, session.moment_changed, self._follow)
        self._take_session()
        self.example.setValue(session.example)

    def _lay_out(self) -> None:
        form = QFormLayout()
        rates = QHBoxLayout()
        rates.addWidget(self.alpha)
        rates.addWidget(self.lambda_)
        form.addRow(translate("WorksheetDialog", "Weights Θ"), self.theta)
        form.addRow(translate("WorksheetDialog", "Seed"), self.seed)
        form.addRow(translate("WorksheetDialog", "Example"), self.example)
        form.addRow(translate("WorksheetDialog", "Rates"), rates)
        form.addRow(translate("WorksheetDialog", "Answer key"), self.key)
        form.addRow(translate("WorksheetDialog", "Paper"), self.paper)
        close = QPushButton(translate("WorksheetDialog", "Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.status)
        column.addStretch()
        column.addLayout(buttons)
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())

    # --- what is chosen ------------------------------------------------------------------------

    def _take_session(self) -> None:
        session = self._session
        self.seed.setValue(min(session.seed, _MOST_SEED))
        self.example.setMaximum(session.trace.m)
        self.alpha.show_value(session.trace.alpha)
        self.lambda_.show_value(session.trace.lambda_ or _LAMBDA)
        self._describe()

    def _follow(self) -> None:
        """Look anew at what is on screen and on the sheet: the data, and Θ if chosen so."""
        others = self._session.data is not self._data
        if self.isVisible() and (others or self.theta.currentData() == "screen"):
            self._describe()

    def sheet(self) -> Worksheet:
        """Return the worksheet chosen.

        Raises
        ------
        WorksheetError
            If there can be none; the sentence says why.
        """
        session, network = self._session, self._session.network
        seed = self.seed.value() if self.theta.currentData() == "seed" else None
        if seed is not None:
            network = Network(network.layers, network.hidden, network.output, network.cost, seed)
        return Worksheet.make(
            network,
            session.data,
            self.example.value(),
            lambda_=self.lambda_.value(),
            alpha=self.alpha.value(),
            seed=seed,
        )

    def _describe(self) -> None:
        """Say which sheet it will be, or why there can be none."""
        self.seed.setEnabled(self.theta.currentData() == "seed")
        self._data = self._session.data
        try:
            self._sheet = self.sheet()
            sentence = self._sheet.name
        except WorksheetError as error:
            self._sheet = None
            sentence = str(error)
        if not self.busy:
            self._tell(sentence)

    # --- writing -------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask where to; what is written is the sheet of now, whatever the window does meanwhile."""
        sheet = self._sheet
        if sheet is None:
            return
        dialog = QFileDialog(self, translate("WorksheetDialog", "Save the worksheet"), self._folder)
        dialog.setObjectName("dialog.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            translate("WorksheetDialog", "PDF, to print") + " (*.pdf)": "pdf",
            translate("WorksheetDialog", "Page for a browser") + " (*.html)": "html",
        }
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters[chosen]))
        number = f"-{sheet.seed}" if sheet.seed is not None else ""
        name = translate("WorksheetDialog", "worksheet")
        dialog.selectFile(f"{name}-{sheet.layers}{number}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.write(sheet, chosen))
        dialog.open()

    def write(self, sheet: Worksheet, chosen: str) -> None:
        """Write a worksheet, and its answer key beside it if that is to be a file of its own."""
        path = Path(chosen)
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(f"{path.name}.pdf")
        self._folder = str(path.parent)
        key, paper = self.key.currentData(), self.paper.currentData()
        beside = path.with_name(
            translate("WorksheetDialog", "{name}, answer key").format(name=path.stem) + path.suffix
        )
        self.save.setEnabled(False)
        self.status.setText(translate("WorksheetDialog", "Writing …"))

        def write() -> list[Path]:
            write_worksheet(sheet, path, paper=paper, with_key=key == "end")
            if key != "file":
                return [path]
            write_worksheet(sheet, beside, paper=paper, only_key=True)
            return [path, beside]

        self.in_background(path, write, self._written, self._tell)

    def _written(self, paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        sentence = translate("WorksheetDialog", "Written into {folder}: {names}")
        self._tell(sentence.format(folder=paths[0].parent, names=names))

    def _tell(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.save.setEnabled(self._sheet is not None)


def _choice(name: str, meaning: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    return made


def _whole(name: str, meaning: str, least: int = 1) -> QSpinBox:
    made = QSpinBox()
    made.setObjectName(name)
    made.setAccessibleName(meaning)
    made.setMinimum(least)
    return made
