"""A text in several languages."""

from __future__ import annotations

from dataclasses import dataclass

from bpviz.text import language


@dataclass(frozen=True)
class Words:
    """A text for each language, or one for all.

    Attributes
    ----------
    texts
        (code of the language, text) in the order of the file; the code is empty where one text
        serves all languages.
    """

    texts: tuple[tuple[str, str], ...] = ()

    @property
    def said(self) -> str:
        """The text in the language in force; else in English; else the first there is."""
        texts = dict(self.texts)
        for code in (language(), "en"):
            if code in texts:
                return texts[code]
        return next(iter(texts.values()), "")

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages it is written for; none where one text serves all."""
        return tuple(code for code, _ in self.texts if code)

    def __bool__(self) -> bool:
        return any(text for _, text in self.texts)
