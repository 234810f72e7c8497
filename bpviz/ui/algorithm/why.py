"""Why each line of the algorithm is as it is, in a sentence or two for those who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate

if TYPE_CHECKING:
    from bpviz.core import Network


def why(line: int, network: Network) -> str:
    """Return the reason for a line, 1 to 9; that of line 5 depends on output and cost."""
    if line == 5:
        return _why_error(network)
    return {
        1: translate(
            "Why",
            "Δ will collect what every example has to say about each weight, so before the first "
            "example it is empty. It has the shape of Θ: one sum for one weight.",
        ),
        2: translate(
            "Why",
            "Each example walks forward and back on its own, through the same Θ. No weight moves "
            "until all m examples have been heard.",
        ),
        3: translate(
            "Why",
            "Layer 1 computes nothing: its activations are the input itself. Everything after it "
            "is made from these numbers and Θ.",
        ),
        4: translate(
            "Why",
            "A unit adds up what arrives, each activation times its weight, and bends the sum "
            "with g: without that bend any number of layers would be worth only one. The bias "
            "unit a₀ = 1 lets a unit shift its sum, with a weight learned like any other.",
        ),
        6: translate(
            "Why",
            "The chain rule: z⁽ˡ⁾ reaches the cost only through g and the next layer, so the "
            "errors come back through the same weights, times the slope g′. Nothing feeds a bias "
            "unit, so its row is dropped; and the input is given, not computed, so there is no "
            "δ⁽¹⁾.",
        ),
        7: translate(
            "Why",
            "δᵢ⁽ˡ⁺¹⁾ aⱼ⁽ˡ⁾ is how steeply the cost of this one example climbs with the weight "
            "Θᵢⱼ. J counts all examples, so their wishes are added up and no single one decides.",
        ),
        8: translate(
            "Why",
            "Dividing by m makes the sum a mean. λ draws weights towards zero so that the "
            "function stays smooth; a bias only shifts it and is left free. The factor is λ/m, "
            "the derivative of the term λ/(2m) ∑ Θ² in J; where a slide has λ alone, its λ "
            "stands for our λ/m.",
        ),
        9: translate(
            "Why",
            "D points where J climbs most steeply, so we step the other way, and α says how far. "
            "An advanced optimiser asks for the same J and D and finds direction and length by "
            "itself.",
        ),
    }[line]


def _why_error(network: Network) -> str:
    """Line 5: why nothing but a − y is left, or why g′ stays."""
    match network.output, network.pair.matched:
        case "sigmoid", True:
            return translate(
                "Why",
                "δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. The derivative of the "
                "cross-entropy brings 1 / (a (1 − a)), the sigmoid’s slope is a (1 − a): they "
                "cancel, and what is left is simply output minus target.",
            )
        case "softmax", True:
            return translate(
                "Why",
                "δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. The cross-entropy takes the "
                "logarithm of what softmax has made with the exponential; they undo each other, "
                "and what is left is simply output minus target.",
            )
        case _, True:
            return translate(
                "Why",
                "δ⁽ᴸ⁾ is how this example’s cost changes with z⁽ᴸ⁾. A linear unit has a = z, and "
                "the derivative of ½ (a − y)² is a − y: the one half was put there for that.",
            )
    return translate(
        "Why",
        "The derivative of ½ (a − y)² by a is a − y; the chain rule goes on from a to z and adds "
        "the factor g′(z). So a saturated unit, whose slope is almost zero, learns slowly however "
        "wrong it is. The cross-entropy would cancel the slope.",
    )
