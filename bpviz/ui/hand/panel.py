"""The panel in which one changes x of the example and Θ by hand."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bpviz.session import Unit, Weight
from bpviz.text import grouped, number, translate
from bpviz.ui.greys import paper_of
from bpviz.ui.names import entry
from bpviz.ui.watching import watch

from .paint import PaintGrid
from .sliders import NumberSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from bpviz.session import Session
    from bpviz.ui.theme import Theme

_MOST: Final = 40  # inputs, and weights, that there are sliders for


class HandPanel(QScrollArea):
    """The x of the example on screen and the weights that are selected, to be changed by hand.

    A selected weight shows itself; a selected unit shows the weights that lead into it.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.hand")
        self.setAccessibleName(translate("HandPanel", "Change x and Θ by hand"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session = session
        self._theme = theme
        self._stale = True
        self._picture: PaintGrid | None = None
        self._inputs: list[NumberSlider] = []
        self._weights: list[tuple[Weight, NumberSlider]] = []
        watch(self, session.network_changed, self._network_changed)
        watch(self, session.selection_changed, self._rebuild)
        watch(self, session.moment_changed, self._show_moment)
        watch(self, session.edits.changed, self._show_edits)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the controls when they are first looked at."""
        super().showEvent(event)
        if self._stale:
            self._rebuild()

    def _network_changed(self) -> None:
        for slider in (*self._inputs, *(slider for _, slider in self._weights)):
            slider.fall_silent()  # what is typed and not confirmed was meant for the last network
        self._rebuild()

    def _rebuild(self) -> None:
        """Make the controls that suit the data and what is selected."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._picture, self._inputs, self._weights = None, [], []
        page = QWidget()
        column = QVBoxLayout(page)
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self._heading)
        self._add_inputs(column)
        self._add_weights(column)
        column.addLayout(self._undo_row())
        column.addStretch()
        if (old := self.takeWidget()) is not None:
            old.deleteLater()  # not at once, as setWidget would: one of its fields may be at work
        self.setWidget(page)
        self._show_moment()
        self._show_edits()

    def _add_inputs(self, column: QVBoxLayout) -> None:
        data = self._session.data
        if data.picture is not None:
            self._picture = PaintGrid(*data.picture, self._theme, paper_of(data))
            side = self._picture.sizeHint()
            self._picture.setFixedSize(side)
            self._picture.painted.connect(self._set_picture)
            column.addWidget(self._picture)
            return
        low, high = data.ends
        margin = np.maximum(0.25 * (high - low), 0.5)
        for j, name in enumerate(data.features[:_MOST]):
            slider = NumberSlider(
                f"number.x_{j + 1}",
                name,
                f"x<sub>{j + 1}</sub> {escape(name)}",
                (float(low[j] - margin[j]), float(high[j] + margin[j])),
                partial(self._raw, j),
            )
            slider.changed.connect(partial(self._set_one_input, j))
            column.addWidget(slider)
            self._inputs.append(slider)
        _tell_rest(column, len(data.features))

    def _raw(self, j: int, value: float) -> str:
        """Return what an input was before scaling."""
        scaler = self._session.data.scaler
        raw = value * float(scaler.scale[j]) + float(scaler.offset[j])
        return f"{self._session.data.features[j]}: {number(raw, self._session.digits)}"

    def _add_weights(self, column: QVBoxLayout) -> None:
        heading = QLabel(f"<b>{translate('HandPanel', 'Weights')}</b>")
        column.addWidget(heading)
        weights = _weights_of(self._session.selection, self._session.network.layers)
        if not weights:
            hint = translate("HandPanel", "Select a weight or a unit to change its Θ.")
            column.addWidget(QLabel(hint, wordWrap=True))
        for weight in weights[:_MOST]:
            name = entry("Theta", weight.layer, weight.unit, weight.source)
            slider = NumberSlider("number.weight", name, name, (-10.0, 10.0))
            slider.title.setStyleSheet(f"color: {self._theme.symbols['Theta']};")
            slider.changed.connect(partial(self._session.set_weight, weight))
            column.addWidget(slider)
            self._weights.append((weight, slider))
        _tell_rest(column, len(weights))

    def _undo_row(self) -> QHBoxLayout:
        self._undo = QPushButton(translate("HandPanel", "Undo"))
        self._undo.clicked.connect(self._session.edits.undo)
        self._redo = QPushButton(translate("HandPanel", "Redo"))
        self._redo.clicked.connect(self._session.edits.redo)
        row = QHBoxLayout()
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addStretch()
        return row

    # --- what a person changes -----------------------------------------------------------------

    def _set_picture(self, pixels: np.ndarray) -> None:
        self._session.set_input(self._session.data.undrawn(pixels))

    def _set_one_input(self, j: int, value: float) -> None:
        x = self._session.input_by_hand.copy()
        x[j] = value
        self._session.set_input(x)

    # --- what is to be seen --------------------------------------------------------------------

    def _show_moment(self) -> None:
        if self._stale or not self.isVisible():
            self._stale = True
            return
        session = self._session
        x = session.input_by_hand  # what waits to be put in force is not to be painted over
        heading = translate("HandPanel", "x of example {i}").format(i=grouped(session.example))
        self._heading.setText(f"<b>{heading}</b>")
        if self._picture is not None:
            self._picture.show_pixels(session.data.drawn(x))
        for slider, value in zip(self._inputs, x, strict=False):
            slider.show_value(float(value))
        for weight, slider in self._weights:
            theta = session.network.theta[weight.layer - 1]
            slider.show_value(float(theta[weight.unit - 1, weight.source]))

    def _show_edits(self) -> None:
        if not self._stale:
            self._undo.setEnabled(self._session.edits.can_undo)
            self._redo.setEnabled(self._session.edits.can_redo)


def _tell_rest(column: QVBoxLayout, n: int) -> None:
    """Say how many of `n` numbers have a slider, if not all have."""
    if n > _MOST:
        told = translate("HandPanel", "The first {shown} of {n} are shown.")
        told = told.format(shown=grouped(_MOST), n=grouped(n))
        column.addWidget(QLabel(told, wordWrap=True))


def _weights_of(selection: object, layers: tuple[int, ...]) -> list[Weight]:
    """Return the weight selected, or those that lead into the unit selected."""
    if isinstance(selection, Weight):
        return [selection]
    if isinstance(selection, Unit) and selection.layer > 1 and selection.unit > 0:
        below = selection.layer - 1
        return [Weight(below, selection.unit, j) for j in range(layers[below - 1] + 1)]
    return []
