"""A slider over the whole pass, readable at ten steps and at ten million."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bpviz.text import translate
from bpviz.ui.watching import watch

from . import bands
from .ribbon import Ribbon
from .status import sentence_at

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from bpviz.session.session import Session
    from bpviz.trace import Granularity
    from bpviz.ui.theme import Theme

_NOTCH: Final = 120  # of a mouse wheel, in Qt's eighths of a degree


class Timeline(QWidget):
    """Two bands: above the whole pass with its examples, below the lines of the present example.

    A drag in the upper band goes through the pass, in the lower one through the example; the wheel
    and the arrow keys step; hovering tells where a click would go.

    Parameters
    ----------
    session
        Whose step is shown and chosen.
    theme
        Its colours.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slider.timeline")
        self.setAccessibleName(translate("Timeline", "Timeline of the pass"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._session = session
        self._theme = theme
        self._dragged: bands.Band | None = None
        self._hovered: tuple[bands.Band, float] | None = None
        self._turned = 0
        self._layout()
        watch(self, session.network_changed, self._layout)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.view_changed, self._follow)

    # --- a slider's words ----------------------------------------------------------------------

    def minimum(self) -> int:
        """Return 0, the first step."""
        return 0

    def maximum(self) -> int:
        """Return the number of the last step; it may be far beyond 32 bits."""
        return len(self._session.trace) - 1

    def value(self) -> int:
        """Return the number of the step on screen."""
        return self._session.cursor

    def setValue(self, k: int) -> None:
        """Show step k, or the nearest there is."""
        self._session.go(k)

    # --- geometry ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return as much as two rows of text need."""
        return QSize(24 * self.fontMetrics().height(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least at which the lines of a small network can be told apart."""
        line = self.fontMetrics().height()
        return QSize(12 * line, round(2.5 * line))

    def _layout(self) -> None:
        """Lay both bands out anew."""
        score = self._session.trace.score
        line = QFontMetricsF(self.font()).height()
        self._margin = 0.35 * line
        left, right = self._margin, max(self.width() - self._margin, self._margin + 8 * line)
        height = self.height()
        self._upper = QRectF(left, 0.12 * line, right - left, 0.9 * line)
        self._lower = QRectF(left, height - 1.23 * line, right - left, 1.12 * line)
        self.overview = bands.overview(score, left, right, 2.6 * line)
        self._follow()

    def _moment_changed(self) -> None:
        """Show another step; at another Θ, as often as the network learns, it is the same one."""
        if self._shown != (self._session.trace.score, self._session.cursor):
            self._follow()

    def _follow(self) -> None:
        """Show the step on screen."""
        session = self._session
        self._shown = session.trace.score, session.cursor
        self.detail = bands.detail(
            session.trace.score, session.cursor, self._lower.left(), self._lower.right()
        )
        if self._hovered is not None and self._hovered[0] is not self.overview:
            self._hovered = (self.detail, self._hovered[1])
        if self._dragged is not None and self._dragged is not self.overview:
            self._dragged = self.detail
        self.setAccessibleDescription(self._sentence(session.cursor))
        self.update()

    @property
    def _granularity(self) -> Granularity:
        """How finely a click chooses: a number, or a line."""
        return "unit" if self._session.granularity == "unit" else "layer"

    def _sentence(self, k: int) -> str:
        return sentence_at(self._session.trace, k, self._granularity)

    def target(self, band: bands.Band, x: float) -> int:
        """Return the step a click at x would go to."""
        session = self._session
        score = session.trace.score
        k = band.step(x)
        if not band.lined and score.examples_start <= k < score.gradient_start:
            i = (k - score.examples_start) // score.per_example
            if score.examples_start <= session.cursor < score.gradient_start:
                within = (session.cursor - score.examples_start) % score.per_example
            else:
                within = 1
            k = score.examples_start + i * score.per_example + within
        return score.end(k, self._granularity)

    def _band_at(self, y: float) -> bands.Band:
        return self.overview if y < (self._upper.bottom() + self._lower.top()) / 2 else self.detail

    # --- a person ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = self._band_at(event.position().y())
            self._hovered = None
            QToolTip.hideText()
            self._session.go(self.target(self._dragged, event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or tell where a click would go."""
        x = event.position().x()
        if self._dragged is not None:
            self._session.go(self.target(self._dragged, x))
            return
        self._hovered = (self._band_at(event.position().y()), x)
        text = self._sentence(self.target(*self._hovered))
        QToolTip.showText(event.globalPosition().toPoint() + QPoint(0, 8), text, self)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragged = None

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the mouse was."""
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step: through examples over the upper band, at the granularity chosen over the lower."""
        turn = event.angleDelta()
        self._turned -= turn.y() or turn.x()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        session = self._session
        for _ in range(abs(notches)):
            if self._band_at(event.position().y()) is self.overview:
                session.show_example(session.example + (1 if notches > 0 else -1))
            elif notches > 0:
                session.step_forward()
            else:
                session.step_back()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys, with Ctrl through examples; Home and End go to the ends."""
        session = self._session
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Right if control:
                session.show_example(session.example + 1)
            case Qt.Key.Key_Left if control:
                session.show_example(session.example - 1)
            case Qt.Key.Key_Right:
                session.step_forward()
            case Qt.Key.Key_Left:
                session.step_back()
            case Qt.Key.Key_Home:
                session.first_step()
            case Qt.Key.Key_End:
                session.last_step()
            case _:
                super().keyPressEvent(event)

    # --- Qt ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QEvent) -> None:
        """Lay the bands out for another width."""
        del event
        self._layout()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the bands out for another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self._layout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both bands, and how the lower one is a part of the upper."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPointSizeF(0.82 * small.pointSizeF())
        painter.setFont(small)
        ribbon = Ribbon(painter, self._theme, self._session)
        ribbon.overview(self.overview, self._upper)
        ribbon.lens(self.overview, self._upper, self._lower)
        ribbon.detail(self.detail, self._lower)
        if self._hovered is not None:
            band, x = self._hovered
            area = self._upper if band is self.overview else self._lower
            ribbon.ghost(area, x)
        if self.hasFocus():
            ribbon.focus(QRectF(self.rect()))
        painter.end()
