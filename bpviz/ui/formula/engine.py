"""The typesetter behind the formulas, loaded when the first one is wanted (0.15 s)."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any


@cache
def ziamath() -> Any:
    """Return ziamath, imported now if it has not been."""
    with warnings.catch_warnings():
        # ziamath 0.13 finds its font by importlib.resources.path, deprecated in Python 3.11.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath  # noqa: PLC0415
        import ziamath.drawable  # noqa: PLC0415
        import ziamath.tex  # noqa: PLC0415
    return ziamath
