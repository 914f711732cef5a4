"""The array problems that every beginner meets, in the manner of well-known sites. Tables only."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ascending, ints, number, with_k


def _one_pair(rng: Random) -> tuple[list[int], int]:
    """Exactly one pair adds up to the target."""
    while True:
        nums = rng.sample(range(-10, 31), rng.randint(2, 6))
        target = sum(rng.sample(nums, 2))
        pairs = sum(a + b == target for i, a in enumerate(nums) for b in nums[i + 1 :])
        if pairs == 1:
            return nums, target


def _single(rng: Random) -> tuple[list[int]]:
    once, *twice = rng.sample(range(-5, 20), rng.randint(1, 4))
    nums = [once, *twice, *twice]
    rng.shuffle(nums)
    return (nums,)


def _missing(rng: Random) -> tuple[list[int]]:
    n = rng.randint(1, 7)
    nums = list(range(n + 1))
    nums.remove(rng.randint(0, n))
    rng.shuffle(nums)
    return (nums,)


def _majority(rng: Random) -> tuple[list[int]]:
    often, others = rng.randint(0, 9), [rng.randint(10, 15) for _ in range(rng.randint(0, 3))]
    nums = [often] * (len(others) + rng.randint(1, 2)) + others
    rng.shuffle(nums)
    return (nums,)


def _pairs_flat(rng: Random) -> tuple[list[int], int]:
    n = rng.randint(1, 3)
    return [rng.randint(1, 20) for _ in range(2 * n)], n


def _rle(rng: Random) -> tuple[list[int]]:
    return ([n for _ in range(rng.randint(1, 3)) for n in (rng.randint(1, 4), rng.randint(1, 20))],)


def _target_array(rng: Random) -> tuple[list[int], list[int]]:
    n = rng.randint(1, 5)
    return [rng.randint(0, 9) for _ in range(n)], [rng.randint(0, i) for i in range(n)]


def _digits(rng: Random) -> tuple[list[int]]:
    nines = rng.random() < 0.4
    return ([rng.randint(1, 9), *(9 if nines else rng.randint(0, 9) for _ in range(rng.randint(0, 3)))],)


def _permutation(rng: Random) -> tuple[list[int]]:
    n = rng.randint(1, 6)
    return (rng.sample(range(n), n),)


OPS = (
    Op(
        key="two_sum",
        names="two_sum find_pair pair_indices indices_of_two_sum find_two_sum",
        params="nums:ints target:int",
        returns="List[int]",
        order="any",
        think="Remember the index of each value in a dict. For each number look up $target minus it; when it is there, "
        "return both indices.",
        code="""
            seen = {}
            for i, x in enumerate($nums):
                if $target - x in seen:
                    return [seen[$target - x], i]
                seen[x] = i
            return []
        """,
        inputs=_one_pair,
        often=4,
        constraints=(
            "2 <= $nums.length <= 10^4",
            "-10^9 <= $nums[i] <= 10^9",
            "-10^9 <= $target <= 10^9",
            "Only one valid answer exists.",
        ),
    ),
    Op(
        key="contains_duplicate",
        names="contains_duplicate has_duplicates has_repeats any_duplicate",
        params="nums:ints",
        returns="bool",
        think="A set drops duplicates. There is one when the set is smaller than the list.",
        code="return len(set($nums)) < len($nums)",
        inputs=args(ints(0, 9)),
        often=3,
        constraints=("1 <= $nums.length <= 10^5", "-10^9 <= $nums[i] <= 10^9"),
    ),
    Op(
        key="all_distinct",
        names="all_unique all_distinct is_unique has_no_duplicates",
        params="nums:ints",
        returns="bool",
        think="A set drops duplicates. All are distinct when the set is as long as the list.",
        code="return len(set($nums)) == len($nums)",
        inputs=args(ints(0, 9)),
    ),
    Op(
        key="majority",
        names="majority_element majority find_majority most_common",
        params="nums:ints",
        returns="int",
        think="Sort the list. The majority element is always in the middle.",
        code="return sorted($nums)[len($nums) // 2]",
        inputs=_majority,
        often=3,
        constraints=("n == $nums.length", "1 <= n <= 5 * 10^4", "-10^9 <= $nums[i] <= 10^9"),
    ),
    Op(
        key="single_number",
        names="single_number find_single lonely_integer unpaired",
        params="nums:ints",
        returns="int",
        think="XOR all numbers. Equal pairs cancel, the single one stays.",
        code="""
            result = 0
            for x in $nums:
                result ^= x
            return result
        """,
        inputs=_single,
        often=3,
        constraints=(
            "1 <= $nums.length <= 3 * 10^4",
            "-3 * 10^4 <= $nums[i] <= 3 * 10^4",
            "Each element in the array appears twice except for one.",
        ),
    ),
    Op(
        key="missing_number",
        names="missing_number find_missing absent_number missing",
        params="nums:ints",
        returns="int",
        think="The sum of 0 to n is n * (n + 1) // 2. Subtract the sum of the list.",
        code="""
            n = len($nums)
            return n * (n + 1) // 2 - sum($nums)
        """,
        inputs=_missing,
        often=2,
        constraints=(
            "n == $nums.length",
            "1 <= n <= 10^4",
            "0 <= $nums[i] <= n",
            "All the numbers of $nums are unique.",
        ),
    ),
    Op(
        key="move_value",
        names="move_zeroes move_to_$end push_zeros_$end shift_zeros",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "end": {"end": "end", "where": ("to the end", "to the back"), "join": "others + zeros", "last": "last"},
                "start": {
                    "end": "front",
                    "where": ("to the front", "to the start"),
                    "join": "zeros + others",
                    "last": "first",
                },
            },
        ),
        think="Collect the non-zero numbers and the zeros apart. Join them with the zeros $last.",
        code="""
            others = [x for x in $nums if x != 0]
            zeros = [0] * (len($nums) - len(others))
            return $join
        """,
        inputs=args(ints(-2, 3)),
        often=2,
        constraints=("1 <= $nums.length <= 10^4", "-2^31 <= $nums[i] <= 2^31 - 1"),
    ),
    Op(
        key="plus_one",
        names="plus_one increment_digits add_one",
        params="digits:ints",
        returns="List[int]",
        think="Join the digits to a number. Add one and split it into digits again.",
        code="""
            n = int("".join(map(str, $digits))) + 1
            return [int(c) for c in str(n)]
        """,
        inputs=_digits,
        often=3,
        constraints=("1 <= $digits.length <= 100", "0 <= $digits[i] <= 9", "$digits has no leading zeros."),
    ),
    Op(
        key="merge_sorted",
        names="merge_sorted_arrays merge merge_sorted merge_lists",
        params="nums1:ints nums2:ints",
        returns="List[int]",
        think="Walk both lists with two indices and take the smaller head each time. Then append what is left.",
        code="""
            result = []
            i = j = 0
            while i < len($nums1) and j < len($nums2):
                if $nums1[i] <= $nums2[j]:
                    result.append($nums1[i])
                    i += 1
                else:
                    result.append($nums2[j])
                    j += 1
            return result + $nums1[i:] + $nums2[j:]
        """,
        inputs=args(ascending(most=5), ascending(most=5)),
        often=3,
        constraints=("0 <= $nums1.length, $nums2.length <= 200", "-10^9 <= $nums1[i], $nums2[j] <= 10^9"),
    ),
    Op(
        key="intersection",
        names="intersection common_elements shared_values common",
        params="nums1:ints nums2:ints",
        returns="List[int]",
        order="any",
        think="Turn both lists into sets. Their intersection has each common value once.",
        code="return list(set($nums1) & set($nums2))",
        inputs=args(ints(0, 9, most=6), ints(0, 9, most=6)),
    ),
    Op(
        key="running_sum",
        names="running_sum prefix_sums cumulative_sum running_total",
        params="nums:ints",
        returns="List[int]",
        think="Keep a total. Add each number to it and append the total.",
        code="""
            result = []
            total = 0
            for x in $nums:
                total += x
                result.append(total)
            return result
        """,
        inputs=args(ints()),
    ),
    Op(
        key="richest",
        names="maximum_wealth richest_customer_wealth largest_row_sum",
        params="accounts:matrix",
        returns="int",
        think="Sum each row. Return the largest of the sums.",
        code="return max(sum(row) for row in $accounts)",
        inputs=lambda rng: ([[rng.randint(1, 20) for _ in range(3)] for _ in range(rng.randint(1, 4))],),
    ),
    Op(
        key="shuffle",
        names="shuffle interleave_halves shuffle_array",
        params="nums:ints n:int",
        returns="List[int]",
        think="For each i take the element at i and the one at i + $n. Append both.",
        code="""
            result = []
            for i in range($n):
                result.append($nums[i])
                result.append($nums[i + $n])
            return result
        """,
        inputs=_pairs_flat,
    ),
    Op(
        key="decompress_rle",
        names="decompress_rl_elist decompress expand_pairs decode_pairs",
        params="nums:ints",
        returns="List[int]",
        think="Walk the list in steps of two. Extend the result by the value repeated count times.",
        code="""
            result = []
            for i in range(0, len($nums), 2):
                result += [$nums[i + 1]] * $nums[i]
            return result
        """,
        inputs=_rle,
    ),
    Op(
        key="target_array",
        names="create_target_array build_target insert_in_order",
        params="nums:ints index:ints",
        returns="List[int]",
        think="Start with an empty list. Insert each value at its index.",
        code="""
            result = []
            for x, i in zip($nums, $index):
                result.insert(i, x)
            return result
        """,
        inputs=_target_array,
    ),
    Op(
        key="build_permutation",
        names="build_array array_from_permutation apply_permutation",
        params="nums:ints",
        returns="List[int]",
        think="For each value x of the list take the element at index x.",
        code="return [$nums[x] for x in $nums]",
        inputs=_permutation,
    ),
    Op(
        key="rotate",
        names="rotate rotate_$dir rotate_array shift_$dir",
        params="nums:ints k:int",
        returns="List[int]",
        axes=(
            {
                "right": {"dir": ("right",), "cut": "-$k"},
                "left": {"dir": ("left",), "cut": "$k"},
            },
        ),
        tail="Return [] for an empty list.",
        think="Handle the empty list. Take the shift modulo the length, cut there and swap the two parts.",
        code="""
            if not $nums:
                return []
            shift = $cut % len($nums)
            return $nums[shift:] + $nums[:shift]
        """,
        inputs=args(ints(0, 20), number(0, 9)),
    ),
    Op(
        key="rob_highest_altitude",
        names="largest_altitude highest_point peak_altitude",
        params="gain:ints",
        returns="int",
        think="Keep the altitude and the best one, both start at 0. Add each gain and update the best.",
        code="""
            best = height = 0
            for g in $gain:
                height += g
                best = max(best, height)
            return best
        """,
        inputs=args(ints(-9, 9)),
    ),
    Op(
        key="kth",
        names="find_kth_$which kth_$which get_kth_$which",
        params="nums:ints k:int",
        returns="int",
        axes=(
            {
                "largest": {
                    "which": "largest",
                    "big": ("largest", "greatest"),
                    "rev": ", reverse=True",
                    "desc": "descending",
                },
                "smallest": {"which": "smallest", "big": ("smallest",), "rev": "", "desc": "ascending"},
            },
        ),
        think="Sort in $desc order. Return the element at index $k - 1.",
        code="return sorted($nums$rev)[$k - 1]",
        inputs=with_k(ints(0, 30, least=1)),
    ),
)
