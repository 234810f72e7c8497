"""One line of the algorithm as something to read, to light up and to press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from bpviz.text import translate
from bpviz.ui.formula import FormulaView

from .chevron import Chevron
from .lines import LOOP_BODY
from .shade import Shade

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpviz.trace.formula import Formula
    from bpviz.ui.theme import Theme

    from .lines import Line

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS: Final[Mapping[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FORMULA, _COUNTER, _NOTE = 0.88, 0.72, 0.82  # of the interface's font
_MARGIN: Final = 4  # pixels, as around a formula


class LineRow(QAbstractButton):
    """A line with its number, its loop counter and a chevron that unfolds its reason.

    Parameters
    ----------
    line
        What it says.
    theme
        Colours.
    """

    moved = Signal(int)
    """Up (−1) or Down (+1) was pressed while it had the keyboard."""

    def __init__(self, line: Line, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._theme = theme
        self._lit = False
        name = translate("Algorithm", "Line {number}: {title}")
        self.setObjectName(f"line.{line.number}")
        self.setAccessibleName(name.format(number=line.number, title=line.title))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

        unit = self.fontMetrics().height()
        self._gutter = round(1.25 * unit)
        self._indent = round(0.75 * unit) if line.number in LOOP_BODY else 0
        self._left = self._gutter + self._indent
        self._muted = replace(theme, text=theme.muted)
        self._bright = replace(theme, text=theme.accent)
        self.formula = self._inset(theme, _FORMULA)
        self.counter = self._inset(self._muted, _COUNTER)
        self.chevron = Chevron(theme, self)
        self.chevron.setObjectName(f"why.{line.number}")
        reason = translate("Algorithm", "Why line {number} is so")
        self.chevron.setAccessibleName(reason.format(number=line.number))

        self._quiet = replace(self._muted, symbols={})
        self.note = self._note()
        self.set_line(line)
        self._shade = Shade(theme, self)
        self._counter_room = 0
        self._hint = QSize()
        self._running = False
        self.set_counter(line.runs, running=False)
        self.set_reached(False)

    def _inset(self, theme: Theme, size: float) -> FormulaView:
        """Return a formula within the row, which leaves the mouse to the row."""
        view = FormulaView(theme, self)
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = view.font()
        font.setPointSizeF(size * font.pointSizeF())
        view.setFont(font)
        view.set_minimum_lines(0.0)
        return view

    def _note(self) -> QLabel:
        note = QLabel(self)
        font = note.font()
        font.setPointSizeF(_NOTE * font.pointSizeF())
        note.setFont(font)
        note.setWordWrap(True)
        note.setContentsMargins(_MARGIN, 0, 0, _MARGIN)
        note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return note

    def set_brief(self, brief: bool) -> None:
        """Leave the note out where there is little room; the tooltip has it too.

        It stays where the formula alone would mislead.
        """
        self.note.setVisible(bool(self.line.note) and (self.line.instead or not brief))
        self.updateGeometry()

    # --- geometry ------------------------------------------------------------------------------

    def _formula_width(self, width: int) -> int:
        """Return what is left for the formula; the counter's room only ever grows."""
        if self.counter.formula():
            # Formula and counter both leave a margin; one between them is enough.
            room = self.counter.sizeHint().width() - _MARGIN
            self._counter_room = max(self._counter_room, room)
        return max(1, width - self._left - self._counter_room - self.chevron.width() - _MARGIN)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that in a narrow row the note takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the formula, and of the note where it is shown, in pixels."""
        if self.note.isHidden():
            return self.formula.heightForWidth(self._formula_width(width))
        return self.full_height(width)

    def full_height(self, width: int) -> int:
        """Return the height with the note, in pixels."""
        note = self.note.heightForWidth(width - self._left) if self.line.note else 0
        return self.formula.heightForWidth(self._formula_width(width)) + note

    def sizeHint(self) -> QSize:
        """Return the size with the formula on one line."""
        width = self._left + self._formula_width(0) + self.formula.sizeHint().width()
        width += self._counter_room + self.chevron.width() + _MARGIN
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a line of the algorithm is not broken, its panel scrolls."""
        return self.sizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put everything in its place."""
        self._shade.setGeometry(self.rect())
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for room anew: what has been typeset while nobody saw it has told nobody of it."""
        super().showEvent(event)
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        width = self._formula_width(self.width())
        height = self.formula.heightForWidth(width)
        self.formula.setGeometry(self._left, 0, width, height)
        self.note.setGeometry(self._left, height, self.width() - self._left, self.height() - height)
        baseline = self.formula.baseline()
        chevron = self.chevron.geometry()
        chevron.moveTopRight(QPoint(self.width() - _MARGIN, 0))
        hint = self.counter.sizeHint()
        self.counter.resize(hint)  # so that its baseline is that of what it shows
        top = baseline - self.counter.baseline()
        self.counter.move(chevron.left() - hint.width(), top)
        chevron.moveTop(round(baseline - 0.32 * self.fontMetrics().height() - chevron.height() / 2))
        self.chevron.setGeometry(chevron)

    # --- what changes while one walks ----------------------------------------------------------

    @property
    def lit(self) -> bool:
        """Whether this is the line of the step on screen."""
        return self._lit

    def set_lit(self, lit: bool) -> None:
        """Say whether this is the line of the step on screen; nothing is typeset for that."""
        if lit != self._lit:
            self._lit = lit
            self.setAccessibleDescription(translate("Algorithm", "the line now") if lit else "")
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Say whether a lesson points at another line."""
        self._shade.setVisible(dimmed)
        self._shade.raise_()

    def leave_out_reason(self) -> None:
        """Have no arrow that unfolds the reason."""
        self.chevron.setFixedWidth(0)
        self.chevron.hide()
        self.updateGeometry()

    def set_least_size(self, pixels: float) -> None:
        """Set formula and counter no smaller than this."""
        self.formula.set_least_size(pixels)
        self.counter.set_least_size(pixels)
        self.updateGeometry()

    def set_line(self, line: Line) -> None:
        """Say something else, at the same place; what is not done is written quietly."""
        self.line, theme = line, self._theme
        self.formula.set_theme(self._quiet if line.instead else theme)
        self.formula.set_formula(line.formula)
        self.note.setText(line.note)
        self.note.setStyleSheet(f"color: {theme.text if line.instead else theme.muted}")
        self.note.setVisible(bool(line.note))
        hint = translate("Algorithm", "Click: go to its next step")
        self.setToolTip("\n".join(filter(None, (line.title, line.note, hint))))

    def set_counter(self, counter: Formula, *, running: bool) -> None:
        """Show where its loop stands, or what it runs over; `running` tells which, by colour."""
        if counter != self.counter.formula() or running != self._running:
            self._running = running
            self.counter.set_theme(self._bright if running else self._muted)
            self.counter.set_formula(counter)
            self.counter.setVisible(bool(counter))

    def set_reached(self, reached: bool) -> None:
        """Say whether Tab comes to this line and its arrow."""
        policy = Qt.FocusPolicy.TabFocus if reached else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.chevron.setFocusPolicy(policy)

    # --- drawing -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what lies under the formula: light, number, the loop's bracket, focus."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._lit:
            painter.fillRect(room, QColor(theme.highlight))
            bar = QRectF(0, 0, 0.15 * self._gutter, room.height())
            painter.fillRect(bar, QColor(theme.accent))
        elif self.underMouse():
            painter.fillRect(room, QColor(theme.raised))
        if self._indent:
            x = self._gutter + 0.35 * self._indent
            painter.setPen(QPen(QColor(theme.hairline), max(1.0, 0.06 * self._gutter)))
            painter.drawLine(QPointF(x, 0), QPointF(x, room.height()))
        self._paint_number(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_number(self, painter: QPainter) -> None:
        """Draw the number of the line at the height of its formula."""
        font = self.font()
        font.setPointSizeF(_FORMULA * font.pointSizeF())
        font.setBold(self._lit)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.accent if self._lit else self._theme.muted))
        baseline = self.formula.y() + self.formula.baseline()
        width = 0.72 * self._gutter
        box = QRectF(0, baseline - 2 * self._gutter, width, 2 * self._gutter)
        descent = QFontMetricsF(font).descent()
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.translated(0, descent), flags, str(self.line.number))

    # --- the keyboard --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the arrows, which walk elsewhere, for whoever has come here with Tab."""
        if event.type() == QEvent.Type.LayoutRequest:
            hint = self.sizeHint()
            if hint != self._hint:  # a counter that goes on concerns nobody but its row
                self._hint = hint
                self.updateGeometry()
            self._arrange()
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the line before or after, or press this one."""
        if event.key() in _ARROWS:
            self.moved.emit(_ARROWS[event.key()])
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
