"""Training: optimisers, a run with its history and its past, and the thread it runs on. No Qt.

Read it in this order: `optimizers` (how Θ moves), `learner` (all that a step depends upon), `run`
(steps, records, divergence, branches), `checkpoints` and `replay` (going back), `worker` (a run on
a thread), `snapshot` (what others get to see of it).
"""

from .endings import Converged, Diverged, Ending, Failed, Finished, State
from .history import History, Record, Records, Trials
from .keeping import RunState
from .optimizers import OPTIMIZERS, Descent, Optimizer
from .origin import Origin
from .progress import Progress, Trial
from .replay import Moment
from .run import Run
from .schedule import SCHEDULES, Schedule
from .settings import TrainingSettings
from .snapshot import Mailbox, Snapshot
from .worker import Worker

__all__ = [
    "OPTIMIZERS",
    "SCHEDULES",
    "Converged",
    "Descent",
    "Diverged",
    "Ending",
    "Failed",
    "Finished",
    "History",
    "Mailbox",
    "Moment",
    "Optimizer",
    "Origin",
    "Progress",
    "Record",
    "Records",
    "Run",
    "RunState",
    "Schedule",
    "Snapshot",
    "State",
    "TrainingSettings",
    "Trial",
    "Trials",
    "Worker",
]
