"""The dialog that shows what will be made of a file, and lets people choose."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate
from bpviz.ui.background import Background

from .choices import Choices
from .head import Head
from .look import look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpviz.data.files import Preview
    from bpviz.ui.theme import Theme

    from .look import Look

    Reread = Callable[[str, bool], Preview]
    Choice = Callable[[Preview], Preview]

_LARGEST = 0.95  # of the window


class PreviewDialog(QDialog):
    """Choices, the first rows, and the sentences that say what will be done; Enter agrees.

    What a choice leads to is found out on a thread of its own, however large the file.

    Parameters
    ----------
    first
        What is to be seen to begin with.
    theme
        Colours.
    reread
        Reads the file with another delimiter and header; None where it is no table of text.
    besides
        Sentences about what else is in the file.

    Signals
    -------
    agreed
        The preview that the person agrees to.
    """

    agreed = Signal(object)

    def __init__(
        self,
        first: Look,
        theme: Theme,
        reread: Reread | None = None,
        besides: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            translate("Preview", "Open examples: {file}").format(file=first.preview.file)
        )
        self._reread, self._besides = reread, besides
        self._made: tuple[Choice, ...] = ()  # of which is not shown yet what they lead to
        self._waits = self._agrees = False
        self.choices = Choices(is_text=reread is not None)
        self.head = Head(theme)
        self.problem = QLabel(wordWrap=True)
        self.problem.setObjectName("label.problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setStyleSheet(f"color: {theme.negative};")
        self.words = QLabel(wordWrap=True)
        self.words.setObjectName("label.preview")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Open | standard.Cancel)
        self.open_button = self.buttons.button(standard.Open)
        self.open_button.setText(translate("Preview", "Open"))
        self.buttons.button(standard.Cancel).setText(translate("Preview", "Cancel"))
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.choices.chosen.connect(self._choose)
        self.choices.reread.connect(self._read_again)
        self.head.target.connect(lambda place: self._choose({"target": place}))
        self.head.wanted.connect(self._want)
        self._show(first)
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def _lay_out(self) -> None:
        line = self.fontMetrics().height()
        scroll = QScrollArea()
        scroll.setWidget(self.words)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setSpacing(round(0.6 * line))
        column.addWidget(self.choices)
        column.addWidget(self.head, 3)
        column.addWidget(self.problem)
        column.addWidget(scroll, 2)
        column.addWidget(self.buttons)
        width, height = 50 * line, 38 * line
        window = self.parentWidget()
        if window is not None:
            room = window.size()
            width = min(width, round(_LARGEST * room.width()))
            height = min(height, round(_LARGEST * room.height()))
        self.resize(width, height)

    # --- what a person chooses -----------------------------------------------------------------

    def _choose(self, choices: dict[str, Any]) -> None:
        self._ask(lambda before: before.choose(**choices))

    def _want(self, place: int, wanted: bool) -> None:
        def other(before: Preview) -> Preview:
            unwanted = before.unwanted - {place} if wanted else before.unwanted | {place}
            return before.choose(unwanted=unwanted)

        self._ask(other)

    def _read_again(self, delimiter: str, header: bool) -> None:
        reread = self._reread
        if reread is None:
            return

        def other(before: Preview) -> Preview:
            new = reread(delimiter, header)
            new = replace(new, held_back=before.held_back, scaled=before.scaled)
            if len(new.table.names) == len(before.table.names):
                new = new.choose(target=before.targets[0], unwanted=before.unwanted)
            return new

        self._ask(other)

    def _ask(self, choice: Choice) -> None:
        """Find out what a choice leads to, after those of which that is not shown yet."""
        preview, earlier = self.shown.preview, self._made
        self._made = made = (*earlier, choice)

        def work() -> Look:
            found = preview
            for each in earlier:
                with suppress(Exception):  # one that cannot be changes nothing
                    found = each(found)
            return look(choice(found))

        def done(found: Look) -> None:
            if made is self._made:
                self._made = ()
                self._show(found)

        def failed(sentence: str) -> None:
            if made is self._made:
                self._made = earlier
                self._show_problem(sentence)

        self._waits = True
        Background(work, done, failed, self)

    # --- what is to be seen --------------------------------------------------------------------

    def _show(self, found: Look) -> None:
        self.shown = found
        self.choices.show_look(found)
        self.head.show_look(found)
        self.words.setText("\n".join((*found.sentences, *self._besides)))
        self._show_problem(found.problem)

    def _show_problem(self, sentence: str) -> None:
        self._waits = False
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence and self.open_button.hasFocus():
            self.choices.target.setFocus()  # lest Qt goes on to Cancel, and Enter with it
        self.open_button.setEnabled(not sentence)
        self.open_button.setDefault(True)
        if self._agrees and not sentence:
            self.accept()
        self._agrees = False

    def accept(self) -> None:
        """Agree, as soon as it is known what the last choice leads to."""
        if self._waits:
            self._agrees = True
        elif self.open_button.isEnabled():
            self.agreed.emit(self.shown.preview)
            super().accept()
