"""The data set: what it is about, its examples, and what the network makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate
from bpviz.ui.counts import grouped
from bpviz.ui.watching import watch

from .examples import Examples
from .judgement import Judgement
from .scatter import Scatter
from .thumbnails import Thumbnails

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme


class DataView(QWidget):
    """Title, examples and origin of the data set of the session.

    Pictures are shown as a grid, two inputs as a plane, others as a table of what was measured. A
    click shows the example everywhere.

    Parameters
    ----------
    session
        Whose data.
    theme
        Colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.data")
        self.setAccessibleName(translate("DataView", "The data set"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # a dock's style has its say
        self._session = session
        self._theme = theme
        self._data = session.data
        line = self.fontMetrics().height()
        self.about = _label()
        self.counts = _label(muted=True)
        self.origin = _label(muted=True)
        self._column = QVBoxLayout(self)
        gap = round(0.5 * line)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(round(0.3 * line))
        self._column.addWidget(self.about)
        self._column.addWidget(self.counts)
        self._column.addWidget(self.origin)
        self._show_data()
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.moment_changed, self._moment_changed)

    def _network_changed(self) -> None:
        if self._session.data is not self._data:
            self._column.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
            self._show_data()

    def _moment_changed(self) -> None:
        self._network_changed()  # an example changed by hand makes another data set
        self._show_example()

    def _show_data(self) -> None:
        """Show the data set there is now."""
        data = self._data = self._session.data
        self.about.setText(f"<b>{data.title}.</b> {data.description}")
        source = translate("DataView", "Source: {source}").format(source=data.source)
        self.origin.setText(f"{data.scaling} {source}")
        self.judgement = Judgement(self._session)
        self.judgement.refresh()
        self.judgement.changed.connect(self._count)
        self.judgement.awake = self.isVisible()
        self.examples = Examples(self._session, self.judgement, self._theme)
        self.body = self._body()
        # They are about these data and go with the view of them.
        self.examples.setParent(self.body)
        self.judgement.setParent(self.body)
        self.body.setAccessibleName(translate("DataView", "Training examples"))
        self._column.insertWidget(2, self.body, 1)
        self._count()
        self._show_example()

    def _body(self) -> QWidget:
        """Return the view that suits the data."""
        data = self._data
        if data.picture is None and data.X.shape[1] == 2:
            scatter = Scatter(self._session, self.examples, self.judgement, self._theme)
            scatter.chosen.connect(self._choose)
            return scatter
        items: QAbstractItemView
        if data.picture is not None:
            items = Thumbnails(self.examples, data, self._theme)
        else:
            items = self._table()
        items.selectionModel().currentChanged.connect(self._current_changed)
        self.judgement.changed.connect(items.viewport().update)
        return items

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.examples)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setResizeContentsPrecision(50)
        table.verticalHeader().setDefaultSectionSize(round(1.6 * self.fontMetrics().height()))
        return table

    def _choose(self, row: int) -> None:
        self._session.show_example(row + 1)

    def _current_changed(self, index: QModelIndex) -> None:
        # Line 8 comes after the last example; that this is marked then is nobody's choice.
        if index.row() != self._session.example - 1:
            self._choose(index.row())

    def _show_example(self) -> None:
        """Mark the example on screen."""
        row = self._session.example - 1
        body = self.body
        if isinstance(body, Scatter):
            if row != body.current:
                body.set_current(row)
        elif isinstance(body, QAbstractItemView) and row != body.currentIndex().row():
            body.setCurrentIndex(self.examples.index(row, 0))

    def _count(self) -> None:
        """Say how many examples there are, and how many the network gets wrong."""
        data = self._data
        parts = [translate("DataView", "{n} to learn from").format(n=grouped(len(data.train)))]
        if len(data.validation):
            held_back = grouped(len(data.validation))
            parts.append(translate("DataView", "{n} held back").format(n=held_back))
        wrong = grouped(self.judgement.wrong)
        parts.append(translate("DataView", "{n} wrong").format(n=wrong))
        self.counts.setText(" · ".join(parts))

    # --- only while somebody looks ----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self.judgement.awake = True
        self.judgement.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.judgement.awake = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the examples where there is little."""
        super().resizeEvent(event)
        lines = self.height() / self.fontMetrics().height()
        self.origin.setVisible(lines > 18)
        self.counts.setVisible(lines > 10)


def _label(*, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText if muted else Qt.TextFormat.RichText)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
