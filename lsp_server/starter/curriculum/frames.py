"""Sentences around what is asked: a phrase becomes a statement as people write them, formal or in a hurry.

A phrase names what is returned ("the sum of $nums", "whether ...", "how many ...") or what is done ("to merge ...").
Its beginning decides which frames suit it. Words of one meaning are exchanged in `rewording.py`, not here.
"""

from random import Random

_VERBS = ("Return", "Find", "Compute", "Calculate", "Determine", "Get", "Output", "Give", "Work out")
_ASKING = ("Return", "Determine", "Check", "Decide", "Find out", "Tell", "Test")
_BUILDING = ("Return", "Build", "Create", "Make", "Produce", "Construct", "Output")

_GIVEN = (
    "Given {given}, return {what}.",
    "Given {given}, {verb} {what}.",
    "You are given {given}. Return {what}.",
    "Write a function that takes {given} and returns {what}.",
    "You are given {given}. {Verb} {what}.",
    "For {given}, return {what}.",
    "Define a function that, given {given}, returns {what}.",
    "Write a function that accepts {given} and returns {what}.",
    "Takes {given} and returns {what}.",
    "You have {given}. {Verb} {what}.",
    "Take {given} and return {what}.",
    "We are given {given}. {Verb} {what}.",
    "Given {given}, your task is to {verb} {what}.",
    "Implement a function that receives {given} and returns {what}.",
    "The input is {given}. {Verb} {what}.",
    "Suppose you are given {given}. {Verb} {what}.",
    "{Verb} {what}. You are given {given}.",
    "There is a function that takes {given}. It should return {what}.",
)
_BARE = (
    "Return {what}.",
    "{Verb} {what}.",
    "Write a function that returns {what}.",
    "Implement a function to {verb} {what}.",
    "Your task is to {verb} {what}.",
    "Write a function to {verb} {what}.",
    "Write a Python function that returns {what}.",
    "Returns {what}.",
    "{What}.",
    "The function should return {what}.",
    "Complete the function so that it returns {what}.",
    "Please write a function that returns {what}.",
    "I need a function that returns {what}.",
    "Create a function which returns {what}.",
    "Write a function which will {verb} {what}.",
    "Write some code to {verb} {what}.",
)
_DOING_GIVEN = (
    "Given {given}, write a function {what}.",
    "You are given {given}. Your task is {what}.",
    "Write a function that takes {given}. It has {what}.",
    "Given {given}, your task is {what}.",
    "You have {given}. The goal is {what}.",
    "Given {given}, the function needs {what}.",
    "The input is {given}. {Do}.",
    "You are given {given}. {Do}.",
)
_DOING_BARE = (
    "Write a function {what}.",
    "Implement a function {what}.",
    "Write a Python function {what}.",
    "Your task is {what}.",
    "{Do}.",
    "{Do}.",
    "Complete the function {what}.",
    "I need a function {what}.",
    "Create a function {what}.",
    "Write code {what}.",
    "The goal of this function is {what}.",
    "The function has {what}.",
)
_WHETHER = (
    "Return True if {clause}.",
    "Check if {clause}.",
    "Return True if and only if {clause}.",
    "Write a function to check if {clause}.",
    "Is it true that {clause}?",
    "Write a function that checks if {clause}.",
    "Tell me if {clause}.",
    "Checks whether {clause}.",
    "Write a function which tells whether {clause}.",
)
_COUNTING = (
    "Count {what}.",
    "Tell me {what}.",
    "Find out {what}.",
    "Say {what}.",
    "Write a function to find {what}.",
    "I want to know {what}.",
    "Write a function that tells {what}.",
)
_NOUNS = (
    "What is {what}?",
    "Get {what}.",
    "I want {what}.",
    "Find and return {what}.",
    "Write a function to get {what}.",
)


_IMPERATIVES = frozenset(
    "add change check combine compute convert count create decode determine encode evaluate expand find flatten flip "
    "generate get insert interleave keep make merge move multiply play put remove repeat replace reshape return "
    "reverse rotate separate set simplify simulate solve sort split start subtract summarize take turn".split()
)
"""Small first letters of whole sentences, written as in a one-line docstring."""


def is_sentence(say: str) -> bool:
    """Whether `say` is a statement of its own and needs no frame."""
    return (say.endswith((".", "?")) and not say.endswith("...")) or say.split()[0] in _IMPERATIVES


def finished(say: str, more: str, rng: Random) -> str:
    """A sentence as it stands; one without a full stop gets it half of the time, and always when `more` follows."""
    if say[-1] in ".?" or (not more and rng.random() < 0.5):
        return f"{say} {more}".strip()
    return f"{_capital(say)}. {more}".strip()


def framed(phrase: str, given: str, rng: Random) -> str:
    """A statement around `phrase`, which introduces the parameters by `given` unless that is empty."""
    if phrase.startswith("to "):
        frame = rng.choice(_DOING_GIVEN if given else _DOING_BARE)
    else:
        frame = rng.choice(_GIVEN if given else _BARE + _suiting(phrase))
    verb = rng.choice(_verbs(phrase))
    text = frame.format(
        given=given,
        what=phrase,
        What=_capital(phrase),
        Do=_capital(phrase.removeprefix("to ")),
        clause=phrase.removeprefix("whether ").removeprefix("if "),
        verb=verb.lower(),
        Verb=verb,
    )
    return text.replace("....", "...").replace(",.", ".").replace(",,", ",")


def _suiting(phrase: str) -> tuple[str, ...]:
    """Frames for one kind of phrase, as often as all the general ones together."""
    if phrase.startswith(("whether ", "if ")):
        return _WHETHER
    if phrase.startswith(("how many ", "how often ")):
        return _COUNTING
    singular = phrase.startswith("the ") and not phrase.split()[1].endswith("s")
    return _NOUNS if singular and len(phrase) < 120 else ()


def _verbs(phrase: str) -> tuple[str, ...]:
    if phrase.startswith("True"):
        return ("Return",)
    if phrase.startswith(("whether", "if ")):
        return _ASKING
    return _BUILDING if phrase.startswith(("a ", "an ")) else _VERBS


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
