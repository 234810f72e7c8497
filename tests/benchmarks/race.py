"""L-BFGS in 50 iterations against batch gradient descent in 400, on the digits."""

from __future__ import annotations

from time import perf_counter

from bpviz.core import Network
from bpviz.data import load
from bpviz.training import Run, TrainingSettings

from .table import Table, duration

_LAYERS = (64, 25, 10)
_LAMBDA = 1.0
_SEED = 1
# Gradient descent may take whichever suits it best.
_ALPHAS = (0.1, 0.3, 1.0, 2.0, 3.0, 4.0, 6.0)


def _race(settings: TrainingSettings, iterations: int) -> tuple[Run, float]:
    """Return a run of so many iterations, and the seconds it took."""
    data = load("digits")
    network = Network(_LAYERS, seed=_SEED)
    validation = data.X_validation, data.Y_validation
    run = Run(network, data.X_train, data.Y_train, *validation, settings=settings)
    start = perf_counter()
    while run.iteration < iterations and run.ending is None:
        run.advance(iterations - run.iteration)
    seconds = perf_counter() - start
    run.record()
    run.close()
    return run, seconds


def table() -> Table:
    """Let them run, and see who gets lower."""
    rows: list[tuple[str, ...]] = []
    lowest: dict[str, float] = {}
    chosen = [
        (TrainingSettings(lambda_=_LAMBDA, optimizer="l-bfgs"), 50),
        *((TrainingSettings(alpha, _LAMBDA), 400) for alpha in _ALPHAS),
    ]
    _race(TrainingSettings(lambda_=_LAMBDA, optimizer="l-bfgs"), 1)  # SciPy is loaded then
    for settings, iterations in chosen:
        run, seconds = _race(settings, iterations)
        name, record = settings.optimizer, run.latest
        lowest[name] = min(record.J, lowest.get(name, record.J))
        rows.append(
            (
                name + (f", α = {settings.alpha:g}" if settings.applies("alpha") else ""),
                f"{record.iteration}" + (" (diverged)" if run.ending else ""),
                f"{record.evaluations}",
                f"{record.J:.4f}",
                f"{record.J_validation:.4f}",
                f"{100 * record.accuracy:.1f} %",
                f"{100 * record.accuracy_validation:.1f} %",
                duration(seconds),
            )
        )
    search, descent = lowest["l-bfgs"], lowest["gradient-descent"]
    verdict = "lower than" if search < descent else "NOT lower than"
    return Table(
        f"The digits, {'-'.join(map(str, _LAYERS))}, λ = {_LAMBDA:g}, seed {_SEED}",
        (
            "optimizer",
            "iterations",
            "evaluations",
            "J(Θ)",
            "validation",
            "right",
            "validation",
            "time",
        ),
        rows,
        (f"L-BFGS in 50: J = {search:.4f}, {verdict} the best descent in 400, J = {descent:.4f}.",),
    )
