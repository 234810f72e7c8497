"""Which class is taken for which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import percent, translate
from bpviz.ui.counts import grouped
from bpviz.ui.portions import Portions
from bpviz.ui.short_choice import ShortChoice
from bpviz.ui.watching import watch

from .confusion import Confusion
from .judging import judge, nothing_judged
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

    from bpviz.core import Network
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut


class ConfusionPage(Page):
    """The confusion matrix of the training examples, or of those held back."""

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self._judged: Network | None = None
        self.which = ShortChoice(
            "choice.examples", translate("LearntPanel", "Which examples are counted"), 12
        )
        self.which.addItem(translate("LearntPanel", "Training examples"), "train")
        self.which.addItem(translate("LearntPanel", "Held back"), "validation")
        self.accuracy = QLabel()
        self.accuracy.setObjectName("label.accuracy")
        self.table = _Table(self)
        self.readout = QLabel()
        self.readout.setObjectName("label.confusion")
        self.readout.setWordWrap(True)
        self.readout.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.portions = Portions(self.table.viewport(), self._work, finest=0)
        self.table.portions = self.portions
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addWidget(self.accuracy, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(0.3 * self.fontMetrics().height()))
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.readout)
        self.which.activated.connect(self._count_others)
        self.table.clicked.connect(self._pick)
        self.table.activated.connect(self._pick)
        self.renew()
        watch(self, session.moment_changed, self._moment_changed)

    def sentence(self) -> str:
        """Say what is to be seen."""
        return translate(
            "LearntPanel",
            "Row: the true class; column: what the network says; right answers lie on the "
            "diagonal. Click a number for its first example.",
        )

    def renew(self) -> None:
        """Count other data."""
        data = self._session.data
        self.model = Confusion(data, self._theme, self.table)
        self.table.show_model(self.model)
        self.which.setVisible(len(data.validation) > 0)
        if not len(data.validation):
            self.which.setCurrentIndex(0)
        self.readout.clear()
        self.portions.ask(afresh=True)

    @property
    def of_training(self) -> bool:
        """Whether training examples are counted."""
        return bool(self.which.currentData() == "train")

    def _work(self, detail: int) -> Iterator[None]:
        del detail
        network, data, model = self._session.trace.network, self._session.data, self.model
        if self.of_training:
            rows, X, Y = data.train, data.X_train, data.Y_train
        else:
            rows, X, Y = data.validation, data.X_validation, data.Y_validation
        judged = nothing_judged(len(rows))
        yield from judge(network, X, Y, judged)
        self._judged = network
        if model.take(data.labels[rows], judged.said):
            self._show()

    def _show(self) -> None:
        share = percent(self.model.accuracy)
        self.accuracy.setText(translate("LearntPanel", "{share} right").format(share=share))
        self.table.viewport().update()

    def _count_others(self) -> None:
        self.readout.clear()
        self.portions.ask(afresh=True)

    def _pick(self, index: QModelIndex) -> None:
        label, said = index.row(), index.column()
        first = self.model.first(label, said)
        text = self.model.sentence(label, said)
        if first is not None:
            i = grouped(first + 1)
            if self.of_training:
                words = translate("LearntPanel", "{sentence}; the first is example {i}.")
                self._session.show_example(first + 1)
            else:
                words = translate(
                    "LearntPanel",
                    "{sentence}; the first is number {i} of those held back, through which no "
                    "pass walks.",
                )
            text = words.format(sentence=text, i=i)
        self.readout.setText(text)

    def _moment_changed(self) -> None:
        if self._session.trace.network is not self._judged:
            self.portions.ask()


class _Table(QTableView):
    """The numbers, all columns of one width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.portions: Portions | None = None
        self.setObjectName("learnt.confusion")
        self.setAccessibleName(translate("LearntPanel", "Confusion matrix"))
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to walking
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(_Painter(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(8)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_model(self, model: Confusion) -> None:
        """Show another matrix."""
        before = self.model()
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        metrics = self.fontMetrics()
        widest = (
            max(metrics.horizontalAdvance(name) for name in model.names) + 1.4 * metrics.height()
        )
        self.verticalHeader().setFixedWidth(round(min(widest, 9 * metrics.height())))
        self._share_room()

    def _share_room(self) -> None:
        """Give each class the same share of the room, if that is enough to read."""
        model = self.model()
        if not isinstance(model, Confusion):
            return
        metrics, K = self.fontMetrics(), model.classes
        least = round(metrics.horizontalAdvance("000") + 0.15 * metrics.height())
        room = self.viewport().size()
        most = 6 * metrics.height()
        self.horizontalHeader().setDefaultSectionSize(
            min(max(least, (room.width() - 1) // K), most)
        )
        least = round(1.15 * metrics.height())
        self.verticalHeader().setDefaultSectionSize(
            min(max(least, (room.height() - 1) // K), most // 2)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another room."""
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers, and renew them."""
        if self.portions is not None:
            self.portions.look()
        super().paintEvent(event)


class _Painter(QStyledItemDelegate):
    """Draws a number upon its colour: Qt's own way would take the time of ten."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell, framed where the keyboard is or the pointer."""
        model = index.model()
        if not isinstance(model, Confusion):
            return
        ground, ink = model.colours(index.row(), index.column())
        box: QRect = option.rect
        painter.fillRect(box, ground)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        focus = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver
        if option.state & focus:
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
