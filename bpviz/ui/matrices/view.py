"""The page as something to point at, click, walk through by keys and copy from."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip

from bpviz.text import translate
from bpviz.ui.formula.view import full_precision
from bpviz.ui.names import entry

from .canvas import MatricesCanvas
from .copying import Language, grid_text, number_text, page_text
from .quantities import Cell

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

ZOOM_STEP: Final = 1.25
_Key = Qt.Key
_WAYS: Final = {
    _Key.Key_Left: (0, -1),
    _Key.Key_Right: (0, 1),
    _Key.Key_Up: (-1, 0),
    _Key.Key_Down: (1, 0),
}
_ENTER: Final = frozenset({_Key.Key_Return, _Key.Key_Enter})
_LARGER: Final = frozenset({_Key.Key_Plus, _Key.Key_Equal})
_SMALLER: Final = frozenset({_Key.Key_Minus, _Key.Key_Underscore})
# Whether the keyboard has come here by itself; another window coming and going changes nothing.
_BY_KEYS: Final = {
    Qt.FocusReason.TabFocusReason: True,
    Qt.FocusReason.BacktabFocusReason: True,
    Qt.FocusReason.MouseFocusReason: False,
}


class MatricesView(MatricesCanvas):
    """Matrices whose numbers are alive.

    Hovering a number shows its name and all its digits. A click selects its unit or weight and
    goes to the step that made it. Reached with Tab, arrows move a cursor, Enter is the click,
    Ctrl+C copies the number, + and − zoom and 0 fits; after a click the arrows go on walking
    through the algorithm.
    """

    copied = Signal(str)
    """Something has been put on the clipboard; says what."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self._by_keys = False

    # --- what there is to say ------------------------------------------------------------------

    def looked_at(self) -> Cell | None:
        """Return the number under the pointer or the keyboard's cursor, else the lit one."""
        if self.pointed is not None:
            return self.pointed
        return self.cell if self.hasFocus() else self.lit_cell()

    def name(self, cell: Cell) -> str:
        """Return the name of a number, e.g. Θ⁽¹⁾₂₃."""
        grid = self.layout_now().grids[cell.grid]
        source = cell.column if grid.is_matrix else None
        return entry(grid.symbol, grid.layer, grid.unit(cell.row), source)

    def described(self, cell: Cell) -> str:
        """Return name and value of a number, with all its digits."""
        value = self.value(cell)
        if math.isnan(value):
            words = translate("MatricesPanel", "{name}: not yet computed")
            return words.format(name=self.name(cell))
        return f"{self.name(cell)} = {full_precision(value)}"

    def _tip(self, cell: Cell) -> str:
        step = self.origin(cell)
        if step is None:
            deed = translate("MatricesPanel", "Given in this pass. Click: select the weight")
        else:
            line = self._session.trace.score.place(step).line
            deed = translate("MatricesPanel", "Click: go to line {line}, which computes it")
            deed = deed.format(line=line)
        return f"{self.described(cell)}\n{deed}"

    # --- what a person does --------------------------------------------------------------------

    def activate(self, cell: Cell) -> None:
        """Select the unit or weight of a number, and go to the step that made it."""
        session = self._session
        grid = self.layout_now().grids[cell.grid]
        step = self.origin(cell)
        session.select(grid.selects(cell.row, cell.column))
        if step is not None:
            session.visit(step)

    def copy_number(self, cell: Cell) -> None:
        """Put one number on the clipboard."""
        self._copy(number_text(self.value(cell)), self.name(cell))

    def copy_page(self, language: Language) -> None:
        """Put everything on this page on the clipboard."""
        grids = self.layout_now().grids
        pairs = [(grid, self.grid_values(n)) for n, grid in enumerate(grids)]
        names = ", ".join(f"{grid.symbol}{grid.layer}" for grid in grids)
        self._copy(page_text(pairs, language), names)

    def _copy(self, text: str, name: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(translate("MatricesPanel", "Copied: {name}").format(name=name))

    def move_to(self, cell: Cell) -> None:
        """Put the keyboard's cursor on a number and scroll to it."""
        self.cell = cell
        self.reveal(self.layout_now().cell_box(cell))
        self._say()

    def _say(self) -> None:
        """Tell the panel, and a screen reader, what is looked at."""
        cell = self.looked_at()
        self.viewport().setAccessibleDescription("" if cell is None else self.described(cell))
        self.viewport().update()
        self.told.emit()

    # --- the mouse -----------------------------------------------------------------------------

    def _at(self, point: QPointF) -> Cell | None:
        sight = self.sight()
        return self.layout_now().at(sight.left + point.x(), sight.top + point.y())

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self.pointed:
            self.pointed = cell
            shape = Qt.CursorShape
            self.viewport().setCursor(
                shape.ArrowCursor if cell is None else shape.PointingHandCursor
            )
            self._say()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the number under the pointer."""
        self._point_at(self._at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, and go to where the number was made."""
        cell = self._at(event.position())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.cell = cell
        self.activate(cell)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the number with all its digits; put the light out when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        cell = self._at(QPointF(event.pos()))
        if cell is None:
            QToolTip.hideText()
            event.ignore()
        else:
            QToolTip.showText(event.globalPos(), self._tip(cell), self.viewport())
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cell = self._at(QPointF(event.pos())) if by_mouse else self.cell
        menu = self.copy_menu(cell)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def copy_menu(self, cell: Cell | None) -> QMenu:
        """Return the menu for a number, or for the page if there is none."""
        menu = QMenu(self)
        if cell is not None:
            copy = translate("MatricesPanel", "Copy {name}")
            as_numpy = translate("MatricesPanel", "Copy {name} for NumPy")
            as_octave = translate("MatricesPanel", "Copy {name} for Octave")
            # As they are now: the page may follow the algorithm while the menu is open.
            grid = self.layout_now().grids[cell.grid]
            values = self.grid_values(cell.grid).copy()
            number, whole = self.name(cell), f"{grid.symbol}{grid.layer}"
            text = number_text(self.value(cell))

            def copy_grid(language: Language) -> None:
                self._copy(grid_text(grid, values, language), whole)

            menu.addAction(copy.format(name=number), lambda: self._copy(text, number))
            menu.addAction(as_numpy.format(name=whole), lambda: copy_grid("numpy"))
            menu.addAction(as_octave.format(name=whole), lambda: copy_grid("octave"))
            menu.addSeparator()
        everything = translate("MatricesPanel", "Copy all of this page for NumPy")
        menu.addAction(everything, lambda: self.copy_page("numpy"))
        everything = translate("MatricesPanel", "Copy all of this page for Octave")
        menu.addAction(everything, lambda: self.copy_page("octave"))
        return menu

    # --- the keyboard --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are needed here from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            arrow = plain and self._by_keys and event.key() in _WAYS
            if arrow or self._is_zoom(event) or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    @staticmethod
    def _is_zoom(event: QKeyEvent) -> bool:
        return event.key() in {*_LARGER, *_SMALLER, _Key.Key_0}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, visit, copy, zoom."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_number(self.cell)
        elif key in _ENTER:
            self.activate(self.cell)
        elif key in _LARGER:
            self.zoom(ZOOM_STEP)
        elif key in _SMALLER:
            self.zoom(1 / ZOOM_STEP)
        elif key == _Key.Key_0:
            self.zoom_to_fit()
        elif key in _WAYS and self._by_keys:
            self.move_to(self._neighbour(*_WAYS[_Key(key)]))
        else:
            event.ignore()  # scrolling by arrows would take them from the walk

    def _neighbour(self, down: int, right: int) -> Cell:
        """Return the number beside the cursor; past the edge of a grid comes the next grid."""
        grids = self.layout_now().grids
        n, row, column = self.cell
        row, column = row + down, column + right
        if not 0 <= row < grids[n].rows:
            return self.cell
        while not 0 <= column < grids[n].columns:
            following = n + right
            if not 0 <= following < len(grids):
                return self.cell
            unit = grids[n].unit(row)
            n = following
            row = min(max(0, unit - grids[n].first), grids[n].rows - 1)
            column = 0 if right > 0 else grids[n].columns - 1
        return Cell(n, row, column)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor."""
        self._by_keys = _BY_KEYS.get(event.reason(), self._by_keys)
        super().focusInEvent(event)
        if self._by_keys:
            self.reveal(self.layout_now().cell_box(self.cell))
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self._say()
