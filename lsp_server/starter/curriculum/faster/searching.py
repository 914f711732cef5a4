"""Lists that are searched in loops: a set or a dictionary finds in one step. A table; `table.py` draws from it."""

from lsp_server.starter.curriculum.faster.emitted import EMITTED
from lsp_server.starter.curriculum.table import Op, args, ints, number

_WHICH = {
    "any": {"Which": "", "also": "", "test": "True"},
    "even": {"Which": ("even ",), "also": " and x % 2 == 0", "test": "x % 2 == 0"},
    "odd": {"Which": ("odd ",), "also": " and x % 2 == 1", "test": "x % 2 == 1"},
    "positive": {"Which": ("positive ",), "also": " and x > 0", "test": "x > 0"},
    "negative": {"Which": ("negative ",), "also": " and x < 0", "test": "x < 0"},
    "large": {"Which": ("large (above 10) ",), "also": " and x > 10", "test": "x > 10"},
}
_MEMBER = {
    "in": {"In": "also in", "within": "in", "count": "> 0"},
    "out": {"In": "not in", "within": "not in", "count": "== 0"},
}
_RELATION = {
    "sum": {"Rel": "add up to $k", "rel": "$nums[i] + $nums[j] == $k", "need": "$k - x"},
    "diff": {"Rel": "differ by $k, the later one being larger", "rel": "$nums[j] - $nums[i] == $k", "need": "x - $k"},
    "less": {"Rel": "differ by $k, the earlier one being larger", "rel": "$nums[i] - $nums[j] == $k", "need": "x + $k"},
}


