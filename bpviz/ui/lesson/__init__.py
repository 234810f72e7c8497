"""Lessons in the window: the menu of them, and the scene on screen in words.

Nothing is imported here: the window needs `guide` and `menu` at once, `view` when one is opened.
"""
