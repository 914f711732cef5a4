"""Strings and lists that are copied at each step, windows that are read again. A table; `table.py` draws from it."""

from lsp_server.starter.curriculum.table import Op, args, ints, letters

_LETTER = {
    "upper": {"Do": "in upper case", "do": "c.upper()", "if": "", "loop": "$grow"},
    "lower": {"Do": "in lower case", "do": "c.lower()", "if": "", "loop": "$grow"},
    "double": {"Do": "doubled", "do": "c * 2", "if": "", "loop": "$grow"},
    "swap": {"Do": "with case swapped", "do": "c.swapcase()", "if": "", "loop": "$grow"},
    "vowels": {
        "Do": "without vowels",
        "do": "c",
        "if": " if c not in 'aeiou'",
        "loop": "if c not in 'aeiou':\n        $grow",
    },
    "spaces": {"Do": "without spaces", "do": "c", "if": " if c != ' '", "loop": "if c != ' ':\n        $grow"},
    "alpha": {"Do": "with letters only", "do": "c", "if": " if c.isalpha()", "loop": "if c.isalpha():\n        $grow"},
}


OPS = (
    Op(
        key="no_repeat",
        names="length_of_longest_substring longest_unique longest_without_repeat",
        params="s:str",
        returns="int",
        think="Every start is tried. Slide a window: on a repeated character move its left end behind the last one.",
        code="""
            last = {}
            best = left = 0
            for right, c in enumerate($s):
                if last.get(c, -1) >= left:
                    left = last[c] + 1
                last[c] = right
                best = max(best, right - left + 1)
            return best
            #: n^2
            best = 0
            for i in range(len($s)):
                seen = []
                for c in $s[i:]:
                    if c in seen:
                        break
                    seen.append(c)
                best = max(best, len(seen))
            return best
            #: n^3
            best = 0
            for i in range(len($s)):
                for j in range(i, len($s)):
                    part = $s[i:j + 1]
                    if len(set(part)) == len(part):
                        best = max(best, len(part))
            return best
        """,
        inputs=args(letters("abcd", 0, 8)),
    ),
    Op(
        key="reverse",
        names="reverse reverse_string backwards",
        params="s:str",
        returns="str",
        think="Each step copies the whole result. A slice with step -1 reverses at once.",
        code="""
            return $s[::-1]
            #: n^2
            result = ""
            for c in $s:
                result = c + result
            return result
            #: n^2
            result = ""
            i = len($s) - 1
            while i >= 0:
                result = result + $s[i]
                i -= 1
            return result
        """,
        inputs=args(letters("abcde ", 0, 8)),
    ),
    Op(
        key="letters",
        names="transform convert clean rewrite",
        params="s:str",
        returns="str",
        axes=(
            _LETTER,
            {
                "forward": {"Way": "in order", "rev": "", "grow": "result = result + $do"},
                "back": {"Way": "in reverse order", "rev": "[::-1]", "grow": "result = $do + result"},
            },
        ),
        think="The string is copied each time it grows. Collect the parts and join them once.",
        code="""
            return ''.join($do for c in $s$rev$if)
            #: n^2
            result = ""
            for c in $s:
                $loop
            return result
        """,
        inputs=args(letters("abE iO", 0, 8)),
    ),
    Op(
        key="reversed_list",
        names="reverse_list reversed_items flip",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "all": {"Which": "elements", "if": "", "test": "True"},
                "even": {"Which": "even elements", "if": " if x % 2 == 0", "test": "x % 2 == 0"},
                "positive": {"Which": "positive elements", "if": " if x > 0", "test": "x > 0"},
                "odd": {"Which": "odd elements", "if": " if x % 2 == 1", "test": "x % 2 == 1"},
                "negative": {"Which": "negative elements", "if": " if x < 0", "test": "x < 0"},
            },
        ),
        think="insert(0, x) moves the whole list each time. Go through it from the end instead.",
        code="""
            return [x for x in reversed($nums)$if]
            #: n^2
            result = []
            for x in $nums:
                if $test:
                    result.insert(0, x)
            return result
            #: n^2
            result = []
            for x in $nums:
                if $test:
                    result = [x] + result
            return result
        """,
        inputs=args(ints(-9, 20)),
    ),
    Op(
        key="queue",
        names="process_queue serve run_queue",
        params="nums:ints",
        returns="int",
        axes=(
            {
                "halve": {"Do": "halved", "do": "x // 2"},
                "less": {"Do": "made smaller by 1", "do": "x - 1"},
                "third": {"Do": "divided by 3", "do": "x // 3"},
                "three": {"Do": "made smaller by 3", "do": "x - 3"},
            },
        ),
        think="pop(0) moves the whole list each time. A deque takes from its left end in one step.",
        code="""
            queue = deque($nums)
            steps = 0
            while queue:
                x = queue.popleft()
                steps += 1
                if x > 1:
                    queue.append($do)
            return steps
            #: n^2
            queue = list($nums)
            steps = 0
            while queue:
                x = queue.pop(0)
                steps += 1
                if x > 1:
                    queue.append($do)
            return steps
            #: n^2
            queue = $nums[:]
            steps = 0
            while len(queue) > 0:
                x = queue[0]
                queue = queue[1:]
                steps += 1
                if x > 1:
                    queue.append($do)
            return steps
        """,
        inputs=args(ints(-2, 20, most=5)),
    ),
)
