"""The dialog for a picture of the moment: of what, in which format, how large."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from bpviz.data.files.disk import write_bytes
from bpviz.text import language, translate
from bpviz.ui.notice import Notice
from bpviz.ui.theme import theme
from bpviz.ui.watching import watch
from bpviz.ui.writing import WritingDialog

from .asking import ask_where
from .render import MOST_SCALE, image, picture
from .subjects import PARTS, subject, title

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from bpviz.ui.window import MainWindow

    from .subjects import Part

_PREVIEW: Final = QSize(26, 16)  # times the height of the text
_PAUSE_MS: Final = 150  # while the moment changes all the time, the preview waits so long


class PictureDialog(WritingDialog):
    """Takes pictures of a window; it stays open and follows the moment.

    Parameters
    ----------
    window
        What pictures are taken of.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("dialog.picture")
        words = translate("Export", "Picture of this moment")
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        self.part = _choice("choice.picture_part", translate("Export", "Of"))
        for part in PARTS:
            self.part.addItem(title(part), part)
        self.format = _choice("choice.picture_format", translate("Export", "Format"))
        for suffix, name in (
            (".svg", translate("Export", "SVG: lines, for slides and the web")),
            (".pdf", translate("Export", "PDF: lines, for print")),
            (".png", translate("Export", "PNG: pixels")),
        ):
            self.format.addItem(name, suffix)
        self.scale = QDoubleSpinBox()
        self.scale.setObjectName("number.picture_scale")
        self.scale.setAccessibleName(translate("Export", "Scale"))
        self.scale.setLocale(QLocale(language()))
        self.scale.setRange(0.25, MOST_SCALE)
        self.scale.setSingleStep(0.5)
        self.scale.setValue(2.0)
        self.scale.setPrefix("× ")
        self.size_label = QLabel()
        self.size_label.setObjectName("label.picture_size")
        self.preview = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.preview.setObjectName("label.picture")
        self.preview.setAccessibleName(translate("Export", "Preview"))
        self.notice = Notice(theme(window.look.theme))
        self.status.setObjectName("label.picture_status")
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.save = _button("action.save_picture", translate("Export", "Save as …"))
        self.save.setDefault(True)
        self.copy = _button("action.copy_picture", translate("Export", "Copy"))
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        for choice in (self.part, self.format):
            choice.currentIndexChanged.connect(self._chosen)
        self.scale.valueChanged.connect(self._chosen)
        self.save.clicked.connect(self._ask)
        self.copy.clicked.connect(self._copy)
        session = window.session
        for signal in (session.moment_changed, session.view_changed, session.selection_changed):
            watch(self, signal, self._follow)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(translate("Export", "Of"), self.part)
        form.addRow(translate("Export", "Format"), self.format)
        sizes = QHBoxLayout()
        sizes.addWidget(self.scale)
        sizes.addWidget(self.size_label, 1)
        form.addRow(translate("Export", "Scale"), sizes)
        close = _button("action.close_picture", translate("Export", "Close"))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.status, 1)
        for button in (close, self.copy, self.save):
            buttons.addWidget(button)
        line = self.fontMetrics().height()
        self.preview.setFixedSize(_PREVIEW * line)
        column = QVBoxLayout(self)
        column.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(form)
        column.addWidget(self.notice)
        column.addStretch()
        column.addLayout(buttons)

    # --- following -----------------------------------------------------------------------------

    def _follow(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the moment."""
        super().showEvent(event)
        self.refresh()

    def _chosen(self) -> None:
        self.status.clear()
        self.refresh()

    def refresh(self) -> None:
        """Show what the picture would be."""
        part: Part = self.part.currentData()
        try:
            taken = subject(self._window, part)
            room = self.preview.contentsRect().size()
            ratio = self.devicePixelRatioF()
            shrunk = taken.size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            fine = image(taken, ratio)
        except ValueError as error:
            self.notice.say(str(error))
            return
        self.notice.hide()
        shown = QPixmap.fromImage(
            fine.scaled(
                shrunk * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        shown.setDevicePixelRatio(ratio)
        self.preview.setPixmap(shown)
        size = taken.size * self.scale.value()
        self.size_label.setText(
            translate("Export", "{width} × {height} pixels").format(
                width=size.width(), height=size.height()
            )
        )

    # --- taking it away ------------------------------------------------------------------------

    def _ask(self) -> None:
        """Take the picture now, and ask where to."""
        window = self._window
        suffix: str = self.format.currentData()
        try:
            data = picture(subject(window, self.part.currentData()), suffix, self.scale.value())
        except ValueError as error:
            self.notice.say(str(error))
            return
        session = window.session
        name = f"{session.data.name}_line_{session.step.line}"
        words = self.format.currentText().partition(":")[0]

        def chosen(path: Path) -> None:
            # Whatever is typed, the bytes are of this kind.
            named = path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
            self.in_background(
                named,
                lambda: write_bytes(named, data),
                lambda _: self._saved(named),
                self.notice.say,
            )

        ask_where(self, translate("Export", "Save the picture"), name, {suffix: words}, chosen)

    def _saved(self, path: Path) -> None:
        self.notice.hide()
        self.status.setText(translate("Export", "Saved as {file}").format(file=path.name))

    def _copy(self) -> None:
        try:
            taken = image(subject(self._window, self.part.currentData()), self.scale.value())
        except ValueError as error:
            self.notice.say(str(error))
            return
        QGuiApplication.clipboard().setImage(taken)
        self.status.setText(translate("Export", "Copied"))


def _choice(name: str, meaning: str) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    choice.setAccessibleName(meaning)
    return choice


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    return button
