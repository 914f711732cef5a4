"""Our own decode loop, in plain torch: what is stepped next, whose pages hold what, the forward pass, sampling."""
