"""The menu of lessons: those that come with bpviz, and a file of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from bpviz.text import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from .guide import LessonGuide


class LessonMenu(QMenu):
    """Lessons by their titles, filled when it is first opened, since that reads their files."""

    def __init__(self, guide: LessonGuide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu.lesson")
        self.setToolTipsVisible(True)
        self._guide = guide
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Say which lessons there are."""
        from bpviz.lessons import bundled, heading  # noqa: PLC0415 (for those who open it)

        self.clear()
        guide = self._guide
        for path in bundled():
            head = heading(path)
            title = head.title.said.replace("&", "&&")
            if head.minutes:
                time = translate("Lesson", "{n} min").format(n=head.minutes)
                title = f"{title}\t{time}"
            self._add(f"action.lesson_{path.stem}", title, partial(guide.open_file, path))
            action = self.actions()[-1]
            action.setToolTip(head.about.said or head.title.said)
            action.setCheckable(True)
            action.setChecked(guide.path == path)
        self.addSeparator()
        self._add(
            "action.open_lesson", translate("Lesson", "Open a lesson file …"), guide.choose_file
        )
        self._add("action.leave_lesson", translate("Lesson", "Leave the lesson"), guide.leave)
        self.actions()[-1].setEnabled(guide.path is not None)

    def _add(self, name: str, text: str, do: Callable[[], object]) -> None:
        action = self.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: do())
