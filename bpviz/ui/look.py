"""How the window looks to this person: theme, language, size of text, motion."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication

from bpviz.text import language, languages

from .theme import TEXT_SCALES, THEMES

SCALES: Final = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0)


@dataclass(frozen=True, slots=True)
class Look:
    """Choices that change how everything is drawn and nothing else.

    Attributes
    ----------
    theme
        "light" or "dark".
    language
        A code of `bpviz.text.languages`.
    text_scale
        1.0 to 3.0.
    reduced_motion
        Show each step as it ends.
    """

    theme: str = "light"
    language: str = "en"
    text_scale: float = 1.0
    reduced_motion: bool = False


def system_look() -> Look:
    """Return the theme the desktop has and the language the program speaks already."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Look("dark" if dark else "light", language())


def load_look(settings: QSettings, fallback: Look) -> Look:
    """Return what was chosen last; what is missing or no longer known is as in `fallback`."""
    theme = str(settings.value("look/theme", fallback.theme))
    code = str(settings.value("look/language", fallback.language))
    try:
        scale = float(str(settings.value("look/text_scale", fallback.text_scale)))
    except ValueError:
        scale = fallback.text_scale
    if math.isnan(scale):
        scale = fallback.text_scale
    low, high = TEXT_SCALES
    return replace(
        fallback,
        theme=theme if theme in THEMES else fallback.theme,
        language=code if code in languages() else fallback.language,
        text_scale=min(max(scale, low), high),
        reduced_motion=str(settings.value("look/reduced_motion", "false")) == "true",
    )


def save_look(settings: QSettings, look: Look) -> None:
    """Remember a look."""
    settings.setValue("look/theme", look.theme)
    settings.setValue("look/language", look.language)
    settings.setValue("look/text_scale", look.text_scale)
    settings.setValue("look/reduced_motion", "true" if look.reduced_motion else "false")
