"""Further conditions for command logs and typed texts: what is taken, what is ignored. Like `conditions` of grids."""

from lsp_server.starter.curriculum.table import USUAL, Axis

ACCEPTED: Axis = {
    USUAL: {"Only": "", "When": "", "accepted": "else"},
    "distinct": {
        "Only": ("A number that is already in the $it is not added again", "Numbers already in the $it are ignored"),
        "When": " that are not in it",
        "accepted": "elif int(op) not in $it",
    },
    "even": {
        "Only": ("Odd numbers are ignored", "Only even numbers are added, odd ones are skipped"),
        "When": " that are even",
        "accepted": "elif int(op) % 2 == 0",
    },
    "small": {
        "Only": ("Numbers greater than $cap are ignored", "Only numbers up to $cap are added, larger ones are skipped"),
        "When": " that are at most $cap",
        "accepted": "elif int(op) <= $cap",
        "cap": ("3", "4", "5", "6"),
    },
    "bounded": {
        "Only": (
            "A new number is ignored while the $it has $cap or more numbers",
            "Numbers are not added while there are $cap or more in the $it",
        ),
        "When": " while there are less than $cap",
        "accepted": "elif len($it) < $cap",
        "cap": ("2", "3", "4"),
    },
}
"""Which numbers get into the stack or queue $it."""

TYPED: Axis = {
    USUAL: {"Only": "", "When": "", "typed": "else"},
    "bounded": {
        "Only": (
            "While the text has $cap or more characters, other characters are ignored",
            "Other characters are written only while the text has less than $cap",
        ),
        "When": " while there are less than $cap",
        "typed": "elif len(stack) < $cap",
        "cap": ("2", "3", "4", "5"),
    },
    "distinct": {
        "Only": (
            "A character that the text contains is not written again",
            "Characters already in the text are ignored",
        ),
        "When": " that are not in it",
        "typed": "elif c not in stack",
    },
    "no_repeat": {
        "Only": (
            "A character equal to the last one of the text is not written",
            "Ignore a character that is the same as the last one of the text",
        ),
        "When": " that differ from the last one",
        "typed": "elif stack[-1:] != [c]",
    },
    "other": {
        "Only": ("The letter '$letter' is never written", "The key '$letter' is broken: it writes nothing"),
        "When": " but not '$letter'",
        "typed": 'elif c != "$letter"',
        "letter": ("a", "b", "c"),
    },
}
"""Which characters an editor writes."""
