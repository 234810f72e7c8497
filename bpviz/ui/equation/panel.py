"""The equation of the moment: in words, as a rule, and with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bpviz.text import translate
from bpviz.trace.formula import Piece, Room, plain
from bpviz.ui.formula import FormulaView, typesetter
from bpviz.ui.watching import watch

from .brief import results_only
from .caption import caption
from .note import Note
from .numbers import NumbersArea
from .origin import origin
from .room import LEAST, RESULT
from .tools import Tools

if TYPE_CHECKING:
    from bpviz.session.session import Session
    from bpviz.ui.formula.worker import Request
    from bpviz.ui.theme import Theme

_CAPTION, _FORMULA = 0.92, 0.9  # of the interface's font
_RESULT_ONLY: Final = 2  # how often the numbers are cut short until the result alone is left
_IDLE: Final = 40  # ms without a step, after which the next one is prepared
_SIZE: Final = (25.0, 12.5)  # times the height of the text
_WIDE: Final = 20  # times the height of the text: room for a rule and the tools
_HIGH: Final = 10  # likewise: room for a sentence above rule and numbers
_WRAPPED: Final = Qt.TextFlag.TextWordWrap.value
_CAPTION_LINES: Final = {"unit": 2, "layer": 1}  # about one number there is more to say
_LOW_RULE: Final = 2.1  # of the rule's font, where the numbers are to have all the room
_RULE_HEIGHT: Final = {"unit": 4.5, "layer": 2.7}  # of the rule's font: its tallest line


class EquationPanel(QScrollArea):
    """What the step on screen computes: a sentence, the rule, the rule with its numbers.

    Every number in it can be asked where it comes from: a click goes there, and back returns. The
    panel keeps its size; what is larger than its room shrinks, is cut short with dots, and scrolls.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("view.equation")
        self.setAccessibleName(translate("EquationPanel", "The equation"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        unit = self.fontMetrics().height()
        page = QWidget(self)
        self.caption = QLabel(page)
        self.caption.setObjectName("label.caption")
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._scale(self.caption, _CAPTION)
        self.rule = FormulaView(theme, page)
        self._scale(self.rule, _FORMULA)
        self.rule.set_minimum_lines(0.0)
        self.rule.setMinimumWidth(1)  # it breaks and shrinks rather than widen the panel
        self.tools = Tools(session, theme, page)
        self.tools.copy.clicked.connect(self._copy_latex)
        self.area = NumbersArea(theme, self._tell, page)
        self.numbers = self.area.view
        self._scale(self.numbers, _FORMULA)
        self.numbers.set_minimum_lines(0.0)
        self.numbers.origin_clicked.connect(self._follow)
        self.numbers.copied.connect(self._say_copied)
        self.numbers.room_changed.connect(self._room_changed)
        self.area.setMinimumHeight(round(4.5 * unit))

        self._top = QWidget(page)
        self._beside = QHBoxLayout(self._top)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.rule, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(page)
        edge = round(0.25 * unit)
        self._column.setContentsMargins(3 * edge, edge, 2 * edge, edge)
        self._column.setSpacing(round(0.1 * unit))
        self._column.addWidget(self.caption)
        self._column.addWidget(self._top)
        self._column.addWidget(self.area, 1)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.note = Note(theme, self)

        self._sentence: bool | None = None  # None where nobody presents
        self._shortened = 0  # how often the numbers have been cut short for want of room
        self._shown: tuple[object, ...] = ()
        self._room = Room()
        self._ahead: Request | None = None
        self._result_later = QTimer(self)
        self._result_later.setSingleShot(True)
        self._result_later.setInterval(0)  # when the numbers have been given their size
        self._result_later.timeout.connect(self._show_result)
        self._look_ahead = QTimer(self)
        self._look_ahead.setSingleShot(True)
        self._look_ahead.setInterval(_IDLE)
        self._look_ahead.timeout.connect(self._prepare_next)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.view_changed, self.refresh)
        watch(self, session.training.changed, self._settings_changed)
        watch(self, session.attention_changed, self._show_numbers)
        self._show_numbers()
        self.refresh()

    def set_least_size(self, pixels: float) -> None:
        """Set formulas no smaller than this."""
        self.rule.set_least_size(pixels)
        self.numbers.set_least_size(pixels)
        self.refresh()

    def face_room(self) -> None:
        """Have no tools, where nobody can press them."""
        self.tools.hide()

    def present(self, *, sentence: bool) -> None:
        """Show rule and result to a room, where nobody scrolls.

        The calculation between them is left out where there is not room for all three.

        Parameters
        ----------
        sentence
            Whether it is also said in words.
        """
        if self._sentence is None:
            self.numbers.settled.connect(self._see_result)
            self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.area.setMinimumHeight(1)
        if self._sentence == sentence:
            return
        self._sentence = sentence
        self._keep_height("layer")
        self.caption.setVisible(sentence)

    def _see_result(self) -> None:
        if self._shortened < _RESULT_ONLY and not self.numbers.fits:
            self._shortened += 1
            self._set_numbers()
        self._result_later.start()

    def _show_result(self) -> None:
        if self.numbers.results:
            box = self.numbers.results[-1].toAlignedRect()
            x, y = box.center().x(), box.center().y()
            self.area.ensureVisible(x, y, box.width() // 2 + 1, box.height() // 2 + 1)

    def _scale(self, widget: QWidget, factor: float) -> None:
        font = self.font()
        font.setPointSizeF(factor * font.pointSizeF())
        widget.setFont(font)

    # --- the moment ----------------------------------------------------------------------------

    def _moment_changed(self) -> None:
        """Follow at once: picture and equation are of one moment."""
        self.refresh()

    def _settings_changed(self) -> None:
        if self._session.step.line == 9:  # what is said of it depends on the optimiser
            self.refresh()

    def refresh(self) -> None:
        """Show the equation of the step on screen."""
        session = self._session
        trace, k, granularity = session.trace, session.cursor, session.granularity
        words = caption(trace, k, granularity, session.training.settings.optimizer)
        self.caption.setText(words)
        # New Θ leave the rule as it is: their trace has the same score.
        shown = (k, granularity, trace.score, words)
        if shown != self._shown:
            self._shown = shown
            self.rule.set_formula(trace.rule(k, granularity), words)
            single = granularity == "unit" and self._sentence is None
            self._keep_height("unit" if single else "layer")
            self._look_ahead.start()
        self._shortened = 0
        self._set_numbers()

    def _set_numbers(self) -> None:
        session = self._session
        trace, k, granularity = session.trace, session.cursor, session.granularity
        self._room = self.numbers.matrix_room(session.step.line, session.digits)
        room = self._room
        if self._shortened == 1:
            room = LEAST
        elif self._shortened == _RESULT_ONLY:
            room = self.numbers.matrix_room(RESULT, session.digits)
        numbers = trace.numbers(k, granularity, session.digits, room)
        if self._shortened == _RESULT_ONLY:
            numbers = results_only(numbers)
        start = trace.score.start(k, "unit" if granularity == "unit" else "layer")
        self.numbers.set_numbers(numbers, range(start, k + 1), self.caption.text())

    def _show_numbers(self) -> None:
        """Show the rule alone where a lesson lets its numbers be guessed."""
        self.area.setVisible("numbers" not in self._session.attention.hide)

    def _prepare_next(self) -> None:
        """Have the next step's formulas laid out while nobody waits for them."""
        if self._ahead is not None:
            self._ahead.cancel()
        if not self.isVisible():
            return
        session = self._session
        trace, granularity = session.trace, session.granularity
        k = trace.next(session.cursor, granularity)
        if not session.at_hand(k):
            return
        room = self.numbers.matrix_room(trace.score.place(k).line, session.digits)
        typesetter().request(trace.rule(k, granularity))
        numbers = trace.numbers(k, granularity, session.digits, room)
        self._ahead = typesetter().request(numbers)

    def _keep_height(self, kind: str) -> None:
        """Give caption and rule the height that their tallest takes, so that nothing jumps."""
        lines = "\n".join("x" * _CAPTION_LINES[kind])
        room = self.caption.fontMetrics().boundingRect(QRect(0, 0, 99, 0), _WRAPPED, lines)
        self.caption.setMinimumHeight(room.height())
        high = _RULE_HEIGHT[kind] if self._sentence is None else _LOW_RULE
        self._top.setMinimumHeight(round(high * self.rule.fontInfo().pixelSize()))

    def sizeHint(self) -> QSize:
        """Return a size in which the equations of small networks are read with ease."""
        unit = self.fontMetrics().height()
        return QSize(round(_SIZE[0] * unit), round(_SIZE[1] * unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tools beside the rule while there is room for both, else below everything."""
        wide = event.size().width() >= _WIDE * self.fontMetrics().height()
        self._place_tools(beside=wide)
        if self._sentence is None:
            # In a low panel the result matters more than the sentence.
            high = event.size().height() >= _HIGH * self.fontMetrics().height()
            self.caption.setVisible(high)
        super().resizeEvent(event)

    def _place_tools(self, *, beside: bool) -> None:
        (self._column if beside else self._beside).removeWidget(self.tools)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        (self._beside if beside else self._column).addWidget(self.tools, 0, corner)

    def _room_changed(self) -> None:
        """Write out as much as the new room can hold."""
        session = self._session
        room = self.numbers.matrix_room(session.step.line, session.digits)
        if self._shortened or room != self._room:
            self.refresh()

    # --- what a person does --------------------------------------------------------------------

    def _tell(self, piece: Piece) -> str:
        session = self._session
        here = session.cursor if session.granularity == "unit" else None
        return origin(session.trace, here, piece)

    def _follow(self, k: int) -> None:
        """Go to the step that computed a number, and look at that number alone."""
        session = self._session
        if k == session.cursor and session.granularity == "unit":  # here it was made: copy it
            QGuiApplication.clipboard().setText(repr(session.step.value))
            self._say_copied(repr(session.step.value))
            return
        session.visit(k)

    def _copy_latex(self) -> None:
        """Put rule and numbers on the clipboard, as two displayed formulas."""
        session = self._session
        numbers = session.trace.numbers(session.cursor, session.granularity, session.digits)
        formulas = (self.rule.formula(), numbers)
        latex = "\n".join(f"$${plain(formula)}$$" for formula in formulas)
        QGuiApplication.clipboard().setText(latex)
        self.note.say(translate("EquationPanel", "Copied as LaTeX"))

    def _say_copied(self, text: str) -> None:
        self.note.say(translate("EquationPanel", "Copied: {text}").format(text=text))
