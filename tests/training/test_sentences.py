"""Sentences about training and its networks write numbers as the language in force does."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bpviz import text
from bpviz.core import Network
from bpviz.data.files import FileError
from bpviz.data.files.networks import check_layers
from bpviz.training.endings import Converged, Diverged, Failed, Finished
from bpviz.training.learner import Learner
from bpviz.training.optimizers import OPTIMIZERS
from bpviz.training.replay import Moment
from bpviz.training.settings import TrainingSettings

ENDINGS = (
    Diverged(12_345, 8e3, 23_456, 3.5),
    Diverged(12_345, math.inf, 23_456, 3.5),
    Converged(12_345, "bfgs", arrived=True),
    Converged(12_345, "bfgs", arrived=False),
    Failed("KeyError", 12_345),
    Finished(12_345),
)


@pytest.mark.parametrize(("code", "mark"), [("en", ","), ("ru", "\N{NO-BREAK SPACE}")])
def test_iterations_have_their_thousands_set_apart(code: str, mark: str) -> None:
    X = np.array([[0.0, 1.0]])
    learner = Learner(Network((2, 2, 1)), X, X[:, :1], TrainingSettings())
    there = learner.checkpoint()._replace(progress=learner.progress._replace(iteration=12_345))
    with text.speaking(code):
        for ending in ENDINGS:
            assert f"12{mark}345" in ending.sentence()
            assert (f"23{mark}456" in ending.sentence()) == isinstance(ending, Diverged)
        for why in ("search", "patience"):
            sentence = Moment(there, X, 23_456, why).sentence()
            assert f"12{mark}345" in sentence
            assert f"23{mark}456" in sentence


def test_what_a_network_would_need_is_said_as_people_read_it() -> None:
    network = Network((100, 60, 10))  # 6060 + 610 weights; 6 × 8 × 6670² bytes are 2.1 GB
    objection = OPTIMIZERS["bfgs"].objection
    for said in ("6,670 weights", "2.1 GB", "3,000 weights"):
        assert said in objection(network)
    with text.speaking("ru"):
        for said in ("6\N{NO-BREAK SPACE}670", "2,1 ГБ", "3\N{NO-BREAK SPACE}000"):
            assert said in objection(network)
    with pytest.raises(FileError, match="1,000,000,000 weights"):
        check_layers((999, 1_000_000))
