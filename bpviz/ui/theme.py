"""The visual language as data: one colour per symbol, the weights' pair, light and dark.

Whatever draws takes its colours from here, so that the coloured δ in the formula is the coloured
ring on the unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory, QWidget

from bpviz.ui.stylesheet import stylesheet

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE_POINT_SIZE: Final = 10.5
TEXT_SCALES: Final = (1.0, 3.0)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#rrggbb``.

    Attributes
    ----------
    name
        "light" or "dark".
    background, surface, raised
        The window; panels on it; buttons and fields on those.
    text, muted, hairline
        What is read; what is read second; the lines between.
    accent, on_accent
        The one colour that says "here" or "press"; text upon it.
    highlight
        Background of the lit line, the hovered number, the current cell.
    positive, negative
        Weights by sign, a pair that colour-blind eyes tell apart.
    symbols
        Symbol as in `bpviz.trace.formula.Piece` → its colour, in picture, equation and matrices.
    """

    name: str
    background: str
    surface: str
    raised: str
    text: str
    muted: str
    hairline: str
    accent: str
    on_accent: str
    highlight: str
    positive: str
    negative: str
    symbols: Mapping[str, str]

    @property
    def is_dark(self) -> bool:
        """Whether light marks stand on dark ground."""
        return self.name == "dark"


LIGHT: Final = Theme(
    name="light",
    background="#f4f5f8",
    surface="#ffffff",
    raised="#f7f8fa",
    text="#1a1d24",
    muted="#5a6371",
    hairline="#dde1e8",
    accent="#2b5fd9",
    on_accent="#ffffff",
    highlight="#e8eefc",
    positive="#1c67b6",
    negative="#ad4f00",
    symbols=MappingProxyType(
        {
            "x": "#00747f",
            "y": "#55148f",
            "a": "#0a6e2c",
            "z": "#2a55d1",
            "delta": "#c8246b",
            "Delta": "#b13a00",
            "D": "#8c2f98",
            "Theta": "#634500",
            "J": "#0f4361",
            "alpha": "#5a6371",
            "lambda": "#5a6371",
        }
    ),
)

DARK: Final = Theme(
    name="dark",
    background="#12151a",
    surface="#191d24",
    raised="#222731",
    text="#e7eaf0",
    muted="#9aa4b3",
    hairline="#2c323d",
    accent="#82a8ff",
    on_accent="#0d1526",
    highlight="#26304a",
    positive="#5ba6f0",
    negative="#f2934a",
    symbols=MappingProxyType(
        {
            "x": "#2dcfc6",
            "y": "#bd84fb",
            "a": "#7ccb3f",
            "z": "#9ad0ff",
            "delta": "#f2708f",
            "Delta": "#fdae7c",
            "D": "#f6a6fa",
            "Theta": "#e8d94a",
            "J": "#8fa9cf",
            "alpha": "#9aa4b3",
            "lambda": "#9aa4b3",
        }
    ),
)

THEMES: Final[Mapping[str, Theme]] = MappingProxyType({"light": LIGHT, "dark": DARK})


# What a projector washes out: the ground is as light or dark as can be, greys are stronger.
_PROJECTED: Final[Mapping[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "light": {
            "background": "#ffffff",
            "raised": "#f4f6f9",
            "text": "#000000",
            "muted": "#3f4753",
            "hairline": "#b4bcc8",
        },
        "dark": {
            "background": "#000000",
            "surface": "#05070a",
            "raised": "#14181f",
            "text": "#ffffff",
            "muted": "#bcc5d2",
            "hairline": "#4a5361",
        },
    }
)


def projected(theme: Theme) -> Theme:
    """Return the theme for a projector: the same colours for the same things, more contrast."""
    return replace(theme, **_PROJECTED[theme.name])


def theme(name: str) -> Theme:
    """Return the theme of that name.

    Raises
    ------
    ValueError
        If there is none.
    """
    if name not in THEMES:
        raise ValueError(f"theme must be one of {', '.join(THEMES)}, not {name!r}")
    return THEMES[name]


def apply(target: QApplication | QWidget, theme: Theme, text_scale: float = 1.0) -> None:
    """Dress the whole application, or one widget and what it holds.

    Parameters
    ----------
    target
        Whom to dress; may be dressed again at any time.
    theme
        The colours.
    text_scale
        1.0 to 3.0 times the base font size of 10.5 pt; spacing follows.

    Raises
    ------
    ValueError
        If `text_scale` is out of that range.
    """
    low, high = TEXT_SCALES
    if not low <= text_scale <= high:
        raise ValueError(f"text_scale must be from {low:g} to {high:g}, not {text_scale!r}")
    if isinstance(target, QApplication):
        if not target.styleSheet():  # else it has been dressed before, and Fusion lies below
            target.setStyle("Fusion")
    else:
        style = target.findChild(QStyle, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if style is None:
            style = QStyleFactory.create("Fusion")
            style.setParent(target)  # a widget does not own the style it is given
        target.setStyle(style)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(BASE_POINT_SIZE * text_scale)
    target.setFont(font)
    target.setPalette(palette(theme))
    target.setStyleSheet(stylesheet(theme, text_scale))


def lay_on_surface(panel: QWidget) -> None:
    """Give a panel the ground that the theme has for panels, in a dock and by itself."""
    panel.setBackgroundRole(QPalette.ColorRole.Base)
    panel.setAutoFillBackground(True)
    panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the style sheet has its say
    panel.setProperty("panel", "true")


def palette(theme: Theme) -> QPalette:
    """Return the theme as Qt's palette, for whatever no style sheet reaches."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.background,
        roles.WindowText: theme.text,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.raised,
        roles.Text: theme.text,
        roles.Button: theme.raised,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.on_accent,
        roles.ToolTipBase: theme.surface,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Light: theme.raised,
        roles.Midlight: theme.hairline,
        roles.Mid: theme.hairline,
        roles.Dark: theme.muted,
        roles.Shadow: theme.hairline,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        faint = QColor(theme.muted)
        faint.setAlphaF(0.6)
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made
