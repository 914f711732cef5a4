"""Starts the command. It stands in a module of its own: processes that are spawned cannot find functions of this one."""

from lsp_server.starter.train.command import main

if __name__ == "__main__":
    main()
