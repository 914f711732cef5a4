"""Why nothing can be run for a problem, in words: its code was not found, or none of its examples can be read."""

from lsp_server.problem.model import Problem

_PROGRAM = (
    "No program was found below this statement, so nothing was run. Write it there; its input comes from the examples."
)
_CLASS = "No class `{name}` was found for this statement, so nothing was run. Write it directly below."
_FUNCTION = (
    "No function was found that the examples of this statement fit, so nothing was run. Write it directly below the "
    "statement{taking}."
)
_NOTHING_YET = "There is no code yet, so nothing was run."
_UNREAD = (
    "{count} of this statement cannot be read as values for `{name}`, so nothing was run. Write the inputs by the "
    "names of its parameters, as in `{names}`, and what it returns as a value."
)
_STUCK = (
    "{count} of this statement cannot be read: nothing tells where the input ends and the output begins, so nothing "
    "was run. Put a blank line between them."
)


def why_not_judged(problem: Problem) -> str | None:
    """None when there is something to judge, or when the statement has no examples at all."""
    signature = problem.signature
    if problem.target.kind == "below" and problem.examples:
        if signature.kind == "program":
            return _PROGRAM
        if signature.kind == "class":
            return _CLASS.format(name=signature.name)
        names = ", ".join(f"`{param.name}`" for param in signature.params)
        return _FUNCTION.format(taking=f", with the parameters {names}" if names else "")
    if problem.examples and not problem.has_code:
        return _NOTHING_YET
    if problem.examples or not problem.unread:
        return None
    count = "The example" if problem.unread == 1 else f"All {problem.unread} examples"
    if signature.kind == "program":
        return _STUCK.format(count=count)
    names = ", ".join(f"{param.name} = …" for param in signature.params) or "…"
    return _UNREAD.format(count=count, name=signature.name, names=names)
