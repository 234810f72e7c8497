"""What each panel is for, in three sentences: what it shows, how to read it, what to do in it."""

from __future__ import annotations

from typing import Final

from bpviz.text import translate

EXPLAINED: Final = (
    "network",
    "algorithm",
    "equation",
    "cost",
    "matrices",
    "data",
    "check",
    "hand",
    "learnt",
    "health",
    "surface",
    "lesson",
)
"""Names of what is explained: the picture, and the docks without ``dock.``."""


def explanation(name: str) -> str:
    """Return the three sentences about one of `EXPLAINED`."""
    return {
        "network": translate(
            "Help",
            "Each circle is a unit: filled with its activation a, ringed with its error δ, and z "
            "is written beside. Each line is a weight Θ: blue and unbroken is positive, orange "
            "and dashed negative, and the thicker, the larger. Point at either to see its numbers, "
            "click to see all its weights, double-click to go to the step that computed it.",
        ),
        "algorithm": translate(
            "Help",
            "These are the nine lines of the algorithm as the lecture has it. The lit one is being "
            "carried out now; ↓ and ↑ go from line to line, → and ← from step to step. Click a "
            "line to go to its next step, and the arrow at its end to see why it is so.",
        ),
        "equation": translate(
            "Help",
            "Above stands the rule of this step, below it the same with the numbers of this "
            "moment. Every symbol has the colour that it has in the picture. Click a number to go "
            "to the step it comes from; Alt+← brings you back.",
        ),
        "cost": translate(
            "Help",
            "J(Θ) says how wrong the network is on the examples it learns from; the dashed curve, "
            "on those held back. T trains and pauses. Click the curve or drag along it, and "
            "everything in the window is computed with the Θ of that iteration, and the λ and α of "
            "now; you may go on from there.",
        ),
        "matrices": translate(
            "Help",
            "All numbers of this moment, as vectors and matrices. What the step computes is "
            "framed, and an empty cell has not been computed yet. Click a cell to go to the step "
            "that computes it; a right click copies for NumPy or Octave.",
        ),
        "data": translate(
            "Help",
            "The examples that the network learns from, and those held back to test it. The colour "
            "of the ground, or a mark, tells what the network says of each. Click one to put it "
            "into the network; with two inputs, the pencil lets you draw points of your own.",
        ),
        "check": translate(
            "Help",
            "Every ∂J/∂Θ is computed twice: by backpropagation, and by changing the weight a "
            "little and watching J. Where both agree, backpropagation is right. Put a mistake in "
            "on purpose and see which weights give it away.",
        ),
        "hand": translate(
            "Help",
            "Change the inputs of this example, or a weight you have selected, and see what "
            "follows from it. A picture can be painted with the mouse. Ctrl+Z takes it back.",
        ),
        "learnt": translate(
            "Help",
            "What the network makes of its inputs: regions, curves, pictures of its weights, its "
            "mistakes. It follows while training runs. Click an example to step through it.",
        ),
        "health": translate(
            "Help",
            "How z, a and δ of each layer are distributed, and how that has changed. A saturated "
            "unit sits where g is flat: there g′ is nearly 0, and it hardly learns. If δ shrinks "
            "from layer to layer towards the input, the gradient is vanishing.",
        ),
        "surface": translate(
            "Help",
            "J(Θ) in a plane through the present Θ: two directions out of as many as there are "
            "weights. The line is the way that training has come. Choose random directions, or "
            "those in which the way itself runs.",
        ),
        "lesson": translate(
            "Help",
            "A lesson tells its story scene by scene, and the window shows what it tells of. Page "
            "Down goes on and Page Up back; F5 fills the screen for a room. Everything stays alive "
            "meanwhile: click, step and train as you like.",
        ),
    }[name]
