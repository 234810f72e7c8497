"""Lesson files; the format is told in ``assets/formats/lesson.md``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bpviz.session.pages import PAGES
from bpviz.session.selection import HIDEABLE, Attention
from bpviz.text import translate

from . import targets
from .complaint import Complaint, LessonError
from .document import Document, document_of, read_document
from .lesson import PACES, Heading, Lesson, Scene
from .node import Node
from .prose import Prose
from .question import read_question
from .showing import read_show
from .unfolding import KEYS, Unfolding
from .words import Words

if TYPE_CHECKING:
    from os import PathLike

    from .lesson import SceneState

VERSION: Final = 1
_HEAD: Final = ("title", "about", "minutes")
_LESSON: Final = ("lesson", *_HEAD, "start", "scene")
_SCENE: Final = ("title", "text", "notes", "show", "highlight", "hide", "pace", "question", *KEYS)


def read_lesson(path: str | PathLike[str], *, formulas: bool = False) -> Lesson:
    """Read a lesson; nothing in it is ever run or unpickled.

    Parameters
    ----------
    path
        Of the file.
    formulas
        Whether to try if each formula can be typeset, which takes a while.

    Raises
    ------
    LessonError
        If it cannot be given; it holds all that is wrong, with lines.
    """
    path = Path(path)
    return lesson_of(read_document(path), path, formulas=formulas)


def lesson_from(data: bytes, path: Path, *, formulas: bool = False) -> Lesson:
    """Return the lesson in the bytes of a file at `path`. Errors as for `read_lesson`."""
    return lesson_of(document_of(data), path, formulas=formulas)


def lesson_of(document: Document, path: Path, *, formulas: bool = False) -> Lesson:
    """Return the lesson in a document. Errors as for `read_lesson`."""
    reader = _Reader(document, path, formulas=formulas)
    lesson = reader.read()
    complaints = tuple(sorted(reader.complaints))
    if any(not complaint.warning for complaint in complaints):
        raise LessonError(complaints)
    return replace(lesson, warnings=complaints)


def heading(path: str | PathLike[str]) -> Heading:
    """Read no more of a lesson than a menu shows. Errors as for `read_lesson`."""
    reader = _Reader(read_document(Path(path)), Path(path), formulas=False)
    found = reader.heading(reader.root.table(_LESSON) or {})
    if reader.complaints:
        raise LessonError(tuple(sorted(reader.complaints)))
    return found


class _Reader:
    def __init__(self, document: Document, path: Path, *, formulas: bool) -> None:
        self.path = path
        self.complaints: list[Complaint] = []
        self.root = Node(document, self.complaints, (), document.tree)
        self._unfolding = Unfolding(path.parent)
        self._prose = Prose(formulas=formulas)

    def read(self) -> Lesson:
        keys = self.root.table(_LESSON) or {}
        self._check_version(keys)
        head = self.heading(keys)
        if "title" not in keys:
            self.root.complain(translate("Lesson", "The lesson has no title."))
        start = keys.get("start")
        told = start.table(KEYS) if start else None
        self._unfolding.then(start or self.root, told or {})
        scenes = [scene for scene in map(self._scene, self._scenes(keys)) if scene]
        self._prose.check_languages()
        return Lesson(head.title, head.about, head.minutes, tuple(_with_limits(scenes)), self.path)

    def _scenes(self, keys: dict[str, Node]) -> list[Node]:
        node = keys.get("scene")
        if node is None or node.value == []:
            told = translate("Lesson", "The lesson has no scene; each begins with [[scene]].")
            self.root.complain(told)
            return []
        if isinstance(node.value, dict):
            told = translate("Lesson", "Each scene begins with [[scene]], in double brackets.")
            node.complain(told)
            return []
        return node.items() or []

    def _check_version(self, keys: dict[str, Node]) -> None:
        if "lesson" not in keys:
            self.root.complain(
                translate("Lesson", "The first line must be: lesson = 1. Is this a lesson?")
            )
            return
        version = keys["lesson"].whole(1)
        if version is not None and version > VERSION:
            sentence = translate(
                "Lesson",
                "The lesson is written for a newer bpviz, in version {version} of the format; "
                "this one knows versions up to {known}.",
            )
            keys["lesson"].complain(sentence.format(version=version, known=VERSION))

    def heading(self, keys: dict[str, Node]) -> Heading:
        title, about = (
            self._prose.short(keys[key]) if key in keys else Words() for key in ("title", "about")
        )
        minutes = keys["minutes"].whole(1) if "minutes" in keys else None
        return Heading(title, about, minutes)

    def _scene(self, node: Node) -> Scene | None:
        keys = node.table(_SCENE)
        if keys is None:
            return None
        state = self._unfolding.then(node, {key: keys[key] for key in keys if key in KEYS})
        title = self._prose.short(keys["title"]) if "title" in keys else Words()
        if not title:
            node.complain(translate("Lesson", "The scene has no title."))
        text, notes = (
            self._prose.long(keys[key], state.network) if key in keys else Words()
            for key in ("text", "notes")
        )
        shown = dict.fromkeys(Scene.show, "")
        if "show" in keys:
            shown = read_show(keys["show"], state.data)
        return Scene(
            state=state,
            title=title,
            text=text,
            notes=notes,
            show=tuple(shown),
            pages=tuple((panel, page) for panel, page in shown.items() if panel in PAGES),
            attention=self._attention(keys, state),
            pace=keys["pace"].choice(PACES) if "pace" in keys else None,
            question=(
                read_question(keys["question"], self._prose, state.network, state.place)
                if "question" in keys
                else None
            ),
        )

    @staticmethod
    def _attention(keys: dict[str, Node], state: SceneState) -> Attention:
        lit = []
        for node in (keys["highlight"].items() or []) if "highlight" in keys else []:
            text = node.text()
            if text is None:
                continue
            try:
                named = targets.target(text)
            except ValueError as error:
                node.complain(str(error))
                continue
            objection = targets.objection(named, state.network)
            if objection:
                sentence = translate("Lesson", "“{name}” is not there. {why}")
                node.complain(sentence.format(name=text, why=objection))
            else:
                lit.append(named)
        hidden = _some(keys["hide"], HIDEABLE) if "hide" in keys else ()
        return Attention(tuple(lit), frozenset(hidden))


def _some(node: Node, known: tuple[str, ...]) -> tuple[str, ...]:
    """Read some of several names, each once."""
    chosen = [child.choice(known) for child in node.items() or []]
    return tuple(dict.fromkeys(name for name in chosen if name))


def _with_limits(scenes: list[Scene]) -> list[Scene]:
    """Have live training end where the next scene begins that says how far Θ is trained."""
    limited = []
    for n, scene in enumerate(scenes):
        state, limit = scene.state, None
        if state.train:
            after = (later.state for later in scenes[n + 1 :])
            ahead = next((later for later in after if not _is_held(state, later)), None)
            if ahead and ahead.network is state.network and ahead.iteration > state.iteration:
                limit = ahead.iteration
        limited.append(replace(scene, state=replace(state, limit=limit)))
    return limited


def _is_held(before: SceneState, later: SceneState) -> bool:
    """Whether training that goes on in one scene goes on in a later one."""
    return later.train and later.network is before.network and later.legs == before.legs
