"""Lessons in the window: the menu of them, and the scene on screen in words."""

from bpviz.ui.lesson.view import LessonView

__all__ = ["LessonView"]
