"""Which models there are, which of them to use, what memory that takes, and loading them."""
