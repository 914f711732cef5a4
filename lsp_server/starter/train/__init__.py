"""Trains the embedded model from scratch: `python -m lsp_server.starter.train --minutes 100`.

The budget is time. Learning rates follow the fraction of it that is spent, and that fraction is kept in the
checkpoint: run the same command again and training goes on where it stopped, with whatever families there are by then.
Uses the GPU where there is one. What the model reads is made in samples.py of the folder above.
"""
