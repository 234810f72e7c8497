"""Qt's own words, in the language of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from bpviz.ui.language import own_name, speak


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def named(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def test_keys_are_named_in_the_language_of_the_window(qapp: QApplication) -> None:
    speak(qapp, "ru")
    assert named("Space") == "Пробел"
    assert named("Alt+Left") == "Alt+Влево"
    speak(qapp, "en")
    assert named("Space") == "Space"


def test_a_language_that_qt_does_not_know_leaves_its_english(qapp: QApplication) -> None:
    speak(qapp, "tlh")
    assert named("Space") == "Space"


def test_languages_are_named_in_themselves() -> None:
    names = [own_name(code) for code in ("en", "ru", "de", "pl")]
    assert names == ["English", "Русский", "Deutsch", "Polski"]
