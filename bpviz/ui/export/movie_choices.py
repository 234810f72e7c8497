"""What a movie shows and how: the form in its dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from bpviz import text
from bpviz.export.movie import EXTENTS, steps, training
from bpviz.text import translate
from bpviz.trace import GRANULARITIES
from bpviz.ui.language import own_name

from .film import Screen
from .page import CONTENTS

if TYPE_CHECKING:
    from bpviz.export.movie import Extent, Shot
    from bpviz.session import Session
    from bpviz.trace import Granularity
    from bpviz.ui.look import Look

    from .page import Contents

SIZES: Final = ((640, 360), (960, 540), (1280, 720), (1920, 1080), (1080, 1080), (720, 1280))
_USUAL_SIZE: Final = 2
_FPS: Final = 20
_STEP_SECONDS, _RUN_SECONDS = 1.0, 10.0


class MovieChoices(QWidget):
    """The form.

    Parameters
    ----------
    session
        Whose steps and training there are to show.
    look
        Of the window, which a movie has too if nothing else is chosen.
    """

    changed = Signal()
    """Something else is chosen."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seconds = {True: _RUN_SECONDS, False: _STEP_SECONDS}
        self.extent = _choice("choice.movie_extent", translate("Movie", "What"))
        for extent in EXTENTS:
            self.extent.addItem(_extent(extent), extent)
        self.extent.setCurrentIndex(EXTENTS.index("example"))
        self.stride = _choice("choice.movie_stride", translate("Movie", "In steps of"))
        for granularity in GRANULARITIES:
            self.stride.addItem(_stride(granularity), granularity)
        self.stride.setCurrentIndex(GRANULARITIES.index(session.granularity))
        self.first = _whole("number.movie_first", translate("Movie", "First iteration"))
        self.last = _whole("number.movie_last", translate("Movie", "Last iteration"))
        self.last.setMaximum(0)  # at its end, where it stays while training goes on
        self.seconds = QDoubleSpinBox()
        self.seconds.setObjectName("number.movie_seconds")
        self.seconds.setAccessibleName(translate("Movie", "Seconds"))
        self.seconds.setLocale(QLocale(text.language()))
        self.seconds.setRange(0.01, 600.0)
        self.seconds.setValue(_STEP_SECONDS)
        self.fps = _whole("number.movie_fps", translate("Movie", "Frames a second"))
        self.fps.setRange(1, 60)
        self.fps.setValue(_FPS)
        self.still = QCheckBox(translate("Movie", "Without motion within a step"))
        self.still.setObjectName("choice.movie_still")
        self.still.setChecked(look.reduced_motion)
        self.contents = _choice("choice.movie_contents", translate("Movie", "Seen"))
        for contents in CONTENTS:
            self.contents.addItem("", contents)
        self.contents.setCurrentIndex(CONTENTS.index("equation"))
        self.size_choice = _choice("choice.movie_size", translate("Movie", "Size"))
        for size in SIZES:
            self.size_choice.addItem("{} × {}".format(*size), size)
        self.size_choice.setCurrentIndex(_USUAL_SIZE)
        self.theme = _choice("choice.movie_theme", translate("Movie", "Theme"))
        self.theme.addItem(translate("MainWindow", "Light"), "light")
        self.theme.addItem(translate("MainWindow", "Dark"), "dark")
        self.theme.setCurrentIndex(self.theme.findData(look.theme))
        self.language = _choice("choice.movie_language", translate("Movie", "Language"))
        for code in text.languages():
            self.language.addItem(own_name(code), code)
        self.language.setCurrentIndex(self.language.findData(look.language))
        self._lay_out()
        self._connect()
        self._adapt()

    def _lay_out(self) -> None:
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self._iterations = QWidget()
        row = QHBoxLayout(self._iterations)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.first, 1)
        row.addWidget(QLabel("–"))
        row.addWidget(self.last, 1)
        form.addRow(translate("Movie", "What"), self.extent)
        form.addRow(translate("Movie", "In steps of"), self.stride)
        form.addRow(translate("Movie", "Iterations"), self._iterations)
        self._seconds_label = QLabel()
        form.addRow(self._seconds_label, self.seconds)
        form.addRow(translate("Movie", "Frames a second"), self.fps)
        form.addRow("", self.still)
        form.addRow(translate("Movie", "Seen"), self.contents)
        form.addRow(translate("Movie", "Size"), self.size_choice)
        form.addRow(translate("Movie", "Theme"), self.theme)
        form.addRow(translate("Movie", "Language"), self.language)

    def _connect(self) -> None:
        self.extent.currentIndexChanged.connect(self._adapt)
        for choice in (self.stride, self.contents, self.size_choice, self.theme, self.language):
            choice.currentIndexChanged.connect(self.changed)
        for field in (self.first, self.last, self.seconds, self.fps):
            field.valueChanged.connect(self.changed)
        self.seconds.valueChanged.connect(self._remember_seconds)
        self.still.toggled.connect(self.changed)

    # --- what goes together --------------------------------------------------------------------

    @property
    def of_training(self) -> bool:
        """Whether training is to be seen."""
        return bool(self.extent.currentData() == "training")

    def _adapt(self) -> None:
        """Offer what suits steps, or what suits training."""
        of_training = self.of_training
        several = not of_training and self.extent.currentData() != "step"
        self._form.setRowVisible(self.stride, several)
        self._form.setRowVisible(self._iterations, of_training)
        self._form.setRowVisible(self.still, not of_training)
        self._seconds_label.setText(
            translate("Movie", "Seconds in all")
            if of_training
            else translate("Movie", "Seconds a step")
        )
        self.seconds.setValue(self._seconds[of_training])
        for index, contents in enumerate(CONTENTS):
            self.contents.setItemText(index, _contents(contents, training=of_training))
        self.show_iterations()
        self.changed.emit()

    def _remember_seconds(self, seconds: float) -> None:
        self._seconds[self.of_training] = seconds

    def show_iterations(self) -> None:
        """Offer the iterations there are; the last of them goes with training."""
        last = int(self._session.training.history.records().iteration[-1])
        follows = self.last.value() == self.last.maximum()
        for field in (self.first, self.last):
            field.setMaximum(last)
        if follows:
            self.last.setValue(last)

    # --- what is chosen ------------------------------------------------------------------------

    def shots(self) -> list[Shot]:
        """Return the frames.

        Raises
        ------
        ValueError
            If they would be too many, or nothing has been trained yet; the sentence says so.
        """
        session, fps, seconds = self._session, self.fps.value(), self.seconds.value()
        if not self.of_training:
            extent: Extent = self.extent.currentData()
            stride: Granularity = self.stride.currentData()
            if extent == "step":
                stride = session.granularity
            still = self.still.isChecked()
            return steps(
                session.trace,
                session.cursor,
                extent,
                stride,
                fps=fps,
                seconds=seconds,
                still=still,
            )
        if len(session.training.history) < 2:
            raise ValueError(
                translate("Movie", "There is no training to show yet: press Train (T) before.")
            )
        first, last = sorted((self.first.value(), self.last.value()))
        return training(first, last, fps=fps, seconds=seconds)

    def look(self) -> Screen:
        """Return how it looks."""
        width, height = self.size_choice.currentData()
        contents: Contents = self.contents.currentData()
        return Screen(
            width,
            height,
            self.theme.currentData(),
            self.language.currentData(),
            contents,
            self._session.digits,
        )

    @property
    def granularity(self) -> Granularity:
        """How far one step of the movie goes."""
        if self.of_training or self.extent.currentData() == "step":
            return self._session.granularity
        stride: Granularity = self.stride.currentData()
        return stride


