"""The string problems that every beginner meets, in the manner of well-known sites. Tables only."""

from random import Random

from lsp_server.starter.curriculum.table import Gen, Inputs, Op, args, either, letters, number, one_of, strings

_WORDS = one_of("", "a", "hello", "level", "noon", "abca", "python", "Racecar", "code", "aabb", "world", "xyz")
_TEXT = one_of(
    "hello world",
    "Hello",
    "a",
    "",
    "the sky is blue",
    "Let us code",
    "fly me to the moon",
    "one two",
    "World",
    "we are ok",
)


def _near(make: Gen) -> Inputs:
    """Two strings that are rearrangements of each other about half the time."""

    def inputs(rng: Random) -> tuple[str, str]:
        s = make(rng)
        return s, "".join(rng.sample(s, len(s))) if rng.random() < 0.6 else make(rng)

    return inputs


def _prefixed(rng: Random) -> tuple[list[str]]:
    stem = letters("abc", most=3)(rng)
    return ([stem + letters("abd", most=3)(rng) for _ in range(rng.randint(1, 4))],)


def _pieces(rng: Random) -> tuple[str, str]:
    t = letters("abc", least=1, most=5)(rng)
    i = rng.randrange(len(t))
    return (t[i : i + rng.randint(1, 3)] if rng.random() < 0.6 else letters("abc", least=1, most=2)(rng)), t


def _added(rng: Random) -> tuple[str, str]:
    s = letters("abcd", most=5)(rng)
    t = s + rng.choice("abcde")
    return s, "".join(rng.sample(t, len(t)))


_PALINDROMES = one_of(
    "A man, a plan, a canal: Panama",
    "race a car",
    " ",
    "No lemon, no melon",
    "ab_a",
    "0P",
    "Was it a rat?",
    "abba!",
    "a.",
)

