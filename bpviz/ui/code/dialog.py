"""The window that shows the code of the moment, follows the session, copies and saves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bpviz.data.files.disk import write_bytes
from bpviz.export.code import LANGUAGES, is_short, leaves_out, listing, program
from bpviz.export.code.literals import WIDTH
from bpviz.text import translate
from bpviz.ui.export.asking import ask_where
from bpviz.ui.notice import Notice
from bpviz.ui.watching import watch
from bpviz.ui.writing import WritingDialog

from .source_view import SourceView

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from bpviz.data import DataSet
    from bpviz.session.session import Session
    from bpviz.ui.theme import Theme

# While training runs, the numbers change more often than anybody could read them.
_PAUSE_MS: Final = 100
_LINES: Final = 42


class CodeDialog(WritingDialog):
    """A short program in NumPy, Octave or PyTorch that prints the numbers on screen.

    It stays open beside the window and follows it; the lines of code that carry out the step on
    screen are lit. Large matrices are sketched in it; what is copied or saved is complete.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = (session.trace, session.example)
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self._data: DataSet | None = None
        self._stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        self.setObjectName("view.code")
        title = translate("CodeDialog", "The code of this moment")
        self.setWindowTitle(title)
        self.setAccessibleName(title)

        self.languages = self._languages()
        self.all_examples = QCheckBox()
        self.all_examples.setObjectName("choice.all_examples")
        self.all_examples.setToolTip(
            translate(
                "CodeDialog",
                "Walk through the whole training set: Δ and D are then those on screen. "
                "Otherwise this example is taken for all there is (m = 1).",
            )
        )
        self.source = SourceView(theme, self._program)
        self.source.setObjectName("text.code")
        self.source.setAccessibleName(translate("CodeDialog", "Program"))
        self.source.set_text_size(self.font().pointSizeF())
        self.notice = Notice(theme)
        self.status.setObjectName("label.code")
        self.save = self._button(
            "action.save_code", translate("CodeDialog", "Save as file…"), "Ctrl+S"
        )
        self.copy = self._button(
            "action.copy_code", translate("CodeDialog", "Copy"), "Ctrl+Shift+C"
        )
        self.copy.setDefault(True)
        self._lay_out()

        self.languages.currentChanged.connect(self._changed_by_hand)
        self.all_examples.toggled.connect(self._changed_by_hand)
        self.save.clicked.connect(self._save)
        self.copy.clicked.connect(self._copy)
        watch(self, session.network_changed, self._new_network)
        watch(self, session.moment_changed, self._follow)
        self._new_network()
        self.resize(self._natural_size())
        self.source.setFocus()

    # --- building ------------------------------------------------------------------------------

    def _languages(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("choice.code_language")
        tabs.setAccessibleName(translate("CodeDialog", "Language of the program"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        for language in LANGUAGES.values():
            tabs.addTab(language.title)
        return tabs

    def _button(self, name: str, text: str, key: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setShortcut(key)
        shown = button.shortcut().toString(button.shortcut().SequenceFormat.NativeText)
        button.setToolTip(f"{text} ({shown})")
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.languages)
        above.addStretch()
        above.addWidget(self.all_examples)
        below.addWidget(self.status, 1)
        below.addWidget(self.save)
        below.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.addLayout(above)
        column.addWidget(self.source, 1)
        column.addWidget(self.notice)
        column.addLayout(below)

    def _natural_size(self) -> QSize:
        """Room for the longest line and most programs, if the screen has it."""
        metrics, line = self.source.fontMetrics(), self.fontMetrics().height()
        wanted = QSize(
            metrics.horizontalAdvance("0" * (WIDTH + 2)) + 4 * line,
            metrics.lineSpacing() * _LINES + 7 * line,
        )
        return wanted.boundedTo(self.screen().availableSize() * 0.9)

    # --- following the session -----------------------------------------------------------------

    def _new_network(self) -> None:
        """Offer what suits the size of a new training set."""
        trace, data = self._session.trace, self._session.data
        if data is not self._data:
            self._data = data
            with QSignalBlocker(self.all_examples):
                self.all_examples.setChecked(is_short(trace))
            label = translate("CodeDialog", "All %n examples", n=trace.m)
            self.all_examples.setText(label)
            self.all_examples.setVisible(trace.m > 1)
        self._changed_by_hand()

    def _changed_by_hand(self) -> None:
        self._show()
        self.notice.hide()
        self.status.setText(self._remark())

    def _remark(self) -> str:
        if not leaves_out(self._shown[0], all_examples=self.all_examples.isChecked()):
            return ""
        return translate(
            "CodeDialog", "Large matrices are only sketched here; Copy and Save write every number."
        )

    def _follow(self) -> None:
        """Show the moment: at once, and then not more often than eyes can follow."""
        if not self.isVisible():
            return
        if self._pause.isActive():
            self._stale = True
        else:
            self._show()
            self._pause.start()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has happened meanwhile."""
        self._show()
        super().showEvent(event)

    def _show(self) -> None:
        session = self._session
        self._shown = (session.trace, session.example)
        lines = listing(
            *self._shown,
            self._language(),
            all_examples=self.all_examples.isChecked(),
            elided=True,
        )
        step = session.step
        self.source.set_lines([line.text for line in lines])
        self.source.light(
            [n for n, line in enumerate(lines) if line.carries_out(step.line, step.layer)]
        )

    def _language(self) -> str:
        return tuple(LANGUAGES)[self.languages.currentIndex()]

    # --- taking it away ------------------------------------------------------------------------

    def _program(self) -> str:
        """Return the program whose sketch is shown, complete."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return program(
                *self._shown, self._language(), all_examples=self.all_examples.isChecked()
            )
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _copy(self) -> None:
        text = self._program()
        QGuiApplication.clipboard().setText(text)
        self.notice.hide()
        self.status.setText(translate("CodeDialog", "Copied %n lines.", n=text.count("\n")))

    def _save(self) -> None:
        """Ask where to; what is written is the program of now, whatever is shown by then."""
        text, language = self._program(), LANGUAGES[self._language()]
        # A name by which Octave can call it.
        name = f"backpropagation_example_{self._shown[1]}"
        words = translate("CodeDialog", "{language} program").format(language=language.title)
        ask_where(
            self,
            translate("CodeDialog", "Save the program"),
            str(Path(self._folder, name)),
            {language.suffix: words},
            lambda path: self.write(path, text),
        )

    def write(self, path: Path, text: str) -> None:
        """Write a program to a file, wholly or not at all, and say how it went."""
        self.in_background(
            path,
            lambda: write_bytes(path, text.encode()),
            lambda _: self._saved(path),
            self.notice.say,
        )

    def _saved(self, path: Path) -> None:
        self._folder = str(path.parent)
        self.notice.hide()
        self.status.setText(translate("CodeDialog", "Saved as {path}.").format(path=path))
