"""The algorithm as the lecture writes it, with the line of the moment lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from bpviz.session.selection import Line as LitLine
from bpviz.text import translate
from bpviz.trace.formula import Formula, count, op, thousands_mark
from bpviz.ui.watching import watch

from .lines import LOOP_BODY, Line, lines, loop_layer
from .row import LineRow
from .why import why

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from bpviz.session.session import Session
    from bpviz.trace import Step
    from bpviz.ui.theme import Theme

_SIZE: Final = (25.0, 20.5)  # times the height of the text
_LOOP: Final = 2  # the line that counts the examples
_ERROR: Final = 5  # the line that depends on output and cost
_STEP: Final = 9  # the line that the optimiser may have another way for


class AlgorithmPanel(QScrollArea):
    """Nine lines, typeset once; the one of the step on screen is lit.

    A click on a line, or Enter, goes to its next step; Up and Down move between the lines, and the
    arrow at the end of a line unfolds why it is so.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self.setObjectName("view.algorithm")
        self.setAccessibleName(translate("Algorithm", "The algorithm"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._optimizer = session.training.settings.optimizer
        written = lines(session.network, self._optimizer)
        self.rows = tuple(LineRow(line, theme, page) for line in written)
        self.reasons = tuple(self._reason(row.line, page) for row in self.rows)
        for row, reason in zip(self.rows, self.reasons, strict=True):
            column.addWidget(row)
            column.addWidget(reason)
            self._connect(row, reason)
        column.addStretch()
        self.setWidget(page)
        page.setAutoFillBackground(False)  # the surface of the theme shows through

        self._lit = self._reached = self.rows[0]
        self._reach(self.rows[0])
        watch(self, session.network_changed, self._new_network)
        watch(self, session.moment_changed, self._show_moment)
        watch(self, session.training.changed, self._settings_changed)
        watch(self, session.attention_changed, self._dim)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self._new_network()
        self._show_moment()
        self._dim()

    def _reason(self, line: Line, page: QWidget) -> QLabel:
        reason = QLabel(why(line.number, self._session.network), page)
        reason.setObjectName(f"reason.{line.number}")
        reason.setTextFormat(Qt.TextFormat.PlainText)
        reason.setWordWrap(True)
        unit = self.fontMetrics().height()
        left = 2.35 if line.number in LOOP_BODY else 1.6
        reason.setContentsMargins(round(left * unit), 0, round(0.8 * unit), round(0.5 * unit))
        font = reason.font()
        font.setPointSizeF(0.92 * font.pointSizeF())
        reason.setFont(font)
        reason.hide()
        return reason

    def _connect(self, row: LineRow, reason: QLabel) -> None:
        number = row.line.number

        def unfold(unfolded: bool) -> None:
            reason.setVisible(unfolded)
            if unfolded:  # once the column has made room for it
                QTimer.singleShot(0, reason, lambda: self._show(reason))

        row.chevron.toggled.connect(unfold)
        row.clicked.connect(lambda: self._session.go_to_line(number))
        row.moved.connect(lambda way: self._focus(number + way))

    # --- room ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size in which nine lines and their notes are seen."""
        unit = self.fontMetrics().height()
        return QSize(round(_SIZE[0] * unit), round(_SIZE[1] * unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the notes out if all nine lines are seen only without them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = sum(row.full_height(self.width()) for row in self.rows)
        for row in self.rows:
            row.set_brief(needed > self.height())

    # --- the moment ----------------------------------------------------------------------------

    def _new_network(self) -> None:
        """Write down what depends on the network."""
        network = self._session.network
        self.rows[_ERROR - 1].set_line(lines(network)[_ERROR - 1])
        self.reasons[_ERROR - 1].setText(why(_ERROR, network))

    def _settings_changed(self) -> None:
        """Write down what depends on the optimiser."""
        optimizer = self._session.training.settings.optimizer
        if optimizer != self._optimizer:
            self._optimizer = optimizer
            self.rows[_STEP - 1].set_line(lines(self._session.network, optimizer)[_STEP - 1])
            self._fit()

    def _show_moment(self) -> None:
        """Light the line and set the counters."""
        step, m = self._session.step, self._session.trace.m
        row, before = self.rows[step.line - 1], self._lit
        if row is not before:
            before.set_lit(False)
            before.set_counter(before.line.runs, running=False)
            self._lit = row
            self._keep_in_sight()
            if not self._has_keyboard():
                self._reach(row)
        row.set_lit(True)
        row.set_counter(_counter(step), running=True)
        running = step.example is not None
        self.rows[_LOOP - 1].set_counter(_examples(step.example, m), running=running)

    def _dim(self) -> None:
        """Dim the lines that a lesson does not point at, if it points at one."""
        highlight = self._session.attention.highlight
        lit = {target.line for target in highlight if isinstance(target, LitLine)}
        for row in self.rows:
            row.set_dimmed(bool(lit) and row.line.number not in lit)

    def face_room(self) -> None:
        """Have no arrows for reasons, where nobody can press them."""
        for row in self.rows:
            row.leave_out_reason()

    def set_least_size(self, pixels: float) -> None:
        """Set formulas no smaller than this."""
        for row in self.rows:
            row.set_least_size(pixels)

    def _range_changed(self) -> None:
        """Follow lines that have become higher: they have been typeset, or a reason unfolded."""
        self._fit()
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll to the lit line, where there is not room for all nine."""
        self._show(self._lit)

    def _show(self, part: QWidget) -> None:
        """Scroll up or down, never sideways, until a part of the page is seen whole."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = part.geometry().top(), part.geometry().bottom() + 1
        bar.setValue(min(max(bar.value(), bottom - room), top))

    # --- the keyboard --------------------------------------------------------------------------

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _reach(self, row: LineRow) -> None:
        """Make this the line that Tab comes to; the arrows lead from it to the others."""
        self._reached.set_reached(False)
        row.set_reached(True)
        self._reached = row

    def _focus(self, number: int) -> None:
        """Give the keyboard to a line, 1 to 9."""
        row = self.rows[min(max(number, 1), len(self.rows)) - 1]
        self._reach(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(row)


def _counter(step: Step) -> Formula:
    """Return where the loop of a lit line stands: its l, or where it has none its i."""
    layer = loop_layer(step)
    if layer is not None:
        return (op(f"l = {layer}"),)
    return () if step.example is None else (op("i = "), count(step.example))


def _examples(i: int | None, m: int) -> Formula:
    """Return the example of the moment and how many there are; the width does not depend on i."""
    if i is None:
        return (op("m = "), count(m))
    of = translate("Algorithm", "of")
    width = len(f"{m:,}")
    padding = f"{i:0{width},}"[: width - len(f"{i:,}")].replace(",", thousands_mark())
    room = rf"\phantom{{{padding}}}" if padding else ""
    return (op(rf"{room}i = "), count(i), op(rf"\;\text{{{of}}}\;"), count(m))
