"""Fields in which a person types a number or the layers of a network."""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSpinBox

from bpviz.text import dashed, grouped, language, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

Box = TypeVar("Box", QSpinBox, QDoubleSpinBox)
_DECIMALS: Final = 6
_MOST_DECIMALS: Final = 11  # that are written out
_LARGEST: Final = 1e15  # so are numbers below


@contextmanager
def typing_goes_on(box: Box) -> Iterator[None]:
    """Let a field get another value without telling anybody; what is being typed there stays.

    When that is confirmed, it is compared with the value of then, as what has just been typed is.
    """
    edit = box.lineEdit()
    shown = f"{box.prefix()}{box.textFromValue(box.value())}{box.suffix()}"
    typed, place = edit.text(), edit.cursorPosition()
    start, length = edit.selectionStart(), edit.selectionLength()
    with QSignalBlocker(box):
        yield
    if typed != shown:
        edit.setText(typed)
        edit.setCursorPosition(place)
        if length:
            edit.setSelection(start, length)


class RealField(QDoubleSpinBox):
    """A number that is shown as it is, also if it is smaller or larger than one usually types.

    Parameters
    ----------
    name
        objectName.
    least, most
        Ends of what can be typed.
    decimals
        Decimals that are shown, unless the number is so small that it needs more.
    """

    def __init__(self, name: str, least: float, most: float, decimals: int) -> None:
        super().__init__()
        self._ends = least, most
        self._usual = decimals
        self.setObjectName(name)
        self.setLocale(QLocale(language()))
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: float) -> str:
        """Write the number with its decimals; where these would be a long row, with a power."""
        if self.decimals() > _MOST_DECIMALS or abs(value) >= _LARGEST:
            text = f"{value:.2e}" if abs(value) < 1 else repr(value)
        else:
            text = f"{value:.{self.decimals()}f}"
        return text.replace(".", self.locale().decimalPoint())

    def valueFromText(self, text: str) -> float:
        """Read a number with either decimal mark, since people paste both."""
        return _number(text.removeprefix(self.prefix())) or 0.0

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let people type anything that may become a number."""
        typed = text.removeprefix(self.prefix()).strip()
        state = QValidator.State
        value = _number(typed)
        if value is None:
            begun = typed in ("", ".", ",", "-") or typed.rstrip("eE-+") != typed
            return (state.Intermediate if begun else state.Invalid), text, position
        inside = self.minimum() <= value <= self.maximum()
        return (state.Acceptable if inside else state.Intermediate), text, position

    def show_value(self, value: float) -> None:
        """Show a value without telling anybody; what is being typed stays."""
        least, most = self._ends
        with typing_goes_on(self):
            self.setDecimals(_decimals(value, self._usual))
            self.setRange(min(least, value), max(most, value))
            self.setValue(value)


class NumberField(RealField):
    """A number ≥ 0 without trailing zeros, whose arrows change its leading digit: 0.03, 0.1, 2.

    Parameters
    ----------
    name, meaning
        objectName; accessible name and tool tip.
    prefix
        Symbol shown before the number, such as "α = ".
    least
        Smallest value.
    """

    refused = Signal(str)
    """Why what was typed cannot be, in a sentence; the number stays as it was."""

    def __init__(self, name: str, meaning: str, prefix: str, least: float) -> None:
        super().__init__(name, least, 1e4, _DECIMALS)
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)
        self.setPrefix(prefix)
        self.setAccelerated(True)

    def textFromValue(self, value: float) -> str:
        """Write the number as short as it goes."""
        text, mark = super().textFromValue(value), self.locale().decimalPoint()
        return text.rstrip("0").rstrip(mark) if mark in text and "e" not in text else text

    def fixup(self, text: str) -> str:
        """Say why what was typed cannot be, before Qt takes it back."""
        typed = text.removeprefix(self.prefix()).strip()
        if typed:
            ends = (self.textFromValue(end) for end in (self.minimum(), self.maximum()))
            self.refused.emit(_refusal(typed, self.prefix(), *ends))
        return text

    def stepBy(self, steps: int) -> None:
        """Change the leading digit: 0.09 → 0.1 → 0.2, and down again."""
        value = self.value()
        for _ in range(abs(steps)):
            value = _stepped(value, 10.0 ** -self.decimals(), up=steps > 0)
        self.setValue(value)


class WholeField(QSpinBox):
    """A whole number within bounds, such as the example on screen."""

    refused = Signal(str)
    """Why what was typed cannot be, in a sentence; the number stays as it was."""

    def __init__(self, name: str, meaning: str, prefix: str, least: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(meaning)
        self.setPrefix(prefix)
        self.setLocale(QLocale(language()))
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.setAccelerated(True)
        self.setMinimum(least)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let people type any digits, so that they are told what is wrong with them."""
        state, text, position = super().validate(text, position)
        if state == QValidator.State.Invalid and self._typed(text).isdecimal():
            state = QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """Say why what was typed cannot be, before Qt takes it back."""
        typed = self._typed(text)
        if typed:
            ends = grouped(self.minimum()), grouped(self.maximum())
            self.refused.emit(_refusal(typed, self.prefix(), *ends))
        return text

    def show_value(self, value: int) -> None:
        """Show a value without telling anybody; what is being typed stays."""
        with typing_goes_on(self):
            self.setValue(value)

    def _typed(self, text: str) -> str:
        typed = text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()
        for mark in (self.locale().groupSeparator(), " "):
            typed = typed.replace(mark, "")
        return typed


