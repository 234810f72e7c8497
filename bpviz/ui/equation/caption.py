"""What the step on screen does, in one sentence without a symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import translate
from bpviz.training import OPTIMIZERS
from bpviz.training.optimizers import GradientDescent
from bpviz.ui.counts import grouped

if TYPE_CHECKING:
    from bpviz.core import Network
    from bpviz.trace import Granularity, Step, Trace


def caption(
    trace: Trace, k: int, granularity: Granularity, optimizer: str = GradientDescent.name
) -> str:
    """Return what step k does: for its unit or weight, or for the whole layer.

    Line 9 of a trace is the plain gradient step; where the optimiser that trains does otherwise,
    the sentence says so. Where the step ends an example or the pass and one walks in strides of
    that length, the sentence begins with that.
    """
    step = trace[k]
    words = _unit(trace, step) if granularity == "unit" else _layer(trace, step)
    otherwise = _otherwise(optimizer) if step.line == 9 else ""
    if otherwise:
        words = _stepping(step, otherwise) if granularity == "unit" else otherwise
    layer = step.layer or 0
    sentence = words.format(
        unit=step.unit,
        source=step.source,
        layer=layer,
        before=layer - 1,
        after=layer + 1,
        i=grouped(step.example or 0),
        m=grouped(trace.m),
        optimizer=OPTIMIZERS[optimizer].title(),
    )
    if granularity == "example" and step.line == 7 and k == trace.score.end(k, "example"):
        done = translate("EquationPanel", "Example {i} is through: {sentence}")
        return done.format(i=grouped(step.example or 0), sentence=_lower(sentence))
    if granularity == "pass" and k == len(trace) - 1:
        done = translate("EquationPanel", "The pass is complete: {sentence}")
        return done.format(sentence=_lower(sentence))
    return sentence


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def _unit(trace: Trace, step: Step) -> str:
    """Return the sentence for one number."""
    network = trace.network
    match step.line:
        case 3 | 4 if step.unit == 0:
            return translate(
                "EquationPanel", "The bias unit of layer {layer} is always 1; nothing feeds it"
            )
        case 3:
            return translate(
                "EquationPanel",
                "Activation of unit {unit} in layer 1: entry {unit} of the input of example {i}",
            )
        case 4 if step.symbol == "z":
            return translate(
                "EquationPanel",
                "Weighted input of unit {unit} in layer {layer}: every activation of layer "
                "{before}, times its weight, added up",
            )
        case 4:
            return _activation(network, step)
        case 5 if network.pair.matched:
            return translate(
                "EquationPanel",
                "Error of output unit {unit}: what it says minus what it should say",
            )
        case 5:
            return translate(
                "EquationPanel",
                "Error of output unit {unit}: what it says minus what it should say, times the "
                "slope of g",
            )
        case 6 if step.layer != 1:
            return translate(
                "EquationPanel",
                "Error of unit {unit} in layer {layer}: the errors of layer {after}, weighted and "
                "sent back, times the slope of g",
            )
        case 7 | 8 | 9:
            return _weight(step)
    return _layer(trace, step)


def _activation(network: Network, step: Step) -> str:
    """Line 4, second half: what g makes of z."""
    match network.activation(step.layer or 0).name:
        case "sigmoid":
            return translate(
                "EquationPanel",
                "Activation of unit {unit} in layer {layer}: its weighted input, squeezed between "
                "0 and 1",
            )
        case "tanh":
            return translate(
                "EquationPanel",
                "Activation of unit {unit} in layer {layer}: its weighted input, squeezed between "
                "−1 and 1",
            )
        case "relu":
            return translate(
                "EquationPanel",
                "Activation of unit {unit} in layer {layer}: its weighted input if positive, "
                "otherwise 0",
            )
        case "softmax":
            return translate(
                "EquationPanel",
                "Activation of output unit {unit}: its share of the layer; all shares make 1",
            )
    return translate(
        "EquationPanel", "Activation of output unit {unit}: its weighted input, as it is"
    )


def _weight(step: Step) -> str:
    """Lines 7 to 9, for one weight."""
    bias = step.source == 0
    match step.line:
        case 7 if bias:
            return translate(
                "EquationPanel",
                "Example {i}, bias weight of unit {unit} in layer {after}: the unit’s error times "
                "1 joins the sum",
            )
        case 7:
            return translate(
                "EquationPanel",
                "Example {i}, weight from unit {source} to unit {unit}: error after it times "
                "activation before it joins the sum",
            )
        case 8 if bias:
            return translate(
                "EquationPanel",
                "Gradient for the bias weight of unit {unit} in layer {after}: the mean over all "
                "examples, without λ",
            )
        case 8:
            return translate(
                "EquationPanel",
                "Gradient for the weight from unit {source} to unit {unit}: the mean over all "
                "examples, plus the pull of λ",
            )
        case _ if bias:
            return translate(
                "EquationPanel",
                "The bias weight of unit {unit} in layer {after} takes a step against its gradient",
            )
    return translate(
        "EquationPanel",
        "The weight from unit {source} to unit {unit} takes a step against its gradient",
    )


def _stepping(step: Step, otherwise: str) -> str:
    """Line 9, for one weight, where training does otherwise."""
    if step.source == 0:
        where = translate("EquationPanel", "Bias weight of unit {unit} in layer {after}: {what}")
    else:
        where = translate("EquationPanel", "Weight from unit {source} to unit {unit}: {what}")
    return where.replace("{what}", _lower(otherwise))


def _otherwise(optimizer: str) -> str:
    """Return what the optimiser does in place of line 9; "" if it does just that."""
    return {
        "same": "",
        "part": translate(
            "EquationPanel", "The step with all examples; {optimizer} takes a part at a time"
        ),
        "own": translate(
            "EquationPanel", "The plain gradient step; {optimizer} makes its own of D"
        ),
        "given": translate(
            "EquationPanel", "The plain gradient step; {optimizer} is given J and D instead"
        ),
    }[OPTIMIZERS[optimizer].at_line_9]


def _layer(trace: Trace, step: Step) -> str:
    """Return the sentence for a whole layer, or for a step that is about no single number."""
    matched = trace.network.pair.matched
    match step.line:
        case 1:
            return translate(
                "EquationPanel", "The sums for the weights of layer {layer} start at zero"
            )
        case 2:
            return translate("EquationPanel", "Example {i} of {m} begins its walk")
        case 3:
            return translate("EquationPanel", "Layer 1 takes the input of example {i}")
        case 4:
            return translate("EquationPanel", "Layer {layer}: weighted inputs, then activations")
        case 5 if matched:
            return translate("EquationPanel", "Errors of the output: output minus target")
        case 5:
            return translate("EquationPanel", "Errors of the output: difference times slope of g")
        case 6 if step.layer == 1:
            return translate("EquationPanel", "The input is given, so layer 1 has no error")
        case 6:
            return translate(
                "EquationPanel", "Errors of layer {layer}, sent back from layer {after}"
            )
        case 7:
            return translate("EquationPanel", "Example {i} adds its share, error times activation")
        case 8:
            return translate("EquationPanel", "Gradient: mean over the examples, plus λ’s pull")
    return translate("EquationPanel", "The weights take a step against their gradient")
