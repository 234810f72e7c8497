"""Which quantity is shown: segments with the symbols in their colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from bpviz.text import translate
from bpviz.ui.names import LETTERS, SLANTED

from .quantities import PAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from bpviz.ui.theme import Theme

_ARROWS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class Chooser(QWidget):
    """One segment for each page; one of them is pressed.

    Parameters
    ----------
    theme
        Colours.

    Signals
    -------
    chosen
        The page a person has chosen.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.segments: dict[str, Segment] = {}
        for page, symbols in PAGES.items():
            segment = Segment(symbols, theme)
            segment.setObjectName(f"page.{page}")
            segment.setAccessibleName(_meaning(page))
            segment.setToolTip(_meaning(page))
            segment.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            group.addButton(segment)
            row.addWidget(segment)
            self.segments[page] = segment

    def show_page(self, page: str) -> None:
        """Press the segment of a page."""
        self.segments[page].setChecked(True)


class Segment(QAbstractButton):
    """A button that shows symbols, each in its colour.

    Parameters
    ----------
    symbols
        As in `bpviz.trace.Step`.
    theme
        Colours.
    """

    def __init__(self, symbols: tuple[str, ...], theme: Theme) -> None:
        super().__init__()
        self._symbols = symbols
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _font(self, symbol: str) -> QFont:
        font = self.font()
        font.setBold(True)
        font.setItalic(symbol in SLANTED)
        return font

    def _advance(self, symbol: str) -> float:
        return QFontMetricsF(self._font(symbol)).horizontalAdvance(LETTERS[symbol])

    def sizeHint(self) -> QSize:
        """Return room for the symbols."""
        line = self.fontMetrics().height()
        letters = sum(self._advance(symbol) for symbol in self._symbols)
        gaps = (len(self._symbols) - 1) * 0.5 * line
        return QSize(round(letters + gaps + 1.1 * line), round(1.75 * line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the symbols, the ground of a pressed one, and the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, line = self._theme, self.fontMetrics().height()
        area = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(theme.highlight if self.isChecked() else theme.raised))
        painter.drawRoundedRect(area, 0.3 * line, 0.3 * line)
        gap = 0.5 * line
        x = area.center().x() - 0.5 * (
            sum(self._advance(symbol) for symbol in self._symbols) + (len(self._symbols) - 1) * gap
        )
        metrics = self.fontMetrics()
        baseline = area.center().y() + 0.5 * (metrics.ascent() - metrics.descent())
        for symbol in self._symbols:
            painter.setFont(self._font(symbol))
            painter.setPen(QColor(theme.symbols[symbol]))
            painter.drawText(QPointF(x, baseline), LETTERS[symbol])
            x += self._advance(symbol) + gap
        if self.isChecked():
            width = 0.12 * line
            painter.fillRect(
                area.adjusted(0.3 * line, area.height() - width, -0.3 * line, 0),
                QColor(theme.accent),
            )
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep the arrows, which go from segment to segment, from the window's shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the segment beside this one and press it."""
        if event.key() not in _ARROWS:
            super().keyPressEvent(event)
            return
        buttons = self.group().buttons()
        way = 1 if event.key() == Qt.Key.Key_Right else -1
        beside = buttons[(buttons.index(self) + way) % len(buttons)]
        beside.setFocus(Qt.FocusReason.TabFocusReason)
        beside.click()


def _meaning(page: str) -> str:
    return {
        "Theta": translate("MatricesPanel", "Weights Θ"),
        "units": translate("MatricesPanel", "Units: z, a and δ of the example"),
        "Delta": translate("MatricesPanel", "Accumulators Δ"),
        "D": translate("MatricesPanel", "Gradient D = ∂J/∂Θ"),
    }[page]
