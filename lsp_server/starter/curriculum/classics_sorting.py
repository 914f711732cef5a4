"""Sorting, counting and greedy classics, in the manner of well-known sites. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ascending, either, ints, letters, number, one_of

_PARITY = {
    "even": {"first": ("even",), "second": "odd", "rest": "0", "other": "1"},
    "odd": {"first": ("odd",), "second": "even", "rest": "1", "other": "0"},
}

_MONOTONE = {
    "inc": {"Order": ("strictly increasing",), "name": "strictly_increasing", "op": "<"},
    "dec": {"Order": ("strictly decreasing",), "name": "strictly_decreasing", "op": ">"},
    "nondec": {"Order": ("non-decreasing",), "name": "non_decreasing", "op": "<="},
    "noninc": {"Order": ("non-increasing",), "name": "non_increasing", "op": ">="},
}

_CHANGED = {
    "vowels": {"what": "vowels", "What": ("vowels",), "test": 'c in "aeiouAEIOU"'},
    "letters": {"what": "letters", "What": ("letters",), "test": "c.isalpha()"},
    "digits": {"what": "digits", "What": ("digits",), "test": "c.isdigit()"},
    "uppercase": {"what": "uppercase", "What": ("upper case letters",), "test": "c.isupper()"},
    "lowercase": {"what": "lowercase", "What": ("lower case letters",), "test": "c.islower()"},
}


def _from_one(rng: Random) -> tuple[list[int]]:
    n = rng.randint(1, 7)
    return ([rng.randint(1, n) for _ in range(n)],)


def _mismatch(rng: Random) -> tuple[list[int]]:
    n = rng.randint(2, 6)
    nums = list(range(1, n + 1))
    double, lost = rng.sample(nums, 2)
    nums[lost - 1] = double
    rng.shuffle(nums)
    return (nums,)


def _even_length(rng: Random) -> tuple[list[int]]:
    return ([rng.randint(-9, 9) for _ in range(2 * rng.randint(1, 3))],)


def _sixes(rng: Random) -> tuple[int]:
    return (int("".join(rng.choice("69") for _ in range(rng.randint(1, 4)))),)


def _flowerbed(rng: Random) -> tuple[list[int], int]:
    bed = [0] * rng.randint(1, 7)
    for i in range(len(bed)):
        bed[i] = int(rng.random() < 0.4 and (i == 0 or bed[i - 1] == 0))
    return bed, rng.randint(0, 3)


_SENTENCE = one_of("we like short code", "hello", "a b c d", "the quick brown fox jumps", "one two three")
_MIXED = one_of("hello", "aEiOu", "a1b2c3", "Ab-Cd", "xyz", "12-34", "LeetCode", "", "No 5, yes 7", "QwErTy")

OPS = (
    Op(
        key="parity",
        names="sort_array_by_parity ${first}s_first ${first}_before_$second",
        params="nums:ints",
        returns="List[int]",
        axes=(_PARITY,),
        think="Collect the $first numbers and the $second numbers. Join them.",
        code="""
            first = [x for x in $nums if x % 2 == $rest]
            second = [x for x in $nums if x % 2 == $other]
            return first + second
        """,
        inputs=args(ints()),
    ),
    Op(
        key="disappeared",
        names="find_disappeared_numbers missing_numbers absent_numbers",
        params="nums:ints",
        returns="List[int]",
        think="Make a set. Collect the numbers from 1 to n that are not in it.",
        code="""
            seen = set($nums)
            return [i for i in range(1, len($nums) + 1) if i not in seen]
        """,
        inputs=_from_one,
    ),
    Op(
        key="third_max",
        names="third_max third_largest third_distinct_maximum",
        params="nums:ints",
        returns="int",
        think="Sort the distinct values in descending order. Return the third, or the first when there are fewer.",
        code="""
            values = sorted(set($nums), reverse=True)
            return values[2] if len(values) > 2 else values[0]
        """,
        inputs=args(ints(0, 9, least=1)),
    ),
    Op(
        key="is_ordered",
        names="is_$name check_$name is_sorted_$name",
        params="nums:ints",
        returns="bool",
        axes=(_MONOTONE,),
        think="Compare neighbours: each a $op b.",
        code="return all(a $op b for a, b in pairwise($nums))",
        inputs=either(args(ints(0, 9, most=4)), args(ascending(0, 9)), lambda rng: (ascending(0, 9)(rng)[::-1],)),
    ),
    Op(
        key="monotonic",
        names="is_monotonic monotonic check_monotonic",
        params="nums:ints",
        returns="bool",
        think="It is monotonic when sorting, ascending or descending, does not change it.",
        code="return $nums == sorted($nums) or $nums == sorted($nums, reverse=True)",
        inputs=either(args(ints(0, 9, most=4)), args(ascending(0, 9)), lambda rng: (ascending(0, 9)(rng)[::-1],)),
    ),
    Op(
        key="array_partition",
        names="array_pair_sum max_sum_of_minimums pair_minimums",
        params="nums:ints",
        returns="int",
        think="Sort the list. The best pairs are neighbours, so sum every second element.",
        code="return sum(sorted($nums)[::2])",
        inputs=_even_length,
    ),
    Op(
        key="unique_occurrences",
        names="unique_occurrences distinct_counts different_frequencies",
        params="arr:ints",
        returns="bool",
        think="Count the values. The counts must be distinct.",
        code="""
            counts = Counter($arr).values()
            return len(counts) == len(set(counts))
        """,
        inputs=args(ints(0, 3, most=7)),
    ),
    Op(
        key="mismatch",
        names="find_error_nums duplicate_and_missing find_mismatch",
        params="nums:ints",
        returns="List[int]",
        think="The duplicate is the sum minus the sum of the set. The missing one is n * (n + 1) // 2 minus the sum "
        "of the set.",
        code="""
            n = len($nums)
            distinct = sum(set($nums))
            return [sum($nums) - distinct, n * (n + 1) // 2 - distinct]
        """,
        inputs=_mismatch,
    ),
    Op(
        key="max_69",
        names="maximum69_number max_69 flip_six",
        params="num:int",
        returns="int",
        think="Replace the first 6 by a 9.",
        code='return int(str($num).replace("6", "9", 1))',
        inputs=_sixes,
    ),
    Op(
        key="height_checker",
        names="height_checker wrong_positions misplaced",
        params="heights:ints",
        returns="int",
        think="Sort a copy. Count the positions where it differs.",
        code="return sum(a != b for a, b in zip($heights, sorted($heights)))",
        inputs=args(ints(1, 6)),
    ),
    Op(
        key="count_parity",
        names="count_$first count_${first}_numbers ${first}_in_range",
        params="low:int high:int",
        returns="int",
        axes=(_PARITY,),
        think="Count the numbers from $low to $high that are $first.",
        code="return sum(x % 2 == $rest for x in range($low, $high + 1))",
        inputs=lambda rng: (lambda low: (low, low + rng.randint(0, 12)))(rng.randint(0, 20)),
    ),
    Op(
        key="max_product_two",
        names="max_product max_product_of_two best_product",
        params="nums:ints",
        returns="int",
        think="Sort the list. Take the two largest numbers, each less one, and multiply them.",
        code="""
            values = sorted($nums)
            return (values[-1] - 1) * (values[-2] - 1)
        """,
        inputs=args(ints(1, 12, least=2)),
    ),
    Op(
        key="truncate",
        names="truncate_sentence ${end}_k_words take_${end}_words keep_${end}_words",
        params="s:str k:int",
        returns="str",
        axes=({"first": {"end": ("first",), "cut": "[:$k]"}, "last": {"end": ("last",), "cut": "[-$k:]"}},),
        think="Split into words. Keep the $end $k and join them.",
        code='return " ".join($s.split()$cut)',
        inputs=args(_SENTENCE, number(1, 4)),
    ),
    Op(
        key="reverse_some",
        names="reverse_$what reverse_only_$what flip_$what",
        params="s:str",
        returns="str",
        axes=(_CHANGED,),
        think="Collect the $what on a stack. Replace each of them by the top of the stack, keep the others.",
        code="""
            stack = [c for c in $s if $test]
            return "".join(stack.pop() if $test else c for c in $s)
        """,
        inputs=args(_MIXED),
    ),
    Op(
        key="detect_capital",
        names="detect_capital_use correct_capitals valid_capitals",
        params="word:str",
        returns="bool",
        think="Allowed are all upper case, all lower case, or only the first letter upper case.",
        code="return $word.isupper() or $word.islower() or $word == $word.capitalize()",
        inputs=args(one_of("USA", "leetcode", "Google", "FlaG", "aB", "A", "b", "mL", "Hello", "HELLo")),
    ),
    Op(
        key="even_digits",
        names="find_numbers count_${first}_length numbers_with_${first}_digits",
        params="nums:ints",
        returns="int",
        axes=(_PARITY,),
        think="Turn each number into a string. Count those of $first length.",
        code="return sum(len(str(x)) % 2 == $rest for x in $nums)",
        inputs=args(ints(1, 2000, most=6)),
    ),
    Op(
        key="dominant",
        names="dominant_index twice_as_large at_least_twice",
        params="nums:ints",
        returns="int",
        think="Take the largest number. All others must be at most half of it; then return its index, else -1.",
        code="""
            best = max($nums)
            if all(x == best or 2 * x <= best for x in $nums):
                return $nums.index(best)
            return -1
        """,
        inputs=lambda rng: (rng.sample(range(0, 15), rng.randint(2, 5)),),
    ),
    Op(
        key="cookies",
        names="find_content_children content_children assign_cookies",
        params="g:ints s:ints",
        returns="int",
        think="Sort both. Give each cookie in ascending order to the least greedy child left if it is large enough.",
        code="""
            greed = sorted($g)
            i = 0
            for size in sorted($s):
                if i < len(greed) and size >= greed[i]:
                    i += 1
            return i
        """,
        inputs=args(ints(1, 6, most=4), ints(1, 6, most=4)),
    ),
    Op(
        key="flowers",
        names="can_place_flowers can_plant enough_room",
        params="flowerbed:ints n:int",
        returns="bool",
        think="Put an empty place at both ends. Plant wherever three places in a row are empty, and count.",
        code="""
            bed = [0] + $flowerbed + [0]
            count = 0
            for i in range(1, len(bed) - 1):
                if bed[i - 1] == bed[i] == bed[i + 1] == 0:
                    bed[i] = 1
                    count += 1
            return count >= $n
        """,
        inputs=_flowerbed,
    ),
    Op(
        key="water_bottles",
        names="num_water_bottles total_bottles drink_bottles",
        params="num_bottles:int num_exchange:int",
        returns="int",
        think="Drink all. Exchange empty bottles as long as there are enough and drink the new ones.",
        code="""
            total = empty = $num_bottles
            while empty >= $num_exchange:
                full, rest = divmod(empty, $num_exchange)
                total += full
                empty = full + rest
            return total
        """,
        inputs=args(number(1, 20), number(2, 5)),
    ),
    Op(
        key="summary_ranges",
        names="summary_ranges ranges_of compress_ranges",
        params="nums:ints",
        returns="List[str]",
        given="a sorted array of distinct integers $nums",
        think="Extend the last range when the number follows it, else start a new one. Write a range of one number "
        "alone.",
        code="""
            ranges = []
            for x in $nums:
                if ranges and ranges[-1][1] == x - 1:
                    ranges[-1][1] = x
                else:
                    ranges.append([x, x])
            return [f"{a}->{b}" if a < b else str(a) for a, b in ranges]
        """,
        inputs=args(ascending(0, 9, distinct=True)),
    ),
    Op(
        key="words_containing",
        names="find_words_containing words_with indices_containing",
        params="words:strs x:str",
        returns="List[int]",
        think="Collect the indices of the words that contain the character.",
        code="return [i for i, word in enumerate($words) if $x in word]",
        inputs=lambda rng: ([letters("abc", 1, 4)(rng) for _ in range(rng.randint(0, 4))], rng.choice("abc")),
    ),
)
