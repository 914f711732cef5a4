"""Runs compilers inside the sandbox, one after the other, and sends what they made out through standard output.

`python -I -S -B build_inside.py TASK`, TASK being JSON: {"commands": [[program, argument, ...], ...],
"outputs": [glob, ...], "environment": {name: value}}. What the compilers print goes to standard error. Exits with the
status of the first command that fails. The result is one line of JSON, [[name, size], ...], then the contents in order.
"""

import glob
import json
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    task = json.loads(sys.argv[1])
    environment = {**os.environ, **task["environment"]}
    for command in task["commands"]:
        streams = [(os.POSIX_SPAWN_DUP2, 2, 1)]
        pid = os.posix_spawnp(command[0], command, environment, file_actions=streams)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status != 0:
            os._exit(status if status > 0 else 128 - status)
    send(sorted({name for pattern in task["outputs"] for name in glob.glob(pattern, recursive=True)}))
    sys.stdout.buffer.flush()
    os._exit(0)


def send(names: "list[str]") -> None:
    contents = {name: read(name) for name in names if os.path.isfile(name)}
    listed = [[name, len(content)] for name, content in contents.items()]
    sys.stdout.buffer.write(json.dumps(listed).encode() + b"\n")
    for content in contents.values():
        sys.stdout.buffer.write(content)


def read(name: str) -> bytes:
    with open(name, "rb") as file:
        return file.read()


main()
