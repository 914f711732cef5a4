"""The first things that are asked of strings. Tables only; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, letters, number, one_of

_WORDS = (
    "the quick brown fox",
    "hello world",
    "a",
    "",
    "I like  tea",
    "one two three",
    "Hi there",
    "big cat sat",
    "Go",
)
_TEXTS = ("Hello", "level", "noon", "", "a", "aBcB", "banana", "Rain fall", "xyz", "AEiou", "mississippi")


def _sentence(rng: Random) -> str:
    made = " ".join("".join(rng.choices("abcdeiou", k=rng.randint(1, 5))) for _ in range(rng.randint(1, 4)))
    return rng.choice((made, made, rng.choice(_WORDS)))


def _text(rng: Random) -> str:
    return rng.choice((rng.choice(_TEXTS), letters("abceiouAB ")(rng)))


OPS = (
    Op(
        key="backwards_text",
        names="reverse reverse_string backwards",
        params="s:str",
        returns="str",
        think="Slice with step -1.",
        code="return $s[::-1]",
        inputs=args(_text),
    ),
    Op(
        key="palindrome",
        names="is_palindrome palindrome check_palindrome",
        params="s:str",
        returns="bool",
        think="Compare $s with its reverse.",
        code="return $s == $s[::-1]",
        inputs=args(_text),
    ),
    Op(
        key="without_kind",
        names="$name",
        params="s:str",
        returns="str",
        axes=(
            {
                "vowels": {"what": ("vowels",), "test": "c not in 'aeiouAEIOU'", "kept": "c in 'aeiouAEIOU'"},
                "spaces": {"what": ("spaces",), "test": "c != ' '", "kept": "c == ' '"},
                "digits": {"what": ("digits",), "test": "not c.isdigit()", "kept": "c.isdigit()"},
                "punctuation": {
                    "what": ("punctuation",),
                    "test": "c.isalnum() or c == ' '",
                    "kept": "not (c.isalnum() or c == ' ')",
                },
                "capitals": {
                    "what": ("uppercase letters", "capital letters"),
                    "test": "not c.isupper()",
                    "kept": "c.isupper()",
                },
            },
            {
                "remove": {
                    "name": "remove_some",
                    "verb": ("Remove all", "Remove the", "Strip all", "Delete the"),
                    "chosen": "$test",
                },
                "keep": {"name": "keep_some", "verb": ("Keep only the", "Return only the"), "chosen": "$kept"},
            },
        ),
        think="Keep c if $chosen. Join them.",
        code="return ''.join(c for c in $s if $chosen)",
        inputs=args(lambda rng: letters("aeixyz AB1 2!,.")(rng)),
        often=3,
    ),
    Op(
        key="count_kind",
        names="$name",
        params="s:str",
        returns="int",
        axes=(
            {
                "vowels": {"name": "count_vowels", "what": ("vowels",), "test": "c in 'aeiouAEIOU'"},
                "consonants": {
                    "name": "count_consonants",
                    "what": ("consonants",),
                    "test": "c.isalpha() and c not in 'aeiouAEIOU'",
                },
                "digits": {"name": "count_digits", "what": ("digits",), "test": "c.isdigit()"},
                "letters": {"name": "count_letters", "what": ("letters",), "test": "c.isalpha()"},
                "capitals": {
                    "name": "count_uppercase",
                    "what": ("uppercase letters", "capital letters"),
                    "test": "c.isupper()",
                },
                "spaces": {"name": "count_spaces", "what": ("spaces",), "test": "c == ' '"},
            },
        ),
        think="Count each c with $test.",
        code="return sum(1 for c in $s if $test)",
        inputs=args(lambda rng: letters("aeixyz AB1 2")(rng)),
        often=2,
    ),
    Op(
        key="count_char",
        names="count_char count_letter occurrences",
        params="s:str c:str",
        returns="int",
        think="Return $s.count($c).",
        code="return $s.count($c)",
        inputs=args(_text, one_of("a", "b", "o", "x")),
    ),
    Op(
        key="words_of",
        names="$name",
        params="sentence:str",
        returns="int",
        axes=({"count": {"name": "count_words"}},),
        think="Split at whitespace and take the length.",
        code="return len($sentence.split())",
        inputs=args(_sentence),
        often=2,
    ),
    Op(
        key="word_counts",
        names="count_words word_count word_frequencies",
        params="text:str",
        returns="Dict[str, int]",
        think="Split $text into words. For each w add 1 to counts[w].",
        code="""
            counts = {}
            for w in $text.split():
                counts[w] = counts.get(w, 0) + 1
            return counts
        """,
        inputs=args(lambda rng: " ".join(rng.choices(("a", "b", "the", "cat"), k=rng.randint(0, 6)))),
        often=2,
    ),
    Op(
        key="char_counts",
        names="count_characters char_count letter_counts",
        params="s:str",
        returns="Dict[str, int]",
        think="For each c add 1 to counts[c].",
        code="""
            counts = {}
            for c in $s:
                counts[c] = counts.get(c, 0) + 1
            return counts
        """,
        inputs=args(_text),
        often=2,
    ),
    Op(
        key="extreme_word",
        names="${name}_word find_${name}_word",
        params="sentence:str",
        returns="str",
        axes=({"longest": {"name": "longest", "which": "max"}, "shortest": {"name": "shortest", "which": "min"}},),
        think="Split $sentence into words. Use $which with key=len: the first of the $name.",
        code="return $which($sentence.split(), key=len)",
        inputs=args(
            lambda rng: " ".join("".join(rng.choices("abc", k=rng.randint(1, 5))) for _ in range(rng.randint(1, 4)))
        ),
        often=2,
    ),
    Op(
        key="capitalize_words",
        names="title_case capitalize_words capitalize",
        params="s:str",
        returns="str",
        think="Split into words, capitalize the first letter of each, join with spaces.",
        code="return ' '.join(w[0].upper() + w[1:] for w in $s.split())",
        inputs=args(_sentence),
        often=2,
    ),
    Op(
        key="words_backwards",
        names="reverse_words $name",
        params="sentence:str",
        returns="str",
        axes=(
            {
                "order": {
                    "name": "reverse_order_of_words",
                    "what": ("the order of the words",),
                    "code": "$sentence.split()[::-1]",
                },
                "each": {
                    "name": "reverse_each_word",
                    "what": ("each word", "every word"),
                    "code": "(w[::-1] for w in $sentence.split())",
                },
            },
        ),
        think="Reverse $what: $code. Join with spaces.",
        code="return ' '.join($code)",
        inputs=args(_sentence),
    ),
    Op(
        key="cased",
        names="$name",
        params="s:str",
        returns="str",
        axes=(
            {
                "upper": {
                    "name": "to_uppercase",
                    "way": ("uppercase", "upper case", "capital letters"),
                    "call": "upper",
                },
                "lower": {"name": "to_lowercase", "way": ("lowercase", "lower case", "small letters"), "call": "lower"},
                "swap": {"name": "swap_case", "way": ("the opposite case",), "call": "swapcase"},
            },
        ),
        think="Return $s.$call().",
        code="return $s.$call()",
        inputs=args(_text),
    ),
    Op(
        key="most_common",
        names="most_common most_frequent_char most_common_letter",
        params="s:str",
        returns="str",
        think="Use max over the characters, compared by their count; the first of equals.",
        code="return max($s, key=$s.count)",
        inputs=args(lambda rng: letters("aabbc", least=1)(rng)),
    ),
    Op(
        key="all_unique",
        names="has_unique_characters all_unique is_unique",
        params="s:str",
        returns="bool",
        think="A set drops what is repeated, so compare the lengths.",
        code="return len(set($s)) == len($s)",
        inputs=args(one_of("abc", "aba", "", "xyz", "hello", "a b ")),
    ),
    Op(
        key="anagrams",
        names="are_anagrams is_anagram anagram",
        params="a:str b:str",
        returns="bool",
        think="Compare the sorted characters.",
        code="return sorted($a) == sorted($b)",
        inputs=args(one_of("abc", "listen", "ab", ""), one_of("bca", "silent", "aab", "", "abc")),
    ),
    Op(
        key="initials",
        names="initials get_initials acronym",
        params="name:str",
        returns="str",
        think="Split into words. Join the first letters in upper case.",
        code="return ''.join(w[0].upper() for w in $name.split())",
        inputs=args(one_of("ada lovelace", "Alan Turing", "grace brewster hopper", "x", "portable network graphics")),
    ),
    Op(
        key="repeat_text",
        names="repeat repeat_string times",
        params="s:str n:int",
        returns="str",
        think="Return $s * $n.",
        code="return $s * $n",
        inputs=args(_text, number(0, 4)),
    ),
    Op(
        key="first_chars",
        names="$name",
        params="s:str n:int",
        returns="str",
        axes=(
            {
                "first": {"name": "first_characters", "which": ("first",), "part": "[:$n]"},
                "last": {"name": "last_characters", "which": ("last",), "part": "[-$n:]"},
            },
        ),
        think="Slice $part.",
        code="return $s$part",
        inputs=args(_text, number(1, 5)),
    ),
    Op(
        key="greet",
        names="greet greeting say_hello",
        params="name:str",
        returns="str",
        think="Put the name into the text.",
        code='return f"Hello, {$name}!"',
        inputs=args(one_of("Ann", "Bob", "World", "Eve", "")),
    ),
    Op(
        key="compress",
        names="compress run_length_encode encode",
        params="s:str",
        returns="str",
        think="Group equal neighbours. Write each character, then its count. Join them.",
        code="return ''.join(c + str(len(list(run))) for c, run in groupby($s))",
        inputs=args(lambda rng: "".join(rng.choice("abc") * rng.randint(1, 4) for _ in range(rng.randint(0, 4)))),
        often=2,
    ),
    Op(
        key="replace_text",
        names="replace_spaces $name",
        params="s:str",
        returns="str",
        axes=(
            {
                "underscores": {"name": "spaces_to_underscores", "by": ("underscores",), "mark": "'_'"},
                "dashes": {"name": "spaces_to_dashes", "by": ("dashes", "hyphens"), "mark": "'-'"},
            },
        ),
        think="Replace ' ' by $mark.",
        code="return $s.replace(' ', $mark)",
        inputs=args(_sentence),
    ),
    Op(
        key="contains_text",
        names="contains has_substring is_substring",
        params="s:str part:str",
        returns="bool",
        think="Return $part in $s.",
        code="return $part in $s",
        inputs=args(_text, one_of("a", "an", "e", "", "xy")),
    ),
    Op(
        key="starts_ends",
        names="$name",
        params="s:str part:str",
        returns="bool",
        axes=(
            {
                "starts": {"name": "begins_with", "verb": "starts", "call": "startswith"},
                "ends": {"name": "finishes_with", "verb": "ends", "call": "endswith"},
            },
        ),
        think="Return $s.$call($part).",
        code="return $s.$call($part)",
        inputs=args(_text, one_of("a", "le", "He", "", "n")),
    ),
    Op(
        key="digit_work",
        names="$name",
        params="n:int",
        returns="int",
        axes=(
            {
                "sum": {
                    "name": "sum_digits",
                    "do": ("Add up the digits", "Sum of the digits"),
                    "what": ("the sum of the digits of $n", "the sum of its digits"),
                    "code": "sum(int(d) for d in str($n))",
                },
                "count": {
                    "name": "count_digits",
                    "do": ("Count the digits", "Number of digits"),
                    "what": ("the number of digits of $n", "how many digits $n has"),
                    "code": "len(str($n))",
                },
                "reverse": {
                    "name": "reverse_number",
                    "do": ("Reverse the digits of a number", "Reverse a number"),
                    "what": ("the number with its digits reversed", "the digits of $n in reverse order as a number"),
                    "code": "int(str($n)[::-1])",
                },
            },
        ),
        think="Write $n as a string. Return $code.",
        code="return $code",
        inputs=args(number(0, 9999)),
    ),
)