OPS = (
    Op(
        key="members",
        names="common_items shared filter_known keep_known members select",
        params="a:ints b:ints",
        returns="$kind",
        axes=(_WHICH, EMITTED, _MEMBER),
        think="For each element the whole list $b is searched. Put $b into a set once: a look-up is then one step.",
        code="""
            known = set($b)
            return $open x in $a if x $within known$also$close
            #: n^2
            $init
            for x in $a:
                if x $within $b$also:
                    $add
            $done
            #: n^2
            return $open x in $a if x $within $b$also$close
            #: n^2
            $init
            for i in range(len($a)):
                x = $a[i]
                if $b.count(x) $count$also:
                    $add
            $done
        """,
        inputs=args(ints(-5, 14), ints(-5, 14)),
    ),
    Op(
        key="pair_exists",
        names="has_pair pair_exists find_pair two_sum_exists check_pairs",
        params="nums:ints k:int",
        returns="bool",
        axes=(_RELATION,),
        think="All pairs are compared. Remember the numbers seen in a set and look for the partner $need of each x.",
        code="""
            seen = set()
            for x in $nums:
                if $need in seen:
                    return True
                seen.add(x)
            return False
            #: n^2
            for i in range(len($nums)):
                for j in range(i + 1, len($nums)):
                    if $rel:
                        return True
            return False
            #: n^2
            n = len($nums)
            found = False
            for i in range(n):
                for j in range(n):
                    if i < j and $rel:
                        found = True
            return found
        """,
        inputs=args(ints(-6, 12), number(-3, 14)),
    ),
    Op(
        key="pair_count",
        names="count_pairs num_pairs pairs_with how_many_pairs",
        params="nums:ints k:int",
        returns="int",
        axes=(_RELATION,),
        think="All pairs are compared. Count the numbers seen, and add how often the partner $need of each x was seen.",
        code="""
            seen = Counter()
            count = 0
            for x in $nums:
                count += seen[$need]
                seen[x] += 1
            return count
            #: n^2
            count = 0
            for i in range(len($nums)):
                for j in range(i + 1, len($nums)):
                    if $rel:
                        count += 1
            return count
            #: n^2
            return sum(1 for i in range(len($nums)) for j in range(i + 1, len($nums)) if $rel)
        """,
        inputs=args(ints(-4, 6), number(-3, 9)),
    ),
    Op(
        key="pair_indices",
        names="two_sum find_indices pair_indices",
        params="nums:ints k:int",
        returns="List[int]",
        think="All pairs are compared. Remember the index of each number in a dictionary and look for the partner.",
        code="""
            places = {}
            for j, x in enumerate($nums):
                if $k - x in places:
                    return [places[$k - x], j]
                places.setdefault(x, j)
            return []
            #: n^2
            for j in range(len($nums)):
                for i in range(j):
                    if $nums[i] + $nums[j] == $k:
                        return [i, j]
            return []
        """,
        inputs=args(ints(-4, 9), number(-3, 14)),
    ),
    Op(
        key="has_duplicate",
        names="contains_duplicate has_duplicates any_repeated all_unique_check",
        params="nums:ints",
        returns="bool",
        axes=(
            {
                "dup": {"Dup": "some value occurs twice", "yes": "True", "no": "False", "cmp": "<"},
                "uni": {"Dup": "all values are different", "yes": "False", "no": "True", "cmp": "=="},
            },
        ),
        think="Elements are compared pair by pair. A set keeps each value once, so compare its size with the list's.",
        code="""
            return len(set($nums)) $cmp len($nums)
            #: n^2
            for i in range(len($nums)):
                for j in range(i + 1, len($nums)):
                    if $nums[i] == $nums[j]:
                        return $yes
            return $no
            #: n^2
            for x in $nums:
                if $nums.count(x) > 1:
                    return $yes
            return $no
            #: n^2
            for i, x in enumerate($nums):
                if x in $nums[:i]:
                    return $yes
            return $no
            #: n^2
            seen = []
            for x in $nums:
                if x in seen:
                    return $yes
                seen.append(x)
            return $no
        """,
        inputs=args(ints(-5, 12)),
    ),
    Op(
        key="unique",
        names="unique dedupe remove_duplicates distinct_values distinct",
        params="nums:ints",
        returns="List[int]",
        axes=(_WHICH,),
        think="Each element is searched in the result. Keep a set of the values seen beside it.",
        code="""
            seen = set()
            result = []
            for x in $nums:
                if x not in seen$also:
                    seen.add(x)
                    result.append(x)
            return result
            #: n^2
            result = []
            for x in $nums:
                if x not in result$also:
                    result.append(x)
            return result
            #: n^2
            return [x for i, x in enumerate($nums) if x not in $nums[:i]$also]
        """,
        inputs=args(ints(-5, 14)),
    ),
    Op(
        key="contained",
        names="contains_all is_subset all_present overlaps",
        params="a:ints b:ints",
        returns="bool",
        axes=(
            {
                "all": {"Rel": "every element of $a is in $b", "fn": "all", "within": "in"},
                "any": {"Rel": "some element of $a is in $b", "fn": "any", "within": "in"},
                "none": {"Rel": "no element of $a is in $b", "fn": "all", "within": "not in"},
                "miss": {"Rel": "some element of $a is missing in $b", "fn": "any", "within": "not in"},
            },
        ),
        think="The list $b is searched for each element. Put it into a set once.",
        code="""
            known = set($b)
            return $fn(x $within known for x in $a)
            #: n^2
            return $fn(x $within $b for x in $a)
            #: n^2
            return $fn([x $within list($b) for x in $a])
        """,
        inputs=args(ints(-2, 9, most=4), ints(-2, 9)),
    ),
    Op(
        key="missing",
        names="missing_number find_missing missing_values absent_numbers",
        params="nums:ints n:int",
        returns="List[int]",
        axes=({"one": {"From": "1", "from": "1"}, "zero": {"From": "0", "from": "0"}},),
        think="The list is searched for every number. Put it into a set once.",
        code="""
            known = set($nums)
            return [i for i in range($from, $n + 1) if i not in known]
            #: n^2
            result = []
            for i in range($from, $n + 1):
                if i not in $nums:
                    result.append(i)
            return result
            #: n^2
            return [i for i in range($from, $n + 1) if $nums.count(i) == 0]
        """,
        inputs=args(ints(0, 9), number(1, 10)),
    ),
    Op(
        key="chain",
        names="longest_consecutive longest_chain consecutive_run",
        params="nums:ints",
        returns="int",
        think="The list is searched for each successor. Use a set, and count only from numbers without a predecessor.",
        code="""
            known = set($nums)
            best = 0
            for x in known:
                if x - 1 not in known:
                    y = x
                    while y in known:
                        y += 1
                    best = max(best, y - x)
            return best
            #: n^3
            best = 0
            for x in $nums:
                y = x
                while y in $nums:
                    y += 1
                best = max(best, y - x)
            return best
        """,
        inputs=args(ints(-3, 9)),
    ),
)
