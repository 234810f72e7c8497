"""What the panel says: mistakes by name, verdicts, and what was compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.core.measure import LIMIT
from bpviz.core.mistakes import MISTAKES, Mistake
from bpviz.text import number, translate, typed
from bpviz.ui.counts import grouped

if TYPE_CHECKING:
    from bpviz.core import Network

    from .check import Check, Snapshot
    from .comparison import Comparison


def choices() -> list[tuple[Mistake | None, str]]:
    """Return what can be chosen: nothing wrong, or one mistake."""
    names: dict[Mistake, str] = {
        "no slope": translate("CheckPanel", "What if g′ were forgotten?"),
        "no bias": translate("CheckPanel", "What if the bias column were forgotten?"),
        "no mean": translate("CheckPanel", "What if nobody divided by m?"),
        "wrong sign": translate("CheckPanel", "What if the sign were wrong?"),
        "bias regularised": translate("CheckPanel", "What if λ reached the bias column?"),
    }
    nothing = translate("CheckPanel", "The algorithm as it is")
    return [(None, nothing), *((mistake, names[mistake]) for mistake in MISTAKES)]


def deed(mistake: Mistake, network: Network) -> str:
    """Return what is done wrong, as the lines of the algorithm have it for a network."""
    without_slope = (
        translate("CheckPanel", "Line 6 without ⊙ g′(z)")
        if network.pair.matched  # then there is none in line 5
        else translate("CheckPanel", "Lines 5 and 6 without ⊙ g′(z)")
    )
    return {
        "no slope": without_slope,
        "no bias": translate("CheckPanel", "Line 7 with a₀ = 0: column 0 stays empty"),
        "no mean": translate("CheckPanel", "Line 8 with Δ in place of Δ/m"),
        "wrong sign": translate("CheckPanel", "Line 5 with y − a in place of a − y"),
        "bias regularised": translate("CheckPanel", "Line 8 with (λ/m)Θ for j = 0 too"),
    }[mistake]


def sandbox(mistake: Mistake, network: Network) -> str:
    """Return the notice that goes with a mistake."""
    notice = translate("CheckPanel", "{deed}. Only in this table.")
    return notice.format(deed=deed(mistake, network))


def assurance() -> str:
    """Return why nobody needs to fear a mistake."""
    return translate(
        "CheckPanel", "A sandbox: training, and everything else on screen, keeps to the right D"
    )


def verdict(comparison: Comparison) -> str:
    """Return whether D is the gradient."""
    if not comparison.finite:
        return translate("CheckPanel", "J(Θ) is too large for a check: not every slope is a number")
    if comparison.agrees:
        sentence = translate("CheckPanel", "D is ∂J/∂Θ")
        if comparison.mistake is not None:
            sentence = translate("CheckPanel", "Not to be seen here: {why}")
            sentence = sentence.format(why=_why_unseen(comparison))
    elif comparison.mistake is None:
        sentence = translate("CheckPanel", "D is not ∂J/∂Θ")
    else:
        sentence = translate("CheckPanel", "Caught: this D is not ∂J/∂Θ")
    return sentence


def distance(comparison: Comparison) -> str:
    """Return how far D and the slopes are apart all together."""
    return f"‖D − d‖ / ‖D + d‖ = {number(comparison.overall, 3)}"


def _why_unseen(comparison: Comparison) -> str:
    """Return why a mistake makes no difference."""
    network = comparison.network
    match comparison.mistake:
        case "bias regularised" if comparison.lambda_ == 0:
            return translate("CheckPanel", "λ is 0")
        case "bias regularised" if not any(theta[:, 0].any() for theta in network.theta):
            return translate("CheckPanel", "the weights of the bias units are 0")
        case "no mean" if comparison.m == 1:
            return translate("CheckPanel", "m is 1")
        case "no slope" if len(network.layers) == 2 and network.pair.matched:
            return translate("CheckPanel", "no g′ stands in these lines")
    return translate("CheckPanel", "D is the same")


def circumstances(check: Check, comparison: Comparison) -> str:
    """Return at which Θ, with how many weights and which examples."""
    snapshot = check.snapshot
    parts = [
        translate("CheckPanel", "Iteration {n}").format(n=grouped(snapshot.iteration)),
        _weights(check),
        _examples(snapshot),
        f"λ = {typed(snapshot.lambda_)}",
    ]
    if check.corners:
        corners = translate(
            "CheckPanel", "%n left out, where a ReLU switches and J has a corner", n=check.corners
        )
        parts.append(corners)
    wrong = int((comparison.relative > LIMIT).sum())
    if wrong:
        parts.append(translate("CheckPanel", "{n} differ").format(n=grouped(wrong)))
    return " · ".join(parts)


def _weights(check: Check) -> str:
    taken, count = check.done, check.snapshot.network.parameters.size
    if taken == count:
        return translate("CheckPanel", "all {n} weights").format(n=grouped(count))
    sentence = translate("CheckPanel", "{taken} of {n} weights")
    return sentence.format(taken=grouped(taken), n=grouped(count))


def _examples(snapshot: Snapshot) -> str:
    taken, count = snapshot.examples, len(snapshot.X)
    if taken == count:
        return translate("CheckPanel", "all {n} training examples").format(n=grouped(count))
    sentence = translate("CheckPanel", "the first {taken} of {n} training examples")
    return sentence.format(taken=grouped(taken), n=grouped(count))


def measure() -> str:
    """Return how the last column is computed."""
    return translate(
        "CheckPanel",
        "Relative difference: |D − d| / max(|D|, |d|, 10⁻³ max|d|, 10⁻⁴ J), with "
        "d = [J(Θ + ε) − J(Θ − ε)] / 2ε and ε = 10⁻⁴, or less where J bends; up to {limit} is "
        "rounding.",
    ).format(limit=power(LIMIT))


def power(value: float) -> str:
    """Return a power of ten, e.g. 10⁻⁶."""
    return number(value, 3).partition("·")[2]
