"""Starts the command, which stands in a module of its own: spawned processes cannot find functions of this one."""

from lsp_server.starter.train.command import main

if __name__ == "__main__":
    main()
