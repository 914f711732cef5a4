"""Examples as a statement words them, before they are bound to a signature. `first` and `last` are line indexes."""

from dataclasses import dataclass

from lsp_server.problem.model import Expects, Value


@dataclass(frozen=True, slots=True)
class Labelled:
    """`Input: …` with `Output: …`. `block`: the labels stand alone and the lines below are meant as they are.

    `weak`: nothing says that it is one but its look; the signature that it is bound to must leave no doubt.
    `bare`: what is given may be text without quotes; the type of the parameter tells.
    `also`: other answers that its explanation calls right.
    `worked`: it names parameters of a function; a program is given them as its samples show.
    `printed`: its output is what the function prints, which returns nothing.
    `empty`: an input that nothing stands for is written as the empty text; it may be an argument that is left out.
    `stuck`: it is one, but nobody can tell where its input ends; both are empty, and it fits nothing.
    """

    first: int
    last: int
    given: str
    wanted: str
    block: bool = False
    weak: bool = False
    bare: bool = False
    empty: bool = False
    stuck: bool = False
    worked: bool = False
    printed: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Called:
    """`f(2) == 4`. Each argument is (keyword or None, value). `grouped`: the result is one value in parentheses."""

    first: int
    last: int
    name: str
    arguments: tuple[tuple[str | None, Value], ...]
    wanted: Value
    expects: Expects = "value"
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """`source` run after `setup`, as in a doctest; `wanted` is what it shows."""

    first: int
    last: int
    setup: str
    source: str
    wanted: str
    expects: Expects = "text"


@dataclass(frozen=True, slots=True)
class Given:
    """An input of which nobody says what it should give: one argument on each line, or standard input."""

    first: int
    last: int
    given: str


Raw = Labelled | Called | Session | Given
