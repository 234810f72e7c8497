"""Rows of Θ⁽¹⁾ as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.session import Unit, Weight
from bpviz.text import number, translate
from bpviz.ui.matrices.heat import Shades
from bpviz.ui.names import entry
from bpviz.ui.portions import Portions
from bpviz.ui.shares import greatest
from bpviz.ui.watching import watch

from .gallery import Gallery, Tile
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.core import Array, Network
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut

_A_PORTION = 20  # pictures


class WeightsPage(Page):
    """What each unit of layer 2 looks for in a picture: the weights from its points."""

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self._shades = Shades(theme)
        self._shown: Network | None = None
        self.gallery = Gallery(theme, session.data.frame, lines=1)
        self.gallery.setObjectName("learnt.weights")
        self.gallery.setAccessibleName(translate("LearntPanel", "Rows of Θ⁽¹⁾ as pictures"))
        self.gallery.picked.connect(lambda n: session.select(Unit(2, n + 1)))
        self.portions = Portions(self.gallery.viewport(), self._work, finest=0)
        self.gallery.portions = self.portions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.gallery)
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.selection_changed, self._selection_changed)
        self._selection_changed()

    def sentence(self) -> str:
        """Say what is to be seen."""
        network = self._shown or self._session.trace.network
        words = translate(
            "LearntPanel",
            "Row i of Θ⁽¹⁾, without the bias weight: the points for (blue) and against (orange, "
            "−) unit i. Full colour: ±{most}. Click one to select its unit.",
        )
        return words.format(most=number(_scale(network), 2))

    def _work(self, detail: int) -> Iterator[None]:
        del detail
        network = self._session.trace.network
        weights = network.theta[0][:, 1:]
        scale = _scale(network)
        data = self._session.data
        side = self.gallery.side[1] // data.frame[0]
        cell = (side, side) if side > 1 else (1, 1)
        tiles = []
        for n, row in enumerate(weights):
            picture = self._shades.image(data.drawn(row), scale, cell, minus=True)
            tiles.append(Tile(picture, f"i = {n + 1}", _words(n + 1, row)))
            if n % _A_PORTION == 0:
                yield
        self._shown = network
        self.gallery.show_tiles(tiles)
        self.told.emit()

    def _network_changed(self) -> None:
        """Show no rows of weights that have gone: there may be fewer units now."""
        self._shown = None
        self.gallery.show_tiles(())
        self.portions.ask(afresh=True)

    def _moment_changed(self) -> None:
        if self._session.trace.network is not self._shown:
            self.portions.ask()

    def _selection_changed(self) -> None:
        match self._session.selection:
            case Unit(layer=2, unit=unit) | Weight(layer=1, unit=unit) if unit > 0:
                self.gallery.mark(unit - 1)
            case _:
                self.gallery.mark(None)


def _scale(network: Network) -> float:
    """Return the greatest |weight|, which has the full colour."""
    return greatest([network.theta[0][:, 1:]], otherwise=0.0)


def _words(unit: int, row: Array) -> str:
    """Say which weights of a row are the strongest."""
    most, least = int(row.argmax()), int(row.argmin())
    words = translate("LearntPanel", "Unit {unit} of layer 2: largest {most}, smallest {least}")
    return words.format(
        unit=unit,
        most=f"{entry('Theta', 1, unit, most + 1)} = {number(float(row[most]), 3)}",
        least=f"{entry('Theta', 1, unit, least + 1)} = {number(float(row[least]), 3)}",
    )