def _refusal(typed: str, prefix: str, least: str, most: str) -> str:
    sentence = translate(
        "Fields", "“{typed}” cannot be {symbol}, which goes from {least} to {most}."
    )
    symbol = prefix.removesuffix(" = ")
    return sentence.format(typed=typed, symbol=symbol, least=least, most=most)


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _decimals(value: float, usual: int) -> int:
    """Return how many decimals show three digits of a small number."""
    if not value or abs(value) >= 1e-3:
        return usual
    return max(usual, 2 - math.floor(math.log10(abs(value))))


def _stepped(value: float, least: float, *, up: bool) -> float:
    if value <= 0:
        return 0.01 if up else 0.0
    size = math.floor(math.log10(value) + 1e-9)
    unit = 10.0**size
    if not up and math.isclose(value, unit):
        unit /= 10
    digit = value / unit
    leading = math.floor(digit + 1e-9) + 1 if up else math.ceil(digit - 1e-9) - 1
    stepped = leading * unit
    return stepped if stepped >= least else 0.0


class LayersField(QLineEdit):
    """The layers of the network, such as 64-25-10; Enter takes them over, Esc forgets them."""

    chosen = Signal(tuple)
    """Layers typed and confirmed: a tuple of int."""
    unreadable = Signal(str)
    """What was typed, where that cannot be layers."""

    def __init__(self, name: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)
        self._layers: tuple[int, ...] = ()
        self.returnPressed.connect(self._confirm)

    @property
    def is_typed_in(self) -> bool:
        """Whether it holds what somebody has typed and not confirmed yet."""
        return self.text() != dashed(self._layers)

    def show_layers(self, layers: tuple[int, ...]) -> None:
        """Show the layers in force; what is being typed stays."""
        typed, self._layers = self.is_typed_in, layers
        if not typed:
            self._show()

    def _show(self) -> None:
        self.setText(dashed(self._layers))
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings the layers in force back."""
        if event.key() == Qt.Key.Key_Escape:
            self._show()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take over what is typed when one goes on elsewhere, as the other fields do."""
        super().focusOutEvent(event)
        # Whoever opens the menu of the field, or looks into another window, comes back to it.
        away = event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if away and self.is_typed_in:
            self._confirm()

    def _confirm(self) -> None:
        typed = self.text()
        for mark in ("–", "—", ",", ";", "x", "×", " "):
            typed = typed.replace(mark, "-")
        parts = [part for part in typed.split("-") if part]
        if all(part.isdecimal() for part in parts):
            layers = tuple(map(int, parts))
            if layers != self._layers:
                self.chosen.emit(layers)
        else:
            self.unreadable.emit(self.text())
        self._show()
