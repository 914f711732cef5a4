"""Single operations on numbers."""

from lsp_server.starter.curriculum.operations import Operation

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "is_prime",
        "is_prime prime_check check_prime isprime",
        "n",
        "bool",
        (
            "True if $A is a prime number, otherwise False",
            "whether $A is prime",
            "true if $A is prime and false if it is not",
            "whether $A has exactly two divisors, 1 and itself",
        ),
        (
            "check whether $A is a prime number",
            "decide if $A is prime",
            "test $A for primality",
            "determine whether $A is a prime number",
        ),
        "A number below 2 is not prime. Try each i from 2 with i * i <= $a: if it divides $a, it is not prime.",
        "if $a < 2:\n    return False\ni = 2\nwhile i * i <= $a:\n    if $a % i == 0:\n        return False\n    i += 1\nreturn True",
    ),
    Operation(
        "gcd",
        "gcd greatest_common_divisor find_gcd",
        "x y",
        "int",
        (
            "the greatest common divisor of $a and $b",
            "the GCD of $a and $b",
            "the largest integer that divides both $a and $b",
            "the highest common factor of $a and $b",
        ),
        (
            "compute the greatest common divisor of $a and $b",
            "find the gcd of $a and $b with Euclid's algorithm",
            "find the biggest number that divides both $a and $b without remainder",
        ),
        "Euclid: while $b is not 0, replace $a, $b by $b, $a % $b. Return $a.",
        "while $b:\n    $a, $b = $b, $a % $b\nreturn $a",
        notes=("The gcd of 0 and 0 is 0.", "gcd(0, 0) is 0."),
    ),
)
