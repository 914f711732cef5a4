"""The curriculum of the starter model: families of small problems with their solutions, generated without end."""

from lsp_server.starter.curriculum import (
    basics,
    classics,
    counting,
    lists,
    matrices,
    numbers,
    recursion,
    stacks,
    strings,
    windows,
)
from lsp_server.starter.curriculum.exercise import Family

FAMILIES: tuple[Family, ...] = (
    lists.FAMILY,
    strings.FAMILY,
    counting.FAMILY,
    numbers.FAMILY,
    matrices.FAMILY,
    windows.FAMILY,
    stacks.FAMILY,
    recursion.FAMILY,
    classics.FAMILY,
    basics.FAMILY,
)
