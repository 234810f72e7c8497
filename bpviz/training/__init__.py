"""Training: optimisers, a run with its history, and the thread it runs on. No Qt.

Read it in this order: `optimizers` (how Θ moves), `run` (steps, records, divergence), `worker`
(the same on a thread), `snapshot` (what others get to see of it).
"""

from .endings import Diverged, Ending, Failed, Finished, State
from .history import History, Record, Records
from .optimizers import OPTIMIZERS, FullBatch, Optimizer
from .run import Run
from .settings import TrainingSettings
from .snapshot import Mailbox, Snapshot
from .worker import Worker

__all__ = [
    "OPTIMIZERS",
    "Diverged",
    "Ending",
    "Failed",
    "Finished",
    "FullBatch",
    "History",
    "Mailbox",
    "Optimizer",
    "Record",
    "Records",
    "Run",
    "Snapshot",
    "State",
    "TrainingSettings",
    "Worker",
]