def _choice(name: str, meaning: str) -> QComboBox:
    choice = QComboBox()
    choice.setObjectName(name)
    choice.setAccessibleName(meaning)
    return choice


def _whole(name: str, meaning: str) -> QSpinBox:
    field = QSpinBox()
    field.setObjectName(name)
    field.setAccessibleName(meaning)
    field.setLocale(QLocale(text.language()))
    field.setGroupSeparatorShown(True)
    return field


def _extent(extent: Extent) -> str:
    return {
        "step": translate("Movie", "This step"),
        "layer": translate("Movie", "This line for one layer"),
        "example": translate("Movie", "This example"),
        "pass": translate("Movie", "The whole pass"),
        "training": translate("Movie", "Training"),
    }[extent]


def _stride(granularity: Granularity) -> str:
    return {
        "unit": translate("Movie", "a unit or weight"),
        "layer": translate("Movie", "a layer"),
        "example": translate("Movie", "an example"),
        "pass": translate("Movie", "the pass"),
    }[granularity]


def _contents(contents: Contents, *, training: bool) -> str:
    if training:
        return {
            "network": translate("Movie", "The network"),
            "equation": translate("Movie", "The network and J(Θ)"),
            "algorithm": translate("Movie", "The network, the algorithm and J(Θ)"),
        }[contents]
    return {
        "network": translate("Movie", "The network"),
        "equation": translate("Movie", "The network and the equation"),
        "algorithm": translate("Movie", "The network, the algorithm and the equation"),
    }[contents]
