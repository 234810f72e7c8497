"""Examples and arrays out of files, and back: what is in them is checked before it is believed.

`read_csv` and `examples` make a `Table`; `Preview` says what will be made of it and makes it.
"""

from .csv_file import read_csv
from .disk import read_bytes, write_bytes
from .errors import MEMORY, FileError
from .preview import Preview
from .table import Table

__all__ = [
    "MEMORY",
    "FileError",
    "Preview",
    "Table",
    "read_bytes",
    "read_csv",
    "write_bytes",
]
