"""The examples that the network is most mistaken about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpviz.text import number, translate
from bpviz.ui.classes import class_names, verdict
from bpviz.ui.counts import grouped
from bpviz.ui.greys import Greys
from bpviz.ui.portions import Portions
from bpviz.ui.watching import watch

from .gallery import Gallery, Tile
from .judging import judge, nothing_judged
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.core import Network
    from bpviz.data import DataSet
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

    from .cut import Cut
    from .judging import Judged

_MOST: Final = 48
_A_PORTION: Final = 12  # tiles


class MistakesPage(Page):
    """Training examples that are pictures, those with the largest loss first.

    While the pointer rests on them, they keep their places.
    """

    def __init__(
        self, session: Session, theme: Theme, cut: Cut, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, cut, parent)
        self._greys = Greys(theme, session.data)
        self._names = class_names(session.data)
        self._judged: Network | None = None
        self._examples = session.data.Y  # that the tiles are of, even if an input is changed
        self._waiting: tuple[list[int], list[Tile]] | None = None
        self.rows: list[int] = []
        self.gallery = Gallery(theme, session.data.frame, lines=2)
        self.gallery.setObjectName("learnt.mistakes")
        self.gallery.setAccessibleName(translate("LearntPanel", "The most mistaken examples"))
        self.gallery.picked.connect(self._pick)
        self.gallery.left.connect(self._show_waiting)
        self.portions = Portions(self.gallery.viewport(), self._work, finest=0)
        self.gallery.portions = self.portions
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.gallery)
        watch(self, session.moment_changed, self._moment_changed)

    def sentence(self) -> str:
        """Say what is to be seen."""
        if not self._session.data.tells_classes:
            return translate(
                "LearntPanel",
                "The training examples with the largest loss: number of the example and the loss. "
                "Click one to walk through it.",
            )
        return translate(
            "LearntPanel",
            "The training examples with the largest loss: true class, what the network says, and "
            "the loss. Click one to walk through it.",
        )

    def renew(self) -> None:
        """Judge other data."""
        data = self._session.data
        self._greys = Greys(self._theme, data)
        if data.Y is not self._examples:
            self._examples = data.Y
            self.rows, self._waiting = [], None
            self.gallery.show_tiles(())
        self.portions.ask(afresh=True)

    def _work(self, detail: int) -> Iterator[None]:
        del detail
        network, data = self._session.trace.network, self._session.data
        judged = nothing_judged(len(data.train))
        yield from judge(network, data.X_train, data.Y_train, judged)
        rows = worst(judged, _MOST)
        yield
        labels = data.labels[data.train[rows]].tolist() if data.tells_classes else [None] * _MOST
        tiles = []
        for row, label in zip(rows, labels, strict=False):
            tiles.append(self._tile(data, judged, row, label))
            if len(tiles) % _A_PORTION == 0:
                yield
        self._judged = network
        self._waiting = rows, tiles
        if not (self.gallery.underMouse() and self.rows):
            self._show_waiting()

    def _tile(self, data: DataSet, judged: Judged, row: int, label: int | None) -> Tile:
        # Of the data that were judged: between two portions the session may have got others.
        loss = number(float(judged.losses[row]), 2)
        picture = self._greys.image(data.X[data.train[row]])
        if label is None:
            words = translate("LearntPanel", "Example {i}: its loss is {loss}")
            return Tile(
                picture, f"{grouped(row + 1)}\n{loss}", words.format(i=grouped(row + 1), loss=loss)
            )
        names, said = self._names, int(judged.said[row])
        wrong = label != said
        caption = f"{names[label]} {'✗' if wrong else '✓'} {names[said]}"
        words = translate("LearntPanel", "{verdict}; its loss is {loss}").format(
            verdict=verdict(names, label, said, row + 1), loss=loss
        )
        return Tile(picture, f"{caption}\n{loss}", words, wrong)

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.rows, tiles = self._waiting
            self._waiting = None
            self.gallery.show_tiles(tiles)
            self._mark()

    def _pick(self, n: int) -> None:
        self._session.show_example(self.rows[n] + 1)

    def _mark(self) -> None:
        row = self._session.example - 1
        self.gallery.mark(self.rows.index(row) if row in self.rows else None)

    def _moment_changed(self) -> None:
        self._mark()
        if self._session.trace.network is not self._judged:
            self.portions.ask()


def worst(judged: Judged, count: int) -> list[int]:
    """Return the examples with the largest losses, the largest first."""
    count = min(count, len(judged.losses))
    candidates = np.argpartition(-judged.losses, count - 1)[:count]
    ordered: list[int] = candidates[np.argsort(-judged.losses[candidates], kind="stable")].tolist()
    return ordered
