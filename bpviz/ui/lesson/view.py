"""A lesson as one reads it: the scene's title and text, its question, the way on and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate
from bpviz.ui.prose import Prose, prepare
from bpviz.ui.theme import Theme, lay_on_surface
from bpviz.ui.watching import watch

from .question import QuestionView

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpviz.lessons import Scene, Teaching

_TITLE: Final = 1.15  # times the text
_DOWN: Final = "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_SMALL: Final = 0.8  # likewise, for the number of a scene on stage
_SIZE: Final = (21, 26)  # times the height of the text
_PAUSE_MS: Final = 100  # while training runs, numbers change faster than anybody reads
_IDLE_MS: Final = 250  # after which the next scene is prepared


class LessonView(QWidget):
    """The scene on screen, in words.

    Parameters
    ----------
    teaching
        The lesson being given.
    theme
        Colours of text and symbols.
    """

    resized = Signal()
    """What is told takes another height than before: more of it is laid out, or was answered."""

    def __init__(self, teaching: Teaching, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view.lesson")
        self.setAccessibleName(translate("Lesson", "The lesson"))
        lay_on_surface(self)
        self._teaching = teaching
        self._theme = theme
        self._scene: Scene | None = None  # the one that is told
        self._stale = False  # its numbers are not those of the moment
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)

        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_IDLE_MS)
        self._ahead.timeout.connect(self._prepare_next)

        self.title = QLabel(wordWrap=True)
        self.title.setObjectName("label.scene")
        self.title.setMinimumWidth(1)  # it is broken, and never widens the page
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        font = self.font()
        font.setPointSizeF(_TITLE * font.pointSizeF())
        font.setBold(True)
        self.title.setFont(font)
        self.preparing = QLabel(translate("Lesson", "Training as far as this scene needs …"))
        self.preparing.setObjectName("label.preparing")
        self.preparing.setStyleSheet(f"color: {theme.muted}")
        self.text = Prose(theme)
        self.text.setObjectName("text.scene")
        self.text.settled.connect(self._show_all)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)  # all that comes at once counts as one
        self._later.timeout.connect(self.resized)
        self.question = QuestionView(teaching, theme)
        self._scroll = self._scrolled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        self._footer_bar = self._footer()
        column.addWidget(self._footer_bar)

        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._reveal)
        bar.rangeChanged.connect(self._count_scenes)
        bar.valueChanged.connect(self._count_scenes)
        watch(self, teaching.lesson_changed, self.refresh)
        watch(self, teaching.scene_changed, self.refresh)
        watch(self, teaching.session.moment_changed, self._moment_changed)
        watch(self, teaching.session.view_changed, self._moment_changed)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Return a size in which a scene is read with ease."""
        unit = self.fontMetrics().height()
        return QSize(_SIZE[0] * unit, _SIZE[1] * unit)

    def height_for(self, width: int) -> int:
        """Return the height in which all of the scene is seen at a width, in pixels."""
        return self._page.heightForWidth(width) + self._footer_bar.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the page lays itself out anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._later.start()
        return super().eventFilter(watched, event)

    def leave_out_controls(self) -> None:
        """Have no buttons, where a clicker turns the pages, and only a small number of the scene.

        The text takes more of the room then: nobody has to find a button at its edge.
        """
        for button in (self.back, self.next):
            button.hide()
        font = self.font()
        font.setPointSizeF(_SMALL * font.pointSizeF())
        self.count.setFont(font)
        self.count.setStyleSheet(f"color: {self._theme.muted}")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._footer_bar.setStyleSheet("border: none")
        unit = self.fontMetrics().height()
        edge = round(0.25 * unit)
        self._row.setContentsMargins(edge, 0, 2 * edge, edge)
        # A bar would take room from the text, and more of it would not fit for that.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setContentsMargins(3 * edge, 2 * edge, 3 * edge, 0)
        self._column.setSpacing(round(0.6 * unit))

    def scroll_on(self) -> bool:
        """Show what is further down, if a line or more is; return whether it was."""
        if not self._goes_on:
            return False
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep() - self.fontMetrics().height())
        return True

    @property
    def _goes_on(self) -> bool:
        bar = self._scroll.verticalScrollBar()
        return bar.maximum() - bar.value() > self.fontMetrics().height()  # not only the margin

    # --- the parts -----------------------------------------------------------------------------

    def _scrolled(self) -> QScrollArea:
        self._page = page = QWidget()
        unit = self.fontMetrics().height()
        self._column = column = QVBoxLayout(page)
        column.setContentsMargins(unit, round(0.8 * unit), unit, unit)
        column.setSpacing(round(0.8 * unit))
        for part in (self.title, self.preparing, self.text, self.question):
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("scroll.lesson")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        page.setAutoFillBackground(False)
        page.installEventFilter(self)
        return scroll

    def _footer(self) -> QWidget:
        footer = QFrame()
        footer.setObjectName("lesson_footer")
        footer.setStyleSheet(f"#lesson_footer {{ border-top: 1px solid {self._theme.hairline}; }}")
        self.back = self._button(
            "button.previous_scene",
            translate("Lesson", "The scene before (PgUp)"),
            self._teaching.previous,
        )
        self.back.setIcon(qtawesome.icon("mdi6.chevron-left", color=self._theme.text))
        self.next = self._button(
            "button.next_scene", translate("Lesson", "The next scene (PgDn)"), self._go_on
        )
        self.count = QLabel()
        self.count.setObjectName("label.scene_number")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = row = QHBoxLayout(footer)
        edge = round(0.3 * self.fontMetrics().height())
        row.setContentsMargins(edge, edge, edge, edge)
        row.addWidget(self.back)
        row.addWidget(self.count, 1)
        row.addWidget(self.next)
        return footer

    def _button(self, name: str, tip: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        side = round(1.2 * self.fontMetrics().height())
        button.setIconSize(QSize(side, side))
        button.clicked.connect(lambda _checked=False: do())
        return button

    # --- what is to be seen --------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the scene of now, from its beginning."""
        teaching = self._teaching
        lesson, self._scene = teaching.lesson, teaching.scene
        if lesson is None:
            return
        self.back.setEnabled(teaching.index > 0)
        self.next.setText(
            translate("Lesson", "Finish") if self._at_end else translate("Lesson", "Next")
        )
        self._count_scenes()
        self._show_numbers()
        self._scroll.verticalScrollBar().setValue(0)
        self._ahead.start()

    def _count_scenes(self) -> None:
        """Say which scene this is, and with an arrow that its text goes on."""
        lesson = self._teaching.lesson
        if lesson is not None:
            counted = translate("Lesson", "{k} of {n}")
            place = counted.format(k=self._teaching.index + 1, n=len(lesson.scenes))
            self.count.setText(f"{_DOWN} {place}" if self._goes_on else place)

    @property
    def _at_end(self) -> bool:
        lesson = self._teaching.lesson
        return lesson is not None and self._teaching.index == len(lesson.scenes) - 1

    def _go_on(self) -> None:
        if self._at_end and self._teaching.journey is None:
            self._teaching.leave()
        else:
            self._teaching.next()

    def _moment_changed(self) -> None:
        """Tell the same moment as the picture does, but no more often than one can read."""
        if self._teaching.scene is not self._scene:
            return  # on the way to another scene, which is told once it is there
        if self._pause.isActive():
            self._stale = True
        else:
            self._show_numbers()
            self._pause.start()

    def _catch_up(self) -> None:
        if self._stale:
            self._show_numbers()
            self._pause.start()

    def _show_numbers(self) -> None:
        """Write the numbers of the moment into the texts."""
        self._stale = False
        if self._teaching.scene is not None:
            self.text.set_text(self._teaching.text())
            if self.text.is_settled():
                self._show_all()

    def _reveal(self) -> None:
        """Bring what is said to an answer into view, from its beginning, once it has its place."""
        if self._teaching.given is None:
            return
        feedback, bar = self.question.feedback, self._scroll.verticalScrollBar()
        margin = self.fontMetrics().height()
        top = feedback.mapTo(self._page, QPoint()).y() - margin
        bottom = top + feedback.height() + 2 * margin
        bar.setValue(min(top, max(bar.value(), bottom - self._scroll.viewport().height())))

    def _show_all(self) -> None:
        """Show the rest once the text is laid out, so that all of a scene comes at once."""
        teaching = self._teaching
        if teaching.scene is not None:
            self.title.setText(teaching.title())
            self.preparing.setVisible(teaching.preparing)
            self.question.refresh()

    def _prepare_next(self) -> None:
        lesson, following = self._teaching.lesson, self._teaching.index + 1
        if lesson is not None and following < len(lesson.scenes) and self.isVisible():
            prepare(self._teaching.text(following))
