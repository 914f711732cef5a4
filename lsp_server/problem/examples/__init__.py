"""Examples in every form that people paste: a file for each form, and `raw` for what they all give."""
