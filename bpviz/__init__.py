"""bpviz: see backpropagation happen, number by number.

The rooms of the house, each depending only on those before it::

    core → trace → session → ui        the mathematics, its steps, the state, the window
    data, training                     examples to learn from; optimisers on a worker thread
    text, resources                    language and files, which everything above core may use
"""

__version__ = "0.1.0"
