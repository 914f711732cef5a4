"""More problems on arrays and strings that beginners meet on the well-known sites. Tables only; `table.py` draws."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ascending, either, ints, letters, number, one_of


def _duplicated(rng: Random) -> tuple[list[int]]:
    n = rng.randint(1, 6)
    nums = [*range(1, n + 1), rng.randint(1, n)]
    rng.shuffle(nums)
    return (nums,)


def _rotated(rng: Random) -> list[int]:
    nums = sorted(rng.sample(range(-5, 30), rng.randint(1, 7)))
    i = rng.randrange(len(nums))
    return nums[i:] + nums[:i]


def _rotated_target(rng: Random) -> tuple[list[int], int]:
    nums = _rotated(rng)
    return nums, rng.choice([*nums, rng.randint(-5, 30)])


def _pattern(rng: Random) -> tuple[str, str]:
    pattern = "".join(rng.choice("ab") for _ in range(rng.randint(1, 4)))
    words = {"a": rng.choice(("dog", "cat")), "b": rng.choice(("fish", "cat"))}
    said = [words[c] for c in pattern]
    if rng.random() < 0.4:
        said[rng.randrange(len(said))] = rng.choice(("dog", "bird"))
    return pattern, " ".join(said)


def _repeated(rng: Random) -> tuple[str]:
    part = letters("ab", 1, 3)(rng)
    return (part * rng.randint(1, 3) + rng.choice(("", "", "a")),)


def _turned(rng: Random) -> tuple[str, str]:
    s = letters("abc", 1, 5)(rng)
    i = rng.randrange(len(s))
    return s, s[i:] + s[:i] if rng.random() < 0.6 else letters("abc", len(s), len(s))(rng)


def _bills(rng: Random) -> tuple[list[int]]:
    return ([rng.choice((5, 5, 5, 10, 10, 20)) for _ in range(rng.randint(1, 7))],)


OPS = (
    Op(
        key="remove_element",
        names="remove_element remove_value without_value drop_value",
        params="nums:ints val:int",
        returns="List[int]",
        think="Keep the numbers that differ from $val.",
        code="return [x for x in $nums if x != $val]",
        inputs=args(ints(0, 4), number(0, 4)),
    ),
    Op(
        key="product_except_self",
        names="product_except_self products_of_others other_products",
        params="nums:ints",
        returns="List[int]",
        think="For each index multiply all elements before it and all elements after it.",
        code="return [math.prod($nums[:i] + $nums[i + 1:]) for i in range(len($nums))]",
        inputs=args(ints(-3, 6, least=2, most=5)),
    ),
    Op(
        key="intersect_counts",
        names="intersect multiset_intersection common_with_counts",
        params="nums1:ints nums2:ints",
        returns="List[int]",
        order="any",
        think="Count both lists. The intersection of the counters keeps the smaller counts.",
        code="return list((Counter($nums1) & Counter($nums2)).elements())",
        inputs=args(ints(0, 4, most=6), ints(0, 4, most=6)),
    ),
    Op(
        key="find_duplicate",
        names="find_duplicate duplicate_number repeated_number",
        params="nums:ints",
        returns="int",
        think="Remember the numbers seen. Return the first one that is seen again.",
        code="""
            seen = set()
            for x in $nums:
                if x in seen:
                    return x
                seen.add(x)
            return -1
        """,
        inputs=_duplicated,
    ),
    Op(
        key="sort_colors",
        names="sort_colors sort_012 dutch_flag",
        params="nums:ints",
        returns="List[int]",
        think="Count the zeros, ones and twos. Write them in this order.",
        code="return [0] * $nums.count(0) + [1] * $nums.count(1) + [2] * $nums.count(2)",
        inputs=args(ints(0, 2)),
    ),
    Op(
        key="can_jump",
        names="can_jump reach_end jump_game",
        params="nums:ints",
        returns="bool",
        think="Keep the farthest index that can be reached. An index beyond it ends the game.",
        code="""
            reach = 0
            for i, x in enumerate($nums):
                if i > reach:
                    return False
                reach = max(reach, i + x)
            return True
        """,
        inputs=args(ints(0, 3, least=1)),
    ),
    Op(
        key="trap",
        names="trap trapped_water rain_water",
        params="height:ints",
        returns="int",
        think="Over each bar stands water up to the lower one of the highest bars on both sides. Add it up.",
        code="""
            total = 0
            for i, h in enumerate($height):
                total += min(max($height[:i + 1]), max($height[i:])) - h
            return total
        """,
        inputs=args(ints(0, 5)),
    ),
    Op(
        key="three_zero",
        names="triples_sum_to_zero has_zero_triple three_sum_exists",
        params="nums:ints",
        returns="bool",
        think="Go through all triples of elements. One of them must have the sum 0.",
        code="return any(a + b + c == 0 for a, b, c in combinations($nums, 3))",
        inputs=args(ints(-5, 6)),
    ),
    Op(
        key="pair_zero",
        names="pairs_sum_to_zero has_opposites has_zero_pair",
        params="nums:ints",
        returns="bool",
        think="Go through all pairs of elements. One of them must have the sum 0.",
        code="return any(a + b == 0 for a, b in combinations($nums, 2))",
        inputs=args(ints(-5, 6)),
    ),
    Op(
        key="has_pair_sum",
        names="has_pair_with_sum pair_exists two_numbers_sum_to",
        params="nums:ints target:int",
        returns="bool",
        think="Go through all pairs of elements. One of them must have the sum $target.",
        code="return any(a + b == $target for a, b in combinations($nums, 2))",
        inputs=args(ints(-3, 9), number(-2, 15)),
    ),
    Op(
        key="h_index",
        names="h_index hirsch_index citation_index",
        params="citations:ints",
        returns="int",
        think="Sort the citations in descending order. Count the places i with at least i citations, i from 1.",
        code="""
            ranked = sorted($citations, reverse=True)
            return sum(c >= i for i, c in enumerate(ranked, 1))
        """,
        inputs=args(ints(0, 8)),
    ),
    Op(
        key="find_min_rotated",
        names="find_min minimum_of_rotated rotated_minimum",
        params="nums:ints",
        returns="int",
        think="Keep the range left to right. If the middle is larger than the right end, the minimum is right of it.",
        code="""
            left, right = 0, len($nums) - 1
            while left < right:
                mid = (left + right) // 2
                if $nums[mid] > $nums[right]:
                    left = mid + 1
                else:
                    right = mid
            return $nums[left]
        """,
        inputs=lambda rng: (_rotated(rng),),
    ),
    Op(
        key="search_rotated",
        names="search search_rotated find_in_rotated",
        params="nums:ints target:int",
        returns="int",
        think="Look up the index of $target if it is there, else return -1.",
        code="return $nums.index($target) if $target in $nums else -1",
        inputs=_rotated_target,
    ),
    Op(
        key="arithmetic_progression",
        names="can_make_arithmetic_progression is_arithmetic same_gaps",
        params="arr:ints",
        returns="bool",
        think="Sort the numbers. All differences of neighbours must be equal.",
        code="""
            values = sorted($arr)
            return len({b - a for a, b in pairwise(values)}) <= 1
        """,
        inputs=either(
            args(ints(0, 9, least=2, most=4)),
            lambda rng: (rng.sample(list(range(rng.randint(0, 5), 40, rng.randint(1, 6)))[:4], 4),),
        ),
    ),
    Op(
        key="min_difference_pairs",
        names="minimum_abs_difference closest_pairs pairs_with_min_difference",
        params="arr:ints",
        returns="List[List[int]]",
        given="a list $arr of distinct integers",
        think="Sort the numbers. The least difference is between neighbours. Collect the neighbours that have it.",
        code="""
            values = sorted($arr)
            least = min(b - a for a, b in pairwise(values))
            return [[a, b] for a, b in pairwise(values) if b - a == least]
        """,
        inputs=lambda rng: (rng.sample(range(-10, 25), rng.randint(2, 6)),),
    ),
    Op(
        key="last_stone",
        names="last_stone_weight smash_stones last_stone",
        params="stones:ints",
        returns="int",
        think="Sort the stones. Take the two heaviest and put back their difference while there are two.",
        code="""
            rocks = sorted($stones)
            while len(rocks) > 1:
                rocks.append(rocks.pop() - rocks.pop())
                rocks.sort()
            return rocks[0]
        """,
        inputs=args(ints(1, 12, least=1, most=6)),
    ),
    Op(
        key="lemonade",
        names="lemonade_change can_give_change correct_change",
        params="bills:ints",
        returns="bool",
        think="Count the fives and tens. A ten needs a five; a twenty a ten and a five, or three fives.",
        code="""
            five = ten = 0
            for bill in $bills:
                if bill == 5:
                    five += 1
                elif bill == 10:
                    five, ten = five - 1, ten + 1
                elif ten:
                    five, ten = five - 1, ten - 1
                else:
                    five -= 3
                if five < 0:
                    return False
            return True
        """,
        inputs=_bills,
    ),
    Op(
        key="longest_palindrome_substring",
        names="longest_palindrome longest_palindromic_substring find_longest_palindrome",
        params="s:str",
        returns="str",
        think="Try all substrings from left to right. Keep a palindrome that is longer than the best so far.",
        code="""
            best = ""
            for i in range(len($s)):
                for j in range(i + 1, len($s) + 1):
                    part = $s[i:j]
                    if part == part[::-1] and len(part) > len(best):
                        best = part
            return best
        """,
        inputs=args(letters("abc", most=7)),
    ),
    Op(
        key="count_palindromes",
        names="count_substrings count_palindromic_substrings number_of_palindromes",
        params="s:str",
        returns="int",
        think="Try all substrings. Count those that equal their reverse.",
        code="""
            count = 0
            for i in range(len($s)):
                for j in range(i + 1, len($s) + 1):
                    part = $s[i:j]
                    count += part == part[::-1]
            return count
        """,
        inputs=args(letters("ab", most=6)),
    ),
    Op(
        key="build_palindrome",
        names="longest_palindrome longest_from_letters palindrome_length",
        params="s:str",
        returns="int",
        think="Pairs of equal letters can be used. One single letter can stand in the middle.",
        code="""
            pairs = sum(n // 2 for n in Counter($s).values())
            return min(2 * pairs + 1, len($s))
        """,
        inputs=args(letters("aabbcD", most=8)),
    ),
    Op(
        key="almost_palindrome",
        names="valid_palindrome_with_one_removal almost_palindrome valid_palindrome",
        params="s:str",
        returns="bool",
        think="Try the string itself and each string without one character. One of them must be a palindrome.",
        code="""
            options = [$s] + [$s[:i] + $s[i + 1:] for i in range(len($s))]
            return any(t == t[::-1] for t in options)
        """,
        inputs=args(either(letters("ab", most=6), one_of("abca", "abcba", "abccbx", "racecars"))),
    ),
    Op(
        key="word_pattern",
        names="word_pattern follows_pattern matches_pattern",
        params="pattern:str s:str",
        returns="bool",
        think="Split into words. The mapping is one to one when there are as many pairs as letters and words.",
        code="""
            words = $s.split()
            if len(words) != len($pattern):
                return False
            return len(set(zip($pattern, words))) == len(set($pattern)) == len(set(words))
        """,
        inputs=_pattern,
    ),
    Op(
        key="repeated_pattern",
        names="repeated_substring_pattern is_repeated built_from_copies",
        params="s:str",
        returns="bool",
        think="A repeated string occurs inside its double when the ends are cut off.",
        code="return $s in ($s + $s)[1:-1]",
        inputs=_repeated,
    ),
    Op(
        key="rotate_string",
        names="rotate_string is_rotation same_after_rotation",
        params="s:str goal:str",
        returns="bool",
        think="Both must have the same length. Each rotation of $s is a part of $s written twice.",
        code="return len($s) == len($goal) and $goal in $s + $s",
        inputs=_turned,
    ),
    Op(
        key="sorted_insert",
        names="insert_sorted insert_in_order add_sorted",
        params="nums:ints x:int",
        returns="List[int]",
        given="a list $nums sorted in ascending order and an integer $x",
        think="Take the numbers below $x, then $x, then the others.",
        code="return [y for y in $nums if y < $x] + [$x] + [y for y in $nums if y >= $x]",
        inputs=args(ascending(0, 20), number(-2, 22)),
    ),
)
