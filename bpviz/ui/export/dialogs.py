"""The dialogs of what can be exported: one of each kind, in the look of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QTabBar

from bpviz.ui.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpviz.ui.look import Look
    from bpviz.ui.window import MainWindow
    from bpviz.ui.writing import WritingDialog

# In this order: what is offered in a field may depend on what is chosen before.
_FIELDS: Final[tuple[tuple[type[Any], Callable[[Any], Any], Callable[[Any, Any], None]], ...]] = (
    (QComboBox, QComboBox.currentIndex, QComboBox.setCurrentIndex),
    (QTabBar, QTabBar.currentIndex, QTabBar.setCurrentIndex),
    (QSpinBox, QSpinBox.value, QSpinBox.setValue),
    (QDoubleSpinBox, QDoubleSpinBox.value, QDoubleSpinBox.setValue),
    (QCheckBox, QCheckBox.isChecked, QCheckBox.setChecked),
)


@dataclass(frozen=True, eq=False, slots=True)
class _Made:
    """A dialog, the look it was made in, and what was chosen in it then."""

    dialog: WritingDialog
    make: Callable[[], WritingDialog]
    look: Look
    offered: Mapping[str, Any]


class Dialogs(QObject):
    """Opens dialogs, and makes them anew in another look with what somebody has chosen in them.

    Parameters
    ----------
    window
        Whose dialogs these are.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[type[WritingDialog], _Made] = {}

    def open(self, kind: type[WritingDialog], make: Callable[[], WritingDialog]) -> None:
        """Show a dialog, as it was left if it was opened before."""
        dialog = self._made[kind].dialog if kind in self._made else self._make(kind, make)
        dialog.show()
        dialog.activateWindow()

    def look_changed(self) -> None:
        """Make all of them anew, but those at work: what they write or have to say would be lost.

        They go on in the look they were begun in, until they rest.
        """
        for kind, made in tuple(self._made.items()):
            if not made.dialog.busy:
                self._renew(kind)

    def close(self) -> None:
        """Give up what is being made."""
        for made in self._made.values():
            made.dialog.give_up()

    def _make(self, kind: type[WritingDialog], make: Callable[[], WritingDialog]) -> WritingDialog:
        dialog = make()
        self._made[kind] = _Made(dialog, make, self._window.look, _chosen(dialog))
        dialog.rested.connect(lambda: self._rested(kind))
        return dialog

    def _rested(self, kind: type[WritingDialog]) -> None:
        """Let a dialog that has outlived its look be followed by one that says the same."""
        made = self._made[kind]
        if made.dialog.busy or made.look == self._window.look:
            return
        self._renew(kind)
        if kind in self._made:
            new, old = self._made[kind].dialog, made.dialog
            new.status.setText(old.status.text())
            for mine, its in zip(new.findChildren(Notice), old.findChildren(Notice), strict=True):
                if its.warning:
                    mine.say(its.warning)

    def _renew(self, kind: type[WritingDialog]) -> None:
        """Put a dialog away; if it is seen, another takes its place."""
        made = self._made.pop(kind)
        old = made.dialog
        if old.isVisible():
            new = self._make(kind, made.make)
            changed = _chosen(old).items() - made.offered.items()
            _choose(new, dict(changed))
            new.move(old.pos())
            # The window that somebody works in stays in front.
            new.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            new.show()
            new.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
        old.hide()
        old.deleteLater()


def _chosen(dialog: WritingDialog) -> dict[str, Any]:
    """Return what the fields of a dialog hold, by their names."""
    return {
        field.objectName(): value(field)
        for kind, value, _ in _FIELDS
        for field in dialog.findChildren(kind)
    }


def _choose(dialog: WritingDialog, chosen: Mapping[str, Any]) -> None:
    for kind, _, choose in _FIELDS:
        for field in dialog.findChildren(kind):
            if field.objectName() in chosen:
                choose(field, chosen[field.objectName()])
