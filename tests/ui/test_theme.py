"""The visual language: readable, distinguishable, and put on without a complaint from Qt."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import pytest

from bpviz.ui import theme as themes
from bpviz.ui.theme import DARK, LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
every = pytest.mark.parametrize(
    "theme",
    [LIGHT, DARK, themes.projected(LIGHT), themes.projected(DARK)],
    ids=["light", "dark", "light projector", "dark projector"],
)

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITANOPIA = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
EVERYONE = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def linear(colour: str) -> tuple[float, float, float]:
    """sRGB as WCAG 2 decodes it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return r, g, b


def contrast(one: str, other: str) -> float:
    """(L1 + 0.05) / (L2 + 0.05) with L = 0.2126 R + 0.7152 G + 0.0722 B."""
    luminances = []
    for colour in (one, other):
        r, g, b = linear(colour)
        luminances.append(0.2126 * r + 0.7152 * g + 0.0722 * b)
    return (max(luminances) + 0.05) / (min(luminances) + 0.05)


def oklab(colour: str, eyes: tuple[tuple[float, ...], ...] = EVERYONE) -> tuple[float, ...]:
    """Ottosson's OKLab, after what the eyes in question make of the colour."""
    rgb = linear(colour)
    r, g, b = (max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))) for row in eyes)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def test_the_contrast_formula_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # WebAIM's example


@every
def test_whatever_is_read_has_the_contrast_of_wcag_aa(theme: Theme) -> None:
    inks = {**theme.symbols, "text": theme.text, "muted": theme.muted, "accent": theme.accent}
    inks |= {"positive": theme.positive, "negative": theme.negative}  # numbers on edges have them
    for ground in (theme.background, theme.surface, theme.raised, theme.highlight):
        for name, ink in inks.items():
            assert contrast(ink, ground) >= 4.5, (name, ground)
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_projector_gets_more_contrast_and_the_same_colours(theme: Theme) -> None:
    projected = themes.projected(theme)
    assert projected.symbols == theme.symbols
    for ink in ("text", "muted", "hairline"):
        on_screen = contrast(getattr(theme, ink), theme.surface)
        assert contrast(getattr(projected, ink), projected.surface) > on_screen, ink
    assert contrast(projected.text, projected.surface) > 20
    assert contrast(projected.muted, projected.surface) > 7  # WCAG's AAA


@both
def test_weights_stand_out_as_graphics_must(theme: Theme) -> None:
    for colour in (theme.positive, theme.negative):
        assert contrast(colour, theme.surface) >= 3.0
        assert contrast(colour, theme.background) >= 3.0


@both
def test_every_symbol_of_the_lecture_has_its_own_colour(theme: Theme) -> None:
    lecture = ("x", "y", "a", "z", "delta", "Delta", "D", "Theta", "J")
    for one, other in itertools.combinations(lecture, 2):
        distance = math.dist(oklab(theme.symbols[one]), oklab(theme.symbols[other]))
        assert distance > 0.09, (one, other)  # about 0.02 is just noticeable
    assert {"alpha", "lambda"} <= set(theme.symbols)


@both
@pytest.mark.parametrize(
    "eyes",
    [PROTANOPIA, DEUTERANOPIA, TRITANOPIA],
    ids=["protanopia", "deuteranopia", "tritanopia"],
)
def test_colour_blind_eyes_tell_apart_what_meets_in_the_picture(
    theme: Theme, eyes: tuple[tuple[float, ...], ...]
) -> None:
    symbols = theme.symbols
    signs = oklab(theme.positive, eyes), oklab(theme.negative, eyes)
    assert math.dist(*signs) > 0.2  # ten times what is just noticed
    pairs = [
        (symbols["a"], symbols["delta"]),
        (symbols["a"], symbols["z"]),
        (symbols["z"], symbols["delta"]),
        (symbols["a"], symbols["y"]),
    ]
    for one, other in pairs:
        assert math.dist(oklab(one, eyes), oklab(other, eyes)) > 0.06, (one, other)


def test_themes_are_found_by_name() -> None:
    assert themes.theme("light") is LIGHT
    assert themes.theme("dark").is_dark
    with pytest.raises(ValueError, match="theme must be one of light, dark, not 'blue'"):
        themes.theme("blue")


@pytest.fixture
def restored(qapp: QApplication) -> Iterator[QApplication]:
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@both
@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
def test_the_application_is_dressed(restored: QApplication, theme: Theme, scale: float) -> None:
    themes.apply(restored, theme, scale)
    assert restored.font().pointSizeF() == pytest.approx(10.5 * scale)
    ground = restored.palette().color(QPalette.ColorRole.Window)
    assert ground.name() == theme.background
    assert theme.accent in restored.styleSheet()


def test_a_widget_is_dressed_alone(qtbot: QtBot) -> None:
    widget, other = QWidget(), QWidget()
    qtbot.addWidget(widget)
    qtbot.addWidget(other)
    themes.apply(widget, LIGHT)
    themes.apply(widget, DARK, 2.0)
    assert widget.font().pointSizeF() == pytest.approx(21.0)
    assert other.styleSheet() == ""


@pytest.mark.parametrize("scale", [0.5, 3.5, float("nan")])
def test_a_text_size_out_of_range_is_refused(qtbot: QtBot, scale: float) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with pytest.raises(ValueError, match="text_scale must be from 1 to 3"):
        themes.apply(widget, LIGHT, scale)
    assert widget.styleSheet() == ""


@both
@pytest.mark.parametrize(
    "kind", [QPushButton, QToolButton, QComboBox, QLineEdit, QDoubleSpinBox, QSlider]
)
def test_the_keyboard_focus_is_seen_and_moves_nothing(
    qtbot: QtBot, theme: Theme, kind: type[QWidget]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    control, other = kind(), QLineEdit()
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout.addWidget(control)
    layout.addWidget(other)
    themes.apply(window, theme)
    window.show()
    window.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    rested, size = picture(control), control.size()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    assert accented(picture(control), theme) > accented(rested, theme)
    assert control.size() == size


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def accented(image: QImage, theme: Theme) -> int:
    """How many pixels have the accent colour."""
    return sum(
        image.pixelColor(x, y).name() == theme.accent
        for x in range(image.width())
        for y in range(image.height())
    )
