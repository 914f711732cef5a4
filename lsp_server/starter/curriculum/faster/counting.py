"""Counting anew for every element, groups read again, sorting by hand. A table; `table.py` draws from it."""

from lsp_server.starter.curriculum.faster.emitted import EMITTED
from lsp_server.starter.curriculum.table import Op, args, ints, letters, with_k

_TIMES = {
    "once": {"Times": "exactly once", "times": "== 1"},
    "twice": {"Times": "exactly twice", "times": "== 2"},
    "more": {"Times": "more than once", "times": "> 1"},
    "many": {"Times": "at least three times", "times": ">= 3"},
    "oddly": {"Times": "an odd number of times", "times": "% 2 == 1"},
}


OPS = (
    Op(
        key="by_frequency",
        names="repeated_values with_frequency select_by_count values_occurring",
        params="nums:ints",
        returns="$kind",
        axes=(_TIMES, EMITTED),
        think="count goes through the list for every element. Count all elements once with Counter.",
        code="""
            counts = Counter($nums)
            return $open x in $nums if counts[x] $times$close
            #: n^2
            $init
            for x in $nums:
                if $nums.count(x) $times:
                    $add
            $done
            #: n^2
            return $open x in $nums if $nums.count(x) $times$close
            #: n^2
            $init
            for x in $nums:
                c = 0
                for y in $nums:
                    if x == y:
                        c += 1
                if c $times:
                    $add
            $done
        """,
        inputs=args(ints(-2, 6)),
    ),
    Op(
        key="mode",
        names="most_common mode most_frequent find_mode",
        params="nums:ints",
        returns="int",
        axes=({"max": {"Most": "most", "fn": "max", "cmp": ">"}, "min": {"Most": "least", "fn": "min", "cmp": "<"}},),
        think="count goes through the list for every element. Count all once; $fn takes the first among equals.",
        code="""
            counts = Counter($nums)
            return $fn($nums, key=lambda x: counts[x])
            #: n^2
            return $fn($nums, key=$nums.count)
            #: n^2
            best = $nums[0]
            for x in $nums:
                if $nums.count(x) $cmp $nums.count(best):
                    best = x
            return best
        """,
        inputs=args(ints(-3, 6, least=1)),
    ),
    Op(
        key="frequencies",
        names="frequencies count_all tally histogram occurrences",
        params="s:str",
        returns="Dict[str, int]",
        think="count goes through the whole string for every character. Counter counts all in one pass.",
        code="""
            return dict(Counter($s))
            #: n^2
            return {c: $s.count(c) for c in $s}
            #: n^2
            counts = {}
            for c in $s:
                counts[c] = $s.count(c)
            return counts
            #: n^2
            counts = {}
            for c in $s:
                if c not in counts:
                    counts[c] = len([d for d in $s if d == c])
            return counts
        """,
        inputs=args(letters("abca ", 0, 9)),
    ),
    Op(
        key="first_unique",
        names="first_unique first_uniq_char first_non_repeating",
        params="s:str",
        returns="$kind",
        axes=(
            {
                "char": {"Ret": "character", "kind": "str", "out": "c", "none": "''", "None": "an empty string"},
                "index": {"Ret": "index of the character", "kind": "int", "out": "i", "none": "-1", "None": "-1"},
            },
            {"once": {"Occ": "occurs once", "cmp": "== 1"}, "more": {"Occ": "occurs more than once", "cmp": "> 1"}},
        ),
        think="count goes through the string for every character. Count all characters once with Counter.",
        code="""
            counts = Counter($s)
            for i, c in enumerate($s):
                if counts[c] $cmp:
                    return $out
            return $none
            #: n^2
            for i, c in enumerate($s):
                if $s.count(c) $cmp:
                    return $out
            return $none
            #: n^2
            for i in range(len($s)):
                c = $s[i]
                number = 0
                for d in $s:
                    if d == c:
                        number += 1
                if number $cmp:
                    return $out
            return $none
        """,
        inputs=args(letters("abcd", 0, 7)),
    ),
    Op(
        key="anagram",
        names="is_anagram same_letters are_anagrams is_permutation",
        params="s:str t:str",
        returns="bool",
        think="Each letter is counted or removed by a search. Compare the counts of both strings.",
        code="""
            return Counter($s) == Counter($t)
            #: n^2
            if len($s) != len($t):
                return False
            rest = list($t)
            for c in $s:
                if c not in rest:
                    return False
                rest.remove(c)
            return True
            #: n^2
            if len($s) != len($t):
                return False
            for c in $s:
                if $s.count(c) != $t.count(c):
                    return False
            return True
        """,
        inputs=args(letters("ab", 0, 4), letters("ab", 0, 4)),
    ),
    Op(
        key="grouped",
        names="group group_values partition_by bucket",
        params="nums:ints",
        returns="Dict[int, $kind2]",
        axes=(
            {
                "last": {"Key": "last digit", "key": "abs(x) % 10"},
                "mod": {"Key": "remainder by 3", "key": "x % 3"},
                "half": {"Key": "half, rounded down", "key": "x // 2"},
                "size": {"Key": "tens", "key": "x // 10"},
            },
            {
                "list": {
                    "Agg": "the list of its elements",
                    "kind2": "List[int]",
                    "start": "[]",
                    "put": ".append(x)",
                    "of": "[x for x in $nums if $key == g]",
                },
                "count": {
                    "Agg": "their number",
                    "kind2": "int",
                    "start": "0",
                    "put": " += 1",
                    "of": "sum(1 for x in $nums if $key == g)",
                },
                "sum": {
                    "Agg": "their sum",
                    "kind2": "int",
                    "start": "0",
                    "put": " += x",
                    "of": "sum(x for x in $nums if $key == g)",
                },
            },
        ),
        think="For every group the whole list is read again. Go through it once and add each x to its group.",
        code="""
            groups = {}
            for x in $nums:
                g = $key
                groups.setdefault(g, $start)
                groups[g]$put
            return groups
            #: n^2
            return {g: $of for g in [$key for x in $nums]}
            #: n^2
            groups = {}
            for g in [$key for x in $nums]:
                groups[g] = $of
            return groups
        """,
        inputs=args(ints(0, 40)),
    ),
    Op(
        key="smallest_k",
        names="smallest_k k_smallest lowest_values take_extremes",
        params="nums:ints k:int",
        returns="List[int]",
        axes=(
            {
                "min": {"Ext": "smallest", "fn": "min", "rev": ""},
                "max": {"Ext": "largest", "fn": "max", "rev": ", reverse=True"},
            },
        ),
        think="Each round searches and removes the $fn. Sort once and take the first $k.",
        code="""
            return sorted($nums$rev)[:$k]
            #: n^2
            rest = list($nums)
            result = []
            for _ in range($k):
                x = $fn(rest)
                rest.remove(x)
                result.append(x)
            return result
            #: n^2
            rest = $nums[:]
            result = []
            while len(result) < $k:
                x = $fn(rest)
                result.append(x)
                rest.pop(rest.index(x))
            return result
        """,
        inputs=with_k(ints(-9, 20, least=1)),
    ),
    Op(
        key="sort",
        names="sort_numbers my_sort bubble_sort sort_list order_values",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "asc": {"Dir": "ascending", "rev": "", "cmp": ">", "fn": "min"},
                "desc": {"Dir": "descending", "rev": ", reverse=True", "cmp": "<", "fn": "max"},
            },
        ),
        think="This sorts by comparing all pairs. The built-in sort needs n log n steps.",
        code="""
            return sorted($nums$rev)
            #: n^2
            result = list($nums)
            for i in range(len(result)):
                for j in range(i + 1, len(result)):
                    if result[i] $cmp result[j]:
                        result[i], result[j] = result[j], result[i]
            return result
            #: n^2
            result = $nums[:]
            for _ in range(len(result)):
                for j in range(len(result) - 1):
                    if result[j] $cmp result[j + 1]:
                        result[j], result[j + 1] = result[j + 1], result[j]
            return result
            #: n^2
            rest = list($nums)
            result = []
            while rest:
                x = $fn(rest)
                rest.remove(x)
                result.append(x)
            return result
        """,
        inputs=args(ints(-9, 20)),
    ),
    Op(
        key="closest",
        names="min_difference closest_pair smallest_gap",
        params="nums:ints",
        returns="int",
        think="All pairs are compared. After sorting, the closest two are neighbours.",
        code="""
            ordered = sorted($nums)
            return min(y - x for x, y in zip(ordered, ordered[1:]))
            #: n^2
            best = abs($nums[0] - $nums[1])
            for i in range(len($nums)):
                for j in range(i + 1, len($nums)):
                    best = min(best, abs($nums[i] - $nums[j]))
            return best
            #: n^2
            return min(abs($nums[i] - $nums[j]) for i in range(len($nums)) for j in range(i))
        """,
        inputs=args(ints(-20, 50, least=2)),
    ),
)
