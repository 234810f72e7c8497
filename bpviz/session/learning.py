"""A network that learns from a data set, wherever a run of one is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.training import Run

if TYPE_CHECKING:
    from bpviz.core import Array, Network
    from bpviz.data import DataSet
    from bpviz.training import TrainingSettings


def run_of(
    data: DataSet,
    network: Network,
    settings: TrainingSettings,
    name: str = "",
    X: Array | None = None,
    *,
    lazy: bool = False,
) -> Run:
    """Return a run that learns from the training examples and is judged by those held back.

    Parameters
    ----------
    data, network, settings, name, lazy
        As `Run` takes them.
    X
        Inputs of the training examples (m, s_1), if they were others when the run was kept.

    Raises
    ------
    ValueError
        As `Run`.
    """
    return Run(
        network,
        data.X_train if X is None else X,
        data.Y_train,
        data.X_validation,
        data.Y_validation,
        classes=data.tells_classes,
        settings=settings,
        name=name,
        lazy=lazy,
    )
