"""What one sees in a movie: the network, and beside or below it what explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from bpviz.ui import theme as themes
from bpviz.ui.algorithm import AlgorithmPanel
from bpviz.ui.equation import EquationPanel
from bpviz.ui.network.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QLayout

    from bpviz.session import Session
    from bpviz.ui.theme import Theme

Contents = Literal["network", "equation", "algorithm"]
CONTENTS: Final[tuple[Contents, ...]] = ("network", "equation", "algorithm")
# Height, in pixels with text of the usual size, that the parts are laid out in; the picture is
# enlarged from there to its size.
_HEIGHTS: Final[dict[Contents, int]] = {"network": 470, "equation": 640, "algorithm": 660}
_BESIDE, _BELOW = 0.4, 0.33  # of the whole, what the parts that explain take there
_WIDE: Final = 1.25  # width ÷ height from which on there is room beside the network
_NARROWEST: Final = 460.0


def logical_size(size: QSize, contents: Contents) -> QSize:
    """Return the size in which a page is laid out that is shown in so many pixels."""
    low = size.width() < _WIDE * size.height()
    height = _HEIGHTS[contents] * (1.35 if low and contents == "algorithm" else 1.0)
    return size * (max(_NARROWEST / size.width(), height / size.height()))


class Page(QWidget):
    """The parts of a movie, laid out but never on the screen.

    Parameters
    ----------
    session
        Whose moments it shows; the movie's own.
    theme
        The colours, whatever those of the window are.
    contents
        The network alone, or also the equation, or the algorithm too.
    size
        In which it is laid out.
    training
        Whether training is seen: the curve of J(Θ) then takes the place of the other parts.
    """

    def __init__(
        self, session: Session, theme: Theme, contents: Contents, size: QSize, *, training: bool
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._among: str | None = None  # what the rest of the program wears
        self.dress()
        self.resize(size)
        self.stage = Stage(session, theme)
        self._session = session
        self._equation: EquationPanel | None = None
        beside = contents == "algorithm" and size.width() >= _WIDE * size.height()
        direction = QBoxLayout.Direction
        parts = QBoxLayout(direction.LeftToRight if beside else direction.TopToBottom, self)
        _close_up(parts)
        parts.addWidget(self.stage, 1)
        if contents != "network":
            explaining = self._explaining(with_algorithm=contents == "algorithm", training=training)
            if beside:
                explaining.setFixedWidth(round(_BESIDE * size.width()))
            else:
                share = 1.6 * _BELOW if contents == "algorithm" else _BELOW
                explaining.setFixedHeight(round(share * size.height()))
            parts.addWidget(explaining)

    def dress(self) -> bool:
        """Put on the theme, if the rest of the program has another since; return whether it had."""
        application = QApplication.instance()
        worn = application.styleSheet() if isinstance(application, QApplication) else ""
        if worn == self._among:
            return False
        self._among = worn
        themes.apply(self, self._theme, 1.0)
        for part in self.findChildren(QWidget):  # the program's colours have gone to each of them
            part.setPalette(self.palette())
        return True

    def _explaining(self, *, with_algorithm: bool, training: bool) -> QWidget:
        """Return the parts that explain: algorithm and equation, or the curve."""
        whole = QWidget()
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom, whole)
        _close_up(column)
        if with_algorithm:
            algorithm = AlgorithmPanel(self._session, self._theme)
            algorithm.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            line = algorithm.fontMetrics().height()
            algorithm.setFixedHeight(algorithm.sizeHint().height() + line)
            column.addWidget(algorithm)
        if training:
            column.addWidget(self._curve(), 1)
        else:
            self._equation = EquationPanel(self._session, self._theme)
            self._equation.tools.hide()
            themes.lay_on_surface(self._equation)
            column.addWidget(self._equation, 1)
        return whole

    def _curve(self) -> QWidget:
        from bpviz.ui.plot import CostPlot  # noqa: PLC0415 (pyqtgraph takes a while)
        from bpviz.ui.plot.header import Header  # noqa: PLC0415

        plot = CostPlot(self._session, self._theme)
        for control in (*plot.findChildren(Header), plot.strip):
            control.setMaximumHeight(0)
        plot.refresh()  # now, in the movie's language, and not when there is time for it
        return plot

    def refresh(self) -> None:
        """Write everything anew that may have been written while another language was in force."""
        if self._equation is not None:
            self._equation.refresh()

    def at_rest(self) -> bool:
        """Whether nothing is being laid out that takes longer than a turn of the event loop."""
        return not any(timer.isActive() for timer in self.findChildren(QTimer))


def _close_up(layout: QLayout) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
