"""Examples to learn from: what a data set is, and the bundled and generated ones by name.

A new data set is a function that returns a `DataSet`, and a line in `registry`.
"""

from .dataset import DataSet, Words
from .registry import load, names
from .scaling import Scaling
from .split import Indices, all_for_training, stratified

__all__ = [
    "DataSet",
    "Indices",
    "Scaling",
    "Words",
    "all_for_training",
    "load",
    "names",
    "stratified",
]
