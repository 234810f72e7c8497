"""Which keys a control in focus keeps for itself, although the window has other uses for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeGuard

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from .fields import LayersField

if TYPE_CHECKING:
    from collections.abc import Container

_Key = Qt.Key
_UP_DOWN: Final = {_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown}
_ARROWS: Final = {*_UP_DOWN, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End}
_KEPT: Final = (
    (QAbstractSpinBox, _ARROWS),
    (QLineEdit, _ARROWS),
    (QAbstractSlider, _ARROWS),
    (QAbstractItemView, _ARROWS | {_Key.Key_Space}),
    (QComboBox, {_Key.Key_Space}),  # it opens; a closed list must not change by an arrow
    (QTabBar, {_Key.Key_Left, _Key.Key_Right}),
    (QAbstractButton, {_Key.Key_Space}),
)


def confirms(watched: QObject, event: QEvent) -> bool:
    """Whether somebody has ended typing into a field with Enter."""
    return (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() in (_Key.Key_Return, _Key.Key_Enter)
        and isinstance(watched, (QAbstractSpinBox, LayersField))
    )


def asks_for(event: QEvent, keys: Container[int]) -> TypeGuard[QKeyEvent]:
    """Whether Qt asks if one of these keys, held alone, is for the control or for a shortcut.

    A control that wants it accepts the event; else the window's arrows and space bar have it.
    """
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in keys
        and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    )


def claims_key(widget: QWidget, event: QEvent) -> bool:
    """Accept Qt's question whether a key is meant for `widget` rather than for a shortcut.

    Whoever has reached a control with Tab finds the arrows and the space bar working there as in
    any program; everywhere else they walk and play.
    """
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    typing = isinstance(widget, (QLineEdit, QAbstractSpinBox)) and bool(event.text().strip())
    if not typing and not any(
        isinstance(widget, kind) and event.key() in keys for kind, keys in _KEPT
    ):
        return False
    event.accept()
    return True
