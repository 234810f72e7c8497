"""What the panel says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import number, percent, translate, typed
from bpviz.ui.counts import grouped
from bpviz.ui.plot.scale import significant

if TYPE_CHECKING:
    from .ground import Ground
    from .survey import Survey


def directions() -> list[tuple[str, str]]:
    """Return what can be chosen: key and name."""
    return [
        ("random", translate("SurfacePanel", "Random directions")),
        ("path", translate("SurfacePanel", "The path's own directions")),
    ]


def meaning(kind: str) -> str:
    """Return what directions are."""
    if kind == "path":
        return translate(
            "SurfacePanel",
            "The first two principal components of the Θ that training has passed: the plane that "
            "the path lies in as far as it can.",
        )
    return translate(
        "SurfacePanel",
        "Two random directions through Θ in which the weights into each unit, its bias among them, "
        "are as long as its own (filter-normalised: Li et al., 2018). Training hardly moves in "
        "them: the path is seen as its shadow on this plane.",
    )


def names(survey: Survey) -> tuple[str, str]:
    """Return what the axes are called."""
    if survey.shares is None:
        return (
            translate("SurfacePanel", "first direction"),
            translate("SurfacePanel", "second direction"),
        )
    first, second = map(percent, survey.shares)
    return (
        translate("SurfacePanel", "first direction: {share}").format(share=first),
        translate("SurfacePanel", "second direction: {share}").format(share=second),
    )


def too_short() -> str:
    """Return what is missing for the path's own directions."""
    return translate(
        "SurfacePanel", "The path has no two directions yet: train for a few iterations (T)."
    )


def reading(ground: Ground, node: tuple[int, int] | None) -> str:
    """Return J at a node, or at Θ."""
    row, column = ground.centre if node is None else node
    J = significant(float(ground.J[row, column]))
    if node is None or node == ground.centre:
        return translate("SurfacePanel", "J = {J} at Θ").format(J=J)
    s, t = (number(float(each), 3) for each in (ground.s[column], ground.t[row]))
    return translate("SurfacePanel", "J = {J} at ({s}; {t})").format(J=J, s=s, t=t)


def circumstances(survey: Survey, stride: int) -> str:
    """Return at which Θ, in which plane, with which examples, how finely."""
    site = survey.site
    nodes = (len(survey.J) - 1) // stride + 1
    parts = [
        translate("SurfacePanel", "Iteration {n}").format(n=grouped(site.iteration)),
        _examples(survey),
        f"λ = {typed(site.lambda_)}",
        translate("SurfacePanel", "{n} × {n} points").format(n=nodes),
    ]
    if survey.shares is not None:
        share = percent(sum(survey.shares))
        said = translate("SurfacePanel", "{share} of the path's variance lies in this plane")
        parts.insert(1, said.format(share=share))
    return " · ".join(parts)


def _examples(survey: Survey) -> str:
    taken, m = len(survey.sample), survey.sample.m
    if taken == m:
        sentence = translate("SurfacePanel", "all {n} training examples")
        return sentence.format(n=grouped(m))
    sentence = translate("SurfacePanel", "{taken} of {n} training examples, evenly spread")
    return sentence.format(taken=grouped(taken), n=grouped(m))
