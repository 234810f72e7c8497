"""The code of the moment: a program that prints the numbers on screen."""

from .dialog import CodeDialog

__all__ = ["CodeDialog"]
