"""A lesson as one reads it: the scene's title and text, its question, the way on and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
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

_TITLE: Final = 1.25  # times the text
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
    scale
        Size of the text, times that of the interface; formulas are 1.22 to 1.35 times as large.
    """

    def __init__(
        self, teaching: Teaching, theme: Theme, parent: QWidget | None = None, scale: float = 1.0
    ) -> None:
        super().__init__(parent)
        self.setObjectName("view.lesson")
        self.setAccessibleName(translate("Lesson", "The lesson"))
        lay_on_surface(self)
        self._teaching = teaching
        self._theme = theme
        self._scene: Scene | None = None  # the one that is told
        self._stale = False  # its numbers are not those of the moment
        font = self.font()
        font.setPointSizeF(scale * font.pointSizeF())
        self.setFont(font)
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
        font.setPointSizeF(_TITLE * font.pointSizeF())
        font.setBold(True)
        self.title.setFont(font)
        self.preparing = QLabel(translate("Lesson", "Training as far as this scene needs …"))
        self.preparing.setObjectName("label.preparing")
        self.preparing.setStyleSheet(f"color: {theme.muted}")
        self.text = Prose(theme)
        self.text.setObjectName("text.scene")
        self.text.settled.connect(self._show_all)
        self.question = QuestionView(teaching, theme)
        self._scroll = self._scrolled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        self._footer_bar = self._footer()
        column.addWidget(self._footer_bar)

        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal)
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

    def scroll_on(self) -> bool:
        """Show what is further down, if a line or more is; return whether it was."""
        bar, line = self._scroll.verticalScrollBar(), self.fontMetrics().height()
        if bar.maximum() - bar.value() <= line:  # nothing but the margin
            return False
        bar.setValue(bar.value() + bar.pageStep() - line)
        return True

    # --- the parts -----------------------------------------------------------------------------

    def _scrolled(self) -> QScrollArea:
        self._page = page = QWidget()
        unit = self.fontMetrics().height()
        column = QVBoxLayout(page)
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
        row = QHBoxLayout(footer)
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
        counted = translate("Lesson", "{k} of {n}")
        self.count.setText(counted.format(k=teaching.index + 1, n=len(lesson.scenes)))
        self._show_numbers()
        self._scroll.verticalScrollBar().setValue(0)
        self._ahead.start()

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
