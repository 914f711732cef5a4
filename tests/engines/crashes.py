"""An engine that ends while it starts, as one with a broken installation does."""

import sys

sys.exit("ImportError: libtorch_cpu.so: cannot open shared object file")
