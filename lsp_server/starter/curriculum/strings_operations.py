"""Single operations on strings."""

from lsp_server.starter.curriculum.operations import Operation

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "palindrome",
        "is_palindrome check_palindrome palindrome isPalindrome",
        "lower",
        "bool",
        (
            "True if $A is a palindrome, otherwise False",
            "whether $A is a palindrome",
            "whether $A reads the same forwards and backwards",
            "true if $A equals its reverse and false otherwise",
        ),
        (
            "check if $A is a palindrome",
            "decide whether $A reads the same from both ends",
            "test whether $A is the same when it is reversed",
        ),
        "A palindrome equals its reverse $a[::-1].",
        "return $a == $a[::-1]",
    ),
)
