"""The array problems that every beginner meets, as LeetCode words them. Tables only; `table.py` draws from them."""

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
        say=(
            "Given an array of integers $nums and an integer $target, return indices of the two numbers such that they "
            "add up to $target. You may assume that each input has exactly one solution, and you may not use the same "
            "element twice.",
            "Find the indices of the two elements of $nums whose sum is $target. There is exactly one such pair; "
            "return the smaller index first.",
            "Return the positions of the two numbers in $nums that sum to $target. Exactly one pair works.",
            "You are given a list of integers $nums and a number $target. Exactly two of the numbers add up to "
            "$target: return their indices in increasing order.",
            "Which two entries of the array $nums give $target when added? Return their indices. The answer is unique.",
            "the two indices i < j with $nums[i] + $nums[j] == $target, as a list (exactly one such pair exists)",
            "a list with the indices of the only two numbers in $nums that add up to $target",
            "Write a function that looks for two different elements of $nums adding up to $target and returns both "
            "indices. Assume that one such pair exists and no other.",
            "Two numbers in the list $nums sum up to $target. Find their indices and return them as [i, j], i < j. "
            "The pair is unique.",
        ),
        tail="",
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
    ),
    Op(
        key="contains_duplicate",
        names="contains_duplicate has_duplicates has_repeats any_duplicate",
        params="nums:ints",
        returns="bool",
        say=(
            "Given an integer array $nums, return true if any value appears at least twice in the array, and return "
            "false if every element is distinct.",
            "whether $nums contains a duplicate",
            "whether any value occurs more than once in $nums",
            "True if some element of $nums is repeated, False otherwise",
            "whether at least two elements of $nums are equal",
            "Check whether the list $nums has duplicates.",
            "True if the list $nums has a repeated value and False if all its values are different",
            "Does any number appear two or more times in $nums? Return a boolean.",
        ),
        think="A set drops duplicates. There is one when the set is smaller than the list.",
        code="return len(set($nums)) < len($nums)",
        inputs=args(ints(0, 9)),
    ),
    Op(
        key="all_distinct",
        names="all_unique all_distinct is_unique has_no_duplicates",
        params="nums:ints",
        returns="bool",
        say=(
            "whether all elements of $nums are different",
            "whether every value in $nums occurs exactly once",
            "True if no element of $nums is repeated, False otherwise",
            "Check that the list $nums has no duplicates.",
            "whether $nums consists of distinct numbers only",
            "True if all the values in $nums are unique and False if one appears twice",
        ),
        think="A set drops duplicates. All are distinct when the set is as long as the list.",
        code="return len(set($nums)) == len($nums)",
        inputs=args(ints(0, 9)),
    ),
    Op(
        key="majority",
        names="majority_element majority find_majority most_common",
        params="nums:ints",
        returns="int",
        say=(
            "Given an array $nums of size n, return the majority element. The majority element is the element that "
            "appears more than n / 2 times. You may assume that the majority element always exists in the array.",
            "the element that makes up more than half of $nums (it always exists)",
            "the value that occurs more than len($nums) / 2 times, which is guaranteed to exist",
            "Find the majority element of $nums: the one that appears in more than half of the places. It exists.",
            "More than half of the entries of $nums are the same number. Return that number.",
            "the number that appears in $nums more often than all the others together, assuming there is one",
        ),
        think="Sort the list. The majority element is always in the middle.",
        code="return sorted($nums)[len($nums) // 2]",
        inputs=_majority,
    ),
    Op(
        key="single_number",
        names="single_number find_single lonely_integer unpaired",
        params="nums:ints",
        returns="int",
        say=(
            "Given a non-empty array of integers $nums, every element appears twice except for one. Find that single "
            "one.",
            "the element of $nums that appears once, where every other element appears exactly twice",
            "Every number in $nums occurs twice, only one occurs once. Return that one.",
            "the only value in $nums without a partner, given that all the others come in pairs",
            "In the list $nums all values are paired except one. Find the unpaired value.",
            "Find the number that occurs a single time in $nums; all others occur exactly two times.",
        ),
        think="XOR all numbers. Equal pairs cancel, the single one stays.",
        code="""
            result = 0
            for x in $nums:
                result ^= x
            return result
        """,
        inputs=_single,
    ),
    Op(
        key="missing_number",
        names="missing_number find_missing absent_number missing",
        params="nums:ints",
        returns="int",
        say=(
            "Given an array $nums containing n distinct numbers in the range [0, n], return the only number in the "
            "range that is missing from the array.",
            "the number from 0 to len($nums) that is missing in $nums",
            "the only integer between 0 and n that does not occur in $nums, a list of n distinct numbers from that "
            "range",
            "The list $nums holds all numbers from 0 to n except one, where n is its length. Return the absent one.",
            "Find the missing number: $nums contains n different values out of 0, 1, ..., n.",
            "Which number of 0..n is not in the list $nums of length n? Its elements are distinct.",
        ),
        think="The sum of 0 to n is n * (n + 1) // 2. Subtract the sum of the list.",
        code="""
            n = len($nums)
            return n * (n + 1) // 2 - sum($nums)
        """,
        inputs=_missing,
    ),
    Op(
        key="move_value",
        names="move_zeroes move_to_$end push_zeros_$end shift_zeros",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "end": {"end": "end", "where": ("to the end", "to the back"), "join": "others + zeros", "last": "last"},
                "start": {"end": "front", "where": ("to the front", "to the start"), "join": "zeros + others", "last": "first"},
            },
        ),
        say=(
            "Given an integer array $nums, move all 0's $where of it while maintaining the relative order of the "
            "non-zero elements. Return the resulting array.",
            "a copy of $nums with all zeros moved $where, the other elements keeping their order",
            "Move every zero of $nums $where and return the new list. The order of the other numbers stays the same.",
            "the list $nums with its zeros shifted $where and the non-zero numbers in their original order",
            "Rearrange $nums so that the zeros come $last and everything else keeps its order. Return the result.",
            "Push all zeros in the list $nums $where without changing the order of the rest; return the list.",
        ),
        think="Collect the non-zero numbers and the zeros apart. Join them with the zeros $last.",
        code="""
            others = [x for x in $nums if x != 0]
            zeros = [0] * (len($nums) - len(others))
            return $join
        """,
        inputs=args(ints(-2, 3)),
    ),
    Op(
        key="plus_one",
        names="plus_one increment_digits add_one",
        params="digits:ints",
        returns="List[int]",
        say=(
            "You are given a large integer represented as an integer array $digits, where each $digits[i] is the ith "
            "digit of the integer, from most significant to least significant. Increment the large integer by one and "
            "return the resulting array of digits.",
            "The list $digits holds the digits of a number, most significant first. Add one to the number and return "
            "its digits.",
            "the digits of the number given by $digits plus one",
            "Treat $digits as the digits of a non-negative integer and return the digits of that integer plus 1.",
            "Add 1 to the number whose decimal digits are in $digits. Return the new list of digits.",
            "Increment a number given as the list of its digits $digits and return the list of digits of the result.",
        ),
        think="Join the digits to a number. Add one and split it into digits again.",
        code="""
            n = int("".join(map(str, $digits))) + 1
            return [int(c) for c in str(n)]
        """,
        inputs=_digits,
    ),
    Op(
        key="merge_sorted",
        names="merge_sorted_arrays merge merge_sorted merge_lists",
        params="nums1:ints nums2:ints",
        returns="List[int]",
        say=(
            "You are given two integer arrays $nums1 and $nums2, sorted in non-decreasing order. Merge them into a "
            "single array sorted in non-decreasing order and return it.",
            "one sorted list with all elements of the sorted lists $nums1 and $nums2",
            "Merge the sorted lists $nums1 and $nums2 into one sorted list.",
            "Both $nums1 and $nums2 are sorted in ascending order. Return all their numbers as one ascending list.",
            "the merged list of two ascending lists $nums1 and $nums2, ascending too",
            "Combine two sorted arrays $nums1 and $nums2 so that the result is sorted as well.",
        ),
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
    ),
    Op(
        key="intersection",
        names="intersection common_elements shared_values common",
        params="nums1:ints nums2:ints",
        returns="List[int]",
        say=(
            "Given two integer arrays $nums1 and $nums2, return an array of their intersection. Each element in the "
            "result must be unique and you may return the result in any order.",
            "the distinct values that occur in both $nums1 and $nums2, in any order",
            "a list, in any order, of the values that are in $nums1 and also in $nums2, each once",
            "Find the numbers common to $nums1 and $nums2. List each once; the order does not matter.",
            "Return every value shared by the lists $nums1 and $nums2, without repeats and in any order.",
            "the intersection of $nums1 and $nums2 without duplicates, in any order",
        ),
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
        say=(
            "Given an array $nums. We define a running sum of an array as runningSum[i] = sum($nums[0]...$nums[i]). "
            "Return the running sum of $nums.",
            "the running sums of $nums",
            "the list of cumulative sums of $nums",
            "a list whose i-th element is the sum of the first i + 1 elements of $nums",
            "For each position of $nums, compute the sum of all elements up to and including it. Return the list.",
            "the prefix sums of $nums, one for each element",
            "Replace each number of $nums by the total of all numbers so far and return the new list.",
        ),
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
        say=(
            "You are given an m x n integer grid $accounts where $accounts[i][j] is the amount of money the ith "
            "customer has in the jth bank. Return the wealth that the richest customer has. A customer's wealth is the "
            "amount of money they have in all their bank accounts.",
            "the wealth of the richest customer, where $accounts[i] lists the money of customer i in each bank",
            "Row i of $accounts holds the bank balances of customer i. Return the largest total balance.",
            "the largest sum of a row of $accounts",
            "Each row of $accounts is one customer's accounts. How much does the richest customer own in total?",
        ),
        think="Sum each row. Return the largest of the sums.",
        code="return max(sum(row) for row in $accounts)",
        inputs=lambda rng: ([[rng.randint(1, 20) for _ in range(3)] for _ in range(rng.randint(1, 4))],),
    ),
    Op(
        key="good_pairs",
        names="num_identical_pairs count_good_pairs equal_pairs",
        params="nums:ints",
        returns="int",
        say=(
            "Given an array of integers $nums, return the number of good pairs. A pair (i, j) is called good if "
            "$nums[i] == $nums[j] and i < j.",
            "how many pairs of positions i < j hold equal values in $nums",
            "the number of pairs (i, j) with i < j and $nums[i] == $nums[j]",
            "Count the pairs of equal elements at different positions of $nums.",
            "how many ways there are to choose two equal elements of $nums at different indices",
            "Two indices i < j form a pair if $nums[i] equals $nums[j]. Count such pairs.",
        ),
        think="Count the values seen before. Each number pairs with all earlier equal ones.",
        code="""
            seen = Counter()
            total = 0
            for x in $nums:
                total += seen[x]
                seen[x] += 1
            return total
        """,
        inputs=args(ints(1, 5)),
    ),
    Op(
        key="shuffle",
        names="shuffle interleave_halves shuffle_array",
        params="nums:ints n:int",
        returns="List[int]",
        say=(
            "Given the array $nums consisting of 2$n elements in the form [x1,x2,...,xn,y1,y2,...,yn]. Return the "
            "array in the form [x1,y1,x2,y2,...,xn,yn].",
            "The list $nums has 2 * $n elements. Return its first and second half interleaved: first element of the "
            "first half, first of the second half, and so on.",
            "Interleave the first $n elements of $nums with the last $n elements and return the list.",
            "the first $n elements of $nums alternating with the remaining $n elements",
            "Shuffle $nums, which has 2 * $n elements: alternate between its first half and its second half.",
        ),
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
        key="smaller",
        names="${which}_numbers_than_current count_$which how_many_$which",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "smaller": {"which": "smaller", "than": ("smaller than", "less than", "below"), "op": "<"},
                "larger": {"which": "larger", "than": ("larger than", "greater than"), "op": ">"},
            },
            {
                "strict": {"or_equal": "", "eq": ""},
                "equal": {"or_equal": " or equal to", "eq": "="},
            },
        ),
        say=(
            "Given the array $nums, for each $nums[i] find out how many numbers in the array are $than$or_equal it. "
            "Return the answer in an array.",
            "a list that says for each element of $nums how many elements of $nums are $than$or_equal it",
            "For each number in $nums, count the numbers in $nums that are $than$or_equal it.",
            "the list of counts, one per element of $nums, of the values $than$or_equal that element",
            "For every position i, return how many elements of $nums are $than$or_equal $nums[i].",
        ),
        think="For each x count the elements y with y $op$eq x. Collect the counts in order.",
        code="return [sum(y $op$eq x for y in $nums) for x in $nums]",
        inputs=args(ints(0, 12)),
    ),
    Op(
        key="kids_with_candies",
        names="kids_with_candies can_be_greatest can_reach_max",
        params="candies:ints extra_candies:int",
        returns="List[bool]",
        say=(
            "There are n kids with candies. $candies[i] is the number of candies the ith kid has, and $extra_candies is "
            "the number of extra candies that you have. Return a boolean array result, where result[i] is true if, "
            "after giving the ith kid all the extra candies, they will have the greatest number of candies among all "
            "the kids, or false otherwise.",
            "For each value of $candies tell whether it is at least the maximum of $candies once $extra_candies is "
            "added to it.",
            "a list of booleans: for each kid, whether giving it all $extra_candies extra candies makes its count at "
            "least the maximum of $candies",
            "For each i return whether $candies[i] + $extra_candies is at least the largest value in $candies.",
        ),
        think="Find the maximum. Each kid qualifies when its candies plus the extra reach the maximum.",
        code="""
            best = max($candies)
            return [c + $extra_candies >= best for c in $candies]
        """,
        inputs=args(ints(1, 12, least=1, most=6), number(1, 6)),
    ),
    Op(
        key="decompress_rle",
        names="decompress_rl_elist decompress expand_pairs decode_pairs",
        params="nums:ints",
        returns="List[int]",
        say=(
            "We are given a list $nums of integers representing a list compressed with run-length encoding. Consider "
            "each adjacent pair of elements [freq, val] = [$nums[2*i], $nums[2*i+1]]. For each such pair, there are "
            "freq elements with value val. Return the decompressed list.",
            "The list $nums alternates between a count and a value. Return the list in which each value is repeated "
            "by its count.",
            "the expanded form of $nums, a list of pairs count, value one after the other",
            "Decode the run-length encoded list $nums = [count, value, count, value, ...].",
            "Expand $nums: for each pair (freq, val) of adjacent elements, emit val freq times.",
        ),
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
        say=(
            "Given two arrays of integers $nums and $index. Your task is to create a target array: initially it is "
            "empty; from left to right read $nums[i] and $index[i], insert at index $index[i] the value $nums[i] in the "
            "target array. Return the target array.",
            "Start with an empty list and, for each i in order, insert $nums[i] at position $index[i]. Return the list.",
            "the list obtained by inserting each $nums[i] at position $index[i], one after the other",
            "Insert the values of $nums one by one at the positions given by $index and return the resulting list.",
        ),
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
        say=(
            "Given a zero-based permutation $nums (0-indexed), build an array ans of the same length where ans[i] = "
            "$nums[$nums[i]] for each 0 <= i < $nums.length and return it.",
            "the list with $nums[$nums[i]] at each position i, where $nums is a permutation of 0..n-1",
            "Build a list whose i-th element is $nums[$nums[i]]. The list $nums is a permutation of 0 to n - 1.",
            "Apply the permutation $nums to itself: element i of the result is $nums[$nums[i]].",
        ),
        think="For each value x of the list take the element at index x.",
        code="return [$nums[x] for x in $nums]",
        inputs=_permutation,
    ),
    Op(
        key="concatenation",
        names="get_concatenation repeat_list repeat_array concatenate_copies",
        params="nums:ints",
        returns="List[int]",
        axes=({"2": {"times": "two", "t": "2"}, "3": {"times": "three", "t": "3"}, "4": {"times": "four", "t": "4"}},),
        say=(
            "Given an integer array $nums, create an array ans that is the concatenation of $times $nums arrays. Return "
            "the array ans.",
            "the list $nums repeated $times times",
            "$times copies of $nums one after the other, as one list",
            "Concatenate $times copies of the list $nums and return the result.",
            "a list that consists of $nums written $times times in a row",
        ),
        think="Multiply the list by $t.",
        code="return $nums * $t",
        inputs=args(ints()),
    ),
    Op(
        key="rotate",
        names="rotate rotate_$dir rotate_array shift_$dir",
        params="nums:ints k:int",
        returns="List[int]",
        axes=(
            {
                "right": {"dir": "right", "cut": "-$k"},
                "left": {"dir": "left", "cut": "$k"},
            },
        ),
        say=(
            "Given an integer array $nums, rotate the array to the $dir by $k steps, where $k is non-negative. Return "
            "the rotated array.",
            "$nums rotated by $k places to the $dir",
            "Rotate the list $nums $dir by $k positions and return it.",
            "the list obtained by moving every element of $nums $k steps to the $dir, wrapping around",
            "Shift all elements of $nums cyclically $k places to the $dir.",
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
        say=(
            "There is a biker going on a road trip who starts at altitude 0. You are given an integer array $gain where "
            "$gain[i] is the net gain in altitude between points i and i + 1. Return the highest altitude of a point.",
            "the highest altitude reached when starting at 0 and changing the altitude by each value of $gain in turn",
            "Start at height 0 and add the values of $gain one by one. Return the greatest height reached, the start "
            "included.",
            "the maximum of 0 and all prefix sums of $gain",
        ),
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
                "largest": {"which": "largest", "big": ("largest", "greatest"), "rev": ", reverse=True", "desc": "descending"},
                "smallest": {"which": "smallest", "big": ("smallest",), "rev": "", "desc": "ascending"},
            },
        ),
        say=(
            "Given an integer array $nums and an integer $k, return the kth $big element in the array. Note that it is "
            "the kth $big element in the sorted order, not the kth distinct element.",
            "the $k-th $big element of $nums, counting repeated values",
            "Find the $k-th $big value in the list $nums, where $k = 1 means the $big one. Duplicates count.",
            "the element at place $k, counted from 1, when $nums is sorted in $desc order",
        ),
        think="Sort in $desc order. Return the element at index $k - 1.",
        code="return sorted($nums$rev)[$k - 1]",
        inputs=with_k(ints(0, 30, least=1)),
    ),
)
