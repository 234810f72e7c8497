"""The row at the top: what is learnt, by which network, how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import qtawesome
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStyle,
    QToolBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from bpviz.core import HIDDEN
from bpviz.data import load, names
from bpviz.text import dashed, translate

from .fields import LayersField, NumberField
from .rates import RatesForm, optimizer_choice
from .short_choice import ShortChoice
from .watching import watch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QIcon

    from bpviz.data import DataSet
    from bpviz.session import Session

    from .theme import Theme


_TITLE_LETTERS: Final = 17  # of a data set, in the closed list


class ToolBar(QToolBar):
    """Data, layers and hidden units; train and reset; α and λ; the menu with the rest."""

    complained = Signal(str)
    """A sentence about what was typed and cannot be."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(translate("ToolBar", "Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._session = session
        self._theme = theme
        self._actions = actions
        self._data = session.data  # that the choice shows
        self._own: DataSet | None = None
        line = self.fontMetrics().height()
        self.setIconSize(QSize(round(1.2 * line), round(1.2 * line)))

        self.data = self._data_choice()
        self.layers = LayersField(
            "edit.layers",
            translate("ToolBar", "Units of each layer, from the input to the output"),
        )
        self.layers.setFixedWidth(round(6.5 * line))
        self.layers.chosen.connect(self._choose_layers)
        self.layers.unreadable.connect(self._explain_layers)
        self.hidden = self._hidden_choice()
        self.alpha = NumberField(
            "number.alpha", translate("ToolBar", "Learning rate α"), "α = ", 1e-6
        )
        self.lambda_ = NumberField(
            "number.lambda", translate("ToolBar", "Regularisation λ"), "λ = ", 0.0
        )
        for field in (self.alpha, self.lambda_):
            field.setFixedWidth(round(5.6 * line))
            field.refused.connect(self.complained)
        self.alpha.valueChanged.connect(lambda value: session.training.set(alpha=value))
        self.lambda_.valueChanged.connect(lambda value: session.training.set(lambda_=value))

        self.addWidget(self.data)
        self.addWidget(self._named(translate("ToolBar", "Layers"), self.layers))
        self.addWidget(self._named("g", self.hidden))
        self.addSeparator()
        self._train = self._train_button()
        self.addAction(actions["action.reset"])
        actions["action.reset"].setIcon(self._icon("mdi6.restart"))
        self.addSeparator()
        self.addWidget(self.alpha)
        self.addWidget(self.lambda_)
        self.optimizer = optimizer_choice(session, self.complained.emit)
        self.addWidget(self.optimizer)
        self.addWidget(self._rates_button())
        self.choices = (self.data, self.hidden, self.optimizer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:
            more.setIcon(self._icon("mdi6.chevron-double-right"))
            more.setToolTip(translate("ToolBar", "More"))

        watch(self, session.network_changed, self._show_network)
        watch(self, session.moment_changed, self._moment_changed)
        watch(self, session.training.changed, self._show_training)
        self._show_network()
        self._show_training()

    # --- the parts -----------------------------------------------------------------------------

    def _icon(self, picture: str, colour: str | None = None) -> QIcon:
        icon: QIcon = qtawesome.icon(picture, color=colour or self._theme.text)
        return icon

    def _named(self, name: str, control: QWidget) -> QWidget:
        """Return a control with its name before it: a narrow bar leaves out both or neither."""
        pair = QWidget()
        pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(
            self.style().pixelMetric(QStyle.PixelMetric.PM_ToolBarItemSpacing, None, self)
        )
        label = QLabel(name)
        label.setBuddy(control)
        row.addWidget(label)
        row.addWidget(control)
        return pair

    def _data_choice(self) -> QComboBox:
        choice = ShortChoice("choice.data", translate("ToolBar", "Data set"), _TITLE_LETTERS)
        for name in names():
            choice.addItem(_title(name), name)
        # Where the window is narrow, what follows in the row has to be seen too.
        choice.setMinimumContentsLength(8)
        choice.activated.connect(self._choose_data)
        return choice

    def _hidden_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("choice.hidden")
        choice.setAccessibleName(translate("ToolBar", "Activation function g of the hidden units"))
        choice.setToolTip(choice.accessibleName())
        for name in HIDDEN:
            choice.addItem({"relu": "ReLU"}.get(name, name), name)
        choice.activated.connect(lambda n: self._session.set_network(hidden=choice.itemData(n)))
        return choice

    def _train_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("button.train")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setDefaultAction(self._actions["action.train"])
        # Wide enough for either word, so that nothing moves.
        words = (translate("ToolBar", "Train"), translate("ToolBar", "Pause"))
        line = self.fontMetrics().height()
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        button.setFixedWidth(widest + 3 * line)
        self.addWidget(button)
        return button

    def _rates_button(self) -> QToolButton:
        """Return the button behind which the rarer settings of the optimiser are."""
        button = QToolButton()
        button.setObjectName("button.rates")
        button.setIcon(self._icon("mdi6.tune-variant"))
        button.setToolTip(translate("ToolBar", "Batch size, momentum, α over time"))
        button.setAccessibleName(button.toolTip())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        form = QWidgetAction(menu)
        form.setDefaultWidget(RatesForm(self._session))
        menu.addAction(form)
        button.setMenu(menu)
        return button

    # --- what a person chooses -----------------------------------------------------------------

    def _choose_data(self, index: int) -> None:
        name = self.data.itemData(index)
        if name != self._session.data.name:
            own = self._own
            self._session.set_data(own if own is not None and own.name == name else name)
        self._show_network()

    def _choose_layers(self, layers: tuple[int, ...]) -> None:
        data = self._session.data
        first, last = data.X.shape[1], data.Y.shape[1]
        if len(layers) < 2 or min(layers) < 1 or (layers[0], layers[-1]) != (first, last):
            self._explain_layers(dashed(layers))
            return
        try:
            self._session.set_network(layers)
        except ValueError as objection:
            self.complained.emit(str(objection))

    def _explain_layers(self, typed: str) -> None:
        data = self._session.data
        sentence = translate(
            "ToolBar",
            "“{typed}” cannot be the layers: these data have {first} inputs and {last} outputs, so "
            "write for example {example}.",
        )
        first, *hidden, last = data.layers
        example = dashed((first, *(hidden or [4]), last))
        self.complained.emit(sentence.format(typed=typed, first=first, last=last, example=example))

    # --- what is to be seen --------------------------------------------------------------------

    def _moment_changed(self) -> None:
        # A point drawn by hand makes another data set; all else of the network stays.
        if self._session.data is not self._data:
            self._show_data()

    def _show_data(self) -> None:
        self._data = data = self._session.data
        known = names()
        if data.name not in known:  # from a file, or drawn by hand; the last one can be had back
            if self._own is None or self._own.name != data.name:
                self.data.removeItem(len(known))
                self.data.addItem(data.title, data.name)
            self._own = data
        self.data.setCurrentIndex(self.data.findData(data.name))

    def _show_network(self) -> None:
        session = self._session
        self._show_data()
        self.layers.show_layers(session.network.layers)
        with QSignalBlocker(self.hidden):
            self.hidden.setCurrentIndex(self.hidden.findData(session.network.hidden))
        self.hidden.setEnabled(len(session.network.layers) > 2)
        self._show_training()

    def _show_training(self) -> None:
        training = self._session.training
        self.alpha.show_value(training.alpha)
        self.lambda_.show_value(training.lambda_)
        settings = training.settings
        self.optimizer.setCurrentIndex(self.optimizer.findData(settings.optimizer))
        why_not = settings.why_not("alpha")
        self.alpha.setEnabled(not why_not)
        self.alpha.setToolTip(why_not or self.alpha.accessibleName())
        action = self._actions["action.train"]
        running = training.running
        action.setText(translate("ToolBar", "Pause") if running else translate("ToolBar", "Train"))
        picture = "mdi6.pause" if running else "mdi6.trending-down"
        action.setIcon(self._icon(picture, self._theme.accent))
        action.setToolTip(
            translate("ToolBar", "Pause training (T)")
            if running
            else translate("ToolBar", "Train the network (T)")
        )


class CornerBar(QToolBar):
    """What stays at the right end: lessons, present, and the menu with the rest (F10)."""

    def __init__(
        self,
        theme: Theme,
        actions: Mapping[str, QAction],
        lessons: QMenu,
        menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("corner")
        self.setWindowTitle(translate("ToolBar", "Menu"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        line = self.fontMetrics().height()
        self.setIconSize(QSize(round(1.2 * line), round(1.2 * line)))
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self.lessons = lessons
        self.addWidget(_lesson_button(theme, lessons))
        present = actions["action.present"]
        present.setIcon(qtawesome.icon("mdi6.projector-screen-outline", color=theme.text))
        self.addAction(present)
        self.menu_button = QToolButton()
        self.menu_button.setObjectName("button.menu")
        self.menu_button.setIcon(qtawesome.icon("mdi6.menu", color=theme.text))
        self.menu_button.setToolTip(translate("ToolBar", "View and more (F10)"))
        self.menu_button.setAccessibleName(self.menu_button.toolTip())
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(menu)
        self.menu_button.setShortcut("F10")
        self.addWidget(self.menu_button)
        self.setMinimumWidth(self.sizeHint().width())  # nothing of it may ever be left out


def _lesson_button(theme: Theme, lessons: QMenu) -> QToolButton:
    button = QToolButton()
    button.setObjectName("choice.lesson")
    button.setText(translate("ToolBar", "Lesson"))
    button.setIcon(qtawesome.icon("mdi6.school-outline", color=theme.text))
    button.setToolTip(translate("ToolBar", "Lessons, told scene by scene"))
    button.setAccessibleName(button.toolTip())
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(lessons)
    return button


def _title(name: str) -> str:
    return load(name).title
