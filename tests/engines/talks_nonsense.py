"""Something else that listens where the engine should: it answers every connection with garbage, or never.

`NONSENSE=silent` makes it accept connections and say nothing.
"""

import argparse
import os
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from lsp_server.engine import runfiles

parser = argparse.ArgumentParser()
for name in ("--run-file", "--token-file", "--socket", "--model", "--device", "--idle-minutes"):
    parser.add_argument(name)
options = parser.parse_args()

server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
server.bind(options.socket)
server.listen()
running = runfiles.Running(os.getpid(), "?", options.model, options.device, socket=options.socket)
runfiles.write(Path(options.run_file), running)
kept = []
while True:
    connection, _ = server.accept()
    kept.append(connection)
    if os.environ.get("NONSENSE") != "silent":
        connection.sendall(b"HELO smtp.example.org\r\n\x00\xff\r\n")
        connection.close()
