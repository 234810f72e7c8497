"""One thread for a product of matrices: import this before numpy.

Several threads spin while they wait for each other, on the core that the window or another program
needs: 500 iterations on the digits beside other work took 0.2 s with one thread and 4.8 s with two.
Whoever has set the number keeps it.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
