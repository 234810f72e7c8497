"""The one place where state lives; views watch it and never each other."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from psygnal import Signal

from bpviz.core import Network
from bpviz.core.validation import checked_examples
from bpviz.data import DataSet, load
from bpviz.trace import GRANULARITIES, Granularity, Segment, State, Step, Trace

from .edits import Edits, Version
from .training import Training

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpviz.core import Array

    from .selection import Selection, Weight


class Session:
    """Data, network, training and the moment that is on screen.

    The moment is a step of a trace: one pass of the algorithm over the training examples at the
    Θ of now. Whoever shows something connects to the signals and reads the attributes; nobody
    writes them but the methods here.

    Signals
    -------
    network_changed
        Another data set, other layers or functions: the shape of everything is new.
    moment_changed
        Another step, example or Θ: the numbers are new.
    selection_changed, view_changed
        What is pointed at; granularity or precision.
    training.changed, training.recorded
        See `Training`.
    """

    network_changed = Signal()
    moment_changed = Signal()
    selection_changed = Signal()
    view_changed = Signal()

    def __init__(
        self, data: DataSet | str = "digits", network: Network | None = None, seed: int = 0
    ) -> None:
        self.data = load(data) if isinstance(data, str) else data
        self.seed = seed
        self.granularity: Granularity = "layer"
        self.digits = 4
        self.selection: Selection = None
        self.network = network or self._default_network()
        self.training = Training(self.network, self.data)
        self.training.moved.connect(self._take_theta)
        self.training.changed.connect(self._take_settings)
        self.cursor = 0
        self._visited: list[tuple[int, Granularity]] = []
        self.edits = Edits(self._version, self._show_version)
        self._new_trace()
        self.cursor = self.trace.score.end(self.trace.score.examples_start + 1, "layer")

    # --- what is shown -------------------------------------------------------------------------

    def _new_trace(self) -> None:
        """Look at the algorithm with the data, Θ, α and λ of now."""
        training = self.training
        data = self.data
        self.trace = Trace(
            self.network, data.X_train, data.Y_train, training.lambda_, training.alpha
        )
        self._forget()

    def _forget(self) -> None:
        for name in ("step", "state"):
            self.__dict__.pop(name, None)

    @cached_property
    def step(self) -> Step:
        """The step on screen."""
        return self.trace[self.cursor]

    @cached_property
    def state(self) -> State:
        """Every array as it stands after the step on screen."""
        return self.trace.state(self.cursor)

    @property
    def segment(self) -> Segment:
        """The vectorised line that the step on screen belongs to."""
        return self.trace.score.segment(self.cursor)[1]

    @property
    def example(self) -> int:
        """I of the example on screen, from 1: the last one begun, or the first to come."""
        return self.trace.score.last_example(self.cursor) or 1

    def refresh(self) -> None:
        """Show the network's Θ after it has changed; the step stays."""
        self.trace = self.trace.at(
            self.network, lambda_=self.training.lambda_, alpha=self.training.alpha
        )
        self._forget()
        self.moment_changed.emit()

    def _take_theta(self, parameters: Array) -> None:
        self.network.parameters[:] = parameters
        self.refresh()

    def _take_settings(self) -> None:
        training, trace = self.training, self.trace
        if (training.alpha, training.lambda_) != (trace.alpha, trace.lambda_):
            self.refresh()

    # --- walking -------------------------------------------------------------------------------

    def go(self, k: int) -> None:
        """Show step k, or the nearest there is."""
        k = min(max(k, 0), len(self.trace) - 1)
        if k != self.cursor:
            self.cursor = k
            self._forget()
            self.moment_changed.emit()

    def step_forward(self) -> None:
        """Go to the next step at the granularity chosen."""
        self.go(self.trace.next(self.cursor, self.granularity))

    def step_back(self) -> None:
        """Go to the step before at the granularity chosen."""
        self.go(self.trace.previous(self.cursor, self.granularity))

    def next_line(self) -> None:
        """Go to the next line of the algorithm: its first unit, or its first layer as a whole."""
        line, last = self.step.line, len(self.trace) - 1
        k = self.trace.score.end(self.cursor, "layer")
        while k < last and self.trace.score.place(k).line == line:
            k = self.trace.score.end(k + 1, "layer")
        self.go(self._entry(k))

    def previous_line(self) -> None:
        """Go to the line of the algorithm before: its last unit, or its last layer as a whole."""
        line = self.step.line
        k = self.cursor
        while k > 0 and self.trace.score.place(k).line == line:
            k = max(0, self.trace.score.start(k, "layer") - 1)
        self.go(k)

    def go_to_line(self, line: int) -> None:
        """Go to the next occurrence of a line of the algorithm, from the beginning if need be."""
        k = self.cursor
        for _ in range(2):
            while k < len(self.trace) - 1:
                k = self.trace.score.end(min(k + 1, len(self.trace) - 1), "layer")
                if self.trace.score.place(k).line == line:
                    self.go(self._entry(k))
                    return
                # Lines 8 and 9 lie behind all examples: no need to walk through these.
                if line >= 8 and k < self.trace.score.gradient_start:
                    k = self.trace.score.gradient_start - 1
            k = -1

    def _entry(self, k: int) -> int:
        """Where one enters the segment of step k at the granularity chosen."""
        edge = self.trace.score.start if self.granularity == "unit" else self.trace.score.end
        return edge(k, "layer")

    def first_step(self) -> None:
        """Go to the first step of the pass."""
        self.go(0)

    def last_step(self) -> None:
        """Go to the last step of the pass."""
        self.go(len(self.trace) - 1)

    def show_example(self, i: int) -> None:
        """Go to the same place in the walk through example i, from 1."""
        i = min(max(i, 1), self.trace.m)
        score = self.trace.score
        if score.examples_start <= self.cursor < score.gradient_start:
            self.go(self.cursor + (i - self.example) * score.per_example)
        else:
            self.go(score.end(score.examples_start + (i - 1) * score.per_example + 1, "layer"))

    def visit(self, k: int) -> None:
        """Go to the step a number comes from, and look at it unit by unit; `back` returns."""
        if (k, "unit") != (self.cursor, self.granularity):
            self._visited.append((self.cursor, self.granularity))
            self.go(k)
            self.set_granularity("unit")

    @property
    def can_go_back(self) -> bool:
        """Whether `back` has somewhere to go."""
        return bool(self._visited)

    def back(self) -> None:
        """Return to where the last `visit` started."""
        if self._visited:
            cursor, granularity = self._visited.pop()
            self.go(cursor)
            self.set_granularity(granularity)

    # --- choosing ------------------------------------------------------------------------------

    def set_granularity(self, granularity: Granularity) -> None:
        """Choose how far a step goes."""
        if granularity not in GRANULARITIES:
            raise ValueError(f"granularity must be one of {', '.join(GRANULARITIES)}")
        if granularity != self.granularity:
            self.granularity = granularity
            self.view_changed.emit()

    def set_digits(self, digits: int) -> None:
        """Choose how many digits numbers have, 2 to 6."""
        self.digits = min(max(digits, 2), 6)
        self.view_changed.emit()

    def select(self, selection: Selection) -> None:
        """Point at a unit or a weight, or at nothing."""
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()

    def set_data(self, data: DataSet | str) -> None:
        """Choose another data set, with the network that suits it."""
        self.data = load(data) if isinstance(data, str) else data
        self._rebuild(self._default_network(), defaults=True)

    def set_network(self, layers: Iterable[int] | None = None, hidden: str | None = None) -> None:
        """Choose other layers or another g for the hidden layers.

        Raises
        ------
        ValueError
            If they do not fit the data; everything stays as it was.
        """
        new = Network(
            self.network.layers if layers is None else layers,
            hidden or self.network.hidden,
            self.network.output,
            self.network.cost,
            self.seed,
        )
        for size, count, what in (
            (new.layers[0], self.data.X.shape[1], "first"),
            (new.layers[-1], self.data.Y.shape[1], "last"),
        ):
            if size != count:
                raise ValueError(
                    f"the {what} layer must have {count} units for these data, not {size}"
                )
        self._rebuild(new)

    def new_theta(self) -> None:
        """Start again from another random Θ."""
        self.seed += 1
        new = self.network.copy()
        new.initialise(self.seed)
        self._rebuild(new)

    def _default_network(self) -> Network:
        data = self.data
        return Network(data.layers, data.hidden, data.output, data.cost, self.seed)

    def _rebuild(self, network: Network, *, defaults: bool = False) -> None:
        """Put everything on a new footing, at the same kind of step as before."""
        line, example = self.step.line, self.example
        self.network = network
        self.selection = None
        self._visited.clear()
        self.edits.clear()
        self._new_trace()
        self.cursor = self._similar_step(line, min(example, self.trace.m))
        self._forget()
        self.network_changed.emit()
        self.moment_changed.emit()
        self.selection_changed.emit()
        self.training.restart(network, self.data, defaults=defaults)

    def _similar_step(self, line: int, example: int) -> int:
        """Return the end of the first segment of this line, in this example if it is in one."""
        score = self.trace.score
        k = 0 if line == 1 else score.examples_start + (example - 1) * score.per_example
        if line >= 8:
            k = score.gradient_start
        while k < len(self.trace) - 1 and score.place(k).line < line:
            k = score.end(k, "layer") + 1
        return score.end(min(k, len(self.trace) - 1), "layer")

    # --- changing by hand ----------------------------------------------------------------------

    def set_weight(self, weight: Weight, value: float) -> None:
        """Set Θ⁽ˡ⁾_ij by hand; can be undone.

        Raises
        ------
        ValueError
            If the value is not finite.
        """
        network = self.network.copy()
        network.theta[weight.layer - 1][weight.unit - 1, weight.source] = value
        self.edits.record(weight, Version(network.parameters, self.data))

    def set_input(self, x: Array) -> None:
        """Set the x of the example on screen, (s_1,), by hand; can be undone.

        Raises
        ------
        ValueError
            If it has another length or is not finite.
        """
        row = self.data.train[self.example - 1]
        X = self.data.X.copy()
        X[row] = checked_examples(self.network, x[None])[0]
        data = replace(self.data, X=X)
        self.edits.record(int(row), Version(self.network.parameters.copy(), data))

    def _version(self) -> Version:
        return Version(self.network.parameters.copy(), self.data)

    def _show_version(self, version: Version) -> None:
        """Put Θ and data of an edit, undone or done, in force."""
        other_data = version.data is not self.data
        self.training.replace(version.parameters, version.data.X_train if other_data else None)
        self.network.parameters[:] = version.parameters
        if other_data:
            self.data = version.data
            self._new_trace()
            self.moment_changed.emit()
        else:
            self.refresh()

    def close(self) -> None:
        """Stop the worker thread."""
        self.training.close()
