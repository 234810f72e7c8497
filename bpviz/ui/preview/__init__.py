"""What will be made of examples in a file, open to choices before anything is made of them."""

from .dialog import PreviewDialog
from .look import Look, look

__all__ = ["Look", "PreviewDialog", "look"]
