"""What else can be done with the curves: choose a run, play it back, export all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.session.training import Training


class RunsMenu(QMenu):
    """The runs there are when it is opened, the present one ticked.

    Attributes
    ----------
    play_back, export
        Its other actions.
    """

    def __init__(self, training: Training, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("menu.runs")
        self._training = training
        self._runs = QActionGroup(self)
        self._end_of_runs = self.addSeparator()
        self.play_back = QAction(translate("CostPlot", "Play training back"), self)
        self.play_back.setObjectName("action.play_back")
        self.export = QAction(translate("CostPlot", "Export CSV…"), self)
        self.export.setObjectName("action.export_csv")
        self.addActions([self.play_back, self.export])
        self.aboutToShow.connect(self.list_runs)
        self._runs.triggered.connect(self._choose)

    def list_runs(self) -> None:
        """Offer the runs of now."""
        for old in self._runs.actions():
            self.removeAction(old)
            self._runs.removeAction(old)
            old.deleteLater()
        for run in self._training.runs:
            action = QAction(run.name, self._runs)
            action.setCheckable(True)
            action.setChecked(run is self._training.run)
            action.setData(ref(run))  # others may have come when it is chosen
            self.insertAction(self._end_of_runs, action)
        self.play_back.setEnabled(len(self._training.history) > 1)

    def _choose(self, action: QAction) -> None:
        run = action.data()()
        if run is not None:
            self._training.select(run)
