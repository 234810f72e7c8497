"""What is drawn is what ziamath draws, in the colours asked for, with every number in its box."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from bpviz.trace.formula import Formula, Piece, num, op
from bpviz.ui.formula import Typeset, typeset
from bpviz.ui.formula.engine import ziamath

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = 40.0
COLOURS = {"a": "#ff0000", "z": "#0000ff"}


def canvas(width: float, height: float, paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(round(width) + 2, round(height) + 2, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def drawn(formula: Formula | str) -> tuple[Typeset, QImage]:
    made = typeset(formula, COLOURS, "#000000", SIZE)
    return made, canvas(made.width, made.height, made.paint)


def darkness(image: QImage) -> list[int]:
    return [
        255 - image.pixelColor(x, y).lightness()
        for y in range(image.height())
        for x in range(image.width())
    ]


def difference(one: QImage, other: QImage) -> float:
    """The share of ink that lies elsewhere, seen from three steps back.

    Where digits of unequal height meet, a shape may stand a tenth of a pixel elsewhere.
    """
    far = (one.width() // 3, one.height() // 3)
    modes = (Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    here, there = (darkness(image.scaled(*far, *modes)) for image in (one, other))
    return sum(abs(a - b) for a, b in zip(here, there, strict=True)) / max(1, sum(there))


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{\partial J}{\partial \Theta^{(l)}_{ij}}",
        r"31.4159 + x^{26}_{53} - \frac{58}{97}",
        r"\sum_{i=1}^{m} y_k \log h_\Theta",
        r"g'(z) = \sqrt{2} \approx 1.41",
        r"\left(\frac{1}{2}\right)^{10}",
        r"\text{для каждого слоя}",
        r"x \mapsto \tanh x",
    ],
)
def test_it_is_drawn_as_ziamath_draws_it(latex: str) -> None:
    made, image = drawn(latex)
    ziamath().config.svg2 = False
    math = ziamath().Latex(latex, size=SIZE, margin=0)
    svg = math.svgxml()
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    renderer = QSvgRenderer(QByteArray(ET.tostring(svg)))

    def reference(painter: QPainter) -> None:
        renderer.render(painter, QRectF(left, made.baseline + top, width, height))

    assert difference(image, canvas(made.width, made.height, reference)) < 0.1


def test_digits_dropped_into_a_known_shape_are_the_right_ones() -> None:
    typeset("12.34 = x^{(5)}_{67}", {}, "#000000", SIZE)
    _, image = drawn("98.05 = x^{(3)}_{12}")
    _, wrong = drawn("98.05 = x^{(1)}_{32}")
    ziamath().config.svg2 = False
    svg = ziamath().Latex("98.05 = x^{(3)}_{12}", size=SIZE, margin=0).svgxml()
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    renderer = QSvgRenderer(QByteArray(ET.tostring(svg)))
    made = typeset("98.05 = x^{(3)}_{12}", {}, "#000000", SIZE)
    place = QRectF(left, made.baseline + top, width, height)
    truth = canvas(made.width, made.height, lambda painter: renderer.render(painter, place))
    assert difference(image, truth) < 0.03
    assert difference(wrong, truth) > 0.06


def test_its_svg_looks_like_it() -> None:
    made, image = drawn((Piece("z", "z"), op("="), num(-0.25, 4, "a", 3, factor=True)))
    renderer = QSvgRenderer(QByteArray(made.svg()))
    assert renderer.isValid()
    place = QRectF(0.0, 0.0, made.width, made.height)
    other = canvas(made.width, made.height, lambda painter: renderer.render(painter, place))
    assert difference(image, other) < 0.02


def ink_box(image: QImage, colour: str) -> QRectF:
    """The box around all pixels of a pure colour."""
    found = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).name() == colour
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_every_number_is_in_its_box_and_in_its_colour() -> None:
    formula = (
        Piece("z", "z"),
        op("="),
        num(0.5, 4, "a", 7, factor=True),
        op(r"\cdot \frac{"),
        num(-2.5, 4, "other", 8, factor=False),
        op("}{m}"),
    )
    made, image = drawn(formula)
    assert [spot.index for spot in made.hotspots] == [2, 4]
    assert [spot.piece.origin for spot in made.hotspots] == [7, 8]
    ink, box = ink_box(image, "#ff0000"), made.hotspots[0].box
    assert box.adjusted(-1, -1, 1, 1).contains(ink)
    assert box.width() - ink.width() < 0.15 * SIZE
    assert box.height() - ink.height() < 0.15 * SIZE
    assert ink_box(image, "#0000ff").right() < box.left()
    assert made.hotspots[1].box.top() < box.top()  # the numerator stands higher


def test_the_boxes_of_a_matrix_form_a_grid() -> None:
    cells = [num(0.1 * k - 0.25, 4, "a", k, factor=False) for k in range(6)]
    row = (cells[0], op("&"), cells[1], op("&"), cells[2])
    below = (cells[3], op("&"), cells[4], op("&"), cells[5])
    made = typeset(
        (op(r"\begin{pmatrix}"), *row, op(r"\\"), *below, op(r"\end{pmatrix}")),
        COLOURS,
        "#000000",
        SIZE,
    )
    boxes = [spot.box for spot in made.hotspots]
    assert [spot.piece.origin for spot in made.hotspots] == list(range(6))
    for column in range(3):
        assert boxes[column].left() == pytest.approx(boxes[column + 3].left(), abs=0.1)
        assert boxes[column].bottom() < boxes[column + 3].top()
    assert boxes[0].right() < boxes[1].left() < boxes[1].right() < boxes[2].left()


def test_lines_are_broken_at_the_width() -> None:
    terms = [part for k in range(8) for part in (op("+"), num(k, 4, "a", k, factor=True))]
    formula = (Piece("z", "z"), op("="), *terms[1:])
    whole = typeset(formula, COLOURS, "#000000", SIZE)
    broken = typeset(formula, COLOURS, "#000000", SIZE, whole.width / 3)
    assert whole.lines == 1
    assert broken.lines > 3
    assert broken.width <= whole.width / 3
    assert broken.height > 3 * whole.height
    assert [spot.index for spot in broken.hotspots] == [spot.index for spot in whole.hotspots]


def test_a_change_of_digits_moves_nothing() -> None:
    def sizes(value: float) -> tuple[float, float]:
        made = typeset((num(value, 4, "a", 0, factor=True),), COLOURS, "#000000", SIZE)
        return made.width, made.height

    assert sizes(0.1111) == sizes(0.9876) == sizes(8.8888)


@pytest.mark.parametrize(
    "latex",
    [
        r"\delta^{(l)} := (\Theta^{(l)})^{\mathsf T} \delta^{(l+1)} \odot g'(z^{(l)})",
        r"\begin{pmatrix} 1 & \cdots & 2 \\ \vdots & \ddots & \vdots \\ 3 & & 4 \end{pmatrix}",
        r"\begin{cases} a & j = 0 \\ b & j \neq 0 \end{cases}",
        r"\frac{\lambda}{2m} \sum_{l=1}^{L-1} \sum_{j \ge 1} \left(\Theta^{(l)}_{ij}\right)^2",
        r"0{,}5 \cdot 10^{-7}",
        r"0.5 − 0.3",
        r"\max(0,\, z),\quad \operatorname{ReLU}, \mathrm{softmax}",
        r"\Delta^{(1)} \in \mathbb{R}^{25\times 65}",
        r"\begin{pmatrix}" + r"1\\" * 20 + r"1\end{pmatrix}",  # brackets assembled from parts
    ],
)
def test_what_the_lessons_write_is_typeset(latex: str) -> None:
    made, image = drawn(latex)
    assert made.width > SIZE
    assert sum(darkness(image)) > 0


def test_a_colour_in_the_latex_itself_counts() -> None:
    _, image = drawn(r"a + \textcolor{#00ff00}{b}")
    assert ink_box(image, "#00ff00").left() > SIZE


def test_it_is_drawn_where_asked(qapp: QApplication) -> None:
    del qapp
    made = typeset("a", {}, "#ff0000", SIZE)
    near = canvas(200, 100, lambda painter: made.paint(painter, QPointF(10, 5)))
    far = canvas(200, 100, lambda painter: made.paint(painter, QPointF(110, 25)))
    moved = ink_box(near, "#ff0000").translated(100, 20)
    assert moved == ink_box(far, "#ff0000")


def test_unreadable_latex_is_refused() -> None:
    with pytest.raises(ValueError, match=r"frac"):
        typeset(r"\frac{1}", {}, "#000000", SIZE)


@pytest.mark.parametrize(
    "inner",
    [r"\sum_{k} x", r"\sum^n x", r"\prod_k x", r"\frac{\sum_k x}{m}", r"\sum_k \sum_{i=1}^{m} x"],
)
def test_brackets_are_a_little_higher_than_the_sum_in_them(inner: str) -> None:
    bare = typeset(inner, {}, "#000000", SIZE)
    for left, right in ("()", "[]", "||"):
        made = typeset(rf"\left{left} {inner} \right{right}", {}, "#000000", SIZE)
        assert bare.height <= made.height < 2 * bare.height


def lines(latex: str) -> tuple[list[QRectF], list[QRectF], Typeset]:
    """Return the upright and the level lines of a formula."""
    made = typeset(latex, {}, "#000000", SIZE)
    boxes = [path.boundingRect() for _, path in made.marks]
    upright = [box for box in boxes if box.width() < 0.06 * SIZE and box.height() > SIZE]
    level = [box for box in boxes if box.height() < 0.06 * SIZE and box.width() > SIZE]
    return upright, level, made


def test_the_lines_between_columns_and_rows_are_drawn() -> None:
    upright, level, made = lines(
        r"\begin{array}{c|cc} M & M & M \\ \hline M & M & M \\ M & M & M \end{array}"
    )
    (column,), (row,) = upright, level
    glyphs = [path.boundingRect() for _, path in made.marks if path.elementCount() > 5]
    assert len(glyphs) == 9
    assert sum(box.right() < column.left() for box in glyphs) == 3
    assert sum(box.left() > column.right() for box in glyphs) == 6
    assert sum(box.bottom() < row.top() for box in glyphs) == 3
    assert sum(box.top() > row.bottom() for box in glyphs) == 6
    assert column.top() >= -1e-9
    assert column.bottom() <= made.height + 1e-9
    assert lines(r"\begin{array}{ccc} M & M & M \\ M & M & M \end{array}")[:2] == ([], [])


def test_it_tells_where_its_last_line_ends() -> None:
    made = typeset((op("a"), op(" = b"), op(" + c"), op(" = d")), {}, "#000000", SIZE, 3 * SIZE)
    one = typeset("a = b + c", {}, "#000000", SIZE)
    assert made.lines > 1
    assert made.end[0] < made.width
    assert made.baseline < made.end[1] < made.height
    assert one.end == pytest.approx((one.width, one.baseline))
