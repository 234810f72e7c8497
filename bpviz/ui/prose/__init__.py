"""Text with formulas in it: Markdown and LaTeX, set as one text in the window's colours."""

from bpviz.ui.prose.prose import Prose, prepare
from bpviz.ui.prose.source import Cut, cut, spoken

__all__ = ["Cut", "Prose", "cut", "prepare", "spoken"]
