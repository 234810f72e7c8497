"""The page on screen: it follows the step, scrolls and zooms."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from bpviz.ui.watching import watch

from .fitting import Fit, fit, text_scale, zoomed
from .layout import Box, Layout
from .lit import Lit, lit, marked
from .picture import Moment, Picture, region_box
from .quantities import PAGES, Cell, groups, origin, page_of_line, scale, values

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from bpviz.core import Array
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

_LARGEST: Final = 4.0  # of the comfortable size of a number
_LEAST: Final = 2.0  # pixels of a cell


class MatricesCanvas(QAbstractScrollArea):
    """The grids of one page, of which only what is in sight is drawn.

    Parameters
    ----------
    session
        Whose numbers.
    theme
        Colours.

    Attributes
    ----------
    page
        A key of `quantities.PAGES`.
    following
        Whether the page is that of the step on screen, and its number is kept in sight.

    Signals
    -------
    page_changed, told
        Another page is shown; there is something else to say about the number looked at.
    """

    page_changed = Signal()
    told = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._picture = Picture(theme, self.font())
        self.page = page_of_line(session.step.line)
        self.following = True
        self._zooms: dict[str, float] = {}  # of each page that a person has zoomed
        self._layout: Layout | None = None
        self._fitted = Fit((1.0, 1.0), ())
        self._lit = Lit()
        self.pointed: Cell | None = None
        self.cell = Cell(0, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.viewport().update)
        watch(self, session.network_changed, self._shape_changed)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.selection_changed, self._selection_changed)
        watch(self, session.view_changed, self._view_changed)

    # --- what is shown -------------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        """Show another quantity."""
        if page != self.page:
            self.page = page
            self._begin_anew()
            self.page_changed.emit()

    def set_following(self, following: bool) -> None:
        """Say whether the page is that of the step on screen."""
        self.following = following
        if following:
            self._follow()

    def layout_now(self) -> Layout:
        """Return where the numbers stand now."""
        if self._layout is None:
            layers = self._session.network.layers
            shown = groups(self.page, layers)
            metrics = self._picture.typeface.metrics(self._session.digits, max(layers))
            size = self.maximumViewportSize()
            room = float(size.width()), float(size.height())
            fitted = self._fitted = fit(shown, room, metrics)
            if self.page in self._zooms:
                fitted = zoomed(fitted, self._zooms[self.page], metrics)
            self._layout = Layout(shown, fitted.lines, fitted.cell, metrics)
            self._set_bars(self._layout)
        return self._layout

    def _set_bars(self, layout: Layout) -> None:
        size = self.maximumViewportSize()
        for bar, length, room in (
            (self.horizontalScrollBar(), layout.width, size.width()),
            (self.verticalScrollBar(), layout.height, size.height()),
        ):
            bar.setRange(0, max(0, round(length) - room))
            bar.setPageStep(room)
            bar.setSingleStep(max(1, self.fontMetrics().height()))

    def grid_values(self, n: int) -> Array:
        """Return the numbers of a grid of this page."""
        return values(self._session, self.layout_now().grids[n])

    def scales(self) -> dict[str, float]:
        """Return for each symbol of the page the size that has the full colour."""
        return {symbol: scale(self._session, symbol) for symbol in PAGES[self.page]}

    def value(self, cell: Cell) -> float:
        """Return one number."""
        return float(self.grid_values(cell.grid)[cell.row, cell.column])

    def origin(self, cell: Cell) -> int | None:
        """Return the step that made a number or will make it, or None."""
        session = self._session
        grid = self.layout_now().grids[cell.grid]
        return origin(session, grid, cell.row, cell.column)

    def _relayout(self) -> None:
        self._layout = None
        self.viewport().update()

    def _shape_changed(self) -> None:
        """Fit the grids of another network."""
        self._zooms.clear()
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Look at other grids."""
        self.pointed = None
        self.cell = Cell(0, 0, 0)
        self._relayout()
        self._lit = lit(self._session)
        if self.following:
            self._reveal_lit()
        self.told.emit()

    def _view_changed(self) -> None:
        """Make room for numbers of more digits; a step may be a number or a whole line."""
        self._relayout()
        self._moment_changed()

    def _moment_changed(self) -> None:
        if self.isVisible():
            self._follow()
            self.viewport().update()
            self.told.emit()

    def _follow(self) -> None:
        """Show what the step computes, if that is wished."""
        now = lit(self._session)
        other, self._lit = now != self._lit, now
        page = page_of_line(self._session.step.line)
        if self.following and page != self.page:
            self.show_page(page)
        elif self.following and other:
            self._reveal_lit()

    def lit_cell(self) -> Cell | None:
        """Return the one number that the step computes, if it is on this page."""
        regions = self._lit.computed
        if len(regions) != 1 or (len(regions[0].units), len(regions[0].sources)) != (1, 1):
            return None
        region = regions[0]
        for n, grid in enumerate(self.layout_now().grids):
            if (grid.symbol, grid.layer) == (region.symbol, region.layer):
                return Cell(n, region.units[0] - grid.first, region.sources[0])
        return None

    def _reveal_lit(self) -> None:
        # What it is computed from comes first: where not all has room, the result wins.
        for region in (*self._lit.used, *self._lit.computed):
            box = region_box(self.layout_now(), region)
            if box is not None:
                self.reveal(box)

    def reveal(self, box: Box) -> None:
        """Scroll as little as possible until a box is in sight, or its beginning if it is large."""
        size = self.maximumViewportSize()
        margin = self.layout_now().metrics.gap
        for bar, first, last, room in (
            (self.horizontalScrollBar(), box.left, box.right, size.width()),
            (self.verticalScrollBar(), box.top, box.bottom, size.height()),
        ):
            value = float(bar.value())
            if last + margin > value + room:
                value = last + margin - room
            bar.setValue(round(min(value, first - margin)))

    def _selection_changed(self) -> None:
        self.viewport().update()
        self.told.emit()

    # --- Qt ------------------------------------------------------------------------------------

    def sight(self) -> Box:
        """Return the part of the page that is in sight."""
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        size = self.viewport().size()
        return Box(left, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        del event
        layout, sight = self.layout_now(), self.sight()
        in_sight = [
            n
            for n in range(len(layout.grids))
            if _meets(layout.box(n), sight) or _meets(layout.heading(n), sight)
        ]
        moment = Moment(
            {n: self.grid_values(n) for n in in_sight},
            self.scales(),
            self._session.digits,
            self._lit.computed,
            self._lit.used,
            marked(self._session.selection, self._session.network.layers),
            self.pointed,
            self.cell if self.hasFocus() else None,
        )
        painter = QPainter(self.viewport())
        painter.translate(-sight.left, -sight.top)
        self._picture.draw(painter, layout, moment, sight)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new room."""
        super().resizeEvent(event)
        self._relayout()
        if self.following:
            self._reveal_lit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._picture = Picture(self._picture.theme, self.font())
            self._relayout()

    def minimumSizeHint(self) -> QSize:
        """Return the least size that still shows something."""
        line = self.fontMetrics().height()
        return QSize(8 * line, 5 * line)

    # --- zooming -------------------------------------------------------------------------------

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Make cells larger by a factor; the number at a point of the view stays there."""
        if factor == 1.0:  # a wheel that was turned sideways
            return
        before, sight = self.layout_now(), self.sight()
        wanted = self._zooms.get(self.page, 1.0) * factor
        # Cells are whole pixels: small ones may need several factors to change at all.
        while (cell := zoomed(self._fitted, wanted, before.metrics).cell) == before.cell:
            wanted *= factor
        if max(cell) < _LEAST or text_scale(cell, before.metrics) > _LARGEST:
            return
        self._zooms[self.page] = wanted
        if math.isclose(wanted, 1.0):
            del self._zooms[self.page]
        self._relayout()
        after = self.layout_now()
        point = at or QPointF(self.viewport().rect().center())
        x, y = sight.left + point.x(), sight.top + point.y()
        held = before.at(x, y)
        if held is None:
            x, y = x * after.width / before.width, y * after.height / before.height
        else:
            old, new = before.cell_box(held), after.cell_box(held)
            x = new.left + (x - old.left) / old.width * new.width
            y = new.top + (y - old.top) / old.height * new.height
        self.horizontalScrollBar().setValue(round(x - point.x()))
        self.verticalScrollBar().setValue(round(y - point.y()))

    def zoom_to_fit(self) -> None:
        """Show as much as fits."""
        self._zooms.pop(self.page, None)
        self._relayout()
        self._reveal_lit()


def _meets(one: Box, other: Box) -> bool:
    """Return whether two boxes have something in common."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom
