"""Any moment as a text that can be sent: ``bpviz:1/data=xor.…/layers=2-4-1/…/sum=…``.

``Copied.of(session).link()`` writes one, ``read_link(text).open()`` leads back to the moment. A
link names its examples and says Θ by seed and iteration, or in full where it is small. Its format
is described in ``assets/formats/link.md``.
"""

from bpviz.session.link.reading import Link, Opened, read_link
from bpviz.session.link.seal import LinkError, is_link
from bpviz.session.link.writing import Copied

__all__ = ["Copied", "Link", "LinkError", "Opened", "is_link", "read_link"]
