"""Movies: which moments they show, frame by frame, and the files they become. No Qt.

`steps` and `training` say what is to be seen; whoever can draw makes a picture of each `Shot`; and
`write_movie` makes a GIF of the pictures or, with the extra ``bpviz[video]``, an MP4.
"""

from .shots import EXTENTS, MOST_FRAMES, Extent, Shot, TooLongError, steps, training
from .writing import FORMATS, Frame, check_format, write_movie

__all__ = [
    "EXTENTS",
    "FORMATS",
    "MOST_FRAMES",
    "Extent",
    "Frame",
    "Shot",
    "TooLongError",
    "check_format",
    "steps",
    "training",
    "write_movie",
]
