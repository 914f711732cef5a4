"""Programs that read and write files which a contest names, `cowfind.in` and `cowfind.out`, or `input.txt`.

There are no such files here: what they would hold comes on standard input, and what is written is looked for on
standard output. So their names in the code become those of the two channels.
"""

import re

_INPUT = re.compile(r"([\"'])(?:\w+\.in|input\.txt|INPUT\.TXT)\1")
_OUTPUT = re.compile(r"([\"'])(?:\w+\.out|output\.txt|OUTPUT\.TXT)\1")


def with_channels(source: str) -> str:
    """`source` with lines where they were."""
    return _OUTPUT.sub(r"\1/dev/stdout\1", _INPUT.sub(r"\1/dev/stdin\1", source))
