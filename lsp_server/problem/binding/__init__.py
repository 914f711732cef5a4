"""From what an example says to values of a signature: by name, by order, and where a site has ways of its own."""
