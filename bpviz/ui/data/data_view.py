"""The data set: what it is about, its examples, and what the network makes of them."""

from __future__ import annotations

from dataclasses import fields
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bpviz.data import own
from bpviz.text import measured, translate
from bpviz.ui.counts import grouped
from bpviz.ui.plane import of_inputs
from bpviz.ui.theme import lay_on_surface
from bpviz.ui.watching import watch

from .examples import Examples
from .judgement import Judgement
from .pencil import Pencil
from .points import PointsCanvas
from .thumbnails import Thumbnails

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from bpviz.core import Array
    from bpviz.data import DataSet
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

_LOOKED_AT: Final = 2_000  # cells, by which the widths of columns are chosen
_PULL_ENDS: Final = 300  # ms without another number
_CLOSE: Final = 0.78  # of the text, for a table that a room looks at
_ROOMY: Final = 28  # lines of text that there must be room for, if much is to be read while drawing


class DataView(QWidget):
    """Title, examples and origin of the data set of the session.

    Pictures are shown as a grid, two inputs as a plane, others as a table of what was measured. A
    click shows the example everywhere. In the plane one can also draw points of one's own.

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
        lay_on_surface(self)
        self._session = session
        self._theme = theme
        self._data = session.data
        self._told = True  # whether it is said what the data are
        line = self.fontMetrics().height()
        self.about = _label()
        self.counts = _label(muted=True)
        self.pencil = Pencil(theme)
        self.origin = _label(muted=True)
        self._column = QVBoxLayout(self)
        gap = round(0.5 * line)
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(round(0.3 * line))
        self._column.addWidget(self.about)
        second = QHBoxLayout()
        second.addWidget(self.counts, 1)
        second.addWidget(self.pencil.toggle)
        self._column.addLayout(second)
        self._column.addWidget(self.pencil)
        self._column.addWidget(self.origin)
        self.judgement = Judgement(session, self)
        self.judgement.changed.connect(self._count)
        # Measuring columns takes long, and they should not jump: they wait until a pull has ended.
        self._fitting = QTimer(self, singleShot=True, interval=_PULL_ENDS)
        self._fitting.timeout.connect(self._fit_columns)
        self._show_data()
        self.pencil.toggled.connect(self._set_editing)
        self.pencil.cleared.connect(self._clear)
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.moment_changed, self._moment_changed)

    def _network_changed(self) -> None:
        before, data = self._data, self._session.data
        if data is before:
            return
        self.judgement.renew()
        if isinstance(self.body, PointsCanvas) and _in_a_plane(data):
            self._data = data
            self.body.show_section(of_inputs(data, 0, 1), hold=self.pencil.editing)
            self._describe()
        elif isinstance(self.body, QAbstractItemView) and _only_inputs_differ(before, data):
            self._data = data
            self._show_inputs(self.body)
        else:
            self._column.removeWidget(self.body)
            self.body.hide()
            if isinstance(self.body, QAbstractItemView):
                # Until it is gone it may still want to measure examples that there are no more.
                self.body.setModel(None)
            self.body.deleteLater()
            self._show_data()

    def _moment_changed(self) -> None:
        self._network_changed()  # an example changed by hand makes another data set
        self._show_example()

    def _show_data(self) -> None:
        """Show the data set there is now."""
        self._data = self._session.data
        self.body = self._body()
        self.body.setAccessibleName(translate("DataView", "Training examples"))
        self._column.insertWidget(3, self.body, 1)
        self._describe()
        self._show_example()

    def _show_inputs(self, items: QAbstractItemView) -> None:
        """Show other inputs of the same examples; one goes on looking at the same place."""
        examples = items.model()
        if isinstance(examples, Examples):
            examples.take(self._data)
        items.viewport().update()
        self._fitting.start()
        self._count()

    def _fit_columns(self) -> None:
        if isinstance(self.body, QTableView):
            header = self.body.horizontalHeader()
            header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)

    def _describe(self) -> None:
        """Say what the data are about."""
        data = self._data
        self.about.setText(f"<b>{escape(data.title)}.</b> {escape(data.description)}")
        source = translate("DataView", "Source: {source}").format(source=data.source)
        self.origin.setText(f"{data.scaling} {source}")
        drawable = _in_a_plane(data) and self.judgement.by_class
        if drawable:
            self.pencil.show_data(data)
        else:
            self.pencil.toggle.setChecked(False)
        self.pencil.toggle.setVisible(drawable)
        self._count()

    def _body(self) -> QWidget:
        """Return the view that suits the data."""
        data = self._data
        if _in_a_plane(data):
            points = PointsCanvas(self._session, self._theme, of_inputs(data, 0, 1))
            points.chosen.connect(self._choose)
            points.added.connect(self._add)
            points.removed.connect(self._remove)
            points.moved.connect(self._move)
            points.next_class.connect(self.pencil.choose_next)
            return points
        examples = Examples(self._session, self.judgement, self._theme)
        items: QAbstractItemView
        if data.picture is not None:
            items = Thumbnails(examples, data, self._theme)
        else:
            items = self._table(examples)
        examples.setParent(items)  # they are about these data and go with the view of them
        items.selectionModel().currentChanged.connect(self._current_changed)
        self.judgement.changed.connect(items.viewport().update)
        return items

    def _table(self, examples: Examples) -> QTableView:
        table = QTableView()
        table.setModel(examples)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows = min(50, max(1, _LOOKED_AT // examples.columnCount()))
        table.horizontalHeader().setResizeContentsPrecision(rows)
        table.verticalHeader().setDefaultSectionSize(round(1.6 * self.fontMetrics().height()))
        if not self._told:
            self._close_up(table)
        return table

    def _close_up(self, table: QTableView) -> None:
        """Write a table so small that more of its columns are seen at once."""
        font = table.font()
        font.setPointSizeF(_CLOSE * self.font().pointSizeF())
        table.setFont(font)
        # Where a style sheet is in force, a header is measured by its font and written in another.
        gap = round(0.2 * table.fontMetrics().height())
        table.setStyleSheet(
            f"QHeaderView {{ font-size: {font.pointSizeF()}pt; }}"
            f"QHeaderView::section, QTableView::item {{ padding: {gap // 2}px {gap}px; }}"
        )
        table.verticalHeader().setDefaultSectionSize(round(1.6 * table.fontMetrics().height()))

    @staticmethod
    def _leave_out_answers(table: QTableView) -> None:
        """Have no column for what the network says, where it would be cut off."""
        last = table.model().columnCount() - 1
        table.showColumn(last)
        table.setColumnHidden(last, table.horizontalHeader().length() > table.viewport().width())

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
        if isinstance(body, QAbstractItemView) and row != body.currentIndex().row():
            body.setCurrentIndex(body.model().index(row, 0))

    def _count(self) -> None:
        """Say how many examples there are, and how many the network gets wrong."""
        data = self._data
        parts = [translate("DataView", "{n} to learn from").format(n=grouped(len(data.train)))]
        if len(data.validation):
            held_back = grouped(len(data.validation))
            parts.append(translate("DataView", "{n} held back").format(n=held_back))
        if self.judgement.wrong is not None:
            wrong = grouped(self.judgement.wrong)
            parts.append(translate("DataView", "{n} wrong").format(n=wrong))
        error = self.judgement.error
        if error is not None:
            parts.append(translate("DataView", "RMS error {error}").format(error=measured(error)))
        self.counts.setText(" · ".join(parts))

    # --- drawing points -----------------------------------------------------------------------

    def _set_editing(self, editing: bool) -> None:
        self._share_room()
        if isinstance(self.body, PointsCanvas):
            self.body.set_editing(editing)
            if editing:
                self.body.setFocus()
            else:
                self.body.show_section(self.body.section)

    def _add(self, raw: Array) -> None:
        self._session.replace_examples(own.with_point(self._data, raw, self.pencil.label))
        self.pencil.say("")

    def _remove(self, row: int) -> None:
        if self._data.train.tolist() == [row]:
            self.pencil.say(translate("DataView", "One point to learn from has to stay."))
            return
        self._session.replace_examples(own.without_point(self._data, row))

    def _move(self, row: int, raw: Array) -> None:
        self._session.replace_examples(own.moved(self._data, row, raw), what=("moved", row))

    def _clear(self) -> None:
        row = int(self._data.train[self._session.example - 1])
        self._session.replace_examples(own.only_point(self._data, row))

    # --- as Qt sees it ------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Judge the examples now that somebody looks."""
        super().paintEvent(event)
        self.judgement.portions.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the examples where there is little."""
        super().resizeEvent(event)
        self._share_room()

    def face_room(self) -> None:
        """Say nothing about the data, where somebody is there who does."""
        self._told = False
        if isinstance(self.body, QTableView):
            self._close_up(self.body)
        self._share_room()

    def _share_room(self) -> None:
        lines = self.height() / self.fontMetrics().height()
        drawing = self.pencil.editing
        self.about.setVisible(self._told and (not drawing or lines > _ROOMY))
        self.origin.setVisible(self._told and lines > (_ROOMY if drawing else 18))
        self.counts.setVisible(lines > 10)
        if isinstance(self.body, QTableView) and not self._told:
            self._leave_out_answers(self.body)


def _in_a_plane(data: DataSet) -> bool:
    """Whether examples are points of a plane."""
    return data.picture is None and data.X.shape[1] == 2


def _only_inputs_differ(one: DataSet, other: DataSet) -> bool:
    """Whether a data set is another but for X, as when an example is changed by hand."""
    same = (getattr(one, f.name) is getattr(other, f.name) for f in fields(one) if f.name != "X")
    return all(same)


def _label(*, muted: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText if muted else Qt.TextFormat.RichText)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
