"""Forward propagation and J in PyTorch, whose autograd finds δ, Δ and D by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from . import comments
from .moment import CodeLine
from .python_parts import each_example, functions, given, printed, show

if TYPE_CHECKING:
    from .moment import Moment

_FUNCTIONS: Final = {
    "sigmoid": "torch.sigmoid(z)",
    "tanh": "torch.tanh(z)",
    "relu": "torch.relu(z)",
    "linear": "z",
    "softmax": "torch.softmax(z, dim=0)",
}
# What an example adds to m J, from z⁽ᴸ⁾ where that is kinder to saturated units.
_LOSSES: Final = {
    ("sigmoid", "cross-entropy"): 'F.binary_cross_entropy_with_logits(z{L}, y, reduction="sum")',
    ("softmax", "cross-entropy"): 'F.cross_entropy(z{L}, y, reduction="sum")',
}
_SQUARED_LOSS: Final = 'F.mse_loss(a{L}, y, reduction="sum") / 2'
_HEAD: Final = (
    "",
    "import torch",
    "import torch.nn.functional as F",
    "",
    "torch.set_default_dtype(torch.float64)",
    "",
)
_WITH_BIAS: Final = (
    "",
    "",
    "def with_bias(a):  # a₀ = 1",
    "    return torch.cat((torch.ones(1), a))",
)


def pytorch_program(moment: Moment) -> list[CodeLine]:
    """Return the program, line by line."""
    heading = [f"# {sentence}" for sentence in (*comments.heading(moment), *comments.autograd())]
    text_call = "torch.tensor([float(number) for number in {}.split()])"
    return [
        *(CodeLine(text) for text in (*heading, *_HEAD)),
        *given(moment, "torch.tensor", text_call),
        CodeLine(""),
        CodeLine(f"for Theta in {_all('Theta{}', moment)}:"),
        CodeLine("    Theta.requires_grad_()"),
        *functions(moment, _FUNCTIONS),
        *(CodeLine(text) for text in _WITH_BIAS),
        *show("torch"),
        *each_example(moment, [*_example(moment), *_printed(moment)]),
        *_gradient(moment),
    ]


def _example(moment: Moment) -> list[CodeLine]:
    """Forward propagation, and back by autograd: lines 3 to 7."""
    L, network = moment.L, moment.network
    lines = [CodeLine(f"# {comments.line(3, moment)}"), CodeLine("a1 = x", (3,), 1)]
    lines.append(CodeLine(f"# {comments.line(4, moment)}"))
    for n in range(2, L + 1):
        lines.append(CodeLine(f"z{n} = Theta{n - 1} @ with_bias(a{n - 1})", (4,), n))
        lines.append(CodeLine(f"a{n} = {moment.g(n)}(z{n})", (4,), n))
    lines.append(CodeLine(f"for z in {_all('z{}', moment, first=2)}:"))
    lines.append(CodeLine("    z.retain_grad()"))
    loss = _LOSSES.get((network.output, network.cost), _SQUARED_LOSS).format(L=L)
    lines += [CodeLine(f"# {sentence}") for sentence in comments.backward()]
    lines.append(CodeLine(f"loss = {loss}"))
    lines.append(CodeLine("loss.backward()", (5, 6, 7)))
    return lines


def _printed(moment: Moment) -> list[CodeLine]:
    """Print z, a, δ and Δ."""
    L = moment.L
    calls = [f"show(z{n}=z{n}, a{n}=a{n})" for n in range(2, L + 1)]
    calls.append(f"show({', '.join(f'delta{n}=z{n}.grad' for n in range(L, 1, -1))})")
    calls.append(f"show({', '.join(f'Delta{n}=Theta{n}.grad' for n in range(1, L))})")
    return printed(moment, calls)


def _gradient(moment: Moment) -> list[CodeLine]:
    """Line 8: what the penalty adds, and the division by m."""
    squares = f"sum((Theta[:, 1:] ** 2).sum() for Theta in {_all('Theta{}', moment)})"
    gradients = ", ".join(f"D{n}=Theta{n}.grad / m" for n in range(1, moment.L))
    return [
        CodeLine(""),
        *(CodeLine(f"# {sentence}") for sentence in comments.penalty()),
        CodeLine(f"penalty = lambda_ / 2 * {squares}", (8,)),
        CodeLine("penalty.backward()", (8,)),
        CodeLine(f"show({gradients})", (8,)),
    ]


def _all(name: str, moment: Moment, first: int = 1) -> str:
    """Return the tuple of a variable of every Θ, or of every layer from `first` on."""
    last = moment.L if first > 1 else moment.L - 1
    names = [name.format(n) for n in range(first, last + 1)]
    return f"({names[0]},)" if len(names) == 1 else f"({', '.join(names)})"
