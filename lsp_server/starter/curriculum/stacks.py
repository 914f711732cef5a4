"""Family `stacks`: stacks and queues. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, either, family, ints, letters, number, one_of

_ORDER = {
    "greater": {"which": "greater", "than": ("greater than", "larger than", "bigger than"), "op": ">", "drop": "smaller or equal"},
    "smaller": {"which": "smaller", "than": ("smaller than", "less than"), "op": "<", "drop": "greater or equal"},
    "greater_equal": {"which": "greater_or_equal", "than": ("greater than or equal to", "at least as large as"), "op": ">=", "drop": "smaller"},
    "smaller_equal": {"which": "smaller_or_equal", "than": ("smaller than or equal to", "at most as large as"), "op": "<=", "drop": "greater"},
}

_SIDE = {
    "next": {"side": "next", "Side": ("the first element to its right", "the nearest element after it"), "walk": "for i in range(len($nums) - 1, -1, -1):", "way": "from the right"},
    "previous": {"side": "previous", "Side": ("the closest element to its left", "the nearest element before it"), "walk": "for i in range(len($nums)):", "way": "from the left"},
}


def _rpn(rng: Random) -> tuple[list[str]]:
    def expression(depth: int) -> list[str]:
        if depth == 0 or rng.random() < 0.3:
            return [str(rng.randint(1, 9))]
        return [*expression(depth - 1), *expression(depth - 1), rng.choice("+-*")]

    return (expression(2),)


def _game(rng: Random) -> tuple[list[str]]:
    ops, size = [], 0
    for _ in range(rng.randint(1, 6)):
        op = rng.choice((str(rng.randint(-5, 9)), *(["C", "D"] if size else []), *(["+"] if size > 1 else [])))
        size += -1 if op == "C" else 1
        ops.append(op)
    return (ops,)


def _nested(rng: Random, depth: int = 3) -> str:
    """A balanced string of round brackets."""
    return "".join(f"({_nested(rng, depth - 1)})" for _ in range(rng.randint(0, 2))) if depth else ""


def _path(rng: Random) -> tuple[str]:
    parts = [rng.choice(("a", "b", "home", "..", ".", "", "usr")) for _ in range(rng.randint(1, 5))]
    return ("/" + "/".join(parts) + rng.choice(("", "/")),)


def _encoded(rng: Random) -> tuple[str]:
    def piece(depth: int) -> str:
        word = rng.choice(("a", "b", "ab", "c"))
        return f"{rng.randint(2, 3)}[{piece(depth - 1)}{word}]" if depth and rng.random() < 0.6 else word

    return ("".join(piece(2) for _ in range(rng.randint(1, 2))),)


def _asteroids(rng: Random) -> tuple[list[int]]:
    return ([rng.choice((-1, 1)) * rng.randint(1, 9) for _ in range(rng.randint(1, 6))],)


def _pushed(rng: Random) -> tuple[list[int], list[int]]:
    pushed = rng.sample(range(1, 9), rng.randint(1, 5))
    if rng.random() < 0.5:
        return pushed, rng.sample(pushed, len(pushed))
    stack: list[int] = []
    popped: list[int] = []
    for x in pushed:
        stack.append(x)
        while stack and rng.random() < 0.5:
            popped.append(stack.pop())
    return pushed, popped + stack[::-1]


def _tickets(rng: Random) -> tuple[list[int], int]:
    tickets = [rng.randint(1, 5) for _ in range(rng.randint(1, 5))]
    return tickets, rng.randrange(len(tickets))


def _calls(rng: Random) -> tuple[list[int], int]:
    return sorted(rng.sample(range(1, 30), rng.randint(1, 6))), rng.randint(1, 10)


def _bracket_string(rng: Random) -> tuple[str]:
    """Any kind of bracket: a body must not fail on those it does not know, they just never match."""
    pairs = rng.choice((("()",), ("()", "[]"), ("()", "{}"), ("()", "[]", "{}")))

    def balanced(depth: int) -> str:
        if depth == 0:
            return ""
        return "".join(f"{(p := rng.choice(pairs))[0]}{balanced(depth - 1)}{p[1]}" for _ in range(rng.randint(0, 2)))

    good = balanced(3)
    return (good if rng.random() < 0.5 else letters("".join(pairs), most=5)(rng),)


OPS = (
    Op(
        key="valid_parentheses",
        names="is_valid valid_parentheses is_balanced balanced_brackets check_brackets",
        params="s:str",
        returns="bool",
        say=(
            "Given a string $s containing just the characters '(', ')', '{', '}', '[' and ']', determine if the input "
            "string is valid. An input string is valid if open brackets are closed by the same type of brackets and in "
            "the correct order.",
            "whether the brackets (), [] and {} in $s are balanced and properly nested",
            "True if every bracket in $s is closed by the same kind in the right order, else False; $s consists of ()[]{}",
            "Check that all round, square and curly brackets of $s match and are nested correctly. $s has only brackets.",
            "The string $s is made of the brackets ()[]{}. Return whether each one is matched correctly.",
            "whether $s, a string of brackets of three types, is well-formed",
            "Are the brackets in $s balanced? There are the kinds (), [] and {}. Return a boolean.",
            "whether each opening bracket ( [ { in $s has its closing one at the right place and none is left over",
        ),
        think="Push opening brackets. A closing one must match the top of the stack. At the end the stack must be empty.",
        code="""
            pairs = {")": "(", "]": "[", "}": "{"}
            stack = []
            for c in $s:
                if c not in pairs:
                    stack.append(c)
                elif not stack or stack.pop() != pairs[c]:
                    return False
            return not stack
        """,
        inputs=_bracket_string,
    ),
    Op(
        key="round_balanced",
        names="is_balanced correct_bracketing balanced check_parentheses",
        params="s:str",
        returns="bool",
        axes=(
            {
                "round": {"open": "(", "close": ")", "kind": ("round brackets", "parentheses")},
                "angle": {"open": "<", "close": ">", "kind": ("angle brackets",)},
                "square": {"open": "[", "close": "]", "kind": ("square brackets",)},
                "curly": {"open": "{", "close": "}", "kind": ("curly brackets", "braces")},
            },
        ),
        say=(
            "$s is a string of \"$open\" and \"$close\". Return True if every opening bracket has a corresponding closing "
            "bracket.",
            "whether the $kind in $s, a string of '$open' and '$close', are balanced",
            "whether every '$open' in $s is closed by a later '$close' and no '$close' comes too early",
            "Check that the string $s of $kind '$open' and '$close' is balanced.",
            "True if the $kind '$open$close' in $s match, otherwise False; $s has no other characters",
        ),
        think="Count the open brackets. A closing one without an open one is wrong. In the end none may be open.",
        code="""
            depth = 0
            for c in $s:
                depth += 1 if c == "$open" else -1
                if depth < 0:
                    return False
            return depth == 0
        """,
        varied=lambda words: args(letters(words["open"] + words["close"], most=6)),
    ),
    Op(
        key="max_depth",
        names="max_depth nesting_depth max_nesting parentheses_depth",
        params="s:str",
        returns="int",
        say=(
            "Given a valid parentheses string $s, return the nesting depth of $s. The nesting depth is the maximum "
            "number of nested parentheses.",
            "the maximum nesting depth of the parentheses in $s",
            "the largest number of parentheses that are open at the same time in the balanced string $s",
            "How deeply are the parentheses of the balanced string $s nested? Return 0 if there are none.",
            "Find the deepest level of nested round brackets in $s, which is balanced.",
        ),
        think="Count the open parentheses. Remember the largest count.",
        code="""
            depth = best = 0
            for c in $s:
                if c == "(":
                    depth += 1
                    best = max(best, depth)
                elif c == ")":
                    depth -= 1
            return best
        """,
        inputs=either(lambda rng: (_nested(rng),), one_of(("(1+(2*3))",), ("(a)",), ("",), ("1+2",), ("((x))+(y)",))),
    ),
    Op(
        key="min_add",
        names="min_add_to_make_valid min_insertions missing_parentheses unmatched_count",
        params="s:str",
        returns="int",
        given="a string $s of '(' and ')'",
        say=(
            "A parentheses string is valid if every '(' is closed by a later ')'. You are given a parentheses string $s. "
            "In one move, you can insert a parenthesis at any position. Return the minimum number of moves required to "
            "make $s valid.",
            "the least number of parentheses to insert into $s to balance it",
            "how many parentheses of $s have no partner",
            "How many parentheses must be added at least to make the string $s of '(' and ')' balanced?",
            "the minimum number of brackets to add so that $s becomes a balanced string",
        ),
        think="Count open ones. A closing one without an open one needs an insertion; so does each that stays open.",
        code="""
            depth = missing = 0
            for c in $s:
                if c == "(":
                    depth += 1
                elif depth:
                    depth -= 1
                else:
                    missing += 1
            return depth + missing
        """,
        inputs=args(letters("()", most=7)),
    ),
    Op(
        key="rpn",
        names="eval_rpn evaluate_postfix eval_postfix rpn",
        params="tokens:strs",
        returns="int",
        say=(
            "You are given an array of strings $tokens that represents an arithmetic expression in a Reverse Polish "
            "Notation with the operators '+', '-' and '*'. Evaluate the expression. Return an integer that represents "
            "the value of the expression.",
            "the value of the postfix expression $tokens, whose operators are +, - and *",
            "Evaluate $tokens, an expression in reverse Polish notation with integers and the operators + - *.",
            "the result of the reverse Polish expression given as the list of strings $tokens (operators +, -, *)",
            "Compute a postfix expression: $tokens holds integers and the operators \"+\", \"-\", \"*\" as strings.",
        ),
        think="Push numbers. An operator pops two values, the second operand first, and pushes the result.",
        code="""
            stack = []
            for token in $tokens:
                if token in ("+", "-", "*"):
                    b, a = stack.pop(), stack.pop()
                    stack.append(a + b if token == "+" else a - b if token == "-" else a * b)
                else:
                    stack.append(int(token))
            return stack[-1]
        """,
        inputs=_rpn,
    ),
    Op(
        key="adjacent_duplicates",
        names="remove_duplicates remove_adjacent_pairs cancel_pairs collapse",
        params="s:str",
        returns="str",
        say=(
            "You are given a string $s consisting of lowercase English letters. A duplicate removal consists of choosing "
            "two adjacent and equal letters and removing them. We repeatedly make duplicate removals on $s until we no "
            "longer can. Return the final string.",
            "what is left of $s after removing pairs of equal adjacent letters again and again",
            "Delete two equal neighbouring characters of $s as long as there are any. Return the rest.",
            "the string that remains when adjacent equal letters of $s cancel each other repeatedly",
            "Repeatedly remove adjacent pairs of the same letter from $s and return the final string.",
        ),
        think="Use a stack. A letter equal to the top removes it, any other is pushed.",
        code="""
            stack = []
            for c in $s:
                if stack and stack[-1] == c:
                    stack.pop()
                else:
                    stack.append(c)
            return "".join(stack)
        """,
        inputs=args(letters("abc", most=8)),
    ),
    Op(
        key="nearest",
        names="${side}_$which ${side}_${which}_element find_${side}_$which",
        params="nums:ints",
        returns="List[int]",
        axes=(_ORDER, _SIDE),
        say=(
            "for each element of $nums, $Side that is $than it, or -1 if there is none",
            "For every number in $nums find $Side that is $than it. Use -1 when there is none. Return the list.",
            "a list that holds for each element of $nums $Side which is $than it (-1 if there is no such element)",
            "For each element of the array $nums, look up $Side that is $than this element; -1 stands for none.",
            "the ${side} $which elements of $nums: for each element $Side that is $than it, or -1",
            "Replace each number of $nums by $Side that is $than it, or by -1 if no such element exists.",
        ),
        think="Walk $way with a stack. Pop the $drop values. The top is then the answer, or -1. Push the number.",
        code="""
            result = [-1] * len($nums)
            stack = []
            $walk
                while stack and not stack[-1] $op $nums[i]:
                    stack.pop()
                if stack:
                    result[i] = stack[-1]
                stack.append($nums[i])
            return result
        """,
        inputs=args(ints(0, 20)),
    ),
    Op(
        key="daily_temperatures",
        names="daily_temperatures days_until_$which wait_for_$which",
        params="temperatures:ints",
        returns="List[int]",
        axes=(
            {
                "warmer": {"which": "warmer", "higher": "higher", "op": "<"},
                "colder": {"which": "colder", "higher": "lower", "op": ">"},
            },
        ),
        say=(
            "Given an array of integers $temperatures represents the daily temperatures, return an array answer such that "
            "answer[i] is the number of days you have to wait after the ith day to get a $which temperature. If there is "
            "no future day for which this is possible, keep answer[i] == 0 instead.",
            "for each day how many days pass until a $which one, 0 if there is none; $temperatures lists one temperature "
            "per day",
            "For each entry of $temperatures return the distance to the next $higher entry, or 0 if there is none.",
            "How many days must one wait after each day for a $which day? Return the list for $temperatures, with 0 "
            "where no $which day follows.",
            "a list with the number of places from each value of $temperatures to the next $higher one, else 0",
        ),
        think="Keep a stack of days without an answer. A $which day answers those on top: the difference of the indices.",
        code="""
            result = [0] * len($temperatures)
            stack = []
            for i, t in enumerate($temperatures):
                while stack and $temperatures[stack[-1]] $op t:
                    j = stack.pop()
                    result[j] = i - j
                stack.append(i)
            return result
        """,
        inputs=args(ints(20, 40)),
    ),
    Op(
        key="simplify_path",
        names="simplify_path canonical_path normalize_path",
        params="path:str",
        returns="str",
        say=(
            "Given an absolute $path for a Unix-style file system, which begins with a slash '/', transform this path "
            "into its simplified canonical path: '.' is the current directory, '..' the parent, and multiple slashes are "
            "one.",
            "the canonical form of the absolute Unix path $path: without '.', '..', double or trailing slashes",
            "Simplify the absolute Unix path $path by resolving '.' and '..' and repeated slashes.",
            "Normalise $path, an absolute Unix path that may contain '.', '..' and empty parts. The root's parent is the "
            "root.",
        ),
        think="Split at slashes. Skip empty parts and '.', pop for '..', push other names. Join them after a slash.",
        code="""
            stack = []
            for part in $path.split("/"):
                if part == "..":
                    if stack:
                        stack.pop()
                elif part and part != ".":
                    stack.append(part)
            return "/" + "/".join(stack)
        """,
        inputs=_path,
    ),
    Op(
        key="backspace",
        names="backspace_compare same_after_backspaces equal_after_typing",
        params="s:str t:str",
        returns="bool",
        say=(
            "Given two strings $s and $t, return true if they are equal when both are typed into empty text editors. '#' "
            "means a backspace character.",
            "whether $s and $t give the same text when each '#' deletes the character before it",
            "Compare $s and $t after applying backspaces: a '#' erases the previous character, if there is one.",
            "True if typing $s and typing $t, where # is the backspace key, leave the same text",
        ),
        think="Type each string with a stack: '#' pops if it can, others are pushed. Compare both stacks.",
        code="""
            def typed(text):
                stack = []
                for c in text:
                    if c != "#":
                        stack.append(c)
                    elif stack:
                        stack.pop()
                return stack

            return typed($s) == typed($t)
        """,
        inputs=args(letters("ab#", most=4), letters("ab#", most=4)),
    ),
    Op(
        key="apply_backspaces",
        names="apply_backspaces type_text clean_string remove_stars",
        params="s:str",
        returns="str",
        axes=(
            {
                "#": {"mark": "#", "called": "hash"},
                "*": {"mark": "*", "called": "star"},
                "<": {"mark": "<", "called": "arrow"},
                "-": {"mark": "-", "called": "dash"},
            },
        ),
        say=(
            "You are given a string $s, which contains '$mark' characters. Each '$mark' removes the closest character "
            "to its left, if there is one, and itself. Return the string after all have been removed.",
            "the text that remains of $s when each '$mark' deletes the character before it",
            "Type the string $s, where '$mark' is the backspace key, and return the resulting text.",
            "what $s looks like after every '$mark' has erased the character left of it (if there is one)",
            "Treat '$mark' in $s as a backspace and return the final string.",
        ),
        think="Use a stack. A '$mark' pops the last character if there is one, others are pushed.",
        code="""
            stack = []
            for c in $s:
                if c != "$mark":
                    stack.append(c)
                elif stack:
                    stack.pop()
            return "".join(stack)
        """,
        varied=lambda words: args(letters("abc" + 2 * words["mark"], most=7)),
    ),
    Op(
        key="decode_string",
        names="decode_string expand_string decode",
        params="s:str",
        returns="str",
        say=(
            "Given an encoded string $s, return its decoded string. The encoding rule is: k[encoded_string], where the "
            "encoded_string inside the square brackets is being repeated exactly k times.",
            "the decoded form of $s, in which k[text] stands for text repeated k times, possibly nested",
            "Expand the string $s: every number followed by a part in square brackets repeats that part. Parts may nest.",
            "Decode $s, where 3[ab] means ababab and such groups can be nested.",
        ),
        think="At '[' push the text so far and the number. At ']' repeat the text and put it behind the pushed one.",
        code="""
            stack = []
            text, k = "", 0
            for c in $s:
                if c.isdigit():
                    k = 10 * k + int(c)
                elif c == "[":
                    stack.append((text, k))
                    text, k = "", 0
                elif c == "]":
                    before, times = stack.pop()
                    text = before + text * times
                else:
                    text += c
            return text
        """,
        inputs=_encoded,
    ),
    Op(
        key="baseball",
        names="cal_points baseball_game total_score",
        params="operations:strs",
        returns="int",
        say=(
            "You are keeping the scores for a baseball game. You are given a list of strings $operations: an integer x "
            "records a new score of x, '+' records the sum of the previous two scores, 'D' records the double of the "
            "previous score, 'C' removes the previous score. Return the sum of all the scores on the record.",
            "Process $operations on a list of scores: a number adds a score, 'D' adds twice the last score, '+' adds the "
            "sum of the last two, 'C' removes the last one. Return the total.",
            "the sum of the scores after applying $operations, where 'C' cancels the last score, 'D' doubles it as a new "
            "score, '+' adds the last two as a new score and numbers are scores",
        ),
        think="Keep the scores on a stack. Handle '+', 'D' and 'C', push numbers. Return the sum.",
        code="""
            stack = []
            for op in $operations:
                if op == "+":
                    stack.append(stack[-1] + stack[-2])
                elif op == "D":
                    stack.append(2 * stack[-1])
                elif op == "C":
                    stack.pop()
                else:
                    stack.append(int(op))
            return sum(stack)
        """,
        inputs=_game,
    ),
    Op(
        key="asteroids",
        names="asteroid_collision collide surviving_asteroids",
        params="asteroids:ints",
        returns="List[int]",
        say=(
            "We are given an array $asteroids of integers. The absolute value represents its size, and the sign its "
            "direction (positive right, negative left). All move at the same speed. If two asteroids meet, the smaller "
            "one will explode. If both are the same size, both will explode. Return the state after all collisions.",
            "the asteroids that survive: $asteroids holds sizes, positive ones fly right and negative ones left; when two "
            "meet, the smaller is destroyed, both if equal",
            "In $asteroids positive values move right and negative ones left. The smaller of two that meet vanishes, equal "
            "ones both vanish. Return what is left.",
        ),
        think="Use a stack. A left mover destroys smaller right movers on top. It stays if nothing stops it; an equal one "
        "takes both.",
        code="""
            stack = []
            for a in $asteroids:
                while stack and a < 0 < stack[-1] < -a:
                    stack.pop()
                if a < 0 and stack and stack[-1] == -a:
                    stack.pop()
                elif a > 0 or not stack or stack[-1] < 0:
                    stack.append(a)
            return stack
        """,
        inputs=_asteroids,
    ),
    Op(
        key="stack_sequences",
        names="validate_stack_sequences is_stack_order possible_pop_order",
        params="pushed:ints popped:ints",
        returns="bool",
        say=(
            "Given two integer arrays $pushed and $popped each with distinct values, return true if this could have been "
            "the result of a sequence of push and pop operations on an initially empty stack, or false otherwise.",
            "whether a stack that gets the values $pushed in this order can give them out in the order $popped",
            "True if $popped is a possible pop order for the push order $pushed of distinct values, else False",
            "Values are pushed onto a stack in the order $pushed. Can they be popped in the order $popped? The values are "
            "distinct.",
        ),
        think="Push each value. Pop while the top is the next one of $popped. It works when the stack ends empty.",
        code="""
            stack = []
            j = 0
            for x in $pushed:
                stack.append(x)
                while stack and stack[-1] == $popped[j]:
                    stack.pop()
                    j += 1
            return not stack
        """,
        inputs=_pushed,
    ),
    Op(
        key="josephus",
        names="find_the_winner josephus last_survivor winner",
        params="n:int k:int",
        returns="int",
        say=(
            "There are $n friends that are playing a game, sitting in a circle and numbered from 1 to $n. Counting $k "
            "friends clockwise, the last one counted leaves the circle, and counting goes on from the next. The last friend "
            "in the circle wins. Return the winner of the game.",
            "the number of the last person left when $n people, numbered from 1, stand in a circle and every $k-th leaves",
            "Solve the Josephus problem: $n people in a circle, every $k-th is removed. Return the survivor, counting "
            "from 1.",
            "People 1 to $n stand in a circle and every $k-th one is eliminated, starting the count at person 1. Who "
            "remains?",
        ),
        think="Put all in a queue. Move $k - 1 to the back, remove the next. Repeat until one is left.",
        code="""
            queue = deque(range(1, $n + 1))
            while len(queue) > 1:
                queue.rotate(1 - $k)
                queue.popleft()
            return queue[0]
        """,
        inputs=args(number(1, 9), number(1, 5)),
    ),
    Op(
        key="tickets",
        names="time_required_to_buy queue_time ticket_time",
        params="tickets:ints k:int",
        returns="int",
        say=(
            "There are n people in a line queuing to buy tickets. You are given an array $tickets where the number of "
            "tickets that the ith person would like to buy is $tickets[i]. Each person can only buy 1 ticket at a time, "
            "takes 1 second, and has to go back to the end of the line. Return the time taken for the person at position "
            "$k to finish buying tickets.",
            "the seconds until person $k has all tickets; person i wants $tickets[i], buys one per turn in one second and "
            "queues again at the end",
            "In a queue, person i wants $tickets[i] tickets and buys one per second when first in line, then rejoins at "
            "the back. After how many seconds is person $k (0-indexed) done?",
        ),
        think="Those up to $k buy at most what $k buys. Those behind get one turn less. Sum it up.",
        code="""
            total = 0
            for i, x in enumerate($tickets):
                total += min(x, $tickets[$k] if i <= $k else $tickets[$k] - 1)
            return total
        """,
        inputs=_tickets,
    ),
    Op(
        key="recent_calls",
        names="recent_calls recent_counts count_recent",
        params="times:ints span:int",
        returns="List[int]",
        say=(
            "Calls arrive at the increasing times $times. For each call return how many calls, itself included, happened "
            "in the last $span seconds, i.e. in [t - $span, t].",
            "for each time t in the ascending list $times, the number of times in [t - $span, t]",
            "The list $times is ascending. For each t in it count the entries from t - $span to t, both included.",
            "a list that tells for each moment t of the increasing list $times how many moments lie in [t - $span, t]",
        ),
        think="Append each time to a queue. Drop times before t - $span. The length is the count.",
        code="""
            queue = deque()
            result = []
            for t in $times:
                queue.append(t)
                while queue[0] < t - $span:
                    queue.popleft()
                result.append(len(queue))
            return result
        """,
        inputs=_calls,
    ),
    Op(
        key="make_good",
        names="make_good remove_bad_pairs fix_case_pairs",
        params="s:str",
        returns="str",
        say=(
            "Given a string $s of lower and upper case English letters. A good string has no two adjacent characters that "
            "are the same letter in different cases. Remove such pairs until the string is good and return it.",
            "what is left of $s when neighbours like 'aA' or 'Bb' are removed repeatedly",
            "Repeatedly delete two adjacent characters of $s that are the same letter, one lower and one upper case. "
            "Return the rest.",
        ),
        think="Use a stack. A letter that equals the top in the other case removes it, any other is pushed.",
        code="""
            stack = []
            for c in $s:
                if stack and stack[-1] == c.swapcase():
                    stack.pop()
                else:
                    stack.append(c)
            return "".join(stack)
        """,
        inputs=args(letters("aAbB", most=7)),
    ),
    Op(
        key="students",
        names="count_students students_without_lunch hungry_students",
        params="students:ints sandwiches:ints",
        returns="int",
        say=(
            "The school cafeteria offers circular (0) and square (1) sandwiches on a stack. All students stand in a queue. "
            "If the student at the front prefers the top sandwich they take it and leave, otherwise they go to the end. "
            "This goes on until none takes the top one. Given $students and $sandwiches, return the number of students "
            "that are unable to eat.",
            "how many students stay hungry: the first of the queue $students takes the top of $sandwiches (index 0) if it is "
            "of his kind, else goes to the back, until nobody wants the top one",
        ),
        think="Count the students of each kind. Serve sandwiches in order until nobody wants the next. The rest is hungry.",
        code="""
            left = Counter($students)
            for kind in $sandwiches:
                if left[kind] == 0:
                    break
                left[kind] -= 1
            return left[0] + left[1]
        """,
        inputs=lambda rng: (lambda n: ([rng.randint(0, 1) for _ in range(n)], [rng.randint(0, 1) for _ in range(n)]))(rng.randint(1, 5)),
    ),
)

FAMILY = family("stacks", OPS)
