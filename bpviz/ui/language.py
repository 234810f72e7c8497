"""What Qt itself says: names of keys, buttons of its dialogs, menus of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_NAME: Final = "translator.qt"


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
