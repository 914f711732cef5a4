"""The loop's backend for CUDA: one graph of our own kernels per step. Compared in an interpreter, not yet on a card."""
