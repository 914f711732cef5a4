"""Mathematics in text, comments and docstrings: what is asked, which answer is stated, where an answer goes."""
