"""Python values as JSON has them: examples hold sets, tuples, infinities and half characters, and the wire knows none.

pydantic's own JSON mode stops at half characters (editors can send them) and lets infinities through, which breaks
the connection to an editor whose JSON parser is strict.
"""

import math
from collections.abc import Mapping, Set
from typing import Any, cast


def as_json(value: object) -> Any:
    match value:
        case None | bool() | int():
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case Mapping():
            items = cast("Mapping[object, object]", value).items()
            return {key if isinstance(key, str) else repr(key): as_json(each) for key, each in items}
        case list() | tuple() | Set():
            return [as_json(each) for each in cast("list[object]", value)]
        case _:
            return repr(value)
