"""A look around: six places of the window, one after the other, in a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bpviz.text import translate

from .card import within

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from bpviz.ui.theme import Theme

_WIDTH: Final = 24  # of the bubble, in heights of a line of text
_VEIL: Final = 0.55
_ON: Final = frozenset(
    (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
)
_BACK: Final = frozenset((Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace))


class Stop(NamedTuple):
    """A place of the window, and what is said of it.

    Attributes
    ----------
    place
        Returns the widgets that are shown; those hidden are left out.
    title, text
        What is said.
    """

    place: Callable[[], Sequence[QWidget]]
    title: str
    text: str


class Tour(QWidget):
    """Dims the window but for one place at a time, with a bubble that tells of it.

    Parameters
    ----------
    stops
        The places, in order.
    theme
        The colours.
    window
        Which lies below.
    """

    ended = Signal()
    """It has been seen to its end, or skipped."""

    def __init__(self, stops: Sequence[Stop], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stops, self._theme, self._window = stops, theme, window
        self.index = 0
        self.setGeometry(window.rect())
        self._bubble = _Bubble(self)
        self._bubble.setStyleSheet(
            f"#bubble {{ background: {theme.surface}; border: 1px solid {theme.accent};"
            " border-radius: 8px; }"
        )
        self._bubble.back.clicked.connect(lambda: self.go(self.index - 1))
        self._bubble.on.clicked.connect(lambda: self.go(self.index + 1))
        self._bubble.skip.clicked.connect(self.end)
        window.installEventFilter(self)
        self.go(0)
        self.show()
        self.raise_()
        self.setFocus()

    def go(self, index: int) -> None:
        """Show a stop; behind the last one is the end."""
        if index >= len(self._stops):
            self.end()
            return
        self.index = max(index, 0)
        stop = self._stops[self.index]
        self._bubble.tell(stop, self.index, len(self._stops))
        self._place()

    def end(self) -> None:
        """Uncover the window."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.ended.emit()

    @property
    def lit(self) -> QRect:
        """The place shown, in the window."""
        found = QRect()
        for widget in self._stops[self.index].place():
            if widget.isVisible():
                found |= QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
        return found & self.rect()

    def _place(self) -> None:
        """Put the bubble beside the place, where there is most room."""
        bubble, lit, gap = self._bubble, self.lit, self.fontMetrics().height()
        bubble.fit()
        size = bubble.size()
        room = self.rect().adjusted(gap, gap, -gap, -gap)
        centre = lit.center()
        beside = {
            room.right() - lit.right(): QPoint(lit.right() + gap, centre.y() - size.height() // 2),
            lit.left() - room.left(): QPoint(
                lit.left() - gap - size.width(), centre.y() - size.height() // 2
            ),
        }
        above = {
            room.bottom() - lit.bottom(): QPoint(
                centre.x() - size.width() // 2, lit.bottom() + gap
            ),
            lit.top() - room.top(): QPoint(
                centre.x() - size.width() // 2, lit.top() - gap - size.height()
            ),
        }
        if max(beside) >= size.width() + gap:
            corner = beside[max(beside)]
        elif max(above) >= size.height() + gap:
            corner = above[max(above)]
        else:
            corner = QPoint(centre.x() - size.width() // 2, lit.bottom() - 2 * gap - size.height())
        bubble.move(within(QRect(corner, size), room))
        bubble.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window at every size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the window below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Stay with the ways on: what lies behind the veil is out of reach."""
        ways: list[QWidget] = [self, *(way for way in self._bubble.ways if way.isEnabled())]
        here = next((n for n, way in enumerate(ways) if way.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason
        ways[(here + (1 if forward else -1)) % len(ways)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or away."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in _ON:
            self.go(self.index + 1)
        elif key in _BACK:
            self.go(self.index - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on at a click anywhere."""
        event.accept()
        self.go(self.index + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim everything but the place."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        box = QRectF(self.lit)
        hole.addRoundedRect(box, 8, 8)
        shade = QColor("#000000")
        shade.setAlphaF(_VEIL)
        painter.fillPath(veil.subtracted(hole), shade)
        painter.setPen(QPen(QColor(self._theme.accent), 3))
        painter.drawPath(hole)
        painter.end()


class _Bubble(QFrame):
    """What is said, and the ways on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("bubble")
        self.setProperty("panel", True)  # noqa: FBT003 (Qt's signature)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title, self._text, self._count = QLabel(), QLabel(wordWrap=True), QLabel()
        self._text.setObjectName("label.tour")
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.back = QPushButton(translate("Help", "Back"))
        self.on = QPushButton()
        self.on.setDefault(True)  # drawn as the way on
        self.skip = QPushButton(translate("Help", "Skip"))
        for name, button in (("back", self.back), ("on", self.on), ("skip", self.skip)):
            button.setObjectName(f"button.tour_{name}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = self.fontMetrics().height()
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.skip, self.back, self.on):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(line, round(0.8 * line), line, round(0.8 * line))
        column.setSpacing(round(0.5 * line))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(row)

    @property
    def ways(self) -> list[QPushButton]:
        """The buttons there are, from left to right."""
        return [way for way in (self.skip, self.back, self.on) if not way.isHidden()]

    def tell(self, stop: Stop, index: int, count: int) -> None:
        """Say what is to be said at a stop."""
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        of = translate("Help", "{n} of {count}").format(n=index + 1, count=count)
        self._count.setText(of)
        last = index == count - 1
        self.on.setText(translate("Help", "Begin") if last else translate("Help", "Next"))
        self.back.setEnabled(index > 0)
        self.skip.setVisible(not last)
        self.setAccessibleName(f"{stop.title}. {stop.text}")
        self.fit()

    def fit(self) -> None:
        """Be as large as the text needs in the window as it is."""
        line = self.fontMetrics().height()
        width = min(_WIDTH * line, max(self._room.width() - 6 * line, 10 * line))
        self._text.setFixedSize(width, self._text.heightForWidth(width))
        self.adjustSize()
