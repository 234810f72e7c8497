"""Random actions in the real window: ``BPVIZ_MONKEY="1 2 3 4" pytest tests/monkey``.

Each seed stands for five hundred; ``python -m tests.monkey`` does any number.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bpviz.app import create_window
from tests.monkey.files import make_files
from tests.monkey.monkey import Monkey

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SEEDS = [int(seed) for seed in os.environ.get("BPVIZ_MONKEY", "").split()]
ACTIONS = 500


@pytest.mark.qt_log_ignore("plugin does not support")  # of popups; the monkey listens itself
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_is_pressed_breaks_the_window(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    window = create_window(["--data", "lecture", "--language", "en"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    Monkey(window, seed, make_files(tmp_path), tmp_path).run(ACTIONS)
    window.close()
