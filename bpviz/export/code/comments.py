"""What the programs say in their comments, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpviz.text import dashed, translate

if TYPE_CHECKING:
    from .moment import Moment


def heading(moment: Moment) -> list[str]:
    """Return what the program is about and what its numbers are."""
    m, i = len(moment.X), moment.example
    layers = dashed(moment.network.layers)
    about = translate(
        "Code", "Backpropagation as in the lecture: network {layers}, training example {i} of {m}."
    ).format(layers=layers, i=i, m=m)
    if moment.all_examples:
        what = translate(
            "Code", "Prints z, a and δ of this example, Δ after it, and D over all {m}."
        ).format(m=m)
        return [about, what]
    return [
        about,
        translate(
            "Code", "This example alone (m = 1): Δ is what it adds in line 7, and D is ∂J/∂Θ"
        ),
        translate("Code", "as if it were the only one. D over all {m} examples is another.").format(
            m=m
        ),
    ]


def weights() -> str:
    """Say what the matrices Θ are."""
    return translate("Code", "Θ⁽ˡ⁾ leads from layer l to layer l + 1; column 0: bias unit")


def training_set() -> str:
    """Say how X and Y are laid out."""
    return translate("Code", "The training set, one example a row")


def example() -> str:
    """Say what x and y are."""
    return translate("Code", "The example: inputs and targets")


def shown() -> str:
    """Say which example is printed."""
    return translate("Code", "the example that is printed")


def alone() -> str:
    """Say why m = 1."""
    return translate("Code", "this example alone")


def line(number: int, moment: Moment) -> str:
    """Return a line of the algorithm, 1 to 8, with its number."""
    matched = moment.network.pair.matched
    rules = {
        1: "Δ⁽ˡ⁾ := 0",
        2: "i = 1 … m",
        3: "a⁽¹⁾ := x⁽ⁱ⁾",
        4: translate("Code", "z⁽ˡ⁺¹⁾ := Θ⁽ˡ⁾ a⁽ˡ⁾ with a₀ = 1;  a⁽ˡ⁺¹⁾ := g(z⁽ˡ⁺¹⁾)"),
        5: "δ⁽ᴸ⁾ := a⁽ᴸ⁾ − y⁽ⁱ⁾" if matched else "δ⁽ᴸ⁾ := (a⁽ᴸ⁾ − y⁽ⁱ⁾) ⊙ g′(z⁽ᴸ⁾)",
        6: translate("Code", "δ⁽ˡ⁾ := (Θ⁽ˡ⁾)ᵀ δ⁽ˡ⁺¹⁾ ⊙ g′(z⁽ˡ⁾), the bias row dropped"),
        7: "Δ⁽ˡ⁾ := Δ⁽ˡ⁾ + δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ",
        8: translate("Code", "D⁽ˡ⁾ := Δ⁽ˡ⁾ / m + (λ/m) Θ⁽ˡ⁾, the bias column without λ"),
    }
    return f"{number}  {rules[number]}"


def no_first_delta() -> str:
    """Say why backpropagation ends at layer 2."""
    return translate("Code", "there is no δ⁽¹⁾: nobody can change x")


def autograd() -> list[str]:
    """Say what PyTorch does by itself."""
    return [
        translate("Code", "Autograd does the work of lines 5 to 8: nothing here says how to"),
        translate("Code", "propagate back, so its numbers are an independent check."),
    ]


def backward() -> list[str]:
    """Say what ``loss.backward()`` leaves where."""
    return [
        translate("Code", "5 6 7  backward() leaves δ⁽ˡ⁾ = ∂loss/∂z⁽ˡ⁾ in z.grad"),
        translate("Code", "and adds δ⁽ˡ⁺¹⁾ (a⁽ˡ⁾)ᵀ to Theta.grad, which is Δ⁽ˡ⁾"),
    ]


def penalty() -> list[str]:
    """Say how λ enters, and what D is."""
    return [
        translate(
            "Code", "8  the penalty of J is λ/2m Σ Θ², bias columns left out; its backward()"
        ),
        translate("Code", "adds λΘ⁽ˡ⁾ to Theta.grad, and D⁽ˡ⁾ is all of that divided by m"),
    ]
