"""Whether all that a window shows is of one moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from bpviz.trace import GRANULARITIES
from bpviz.ui.equation.caption import caption
from bpviz.ui.transport.status import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpviz.ui.window import MainWindow


def disagreements(window: MainWindow) -> Iterator[str]:
    """Tell of each panel that does not show what the session holds."""
    for what, shown, true in (*_network(window), *_moment(window), *_training(window)):
        alike = (
            math.isclose(shown, true, abs_tol=1e-9) if isinstance(true, float) else shown == true
        )
        if not alike:
            yield f"{what} shows {shown!r}, but it is {true!r}"
    worker = window.session.training._worker
    # In this order: what runs now may have ended by the time its thread is looked at.
    if worker.running and worker.wait(0) and worker.running:
        yield "the worker is dead, but said to run"


def _network(window: MainWindow) -> Iterator[tuple[str, Any, Any]]:
    session, tools = window.session, window.tools
    layers = session.network.layers
    yield "network", window.network.scene.network.layers, layers
    yield "trace", session.trace.network.layers, layers
    yield "data set", tools.data.currentData(), session.data.name
    yield "g", tools.hidden.currentData(), session.network.hidden
    if not tools.layers.is_typed_in:
        yield "layers", tools.layers.text(), "-".join(map(str, layers))
    granularity = GRANULARITIES[window.transport.granularity.currentIndex()]
    yield "granularity", granularity, session.granularity


def _moment(window: MainWindow) -> Iterator[tuple[str, Any, Any]]:
    session, transport = window.session, window.transport
    if session.coming is not None:
        return  # the step before stays until the numbers of the next are known
    algorithm: Any = window.docks["dock.algorithm"].widget()
    equation: Any = window.docks["dock.equation"].widget()
    trace, k = session.trace, session.cursor
    words = caption(trace, k, session.granularity, session.training.settings.optimizer)
    yield "status", transport.status.text(), sentence(session)
    yield "timeline", transport.timeline.value(), k
    yield "example", transport.example.value(), session.example
    yield "network's example", window.network.scene.example, session.example
    yield "lit line", algorithm._lit.line.number, session.step.line
    yield "equation", equation.caption.text(), words


def _training(window: MainWindow) -> Iterator[tuple[str, Any, Any]]:
    training, tools = window.session.training, window.tools
    yield "α", tools.alpha.value(), float(training.alpha)
    yield "λ", tools.lambda_.value(), float(training.lambda_)
    yield "optimiser", tools.optimizer.currentData(), training.settings.optimizer
    if not training.busy:
        now = training.moment or training.latest
        yield "Θ", window.session.network.parameters.tolist(), now.parameters.tolist()
