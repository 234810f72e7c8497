"""Presenting: the stage that fills the screen, the pointer, and the lecturer's notes."""

from .presenter import Presenter

__all__ = ["Presenter"]
