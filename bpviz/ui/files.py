"""Opening and saving: dialogs, and what is made of the file somebody has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from bpviz.data.files.file_names import proposed
from bpviz.session.files import (
    SUFFIX,
    OpenedSession,
    SessionState,
    Shelf,
    is_session,
    session_of,
    write_state,
)
from bpviz.text import translate

from .background import ahead
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.data import DataSet
    from bpviz.data.files import Preview
    from bpviz.data.opening import Opened
    from bpviz.data.weights import Weights
    from bpviz.session import Session

    from .background import Newest
    from .preview import Look
    from .theme import Theme

_LESSON: Final = ".toml"


@dataclass(frozen=True, eq=False)
class _Read:
    """What a file held, what is to be seen of examples in it, and how to read a table again."""

    found: OpenedSession | Opened
    look: Look | None = None
    reread: Callable[[str, bool], Preview] | None = None


class Files(QObject):
    """Opens and saves for one window; nothing is changed by what goes wrong.

    Parameters
    ----------
    session
        What is saved, and what takes over what is opened.
    window
        Whose dialogs these are.
    theme
        Returns the colours of now.
    opening
        What is being opened, whoever opens it.

    Attributes
    ----------
    last
        File of the session that was closed last; None where none is kept.
    layout
        Tells where the window has its panels.
    """

    complained = Signal(str)
    """A sentence about a file that cannot be read or written."""
    told = Signal(str)
    """What was found in a file of weights that are used now, and what is assumed about them."""
    finished = Signal()
    """What was asked for is done, or has failed; not told of what was given up for another."""
    lesson_found = Signal(str)
    """The path of a lesson, which somebody else opens."""
    replacing = Signal()
    """The session is about to become another, or to get other data."""
    arranged = Signal(bytes)
    """Where the panels were in a session that has been taken over."""
    restored = Signal(str)
    """The path of a session that has been opened and taken over."""

    def __init__(
        self, session: Session, window: QWidget, theme: Callable[[], Theme], opening: Newest
    ) -> None:
        super().__init__(window)
        self._opening = opening
        self._session = session
        self._window = window
        self._theme = theme
        self._folder = ""
        self.last: Path | None = None
        self.layout: Callable[[], bytes] = bytes

    # --- saving ----------------------------------------------------------------------------------

    def save_as(self) -> None:
        """Ask for a name and save the session."""
        dialog = self._dialog(translate("Files", "Save the session"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_sessions()])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(proposed(self._session.data.title) + SUFFIX)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, path: str) -> None:
        """Save the session as it is now."""
        self._folder = str(Path(path).parent)
        # Taken down at once, though the file may have to wait for an earlier one.
        state = ahead(SessionState.soon(self._session, self.layout()))
        Writing(
            Path(path),
            lambda: write_state(state(), path),
            lambda _: self.finished.emit(),
            self._complain,
            self,
        )

    # --- opening ---------------------------------------------------------------------------------

    def open_one(self) -> None:
        """Ask for a file and open it."""
        self._open_one()

    def _open_one(self, weights: Weights | None = None) -> None:
        dialog = self._dialog(translate("Files", "Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                translate("Files", "Everything bpviz can open")
                + f" (*{SUFFIX} *.csv *.tsv *.txt *.data *.mat *.npz *.safetensors *{_LESSON})",
                _sessions(),
                translate("Files", "All files") + " (*)",
            ]
        )
        dialog.fileSelected.connect(lambda path: self.open(path, weights))
        dialog.open()

    def open_last(self) -> None:
        """Open the session that was closed last."""
        if self.last is not None and self.last.exists():
            self.open(str(self.last))
        else:
            self.complained.emit(translate("Files", "No earlier session has been kept."))

    def open(self, path: str, weights: Weights | None = None) -> None:
        """Open a session, examples or weights, known by what is in the file.

        Parameters
        ----------
        path
            Of the file.
        weights
            Those that wait for the examples in it.
        """
        self._folder = str(Path(path).parent)
        if Path(path).suffix.lower() == _LESSON:
            self.lesson_found.emit(path)
            return
        self._opening.do(
            lambda: _read(Path(path)),
            lambda read: self._take(read, path, weights),
            self._complain,
        )

    def _take(self, read: _Read, path: str, waiting: Weights | None) -> None:
        found = read.found
        if isinstance(found, OpenedSession):
            self.replacing.emit()
            self._session.restore(found)
            if found.state.layout:
                self.arranged.emit(found.state.layout)
            self.restored.emit(path)
            self.finished.emit()
        elif read.look is not None:
            self._ask(read.look, read.reread, found.weights or waiting)
        elif found.weights is not None:
            self._take_weights(found.weights)

    def _ask(
        self,
        look: Look,
        reread: Callable[[str, bool], Preview] | None,
        weights: Weights | None,
    ) -> None:
        """Show what will be made of examples, and make it if the person agrees."""
        from .preview import PreviewDialog  # noqa: PLC0415 (few open a file)

        besides = weights.sentences() if weights else ()
        dialog = PreviewDialog(look, self._theme(), reread, besides, self._window)

        def make(preview: Preview) -> None:
            self._opening.do(
                lambda: _settled(preview), lambda data: self._learn(data, weights), self._complain
            )

        dialog.agreed.connect(make)
        dialog.rejected.connect(self.finished)
        dialog.open()

    def _learn(self, data: DataSet, weights: Weights | None) -> None:
        self.replacing.emit()
        self._session.set_data(data)
        if weights is not None:
            self._use_weights(weights)
        self.finished.emit()

    def _take_weights(self, weights: Weights) -> None:
        """Use weights, or ask for the data that they belong to."""
        problem = weights.problem(self._session.data)
        if not problem:
            self._use_weights(weights)
            self.finished.emit()
            return
        box = QMessageBox(self._window)
        box.setObjectName("dialog.weights")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(translate("Files", "Weights for other data"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("\n\n".join((*weights.sentences(), problem)))
        roles = QMessageBox.ButtonRole
        proceed = box.addButton(translate("Files", "Open their data …"), roles.AcceptRole)
        box.addButton(translate("Files", "Cancel"), roles.RejectRole)
        box.setDefaultButton(proceed)

        def decided() -> None:
            if box.clickedButton() is proceed:
                self._open_one(weights)
            else:
                self.finished.emit()

        box.finished.connect(decided)
        box.open()

    def _use_weights(self, weights: Weights) -> None:
        data = self._session.data
        try:
            self._session.use_network(weights.network(data))
        except ValueError as error:
            self.complained.emit(str(error))
        else:
            self.told.emit(" ".join(weights.sentences(data)))

    # --- both ------------------------------------------------------------------------------------

    def _complain(self, sentence: str) -> None:
        self.complained.emit(sentence)
        self.finished.emit()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setObjectName("dialog.file")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def _sessions() -> str:
    return translate("Files", "Sessions of bpviz") + f" (*{SUFFIX})"


def _settled(preview: Preview) -> DataSet:
    data = preview.data_set()
    data.settle()
    return data


def _read(path: Path) -> _Read:
    """Return what a file holds. On a thread of its own."""
    # Few open a file, and these take a while.
    from bpviz.data.files import Preview, read_bytes, read_csv  # noqa: PLC0415
    from bpviz.data.opening import opened  # noqa: PLC0415

    data = read_bytes(path)
    if is_session(data):
        found_session = session_of(data, Shelf.of(path))
        found_session.state.data.settle()
        return _Read(found_session)
    found = opened(data, path.name)
    if found.data is None:
        return _Read(found)
    from .preview import look  # noqa: PLC0415

    def reread(delimiter: str, header: bool) -> Preview:
        return Preview.of(path.name, read_csv(data, header=header, delimiter=delimiter))

    is_text = found.data.table.delimiter is not None
    return _Read(found, look(found.data), reread if is_text else None)
