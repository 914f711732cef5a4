"""Part of the family `stacks`: simulations with stacks and queues. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ints, letters, number, with_k


def _game(rng: Random) -> tuple[list[str]]:
    ops: list[str] = []
    size = 0
    for _ in range(rng.randint(1, 6)):
        allowed = ["C", "D", "+"] if size > 1 else ["C", "D"] if size else []
        op = rng.choice([str(rng.randint(-5, 9)), *allowed])
        size += -1 if op == "C" else 1
        ops.append(op)
    return (ops,)


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


OPS = (
    Op(
        key="decode_string",
        names="decode_string expand_string decode",
        params="s:str",
        returns="str",
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
        think="Use a stack. A left mover destroys smaller right movers on top. It stays if nothing stops it; "
        "an equal one takes both.",
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
        think="Count the students of each kind. Serve sandwiches in order until nobody wants the next. The rest is "
        "hungry.",
        code="""
            left = Counter($students)
            for kind in $sandwiches:
                if left[kind] == 0:
                    break
                left[kind] -= 1
            return left[0] + left[1]
        """,
        inputs=lambda rng: (lambda n: ([rng.randint(0, 1) for _ in range(n)], [rng.randint(0, 1) for _ in range(n)]))(
            rng.randint(1, 5)
        ),
    ),
    Op(
        key="stock_span",
        names="stock_spans calculate_span price_spans",
        params="prices:ints",
        returns="List[int]",
        think="Keep a stack of indices. Pop those with prices at most the current one. The span reaches to the top.",
        code="""
            result = []
            stack = []
            for i, p in enumerate($prices):
                while stack and $prices[stack[-1]] <= p:
                    stack.pop()
                result.append(i - stack[-1] if stack else i + 1)
                stack.append(i)
            return result
        """,
        inputs=args(ints(1, 15)),
    ),
    Op(
        key="final_prices",
        names="final_prices discounted_prices apply_discounts",
        params="prices:ints",
        returns="List[int]",
        think="Copy the prices. A price at most those on the stack is their discount: subtract it and pop.",
        code="""
            result = list($prices)
            stack = []
            for i, p in enumerate($prices):
                while stack and $prices[stack[-1]] >= p:
                    result[stack.pop()] -= p
                stack.append(i)
            return result
        """,
        inputs=args(ints(1, 12)),
    ),
    Op(
        key="crawler",
        names="min_operations log_depth folder_depth",
        params="logs:strs",
        returns="int",
        think="Count the depth: '../' goes up unless at the top, './' stays, any other goes down.",
        code="""
            depth = 0
            for log in $logs:
                if log == "../":
                    depth = max(0, depth - 1)
                elif log != "./":
                    depth += 1
            return depth
        """,
        inputs=lambda rng: ([rng.choice(("d1/", "d2/", "../", "./", "x/")) for _ in range(rng.randint(0, 6))],),
    ),
    Op(
        key="reverse_first",
        names="reverse_first_k reverse_queue_front reverse_front",
        params="queue:ints k:int",
        returns="List[int]",
        think="Reverse the first $k elements and append the others.",
        code="return $queue[:$k][::-1] + $queue[$k:]",
        inputs=with_k(ints(0, 20, least=1)),
    ),
)
