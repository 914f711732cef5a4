"""Is it right? Turns a candidate and the examples of its problem into a verdict by running it in the sandbox."""
