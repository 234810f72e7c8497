"""What is happening, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bpviz.text import translate
from bpviz.training import OPTIMIZERS
from bpviz.ui.counts import grouped, of_layer
from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bpviz.session.session import Session
    from bpviz.trace import Granularity, Trace
    from bpviz.trace.score import Place

_SYMBOLS: Final = {"Delta": "Δ", "D": "D", "Theta": "Θ"}


def sentence(session: Session) -> str:
    """Return what the step on screen does, in the language in force.

    Line 9 shows the plain gradient step also where the optimiser that trains makes another.
    """
    told = sentence_at(session.trace, session.cursor, session.granularity)
    optimizer = OPTIMIZERS[session.training.settings.optimizer]
    if session.step.line != 9 or optimizer.at_line_9 not in {"own", "given"}:
        return told
    text = translate("Status", "{sentence} (the plain gradient step, not that of {optimizer})")
    return text.format(sentence=told, optimizer=optimizer.title())


def sentence_at(trace: Trace, k: int, granularity: Granularity) -> str:
    """Return what step k does: its unit or weight, or the whole of its layer.

    Parameters
    ----------
    trace
        Where the step is.
    k
        Its number, from 0.
    granularity
        At "unit" the sentence is about one number, else about the vectorised line.
    """
    place = trace.score.place(k)
    what = _unit(place) if granularity == "unit" else _layer(place)
    line = translate("Status", "line {line}: {what}").format(line=place.line, what=what)
    if place.example is None:
        return line[0].upper() + line[1:]
    example = translate("Status", "Example {i} of {m}").format(
        i=grouped(place.example), m=grouped(trace.m)
    )
    return f"{example}, {line}"


def _layer(place: Place) -> str:
    """Return what a vectorised line does."""
    layer = place.layer or 0
    match place.line:
        case 1:
            text = translate("Status", "{Delta} is set to zero")
        case 2:
            text = translate("Status", "the example is taken up")
        case 3:
            text = translate("Status", "the inputs x become a of layer 1")
        case 4:
            text = translate("Status", "z and a of layer {layer}")
        case 5:
            text = translate("Status", "δ of layer {layer}, the output")
        case 6 if layer == 1:
            text = translate("Status", "there is no δ of layer 1: x is given")
        case 6:
            text = translate("Status", "δ of layer {layer}")
        case 7:
            text = translate("Status", "the example’s share is added to {Delta}")
        case 8:
            text = translate("Status", "{D} = ∂J/∂{Theta}, the mean over the examples")
        case _:
            text = translate("Status", "{Theta} takes a step downhill")
    named = {name: of_layer(symbol, layer) for name, symbol in _SYMBOLS.items()}
    return text.format(layer=layer, **named)


def _unit(place: Place) -> str:
    """Return what a step for one unit or one weight does."""
    if place.symbol is None or place.line == 1:
        return _layer(place)
    layer, unit = place.layer or 0, place.unit or 0
    if place.line >= 7:
        if place.source == 0:
            text = translate("Status", "{symbol} of the weight from the bias unit to unit {unit}")
        else:
            text = translate("Status", "{symbol} of the weight from unit {source} to unit {unit}")
        symbol = of_layer(_SYMBOLS[place.symbol], layer)
        return text.format(symbol=symbol, source=place.source, unit=unit)
    if unit == 0:
        return translate("Status", "the bias unit of layer {layer} is 1").format(layer=layer)
    text = translate("Status", "{symbol} of unit {unit} in layer {layer}")
    symbol = {"delta": "δ"}.get(place.symbol, place.symbol)
    return text.format(symbol=symbol, unit=unit, layer=layer)


class StatusLabel(QLabel):
    """The sentence about the step on screen, cut short where there is no room."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label.status")
        self.setAccessibleName(translate("Status", "What is happening"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._session = session
        watch(self, session.moment_changed, self.refresh)
        watch(self, session.view_changed, self.refresh)
        watch(self, session.coming_changed, self.refresh)
        watch(self, session.training.changed, self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the moment."""
        session = self._session
        if session.coming is None:
            text = sentence(session)
        else:
            to_come = sentence_at(session.trace, session.coming, session.granularity)
            text = translate("Status", "Computing … {sentence}").format(sentence=to_come)
        if text != self.text():
            self.setText(text)
            self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        del event
        painter = QPainter(self)
        margin = round(0.35 * self.fontMetrics().height())
        room = self.rect().adjusted(margin, 0, -margin, 0)
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
