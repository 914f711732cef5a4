"""What commands are called with, checked at the door: editors and scripts send untyped JSON."""

from typing import Any, Literal, TypeVar

from lsprotocol.types import Position
from pydantic import AliasChoices, AliasPath, BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt, ValidationError
from pydantic.alias_generators import to_camel
from pygls.exceptions import JsonRpcInvalidParams


class Arguments(BaseModel):
    """Unknown names are ignored, so that an editor may pass its `TextDocumentPositionParams` as they are."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class LinePosition(Arguments):
    line: NonNegativeInt
    character: NonNegativeInt = 0

    @property
    def lsp(self) -> Position:
        return Position(line=self.line, character=self.character)


_URI = AliasChoices("uri", AliasPath("textDocument", "uri"))


class At(Arguments):
    """A place in an open document: `{uri, position}` or `{textDocument: {uri}, position}`."""

    uri: str = Field(validation_alias=_URI)
    position: LinePosition


class SolveAt(At):
    """`insert_unverified` inserts code that could not be checked without asking (for scripts). `fresh` asks the model
    also where a solution is kept."""

    insert_unverified: bool = False
    fresh: bool = False


class OptimizeAt(At):
    """`apply` false leaves the edit to the client, which shows it with its report first; true carries it out at once.

    Without it the user is asked, if the client can ask, and may look at the evidence first.
    """

    apply: bool | None = None


class HintAt(At):
    """`number`: which hint, from 1; without it the one after those that were shown."""

    number: PositiveInt | None = None


class Which(Arguments):
    """Whose work is cancelled: the request of that `id`, those of a document, or, with neither, all."""

    uri: str | None = Field(None, validation_alias=_URI)
    id: str | None = None


class Statement(Arguments):
    """What a document is about that does not say so; see `problem.handed`. Without `content` nothing."""

    uri: str = Field(validation_alias=_URI)
    title: str = ""
    content: str | None = None
    testcases: list[str] = Field(default_factory=list[str])
    name: str = ""


class Ended(Arguments):
    """What became of the completion `id`. `characters`: how many were taken, None for all."""

    id: str
    outcome: Literal["shown", "accepted", "partly_accepted", "rejected"] = "accepted"
    characters: NonNegativeInt | None = None


Model = TypeVar("Model", bound=Arguments)


def read(model: type[Model], arguments: list[Any]) -> Model:
    """The first of a command's `arguments`. Raises the JSON-RPC error InvalidParams."""
    try:
        return model.model_validate(arguments[0] if arguments else {})
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'argument'}: {one['msg']}" for one in error.errors())
        raise JsonRpcInvalidParams(f"The arguments are not valid. {wrong}") from error
