"""How a network is laid out: how many columns, how large the units, how wide the gaps."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from bpviz.data.pictures import places

from .layout import Box, Column, Layout, Room

# More units than this do not stand in one column but in several, as in a honeycomb; beyond four
# full columns the rest is counted.
SINGLE: Final = 14
MOST_ROWS: Final = 14
ROWS: Final = 16  # that a picture or a honeycomb divides the height into
COLUMNS: Final = 4
HONEYCOMB: Final = 0.87  # distance of columns ÷ distance of units: √3 / 2
BIAS_ROW: Final = 0.75  # of the distance of units, for the bias unit above them
BIAS_SIZE: Final = 0.62  # of a unit's radius
MOST_FILLED: Final = 0.4  # radius ÷ distance of units
# Edges need their way. In a narrow view first the numbers beside the outputs go, then the names of
# inputs, then those of outputs; then everything becomes smaller. Each with the width of the gaps
# between layers, in radii, from which on it need not go further.
_CONCESSIONS: Final = (
    (True, True, True, 2.5),
    (True, False, True, 1.8),
    (False, False, True, 1.1),
    (False, False, False, 1.0),
)


def lay_out(room: Room) -> Layout:
    """Return where everything stands."""
    for names, beside, classes, least in _CONCESSIONS:
        laying = _Laying(room, names=names, beside=beside, classes=classes)
        if laying.gap >= least * laying.inner.radius:
            return laying.layout()
    size = 1.0
    while laying.gap < laying.inner.radius:
        size *= 0.9
        laying = _Laying(room, names=False, beside=False, classes=False, size=size)
    return laying.layout()


class _Spacing(NamedTuple):
    """Distance and radius of units in one column, and lines of text at each."""

    pitch: float
    radius: float
    captions: int


class _Laying:
    """Lays one network out, from both sides towards the middle.

    Parameters
    ----------
    room
        What has to fit.
    names, beside, classes
        Whether inputs are named, numbers written beside small outputs, outputs named.
    size
        Of units and pictures, of the usual.
    """

    def __init__(
        self, room: Room, *, names: bool, beside: bool, classes: bool, size: float = 1.0
    ) -> None:
        self.room, self.size = room, size
        em, width, height = room.em, room.width, room.height
        self.margin = 0.6 * em
        self.line = max(min(1.45 * em, 0.1 * height), room.header)
        self.top = 0.6 * self.margin
        self.bottom = min(1.7 * em, 0.12 * height)
        above = self.top + 2 * self.line
        self.body = Box(self.margin, above, width - 2 * self.margin, height - above - self.bottom)
        self.inner = self._space_out()
        self.outputs = self._outputs()

        classed = min(room.classes, 0.22 * width) if classes else 0.0
        self.classes = classed if classed >= min(room.classes, 3.5 * em) else 0.0
        named = names and room.layers[0] <= SINGLE and not room.picture
        # Below a unit, half of a name stands where there are only edges anyway.
        share = 0.22 if self.inner.captions > 0 else 0.2
        width_named = min(room.names, share * width) if named else 0.0
        self.names = width_named if width_named >= min(room.names, 3.5 * em) else 0.0
        self.names_below = self.inner.captions > 0 and self.names > 0.0
        self.first = self.margin + (self.names + 0.5 * em if self.names else 0.0)
        if self.names_below:
            self.first = self.margin + max(0.0, self.names / 2 - self.inner.radius)
        self._lay_right_side(beside=beside)

        span = self.last - self.first
        self.shapes = [self._shape(n, units, span) for n, units in enumerate(room.layers)]
        widths = sum(width for width, _, _ in self.shapes)
        self.gap = (span - widths) / (len(room.layers) - 1)

    def _space_out(self) -> _Spacing:
        """Return distance, radius and lines of text of units that stand in one column."""
        room, em, layers = self.room, self.room.em, self.room.layers
        last = len(layers) - 1
        rows = [
            units + (BIAS_ROW if n < last else 0.0)
            for n, units in enumerate(layers)
            if units <= SINGLE and not (n == 0 and room.picture)
        ]
        height = self.body.height
        pitch = min(height / max(rows, default=ROWS), 0.24 * height)
        if pitch >= 5.2 * em:
            captions, radius = 2, (pitch - 2.5 * em) / 2
        elif pitch >= 3.2 * em:
            captions, radius = 1, (pitch - 1.25 * em) / 2
        else:
            captions, radius = 0, MOST_FILLED * pitch
        # A narrow view: units must leave most of the way to the next layer to the edges.
        narrow = 0.27 * room.width / (len(layers) + 1)
        radius = self.size * min(radius, MOST_FILLED * pitch, narrow)
        return _Spacing(pitch, radius, captions)

    def _outputs(self) -> _Spacing:
        """Return the same for layer L: as the others, or closer, since each has a class."""
        if self.room.layers[-1] <= SINGLE:
            return self.inner
        pitch = max(self.body.height / self.room.layers[-1], 0.95 * self.room.em)
        return _Spacing(pitch, self.size * MOST_FILLED * pitch, 0)

    def _lay_right_side(self, *, beside: bool) -> None:
        """Place what stands right of layer L, and find where that ends."""
        room, em, width = self.room, self.room.em, self.room.width
        pitch, radius, captions = self.outputs
        space = min(0.75 * em, 0.02 * width)
        self.class_left = width - self.margin - self.classes
        half = min(max(0.63 * em, 0.62 * radius), 1.6 * em, 0.4 * pitch)
        self.target = self.class_left - (space if self.classes else 0.0) - half, half
        gauge = 0.42 * em
        self.gauge = self.target[0] - half - space - gauge / 2, gauge
        numbers = room.beside if beside and captions == 0 else 0.0
        # Numbers under the output units reach further than these.
        under = 0.5 * room.caption - radius + 0.3 * em if captions else 0.0
        self.beside = self.gauge[0] - gauge / 2 - max(space, under) - numbers, numbers
        self.last = self.beside[0] - (0.35 * em if numbers else 0.0)

    def layout(self) -> Layout:
        """Return the layout."""
        names_right = self.first - 0.5 * self.room.em
        if self.names_below:
            names_right = self.first + self.inner.radius
        return Layout(
            self.room,
            self._columns(),
            self.body,
            line=self.line,
            header=self.top + self.line / 2,
            matrices=self.top + 1.5 * self.line,
            footer=self.room.height - self.bottom / 2,
            names=(names_right, self.names),
            names_below=self.names_below,
            beside=self.beside,
            gauge=self.gauge,
            target=self.target,
            classes=(self.class_left, self.classes),
        )

    # --- layers ----------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        """Return the layers."""
        x, made = self.first, []
        for n, (width, columns, distance) in enumerate(self.shapes, start=1):
            if columns == 0:
                made.append(self._picture(x, distance))
            elif columns == 1:
                made.append(self._one_column(n, x + width / 2))
            else:
                made.append(self._honeycomb(n, x, columns, distance))
            x += width + self.gap
        return tuple(made)

    def _shape(self, n: int, units: int, span: float) -> tuple[float, int, float]:
        """Return width, number of columns (0: a picture) and distance of units of a layer."""
        height = self.body.height
        if n == 0 and self.room.picture:
            rows, columns = self.room.picture
            side = self.size * min(0.44 * height, 0.24 * self.room.width)
            cell = side / max(rows, columns)
            return cell * columns, 0, cell
        if units <= SINGLE:
            return 2 * self.inner.radius, 1, self.inner.pitch
        if n == len(self.room.layers) - 1:
            return 2 * self.outputs.radius, 1, self.outputs.pitch
        small = height / (ROWS + 1)
        most = int(0.5 * span / (len(self.room.layers) * HONEYCOMB * small))
        columns = max(2, min(COLUMNS, most, -(-units // MOST_ROWS)))
        rows = min(-(-units // columns), MOST_ROWS)
        distance = self.size * min(height / (rows + 3), 1.3 * small)
        return distance * (HONEYCOMB * (columns - 1) + 2 * MOST_FILLED), columns, distance

    def _one_column(self, layer: int, x: float) -> Column:
        units, body = self.room.layers[layer - 1], self.body
        last = layer == len(self.room.layers)
        pitch, radius, captions = self.outputs if last else self.inner
        places, height = units, body.height
        if units * pitch > height * (1 + 1e-9):  # only ever in layer L
            height -= self.room.em
            places = max(1, int(height / pitch))
        rows = places + (0.0 if last else BIAS_ROW)
        y = body.y + (height - rows * pitch) / 2
        bias = None
        if not last:
            bias = (x, y + BIAS_ROW * pitch / 2)
            y += BIAS_ROW * pitch
        # With one line of text, it stands below the unit: both together fill the place.
        lift = 0.5 * (pitch - 2 * radius) if captions == 1 else 0.0
        slots = np.array([(x, y + (n + 0.5) * pitch - lift) for n in range(places)])
        more = (x, body.bottom - 0.5 * self.room.em) if places < units else None
        return Column(layer, units, slots, radius, pitch, captions, bias, BIAS_SIZE * radius, more)

    def _honeycomb(self, layer: int, left: float, columns: int, pitch: float) -> Column:
        units, body = self.room.layers[layer - 1], self.body
        has_bias = layer < len(self.room.layers)
        radius = MOST_FILLED * pitch
        rows = min(-(-units // columns), MOST_ROWS)
        places = min(units, rows * columns)
        height = (rows + 0.5) * pitch
        y = body.y + (body.height - height) / 2 + (0.6 * pitch if has_bias else 0.0)
        column, row = np.divmod(np.arange(places), rows)
        slots = np.stack(
            (
                left + radius + column * HONEYCOMB * pitch,
                y + (row + 0.5 + 0.5 * (column % 2)) * pitch,
            ),
            axis=1,
        )
        middle = left + radius + HONEYCOMB * pitch * (columns - 1) / 2
        bias = (middle, y - 0.6 * pitch) if has_bias else None
        more = (middle, y + height + 0.35 * pitch) if places < units else None
        return Column(layer, units, slots, radius, pitch, 0, bias, 0.8 * radius, more)

    def _picture(self, left: float, cell: float) -> Column:
        rows, columns = self.room.picture or (1, 1)
        body = self.body
        top = body.y + 0.46 * body.height - cell * rows / 2
        box = Box(left, top, cell * columns, cell * rows)
        place = places((rows, columns), by_columns=self.room.by_columns)
        row, column = np.divmod(place, columns)
        slots = np.stack((left + (column + 0.5) * cell, top + (row + 0.5) * cell), axis=1)
        half = min(0.62 * box.height, body.bottom - box.bottom - 1.5 * self.room.em)
        weights = None
        if half > 1.5 * self.room.em:
            wide = half * columns / rows
            weights = Box(box.right - wide, body.bottom - half, wide, half)
        bias_radius = 0.024 * body.height
        bias = (max(box.right - bias_radius, left + bias_radius), top - 2.2 * bias_radius)
        return Column(
            1,
            rows * columns,
            slots,
            cell / 2,
            cell,
            0,
            bias,
            bias_radius,
            picture=box,
            weights_picture=weights,
        )
