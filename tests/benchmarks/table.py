"""A table of figures, as a benchmark prints it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Table:
    """Title, column heads and rows of text; `notes` say what the figures mean."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [self.heads, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        text = [
            "  ".join(
                cell.ljust(width) if n == 0 else cell.rjust(width)
                for n, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        ]
        rule = "-" * max(map(len, text))
        return "\n".join([self.title, rule, text[0], rule, *text[1:], rule, *self.notes])


def duration(seconds: float) -> str:
    """Return a time with three digits and its unit."""
    factor, unit = next(
        ((f, u) for f, u in ((1.0, "s"), (1e3, "ms")) if seconds * f >= 1), (1e6, "µs")
    )
    return f"{seconds * factor:#.3g}".rstrip(".") + f" {unit}"
