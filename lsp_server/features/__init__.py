"""What an editor can ask for: one file per capability, plain handlers and a `register(server)` in each.

The only room, with `server`, that knows LSP. It decides how things are shown, never what is right.
"""
