"""What Qt knows of languages: their names, and what it says itself, at keys, in dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_NAME: Final = "translator.qt"


def own_name(code: str) -> str:
    """Return the name of a language in itself, so that whoever needs it can read it."""
    # Qt names what is spoken in a country, too: "American English".
    return "English" if code == "en" else QLocale(code).nativeLanguageName().capitalize()


def speak(application: QApplication, code: str) -> None:
    """Let Qt speak a language too, e.g. ``"ru"``; English where it does not know it."""
    before = application.findChild(QTranslator, _NAME)
    if before is not None:
        QCoreApplication.removeTranslator(before)
        before.setParent(None)
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        QCoreApplication.installTranslator(translator)