OPS = (
    Op(
        key="palindrome_text",
        names="is_palindrome valid_palindrome is_palindrome_phrase palindrome_ignoring_case",
        params="s:str",
        returns="bool",
        think="Keep the letters and digits in lower case. Compare them with their reverse.",
        code="""
            chars = [c.lower() for c in $s if c.isalnum()]
            return chars == chars[::-1]
        """,
        inputs=args(_PALINDROMES),
        often=2,
        constraints=("1 <= $s.length <= 2 * 10^5", "$s consists only of printable ASCII characters."),
    ),
    Op(
        key="palindrome_string",
        names="is_palindrome check_palindrome palindrome reads_same_backwards",
        params="text:str",
        returns="bool",
        think="Compare the string with its reverse.",
        code="return $text == $text[::-1]",
        inputs=args(_WORDS),
        often=2,
    ),
    Op(
        key="anagram",
        names="is_anagram are_anagrams valid_anagram same_letters",
        params="s:str t:str",
        returns="bool",
        think="Two strings are anagrams when their sorted characters are equal.",
        code="return sorted($s) == sorted($t)",
        inputs=_near(letters("abc", least=1, most=5)),
        often=3,
        constraints=("1 <= $s.length, $t.length <= 5 * 10^4", "$s and $t consist of lowercase English letters."),
    ),
    Op(
        key="common_prefix",
        names="longest_common_prefix common_prefix shared_prefix",
        params="strs:strs",
        returns="str",
        think="Start with the first string. Shorten it until each string starts with it.",
        code="""
            prefix = $strs[0]
            for s in $strs:
                while not s.startswith(prefix):
                    prefix = prefix[:-1]
            return prefix
        """,
        inputs=_prefixed,
        often=3,
        constraints=(
            "1 <= $strs.length <= 200",
            "0 <= $strs[i].length <= 200",
            "$strs[i] consists of lowercase English letters.",
        ),
    ),
    Op(
        key="last_word",
        names="length_of_last_word last_word_length len_last_word",
        params="s:str",
        returns="int",
        think="Split the string into words. Return the length of the last, or 0 when there is none.",
        code="""
            words = $s.split()
            return len(words[-1]) if words else 0
        """,
        inputs=args(either(_TEXT, one_of("  hi there  ", "moon "))),
        often=2,
        constraints=("1 <= $s.length <= 10^4", "$s consists of English letters and spaces."),
    ),
    Op(
        key="reverse_words",
        names="$fn",
        params="s:str",
        returns="str",
        axes=(
            {
                "order": {
                    "fn": ("reverse_words", "reverse_word_order", "words_backwards"),
                    "What": ("with the words in reverse order", "with its words from last to first"),
                    "expr": "reversed($s.split())",
                    "think": "Split into words and reverse their order",
                },
                "each": {
                    "fn": ("reverse_each_word", "reverse_words_in_place", "reverse_letters"),
                    "What": (
                        "with each word reversed but the words in their order",
                        "where the letters of every word are reversed",
                    ),
                    "expr": "(word[::-1] for word in $s.split())",
                    "think": "Split into words and reverse each",
                },
                "sorted": {
                    "fn": ("sort_words", "sort_sentence", "words_in_order"),
                    "What": ("with the words sorted alphabetically",),
                    "expr": "sorted($s.split())",
                    "think": "Split into words and sort them",
                },
                "lengths": {
                    "fn": ("sort_words_by_length", "order_by_length", "words_by_length"),
                    "What": ("with the words sorted by length, equal lengths in their order",),
                    "expr": "sorted($s.split(), key=len)",
                    "think": "Split into words and sort them by length",
                },
            },
        ),
        think="$think. Join them with a space.",
        code='return " ".join($expr)',
        inputs=args(_TEXT),
        often=2,
    ),
    Op(
        key="ransom_note",
        names="can_construct ransom_note can_build can_spell",
        params="ransom_note:str magazine:str",
        returns="bool",
        think="Count both strings. Nothing may be left when the magazine's counts are subtracted.",
        code="return not Counter($ransom_note) - Counter($magazine)",
        inputs=args(letters("abc", most=4), letters("abcd", most=7)),
        constraints=(
            "1 <= $ransom_note.length, $magazine.length <= 10^5",
            "Both consist of lowercase English letters.",
        ),
    ),
    Op(
        key="jewels",
        names="num_jewels_in_stones count_jewels jewels_and_stones",
        params="jewels:str stones:str",
        returns="int",
        think="Count the characters of $stones that are in $jewels.",
        code="return sum(c in $jewels for c in $stones)",
        inputs=args(one_of("aA", "z", "ab", "B", "abc"), letters("aAbBzZ", most=7)),
    ),
    Op(
        key="roman_to_int",
        names="roman_to_int roman_value from_roman parse_roman",
        params="s:str",
        returns="int",
        think="Add the value of each symbol. Subtract it instead when the next symbol is larger.",
        code="""
            values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
            total = 0
            for i, c in enumerate($s):
                if i + 1 < len($s) and values[c] < values[$s[i + 1]]:
                    total -= values[c]
                else:
                    total += values[c]
            return total
        """,
        inputs=args(
            one_of("III", "IV", "IX", "LVIII", "MCMXCIV", "XL", "XC", "CD", "XIV", "M", "DCXXI", "CCCLXXIX", "VI")
        ),
        often=3,
        constraints=(
            "1 <= $s.length <= 15",
            "$s contains only the characters I, V, X, L, C, D and M.",
            "$s is a valid roman numeral.",
        ),
    ),
    Op(
        key="int_to_roman",
        names="int_to_roman to_roman roman_numeral",
        params="num:int",
        returns="str",
        given="a positive integer $num",
        think="List the values with their symbols from large to small. Append each symbol as long as it fits.",
        code="""
            symbols = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                       (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
            result = ""
            for value, symbol in symbols:
                result += symbol * ($num // value)
                $num %= value
            return result
        """,
        inputs=args(either(number(1, 50), number(50, 3000))),
        often=2,
        constraints=("1 <= $num <= 3999",),
    ),
    Op(
        key="isomorphic",
        names="is_isomorphic isomorphic same_pattern",
        params="s:str t:str",
        returns="bool",
        given="two strings $s and $t of the same length",
        think="Pair the characters. The mapping is one to one when there are as many pairs as characters on both "
        "sides.",
        code="return len(set(zip($s, $t))) == len(set($s)) == len(set($t))",
        inputs=lambda rng: (lambda n: (letters("abc", n, n)(rng), letters("xyz", n, n)(rng)))(rng.randint(1, 4)),
    ),
    Op(
        key="first_unique",
        names="first_uniq_char first_unique_index index_of_first_unique",
        params="s:str",
        returns="int",
        think="Count the characters. Return the first index whose character has count 1, else -1.",
        code="""
            counts = Counter($s)
            for i, c in enumerate($s):
                if counts[c] == 1:
                    return i
            return -1
        """,
        inputs=args(letters("abcd", most=7)),
        often=2,
        constraints=("1 <= $s.length <= 10^5", "$s consists of only lowercase English letters."),
    ),
    Op(
        key="find_difference",
        names="find_the_difference added_letter extra_letter",
        params="s:str t:str",
        returns="str",
        think="Subtract the counts of $s from those of $t. One letter is left.",
        code="return next(iter(Counter($t) - Counter($s)))",
        inputs=_added,
    ),
    Op(
        key="str_str",
        names="str_str find_substring index_of first_occurrence",
        params="needle:str haystack:str",
        returns="int",
        think="The method find gives the first index or -1.",
        code="return $haystack.find($needle)",
        inputs=_pieces,
    ),
    Op(
        key="add_binary",
        names="add_binary binary_sum sum_of_binary_strings",
        params="a:str b:str",
        returns="str",
        think="Convert both to integers in base 2. Add them and format the sum in binary.",
        code="return bin(int($a, 2) + int($b, 2))[2:]",
        inputs=args(one_of("0", "1", "10", "11", "101", "1010", "111"), one_of("0", "1", "10", "1011", "110", "1")),
    ),
    Op(
        key="string_arithmetic",
        names="${do}_strings ${do}_big_numbers string_$do",
        params="num1:str num2:str",
        returns="str",
        axes=(
            {
                "add": {"do": "add", "What": ("sum",), "op": "+", "verb": "Add"},
                "multiply": {"do": "multiply", "What": ("product",), "op": "*", "verb": "Multiply"},
            },
        ),
        think="Convert both to integers. Return str of the $What.",
        code="return str(int($num1) $op int($num2))",
        inputs=args(one_of("0", "2", "11", "123", "99", "456"), one_of("0", "3", "25", "77", "9", "1000")),
    ),
    Op(
        key="count_and_say",
        names="say look_and_say next_look_and_say describe",
        params="s:str",
        returns="str",
        think="Group equal neighbours. For each group write its length and its digit.",
        code='return "".join(str(len(list(group))) + c for c, group in groupby($s))',
        inputs=args(letters("112", least=1, most=6)),
    ),
    Op(
        key="title_to_number",
        names="title_to_number column_number excel_number",
        params="column_title:str",
        returns="int",
        think="Treat the letters as digits in base 26 with A as 1. Multiply by 26 and add.",
        code="""
            total = 0
            for c in $column_title:
                total = 26 * total + ord(c) - ord("A") + 1
            return total
        """,
        inputs=args(one_of("A", "Z", "AA", "AB", "ZY", "BC", "AAA", "C")),
    ),
    Op(
        key="judge_circle",
        names="judge_circle returns_to_origin back_at_start",
        params="moves:str",
        returns="bool",
        think="It is back when ups equal downs and lefts equal rights.",
        code='return $moves.count("U") == $moves.count("D") and $moves.count("L") == $moves.count("R")',
        inputs=args(letters("UDLR", most=4)),
    ),
    Op(
        key="merge_alternately",
        names="merge_alternately interleave_strings zip_strings",
        params="word1:str word2:str",
        returns="str",
        think="Pair the letters, with empty strings for missing ones. Join all.",
        code='return "".join(a + b for a, b in zip_longest($word1, $word2, fillvalue=""))',
        inputs=args(letters("abc", most=5), letters("xyz", most=5)),
    ),
    Op(
        key="max_occurrence",
        names="max_freq most_common_char most_frequent_letter",
        params="s:str",
        returns="str",
        think="Go through the sorted distinct characters. Return the one with the largest count; max keeps the first.",
        code="return max(sorted(set($s)), key=$s.count)",
        inputs=args(letters("abc", least=1, most=7)),
    ),
    Op(
        key="group_sizes",
        names="sort_by_length sort_words words_by_length",
        params="words:strs",
        returns="List[str]",
        axes=(
            {
                "up": {"Order": ("from short to long",), "args": "key=len"},
                "down": {"Order": ("from long to short",), "args": "key=len, reverse=True"},
            },
        ),
        think="Sort by len; Python's sort keeps the order of equals.",
        code="return sorted($words, $args)",
        inputs=args(strings("abc")),
    ),
)
