"""What the room sees: the network, and beside and below it what the moment needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from bpviz.session.selection import Line
from bpviz.text import translate
from bpviz.ui import theme as themes
from bpviz.ui.algorithm import AlgorithmPanel
from bpviz.ui.docks import make_panel
from bpviz.ui.equation import EquationPanel
from bpviz.ui.network import NetworkView
from bpviz.ui.notice import Notice
from bpviz.ui.stylesheet import stylesheet
from bpviz.ui.watching import watch

from .blank import Blank
from .plan import Plan, plan
from .scale import Scale

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from bpviz.lessons import Teaching
    from bpviz.session import Session
    from bpviz.ui.lesson.view import LessonView
    from bpviz.ui.look import Look

_HAIRLINE: Final = 1  # pixel between the parts
# Panels that write some things smaller than others do; and one whose tables and tabs are wide.
_LARGER: Final = {"matrices": 1.09, "learnt": 0.94}
# How much larger than by default they may grow: what is wide cannot be broken as a text can, and
# to see a part of it in large letters is worth less than to see all of it.
_LARGEST: Final = {
    "algorithm": 1.0,
    "check": 1.0,
    "data": 1.0,
    "equation": 1.25,
    "health": 1.0,
    "learnt": 1.25,
    "matrices": 1.0,
}
_THREE_MATRICES: Final = 7  # from this line of the algorithm on
_SENTENCE_LINES: Final = 11.0  # of text, in the height of an equation that has one
_PADDING: Final = 0.2  # of the text's size, around a panel


@runtime_checkable
class _FacesRoom(Protocol):
    """A panel that has something for its own user alone."""

    def face_room(self) -> None:
        """Leave out what a room cannot press, and what somebody says who is there."""


class StagePage(QWidget):
    """The stage, made for one size of screen: whoever gets another one makes another stage.

    Parameters
    ----------
    session
        What is shown.
    teaching
        The lesson that is given, if one is.
    look
        Theme and size of text; the theme's colours are those for a projector.
    size
        Of the screen.
    """

    outgrown = Signal()
    """The screen has another size than the one the stage was made for."""

    def __init__(
        self, session: Session, teaching: Teaching, look: Look, size: QSize, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("view.stage")
        self.setAccessibleName(translate("Presenter", "Stage"))
        self._session = session
        self._teaching = teaching
        self._theme = themes.projected(themes.theme(look.theme))
        self.made_for = size
        self.scale = Scale(size, look.text_scale)
        self.scale.take()
        self.setFont(QGuiApplication.font())
        self.setStyleSheet(stylesheet(self._theme, self.scale.of_usual(self.scale.text)))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.network = NetworkView(session, self._theme, self)
        font = self.font()
        font.setPointSizeF(self.scale.points(self.scale.picture))
        self.network.setFont(font)
        self.network.set_least_size(self.scale.least_text)
        self.panels: dict[str, QWidget] = {}
        self.text: LessonView | None = None
        self.notice = Notice(self._theme, self)
        self.blank = Blank(self)
        self.plan: Plan | None = None
        watch(self, session.training.changed, self._training_changed)
        watch(self, session.moment_changed, self._choose_parts)
        watch(self, session.view_changed, self._choose_parts)
        watch(self, teaching.lesson_changed, self.arrange)
        watch(self, teaching.scene_changed, self.arrange)
        self.resize(size)
        self.arrange()

    # --- what is shown -------------------------------------------------------------------------

    def shown_panels(self) -> tuple[str, ...]:
        """Return the panels that the scene asks for; without a lesson, those of the moment."""
        scene = self._teaching.scene
        if scene is not None:
            return scene.show
        training = self._session.training
        learning = training.running or training.iteration > 0
        return ("equation", "cost") if learning else ("equation",)

    @property
    def _has_lesson(self) -> bool:
        return self._teaching.lesson is not None

    def arrange(self) -> None:
        """Give every part its place, and make those that are shown for the first time."""
        names = self.shown_panels()
        if self._has_lesson and self.text is None:
            from bpviz.ui.lesson.view import LessonView  # noqa: PLC0415 (most windows show no lesson)

            self.text = LessonView(self._teaching, self._theme, self)
            self.text.leave_out_controls()  # a clicker does that
            self.text.resized.connect(self._needs_changed)
            self.text.stackUnder(self.notice)
        for name in names:
            if name not in self.panels:
                self.panels[name] = self._panel(name)
        self.plan = places = self._divided()
        self._place_picture(places.picture)
        self._choose_parts()
        pad = round(_PADDING * self.scale.text)
        if self.text is not None:
            self.text.setVisible(places.text is not None)
            if places.text is not None:
                self.text.setGeometry(_apart(places.text, self.rect()))
        for name, panel in self.panels.items():
            place = places.panels.get(name)
            panel.setVisible(place is not None)
            if place is not None:
                panel.setGeometry(_apart(place, self.rect()).adjusted(pad, pad, -pad, -pad))
        self._place_notice()
        if self.blank.isVisible():
            self.blank.cover()
        self.update()

    def _needs_changed(self) -> None:
        """Divide the stage anew if a text that is laid out by now needs that."""
        if self.plan != self._divided():
            self.arrange()

    def _divided(self) -> Plan:
        needs = self._needed if self._has_lesson and self.text is not None else None
        return plan(
            self.size(),
            self.shown_panels(),
            needs,
            asks=self._asks,
            deep=self._is_deep,
            points=self._points,
        )

    def _place_picture(self, place: QRect) -> None:
        """Place the network, or hide it; the keyboard never goes to a panel by that."""
        self.network.setGeometry(place)
        keyboard: QWidget = self if place.isEmpty() else self.network
        if self.network.hasFocus() or self.hasFocus():
            keyboard.setFocus()
        self.network.setVisible(not place.isEmpty())

    def _needed(self, width: int) -> int:
        """Return the height that the text takes at a width, with its hairlines."""
        assert self.text is not None  # noqa: S101 (nobody asks without a lesson)
        widths = width - _HAIRLINE, width  # one of them, as it has a hairline at its left or not
        return max(map(self.text.height_for, widths)) + _HAIRLINE

    @property
    def _asks(self) -> bool:
        scene = self._teaching.scene
        return scene is not None and scene.question is not None

    @property
    def _points(self) -> bool:
        """Whether the scene points at parts of the picture, or asks the room to."""
        scene = self._teaching.scene
        if scene is None:
            return False
        pictured = [part for part in scene.attention.highlight if not isinstance(part, Line)]
        question = scene.question
        return bool(pictured) or (question is not None and question.kind == "largest")

    @property
    def _is_deep(self) -> bool:
        """Whether the scene comes to matrices of several rows that are added up."""
        scene, layers = self._teaching.scene, self._session.network.layers
        if scene is None or scene.state.granularity == "unit":
            return False
        place = scene.state.place
        receiving = place.layer or 1  # counted from 0, the layer behind Θ of that number
        return place.line >= _THREE_MATRICES and receiving < len(layers) and layers[receiving] > 1

    def _choose_parts(self) -> None:
        """Say of the equation in words what is said nowhere else, where its numbers leave room."""
        equation = self.panels.get("equation")
        place = None if self.plan is None else self.plan.panels.get("equation")
        if not isinstance(equation, EquationPanel) or place is None:
            return
        lines = place.height() / self.scale.text
        # Three matrices take two lines, unless it is about one number of them.
        large = self._session.step.line >= _THREE_MATRICES and self._session.granularity != "unit"
        equation.present(sentence=not self._has_lesson and not large and lines >= _SENTENCE_LINES)

    def _panel(self, name: str) -> QWidget:
        most = _LARGEST.get(name, self.scale.larger) / self.scale.larger
        usual = self.font()
        self.scale.take(_LARGER.get(name, 1.0) * min(1.0, most))
        self.setFont(QGuiApplication.font())  # some of its parts take this, others that
        panel = make_panel(name, self._session, self._theme, self)
        panel.setFont(self.font())
        self.scale.take()
        self.setFont(usual)
        if isinstance(panel, (EquationPanel, AlgorithmPanel)):
            panel.set_least_size(self.scale.least_formula)
        if isinstance(panel, _FacesRoom):
            panel.face_room()
        panel.stackUnder(self.notice)
        return panel

    def _training_changed(self) -> None:
        if set(self.shown_panels()) != {n for n, p in self.panels.items() if p.isVisible()}:
            self.arrange()

    # --- what must not be missed ---------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Say what must not be missed; the strip of the window is hidden behind the stage."""
        self.notice.say(sentence)
        self._place_notice()

    def tell(self, sentence: str) -> None:
        """Say for a while what has been done."""
        self.notice.tell(sentence)
        self._place_notice()

    def _place_notice(self) -> None:
        height = self.notice.heightForWidth(self.width())
        height = max(height, self.notice.sizeHint().height())
        self.notice.setGeometry(0, self.height() - height, self.width(), height)
        self.notice.raise_()

    # --- the stage as Qt sees it ---------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out whether it still fits."""
        super().resizeEvent(event)
        self.arrange()
        if event.size() != self.made_for:
            self.outgrown.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of panels, and hairlines between them."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        painter.setPen(QColor(self._theme.hairline))
        parts = () if self.plan is None else (self.plan.text, *self.plan.panels.values())
        for place in parts:
            if place is not None and place.left() > 0:
                painter.drawLine(place.topLeft(), place.bottomLeft())
            if place is not None and place.top() > 0:
                painter.drawLine(place.topLeft(), place.topRight())
        painter.end()


def _apart(place: QRect, whole: QRect) -> QRect:
    """Leave free the hairlines at the left and above."""
    left = _HAIRLINE if place.left() > whole.left() else 0
    top = _HAIRLINE if place.top() > whole.top() else 0
    return place.adjusted(left, top, 0, 0)
