"""The tree of errors: each class has a name of its own and a place in the drawing."""

from lsp_server import errors


def tree(top: type[errors.VibeError]) -> list[type[errors.VibeError]]:
    return [top, *(below for child in top.__subclasses__() for below in tree(child))]


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in tree(errors.VibeError)]
    assert len(codes) == len(set(codes))


def test_the_drawing_shows_every_error() -> None:
    missing = [kind.__name__ for kind in tree(errors.VibeError) if kind.__name__ not in (errors.__doc__ or "")]
    assert missing == []


def test_the_message_is_the_sentence() -> None:
    assert str(errors.NoProblemError("There is nothing here.")) == "There is nothing here."
