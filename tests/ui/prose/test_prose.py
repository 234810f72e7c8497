"""The widget: text and formulas set as one, at every width, size and theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from bpviz.ui.formula import typesetter
from bpviz.ui.prose import Prose
from bpviz.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


WORDS = "Ошибка выхода и для каждой единицы она своя"


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[..., Prose]]:
    made = []

    def show(text: str, width: int = 400, theme: Theme = LIGHT) -> Prose:
        prose = Prose(theme)
        made.append(prose)
        qtbot.addWidget(prose)
        prose.resize(width, 300)
        prose.set_text(text)
        prose.show()
        qtbot.waitUntil(prose.is_settled, timeout=10_000)
        return prose

    yield show
    for prose in made:
        prose.close()
    typesetter().close()


def picture(prose: Prose, ratio: float = 1.0) -> QImage:
    image = QImage(prose.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    prose.render(painter, QPoint())
    painter.end()
    return image


def has(image: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


def test_symbols_have_the_colours_of_the_window(make: Callable[..., Prose]) -> None:
    for theme in (LIGHT, DARK):
        image = picture(make(r"Words and $\delta \Theta$", theme=theme), 4.0)
        for symbol in ("delta", "Theta"):
            assert has(image, theme.symbols[symbol])
        assert not has(image, theme.symbols["z"])


def test_scripts_within_a_line_leave_the_distance_of_lines_alone(
    make: Callable[..., Prose],
) -> None:
    def height(text: str) -> float:
        page = make(text, 200)._page
        assert page is not None
        return page.size().height()

    line = height("М")
    for text in ("М " * 90, "М $a$ " * 40, r"М $\delta^{(4)}_k$ " * 25):
        lines = height(text) / line
        assert lines > 3
        assert lines == pytest.approx(round(lines), abs=0.01)


def test_it_takes_no_more_height_than_is_written_upon(make: Callable[..., Prose]) -> None:
    for text in ("Word", "Word $a$", r"Word $\delta^{(4)}_k$", "- one\n- two $z^{(2)}_j$"):
        prose = make(text, theme=replace(LIGHT, text="#000000", symbols={}))
        height = prose.heightForWidth(400)
        prose.resize(400, height + 40)
        image = picture(prose)
        rows = [
            y
            for y in range(image.height())
            if any(image.pixelColor(x, y).lightness() < 160 for x in range(400))
        ]
        line = prose.fontMetrics().height()
        assert rows[0] < 0.4 * line, text  # no distance of lines above the first
        assert height - 0.45 * line < rows[-1] < height, text  # and no script is cut off below


def test_a_line_of_formulas_alone_stands_as_far_from_others(make: Callable[..., Prose]) -> None:
    def height(text: str) -> float:
        page = make(text, 200)._page
        assert page is not None
        return page.size().height()

    words = "М " * 14
    assert height(f"{words}$a$.") == height(f"{words}М.")


def test_a_tall_formula_within_a_line_gets_the_room_it_needs(make: Callable[..., Prose]) -> None:
    flat = make("Words $a$ and words").heightForWidth(400)
    tall = make(r"Words $\frac{\partial J}{\partial\Theta}$ and words").heightForWidth(400)
    assert tall > 1.3 * flat


def test_a_narrow_text_is_taller_and_nothing_is_wider_than_it(make: Callable[..., Prose]) -> None:
    text = f"{WORDS}\n\n$$\\delta^{{(3)}} = (\\Theta^{{(3)}})^T \\delta^{{(4)}} + {'a + ' * 20} z$$"
    prose = make(f"{text}\n\n{'w' * 200}")
    assert prose.heightForWidth(150) > prose.heightForWidth(400)
    for width in (150, 400):
        prose.resize(width, prose.heightForWidth(width))
        beyond = picture(prose)
        rightmost = [beyond.pixel(width - 1, y) for y in range(beyond.height())]
        assert set(rightmost) == {QColor("white").rgb()} or len(set(rightmost)) < 40
        page = prose._page
        assert page is not None
        assert page.size().width() <= width + 1


def test_a_formula_nobody_can_read_is_shown_as_it_is_written(make: Callable[..., Prose]) -> None:
    prose = make(r"Look: $\frac{7$.")
    page = prose._page
    assert page is not None
    assert "frac{7" in page.toPlainText()


def test_the_text_before_stays_until_the_next_is_laid_out(
    qtbot: QtBot, make: Callable[..., Prose]
) -> None:
    prose = make("Before $a$")
    before = prose._page
    prose.set_text(r"After $\sqrt{\frac{x}{z}} + \sum_{k=7}^{93} \alpha$")
    assert not prose.is_settled()
    assert prose._page is before
    qtbot.waitUntil(prose.is_settled, timeout=10_000)
    assert prose._page is not before
    prose.set_text("Before $a$")  # known: at once
    assert prose.is_settled()


def test_another_size_of_text_sets_it_anew(make: Callable[..., Prose]) -> None:
    prose = make(f"{WORDS} $a$")
    before = prose.heightForWidth(300)
    font = prose.font()
    font.setPointSizeF(2 * font.pointSizeF())
    prose.setFont(font)
    assert prose.heightForWidth(300) > 2 * before


def test_it_is_as_sharp_as_the_screen(make: Callable[..., Prose]) -> None:
    prose = make(r"$\Theta$")
    coarse, fine = picture(prose, 1.0), picture(prose, 3.0)
    ink = QColor(LIGHT.symbols["Theta"]).rgb()

    def count(image: QImage) -> int:
        return sum(
            image.pixel(x, y) == ink for x in range(image.width()) for y in range(image.height())
        )

    assert count(fine) > 9 * count(coarse)  # whole pixels of ink grow faster than the area


def test_a_screen_reader_is_told_the_text(make: Callable[..., Prose]) -> None:
    assert make("**So** $a_1$").accessibleName() == "So a_1"


def test_a_formula_that_is_broken_keeps_off_the_lines_below(make: Callable[..., Prose]) -> None:
    formula = "$$" + " + ".join(["z^{(2)}_1"] * 12) + "$$"
    wide, narrow = (make(f"{formula}\n\nEnd", width)._page for width in (1200, 150))
    assert wide is not None
    assert narrow is not None
    lines = narrow.fitted(0, 150).lines
    assert lines > 3
    assert narrow.size().height() > wide.size().height() + (lines - 1) * narrow.em


@pytest.mark.parametrize("tail", [",", "):", "-го", "»."])
def test_what_follows_a_formula_at_once_stays_on_its_line(
    make: Callable[..., Prose], tail: str
) -> None:
    page = make(f"слово $a$ слово $z^{{(2)}}${tail} слово")._page
    assert page is not None
    layout = page.firstBlock().layout()
    for width in range(60, 300, 3):
        page.setTextWidth(width)
        text = page.firstBlock().text()
        assert tail not in text  # it is drawn with the formula
        lines = [layout.lineAt(n) for n in range(layout.lineCount())]
        parts = [text[line.textStart() : line.textStart() + line.textLength()] for line in lines]
        assert all(part.strip("\N{WORD JOINER} ") for part in parts)
    assert tail in make(f"$z${tail} слово").accessibleName()


def ink(image: QImage, colour: str) -> list[tuple[int, int]]:
    """Return where an image has a colour, (x, y) in its own pixels."""
    wanted = QColor(colour).rgb()
    size = range(image.height()), range(image.width())
    return [(x, y) for y in size[0] for x in size[1] if image.pixel(x, y) == wanted]


def test_a_stop_follows_the_last_line_of_a_formula(make: Callable[..., Prose]) -> None:
    formula = r"$\textcolor{#ff0000}{M} = b + c + d + e + f + g = \textcolor{#ff0000}{M}$"
    theme = replace(LIGHT, text="#0000ff", symbols={})
    with_stop, without = (
        picture(make(formula + tail, 200, theme), 2.0) for tail in ("\N{FULL BLOCK}", "")
    )
    stop = set(ink(with_stop, "#0000ff")) - set(ink(without, "#0000ff"))
    x, y = (max(place) for place in zip(*ink(without, "#ff0000"), strict=True))
    assert y > 60  # in the second line
    assert 0 <= min(a for a, _ in stop) - x < 16
    assert min(b for _, b in stop) < y


def test_wide_matrices_get_dots_before_they_become_unreadable(make: Callable[..., Prose]) -> None:
    row = " & ".join(["-0.1234"] * 8)
    prose = make(rf"$$\begin{{pmatrix}}{row} \\ {row}\end{{pmatrix}}$$", 300)
    page = prose._page
    assert page is not None
    wide, narrow = page.fitted(0, 1500), page.fitted(0, 250)
    assert len(narrow.marks) < len(wide.marks)
    assert narrow.width <= 250
    assert narrow.height > 0.8 * wide.height
    tiny = page.fitted(0, 60)  # and below that it shrinks rather than be cut off
    assert tiny.width <= 60
