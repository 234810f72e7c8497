"""Moments as links: onto the clipboard, from it, and from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from bpviz.text import translate

from .actions import add_action
from .background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from bpviz.session.link import Opened
    from bpviz.session.session import Session

    from .background import Newest


class Links(QObject):
    """Copies and opens links for one window; nothing is changed by what goes wrong.

    Parameters
    ----------
    session
        Whose moments are copied, and what shows those that are opened.
    window
        Whose actions these are.
    opening
        What is being opened, whoever opens it.
    make_way
        Called before another moment is shown: ends a lesson.
    """

    complained = Signal(str)
    """A sentence about a link that cannot be made or opened, or not to the last bit."""
    told = Signal(str)
    """A sentence about what has been done."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        opening: Newest,
        make_way: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._opening = opening
        self._session = session
        self._window = window
        self._make_way = make_way

    def make_actions(self) -> Mapping[str, QAction]:
        """Return the actions by objectName."""
        made = {}
        for name, text, keys, do in (
            (
                "action.copy_moment", translate("Actions", "Copy this moment as a link"),
                ("Ctrl+Shift+C",), self.copy,
            ),
            (
                "action.paste_moment", translate("Actions", "Open the link on the clipboard"),
                ("Ctrl+Shift+V",), self.paste,
            ),
        ):  # fmt: skip
            made[name] = add_action(self._window, name, text, keys, do)
        return made

    def copy(self) -> None:
        """Put a link to the moment on screen on the clipboard."""
        from bpviz.session.link import Copied  # noqa: PLC0415 (few ask for it, and it takes a while)

        copied = Copied.of(self._session)
        Background(copied.link, self._copied, self.complained.emit, self)

    def _copied(self, link: str) -> None:
        QGuiApplication.clipboard().setText(link)
        sentence = translate(
            "Links", "A link to this moment is on the clipboard, {n} characters long."
        )
        self.told.emit(sentence.format(n=len(link)))

    def paste(self) -> None:
        """Show the moment that a link on the clipboard leads to."""
        from bpviz.session.link import is_link  # noqa: PLC0415

        text = QGuiApplication.clipboard().text()
        if is_link(text):
            self.open(text)
        else:
            self.complained.emit(
                translate(
                    "Links",
                    "There is no link to a moment on the clipboard; such a link begins with "
                    "“bpviz:”.",
                )
            )

    def open(self, text: str) -> None:
        """Show the moment that a link leads to."""
        from bpviz.session.link import read_link  # noqa: PLC0415

        self._opening.do(lambda: read_link(text).open(), self.show, self.complained.emit)

    def show(self, opened: Opened) -> None:
        """Show a moment that has been opened."""
        self._make_way()
        self._session.show(opened.moment, opened.runs)
        if opened.note:
            self.complained.emit(opened.note)
