"""Which plane through the inputs is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bpviz.text import percent, translate
from bpviz.ui.counts import grouped
from bpviz.ui.plane import Section, of_inputs, principal
from bpviz.ui.watching import watch

if TYPE_CHECKING:
    from bpviz.session.session import Session


class Cut(QObject):
    """The choice between the first two principal components and two of the inputs.

    With two inputs there is nothing to choose.

    Parameters
    ----------
    session
        Whose data, and whose example the other inputs are taken from.

    Attributes
    ----------
    by_components
        Whether the plane is that of the principal components.
    across, up
        Otherwise the two inputs, from 0.

    Signals
    -------
    changed
        It is another plane.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.by_components = True
        self.across, self.up = 0, 1
        self._section: Section | None = None
        self._example = session.example
        watch(self, session.moment_changed, self._moment_changed)

    @property
    def has_choice(self) -> bool:
        """Whether there are more inputs than a plane has."""
        return int(self._session.data.X.shape[1]) > 2

    @property
    def is_slice(self) -> bool:
        """Whether other inputs are held at those of the example on screen."""
        return self.has_choice and not self.by_components

    def choose_components(self) -> None:
        """Look at the first two principal components."""
        self.by_components = True
        self.renew()

    def choose_inputs(self, across: int, up: int) -> None:
        """Look at two inputs, from 0; the same one twice is no plane, and the other gives way."""
        if across == up:
            across, up = (self.up, up) if up != self.up else (across, self.across)
        self.by_components = False
        self.across, self.up = across, up
        self.renew()

    def renew(self) -> None:
        """Cut anew: through other data, or otherwise."""
        s_1 = self._session.data.X.shape[1]
        if max(self.across, self.up) >= s_1:
            self.across, self.up = 0, 1
        self._section = None
        if s_1 > 1:  # of a single input there is none, and no page that shows it stays
            self.changed.emit()

    def section(self) -> Section:
        """Return the plane."""
        if self._section is None:
            data, trace = self._session.data, self._session.trace
            if not self.has_choice:
                self._section = of_inputs(data, 0, 1)
            elif self.by_components:
                self._section = principal(data)
            else:
                x = trace.X[self._session.example - 1]
                self._section = of_inputs(data, self.across, self.up, x)
        return self._section

    def sentence(self) -> str:
        """Say what the plane is, where it is not all there is."""
        if not self.has_choice:
            return ""
        if self.is_slice:
            words = translate(
                "LearntPanel",
                "A slice: the other inputs are as in example {i}, whatever a mark's are.",
            )
            return words.format(i=grouped(self._session.example))
        words = translate(
            "LearntPanel",
            "The plane of the first two principal components: {share} of the inputs' variance.",
        )
        return words.format(share=percent(self.section().share or 0.0))

    def _moment_changed(self) -> None:
        if self._session.example != self._example:
            self._example = self._session.example
            if self.is_slice:
                self.renew()
