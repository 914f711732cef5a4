"""Python files: their outline, and how an answer is put into them."""
