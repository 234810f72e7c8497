"""Help where one is: a "?" at every panel, the keys on one page, a look around."""

from .button import HelpButton
from .explanations import EXPLAINED, explanation
from .helper import Helper

__all__ = ["EXPLAINED", "HelpButton", "Helper", "explanation"]
