"""What is written around the network: names of layers and matrices, inputs, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from bpviz.text import translate
from bpviz.ui.counts import grouped

from .ink import NO_PEN, eased, faded, part
from .layout import Box
from .symbols import Run, entry, given, letters, name, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from .layout import Column
    from .scene import Scene
    from .symbols import Label

# Sizes of names of layers and of a remark at a unit, of other text.
_TITLE, _REMARK = 1.22, 0.92
MATRIX: Final = 0.65  # size of the names of matrices, of their line


class Notes:
    """Writes around a network.

    Parameters
    ----------
    scene
        What it says.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.ink = scene.ink

    def draw(self, painter: QPainter) -> None:
        """Write everything that does not move."""
        self._layers(painter)
        self._matrices(painter)
        self._inputs(painter)
        self._more(painter)
        self._footer(painter)

    # --- header -----------------------------------------------------------------------------------

    def _layers(self, painter: QPainter) -> None:
        scene, layout, ink = self.scene, self.scene.layout, self.ink
        size, L = min(ink.indexed(_TITLE), 0.75 * layout.line), len(scene.layers)
        example = scene.picture.example if scene.picture.kind != "zero" else "i"
        i = example or scene.example
        right = layout.room.width
        y_label = (given("y", i),)
        y_width = ink.width(y_label, size)
        y_left = min(layout.target[0] - y_width / 2, right - y_width - 0.3 * ink.em)
        lit = scene.picture.kind == "difference"
        if "targets" not in scene.hidden:
            self._title(painter, y_label, y_left + y_width / 2, size, lit=lit)
        edge = y_left - 1.3 * ink.em
        middles = [column.middle for column in layout.columns]
        for n in range(L, 0, -1):
            # Half-way to the layer before is where that one's name may reach.
            before = (middles[n - 2] + middles[n - 1]) / 2 if n > 1 else 0.0
            label = self._fitting(self._layer_names(n, i), size, edge - before)
            half = ink.width(label, size) / 2
            middle = max(min(middles[n - 1], edge - half), 0.5 * ink.em + half)
            self._title(painter, label, middle, size, lit=scene.picture.layer == n)
            edge = middle - half - 0.7 * ink.em

    def _layer_names(self, layer: int, example: int | str) -> list[Label]:
        """Return what a layer may be called, from the longest to the shortest."""
        a = entry("a", layer)
        if layer == 1:
            return [(given("x", example), letters(" = "), a), (a,)]
        if layer == len(self.scene.layers):
            h = (Run("ℎ", lowered="Θ", symbol="a"), letters("("), name("x"), letters(")"))
            return [(*h, letters(" = "), a), h, (a,)]
        return [(a,)]

    def _fitting(self, labels: list[Label], size: float, room: float) -> Label:
        for label in labels:
            if self.ink.width(label, size) <= room:
                return label
        return labels[-1]

    def _title(
        self, painter: QPainter, label: Label, middle: float, size: float, *, lit: bool
    ) -> None:
        at = (middle, self.scene.layout.header)
        if lit:
            self._lit(painter, label, at, size)
        self.ink.label(painter, label, at, size)

    def _lit(self, painter: QPainter, label: Label, at: tuple[float, float], size: float) -> None:
        ink = self.ink
        width = ink.width(label, size) + 0.8 * ink.em
        box = QRectF(at[0] - width / 2, at[1] - 0.72 * size, width, 1.44 * size)
        painter.setPen(NO_PEN)
        painter.setBrush(ink.highlight)
        painter.drawRoundedRect(box, 0.4 * ink.em, 0.4 * ink.em)

    def _matrices(self, painter: QPainter) -> None:
        scene, ink = self.scene, self.ink
        size = min(ink.indexed(1.05), MATRIX * scene.layout.line)
        for layer in range(1, len(scene.layers)):
            left, right = scene.layout.gap(layer)
            at = ((left + right) / 2, scene.layout.matrices)
            lit = scene.picture.matrix == layer
            room = right - left + 0.6 * scene.column(layer + 1).radius
            label = self._fitting(self._matrix_names(layer, lit=lit), size, room)
            width = ink.width(label, size) + 0.5 * ink.em
            box = QRectF(at[0] - width / 2, at[1] - 0.65 * size, width, 1.3 * size)
            ink.ground(painter, box)
            if lit:
                self._lit(painter, label, at, size)
            ink.label(painter, label, at, size)

    def _matrix_names(self, layer: int, *, lit: bool) -> list[Label]:
        """Return what the edges between two layers show, from the longest to the shortest."""
        picture = self.scene.picture
        short = (entry(picture.on_edges, layer),)
        if not lit:
            return [short]
        Theta, Delta, D = (entry(symbol, layer) for symbol in ("Theta", "Delta", "D"))
        a, delta = entry("a", layer), entry("delta", layer + 1)
        transposed = letters(")ᵀ")
        match picture.kind:
            case "zero":
                return [(Delta, letters(" = 0")), (Delta,)]
            case "sum" | "layer":
                return [(Theta, letters(" "), a), short]
            case "back":
                return [(letters("("), Theta, transposed, letters(" "), delta), short]
            case "accumulate":
                product = (delta, letters("("), a, transposed)
                return [(Delta, letters(" + "), *product), short]
            case "average":
                mean = (Delta, letters(" / "), name("m"))
                penalty = (
                    letters(" + ("),
                    name("lambda"),
                    letters(" / "),
                    name("m"),
                    letters(") "),
                )
                full = (*mean, *penalty, Theta)
                return [(D, letters(" = "), *full), full, short]
            case "update":
                return [(Theta, letters(" − "), name("alpha"), letters(" "), D), short]
        return [short]

    # --- inputs and what is left out --------------------------------------------------------------

    def _inputs(self, painter: QPainter) -> None:
        scene, ink = self.scene, self.ink
        right, width = scene.layout.names
        column = scene.column(1)
        if not width or column.picture or column.units != len(column.slots):
            return
        names, below = scene.session.data.features, scene.layout.names_below
        for unit, (x, y) in zip(scene.placement.units[0], column.slots.tolist(), strict=True):
            text = ink.elided(names[unit - 1], width, ink.size)
            colour = ink.text if scene.picture.kind == "arrive" else ink.muted
            at = (x, y + column.radius + 0.6 * ink.em) if below else (right, y)
            ink.write(painter, text, at, ink.size, colour, align=0.5 if below else 1.0)

    def _more(self, painter: QPainter) -> None:
        for column in self.scene.layout.columns:
            if column.more is not None:
                hidden = column.units - len(column.slots)
                text = translate("NetworkView", "⋮ %n more", n=hidden)
                size = self.ink.legible(0.9)
                self.ink.write(painter, text, column.more, size, self.ink.muted)

    def left_out(self) -> list[str]:
        """Return what the view says about the weights it does not draw, longest first."""
        edges = self.scene.edges
        if len(edges) == edges.total or self.scene.hidden & {"weights", "bias"}:
            return []
        shown, total = grouped(len(edges)), grouped(edges.total)
        sentences = (
            translate(
                "NetworkView",
                "Showing {shown} of {total} weights: the strongest into each unit. "
                "Select a unit to see all of its weights.",
            ),
            translate(
                "NetworkView", "Showing {shown} of {total} weights: the strongest into each unit."
            ),
            translate("NetworkView", "{shown} of {total} weights"),
        )
        return [sentence.format(shown=shown, total=total) for sentence in sentences]

    def _footer(self, painter: QPainter) -> None:
        ink, layout = self.ink, self.scene.layout
        size = ink.legible(0.86)
        room = layout.body.width
        sentences = self.left_out()
        fitting = [s for s in sentences if ink.text_width(s, size) <= room] or sentences[-1:]
        if fitting:
            text = ink.elided(fitting[0], room, size)
            at = (layout.body.x, layout.footer)
            ink.write(painter, text, at, size, ink.muted, align=0.0)

    # --- remarks that belong to a step ------------------------------------------------------------

    def announce(self, painter: QPainter, progress: float) -> None:
        """Line 2: say which example comes."""
        ink, layout = self.ink, self.scene.layout
        shown = eased(part(progress, 0.0, 0.6))
        x = (layout.columns[0].right + layout.columns[-1].left) / 2
        y = layout.body.centre[1]
        size = min(3.2 * ink.size, 0.14 * layout.body.height)
        label = (name("i"), letters(" = "), words(grouped(self.scene.picture.example or 1)))
        rest = translate("NetworkView", "of %n examples", n=self.scene.session.trace.m)
        width = max(ink.width(label, size), ink.text_width(rest, ink.size)) + 3 * ink.em
        box = QRectF(x - width / 2, y - 1.0 * size, width, 1.9 * size + 1.1 * ink.em)
        painter.setOpacity(shown)
        ink.plate(painter, box, edge=ink.accent, opacity=0.96)
        ink.label(painter, label, (x, y - 0.1 * size), size)
        ink.write(painter, rest, (x, y + 0.85 * size + 0.1 * ink.em), ink.size, ink.muted)
        painter.setOpacity(1.0)

    def absent(self, painter: QPainter, progress: float) -> None:
        """Line 6 at layer 1: say why there is no δ⁽¹⁾."""
        ink, layout = self.ink, self.scene.layout
        left, right = layout.free_gap(1)
        width = max(right - left - 0.4 * ink.em, 6 * ink.em)
        reason = translate("NetworkView", "x is given: there is nothing to correct")
        lines = wrapped(reason, width - ink.em, lambda text: ink.text_width(text, ink.size))
        title = (words(translate("NetworkView", "no") + " "), entry("delta", 1))
        height = (len(lines) + 2.4) * 1.15 * ink.em
        x, y = (left + right) / 2, layout.body.centre[1]
        painter.setOpacity(eased(part(progress, 0.0, 0.6)))
        box = QRectF(x - width / 2, y - height / 2, width, height)
        ink.plate(painter, box, edge=ink.symbols["delta"], opacity=0.96)
        top = box.top() + 1.15 * ink.em
        ink.label(painter, title, (x, top), 1.3 * ink.size, colour=ink.symbols["delta"])
        for n, line in enumerate(lines, start=1):
            ink.write(painter, line, (x, top + (n + 0.25) * 1.15 * ink.em), ink.size, ink.text)
        painter.setOpacity(1.0)

    def bias_box(self, column: Column) -> Box:
        """Return where `without_lambda` writes, beside a bias unit."""
        ink = self.ink
        x, y = column.bias or (0.0, 0.0)
        width = ink.text_width(without_lambda(), ink.legible(_REMARK)) + 0.8 * ink.em
        left = x + column.bias_radius + 0.35 * ink.em
        return Box(left, y - 0.62 * ink.em, width, 1.24 * ink.em)

    def without_lambda(self, painter: QPainter) -> None:
        """Line 8: say at the bias unit that its weights are not regularised."""
        ink, column = self.ink, self.scene.column(self.scene.picture.matrix or 1)
        if column.bias is None:
            return
        box = self.bias_box(column)
        frame = QRectF(box.x, box.y, box.width, box.height)
        ink.plate(painter, frame, edge=faded(ink.symbols["lambda"], 0.8))
        ink.write(painter, without_lambda(), box.centre, ink.legible(_REMARK), ink.text)


def without_lambda() -> str:
    """Return what is said of the weights of a bias unit at line 8."""
    return translate("NetworkView", "bias: no λ")


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the text in lines no wider than `width`, as far as its words allow."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
