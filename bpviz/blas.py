"""One thread for a product of matrices: import this before numpy, if that can be had.

Several threads spin while they wait for each other, on the core that the window or another program
needs: 500 iterations on the digits beside other work took 0.2 s with one thread and 4.8 s with two.
Whoever has set the number keeps it.
"""

import os
import sys

if "OPENBLAS_NUM_THREADS" not in os.environ:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if "numpy" in sys.modules:
        # A notebook has imported numpy long before the window, and with it the threads.
        from threadpoolctl import threadpool_limits

        threadpool_limits(1, user_api="blas")
