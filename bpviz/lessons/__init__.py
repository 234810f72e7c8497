"""Lessons: text files in which a teacher says what is told and what is shown meanwhile."""

from .complaint import Complaint, LessonError
from .feedback import Feedback
from .journey import Journey
from .lesson import Heading, Lesson, Question, Scene
from .opening import heading, read_lesson
from .shelf import bundled, find
from .teaching import Teaching
from .words import Words

__all__ = [
    "Complaint",
    "Feedback",
    "Heading",
    "Journey",
    "Lesson",
    "LessonError",
    "Question",
    "Scene",
    "Teaching",
    "Words",
    "bundled",
    "find",
    "heading",
    "read_lesson",
]
