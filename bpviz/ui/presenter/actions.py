"""What a lecturer does by a key while presenting, each by one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.ui.actions import add_action

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from .presenter import Presenter


def make_actions(window: QWidget, presenter: Presenter) -> Mapping[str, QAction]:
    """Return the actions of presenting by objectName, with the keys that clickers send."""
    actions = (
        ("present", translate("Actions", "Present"), ("F5",), presenter.toggle),
        ("leave", translate("Actions", "Leave the presentation"), ("Esc",), presenter.leave),
        ("next_scene", translate("Actions", "Next scene"), ("PgDown",), presenter.forward),
        ("previous_scene", translate("Actions", "Scene before"), ("PgUp",), presenter.backward),
        ("blank", translate("Actions", "Blank the screen"), ("B", "."), presenter.toggle_blank),
        ("pointer", translate("Actions", "Red dot or arrow"), ("L",), presenter.toggle_pointer),
        (
            "spotlight", translate("Actions", "Light on the unit under the mouse"), ("S",),
            presenter.toggle_spotlight,
        ),
        (
            "notes", translate("Actions", "Notes for the lecturer"), ("N",),
            presenter.toggle_notes,
        ),
    )  # fmt: skip
    made = {}
    for name, text, keys, do in actions:
        full = f"action.{name}"
        made[full] = add_action(window, full, text, keys, do)
    return made
