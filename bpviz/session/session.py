"""The one place where state lives; views watch it and never each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpviz.core import Network
from bpviz.core.validation import checked_examples, checked_targets
from bpviz.data import DataSet, load
from bpviz.trace import Trace
from bpviz.training.checkpoints import MEMORY

from .edits import Edits, Version
from .footing import Footing, alike
from .same import same
from .training import Training
from .walk import at_once

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from bpviz.core import Array

    from .selection import Weight

_MANY: Final = 500_000  # numbers that are not copied while somebody waits


class Session(Footing):
    """Data, network, training and the moment that is on screen.

    The moment is a step of a trace: one pass of the algorithm over the training examples at the
    Θ of now. Whoever shows something connects to the signals and reads the attributes; nobody
    writes them but the methods here.

    Parameters
    ----------
    data, network
        To begin with; None for the network that suits the data.
    seed
        Of the random Θ.
    memory
        Bytes that the checkpoints of each run may take.

    Signals
    -------
    network_changed
        Another data set, other layers or functions: the shape of everything is new.
    moment_changed
        Another step, example or Θ: the numbers are new.
    view_changed
        Granularity or precision.
    selection_changed, attention_changed, mistake_changed
        See `Pointing`.
    training.changed, training.recorded
        See `Training`.
    """

    def __init__(
        self,
        data: DataSet | str = "digits",
        network: Network | None = None,
        seed: int = 0,
        memory: int = MEMORY,
    ) -> None:
        super().__init__()
        self.data = load(data) if isinstance(data, str) else data
        self.seed = seed
        self.digits = 4
        self.network = network or self._default_network()
        self.training = Training(self.network, self.data, memory)
        self.training.moved.connect(self._take_theta)
        self.training.changed.connect(self._take_settings)
        self.edits = Edits(self._version, self._show_version, self._take_inputs_now)
        self._inputs: dict[int, Array] = {}  # set by hand, by row; not yet in force
        self._inputs_of = self.data.Y  # the examples that they belong to
        self.trace = self._new_trace()
        self.cursor = self.trace.score.end(self.trace.score.examples_start + 1, "layer")

    # --- what is shown -------------------------------------------------------------------------

    def _new_trace(self) -> Trace:
        """Return the algorithm with the data, Θ, α and λ of now."""
        training, data = self.training, self.data
        return Trace(self.network, data.X_train, data.Y_train, training.lambda_, training.rate)

    def refresh(self) -> None:
        """Show the network's Θ after it has changed; the step stays."""
        trace, k = self._wanted or (self.trace, self.cursor)
        rates = {"lambda_": self.training.lambda_, "alpha": self.training.rate}
        self._show_step(trace.at(self.network, **rates), k)

    def _take_theta(self, parameters: Array) -> None:
        """Show a Θ of the run that is trained, which may be one with another g than was shown."""
        network = self.training.run.network
        if alike(network, self.network):
            self.network.parameters[:] = parameters
            self.refresh()
        else:
            self.edits.clear()
            self.network = network.copy()
            self.network.parameters[:] = parameters
            self._settle(self._new_trace(), self.cursor, same=False)

    def _take_settings(self) -> None:
        training = self.training
        trace = self._wanted[0] if self._wanted else self.trace
        if (training.rate, training.lambda_) != (trace.alpha, trace.lambda_):
            self.refresh()

    # --- choosing ------------------------------------------------------------------------------

    def set_digits(self, digits: int) -> None:
        """Choose how many digits numbers have, 2 to 6."""
        self.digits = min(max(digits, 2), 6)
        self.view_changed.emit()

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

    def use_network(self, network: Network) -> None:
        """Take a network as it is, with its Θ, functions and layers.

        Raises
        ------
        ValueError
            If it does not fit the data; everything stays as it was.
        """
        checked_examples(network, self.data.X)
        checked_targets(network, self.data.Y, len(self.data.X))
        self._rebuild(network.copy())

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
        """Put another network in the place of this one."""
        self.network = network
        self.selection = None
        self.edits.clear()
        self._start_over(defaults=defaults)

    def _start_over(self, *, defaults: bool = False) -> None:
        """Put everything on a new footing, at the same kind of step as before."""
        line, example = self.step.line, self.example
        self._visited.clear()
        self.trace = self._new_trace()
        k = self._similar_step(line, min(example, self.trace.m))
        self._stand_at(self.trace, k)
        self.network_changed.emit()
        self.moment_changed.emit()
        self.selection_changed.emit()
        self.training.restart(self.network, self.data, defaults=defaults)
        self.go(k)

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

    @property
    def input_by_hand(self) -> Array:
        """The x of the example on screen, (s_1,), as set last, even if not in force yet."""
        waiting = self._inputs if self._inputs_of is self.data.Y else {}
        shown: Array = self.trace.X[self.example - 1]
        return waiting.get(int(self.data.train[self.example - 1]), shown)

    def set_input(self, x: Array) -> None:
        """Set the x of the example on screen, (s_1,), by hand; can be undone.

        Raises
        ------
        ValueError
            If it has another length or is not finite.
        """
        row, x = int(self.data.train[self.example - 1]), checked_examples(self.network, x[None])[0]
        if self._inputs_of is not self.data.Y:
            self._inputs, self._inputs_of = {}, self.data.Y
        waits = bool(self._inputs)  # for others, and is put in force together with them
        self._inputs[row] = x
        if not waits:
            self._take_inputs()

    def _take_inputs(self) -> None:
        """Put inputs that were set by hand in force; with many examples that takes a while."""
        base, network, waiting = self.data, self.network, self._inputs
        elsewhere = self.elsewhere if base.X.size > _MANY else at_once

        def work() -> tuple[dict[int, Array], DataSet]:
            inputs = waiting.copy()
            data = base.with_inputs(inputs)
            checked_examples(network, data.X_train)
            _ = data.span  # whoever shows the examples asks for it at once
            return inputs, data

        def done(made: tuple[dict[int, Array], DataSet]) -> None:
            if self._inputs is waiting:
                self._inputs_taken(base, *made)

        def failed() -> None:
            if self._inputs is waiting:
                self._inputs = {}

        elsewhere(work, done, failed)

    def _take_inputs_now(self) -> None:
        """Put inputs that wait in force before anything else happens, however long that takes."""
        inputs, self._inputs = self._inputs, {}
        if inputs and self._inputs_of is self.data.Y:
            self._inputs_taken(self.data, inputs, self.data.with_inputs(inputs))

    def _inputs_taken(self, base: DataSet, inputs: dict[int, Array], data: DataSet) -> None:
        if self.data is base:
            self._inputs = {r: x for r, x in self._inputs.items() if x is not inputs.get(r)}
            row = next(reversed(inputs))
            self.edits.record(row, Version(self.network.parameters.copy(), data))
        elif self.data.Y is not base.Y:  # other examples have come, and these are forgotten
            self._inputs = {}
        if self._inputs:
            self._take_inputs()

    def replace_examples(self, data: DataSet, what: Hashable = None) -> None:
        """Learn from other examples with the same network; Θ stays, and it can be undone.

        Training begins a new run, since J of other examples is another function; it goes on if it
        was going on.

        Parameters
        ----------
        data
            The examples, with as many inputs and outputs.
        what
            Calls with the same `what` that follow each other fast are one edit, such as a point
            that is dragged.

        Raises
        ------
        ValueError
            If they do not fit the network; everything stays as it was.
        """
        version = Version(self.network.parameters.copy(), data)
        self.edits.record(object() if what is None else what, version)

    def _version(self) -> Version:
        return Version(self.network.parameters.copy(), self.data)

    def _show_version(self, version: Version) -> None:
        """Put Θ and data of an edit, undone or done, in force."""
        data = version.data
        if data is self.data:
            self.training.replace(version.parameters)
            self.network.parameters[:] = version.parameters
            self.refresh()
        elif _same_run(self.data, data):
            self.training.replace(version.parameters, data.X_train)
            self.network.parameters[:] = version.parameters
            self.data = data
            k = self.cursor
            self._stand_at(self._new_trace(), k)
            self.moment_changed.emit()
            self.go(k)
        else:
            for X, Y in ((data.X_train, data.Y_train), (data.X_validation, data.Y_validation)):
                if len(X):
                    checked_targets(self.network, Y, len(checked_examples(self.network, X)))
            self.network.parameters[:] = version.parameters
            self.data = data
            self._start_over()

    def close(self) -> None:
        """Stop the worker thread."""
        self.training.close()


def _same_run(before: DataSet, data: DataSet) -> bool:
    """Whether a run can go on: at most inputs of training examples are others."""
    return (
        same(data.Y, before.Y)
        and same(data.train, before.train)
        and same(data.validation, before.validation)
        and same(data.X_validation, before.X_validation)
    )
