"""What the reader of TOML complains of, in words for people who have never heard of TOML."""

from __future__ import annotations

import re

from bpviz.data.files.errors import shortened
from bpviz.text import translate


def sentence(wrong: str, line: str) -> str:
    """Return what is wrong, and what would be right.

    Parameters
    ----------
    wrong
        What the reader says.
    line
        The line of the file that it says this of.
    """
    for said, written, told in _mishaps():
        if re.search(said, wrong) and re.search(written, line):
            return told
    told = translate("Lesson", "This is not TOML; its reader says: {message}.")
    return told.replace("{message}", shortened(wrong, 80))


def _mishaps() -> tuple[tuple[str, str, str], ...]:
    """Return what is said, what is written there, and the sentence; the first that fits counts."""
    return (
        (
            r"Unescaped",
            "",
            translate(
                "Lesson",
                "A backslash stands in double quotes; write texts with formulas in single quotes, "
                "'…' or '''…'''.",
            ),
        ),
        (
            "",
            r"^\s*\[\s*scene\s*\]",
            translate("Lesson", "Each scene begins with [[scene]], in double brackets."),
        ),
        (
            r"Cannot overwrite|Duplicate|twice|Cannot redefine|Cannot mutate",
            "",
            translate("Lesson", "This has been said before in the same part; say it once."),
        ),
        (
            "",
            r"^[^\"#]*[=\[,]\s*'(?!'')[^'\"]*\w'\w",
            translate(
                "Lesson",
                "An apostrophe ends a text that stands in single quotes; write such a text in "
                "double quotes, or in '''…'''.",
            ),
        ),
        (
            "",
            r"[=\[,]\s*[“”„«‘]",
            translate("Lesson", "Texts stand in straight quotes, \"…\" or '…'."),
        ),
        (
            r"Expected (newline|'=')",
            r"=\s*[-+]?\d+,\d",
            translate("Lesson", "Numbers have a decimal point: 0.1, not 0,1."),
        ),
        (
            r"[Ii]nitial character for a key|inline table",
            r"\{",
            translate(
                "Lesson",
                "What stands in braces { } is one line, without a comma at its end; where that is "
                "too long, write a heading instead, [start] or [scene.question], and below it each "
                "name = value on its own line.",
            ),
        ),
        (
            r"Unterminated|Expected \"'|Expected '\"|[Cc]haracter '.n'",
            "",
            translate(
                "Lesson",
                "A quote is not closed; a text of several lines begins and ends with three "
                "quotes: '''…'''.",
            ),
        ),
        (
            r"Unclosed|Expected '\]",
            "",
            translate("Lesson", "A bracket is not closed, or a comma is missing."),
        ),
        (
            r"Expected '=' after a key",
            "",
            translate("Lesson", "An equals sign is due after the name: name = value."),
        ),
        (
            r"Invalid value",
            "",
            translate(
                "Lesson",
                "No value that can be read; texts stand in quotes, numbers have a decimal point.",
            ),
        ),
        (
            r"Expected newline or end of document",
            "",
            translate(
                "Lesson", "Something stands behind the value; each name = value has its own line."
            ),
        ),
        (
            r"Invalid statement|Invalid initial character for a key",
            "",
            translate(
                "Lesson", "This line is neither name = value, nor [[scene]], nor a # remark."
            ),
        ),
    )
