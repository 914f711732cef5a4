"""Further short problems of the well-known sites, on arrays and words. Tables only; `table.py` draws from them."""

from lsp_server.starter.curriculum.table import Op, args, either, ints, letters, number, one_of, strings

OPS = (
    Op(
        key="kids_with_candies",
        names="kids_with_candies can_be_greatest can_reach_max",
        params="candies:ints extra_candies:int",
        returns="List[bool]",
        think="Find the maximum. Each kid qualifies when its candies plus the extra reach the maximum.",
        code="""
            best = max($candies)
            return [c + $extra_candies >= best for c in $candies]
        """,
        inputs=args(ints(1, 12, least=1, most=6), number(1, 6)),
    ),
    Op(
        key="concatenation",
        names="get_concatenation repeat_list repeat_array concatenate_copies",
        params="nums:ints",
        returns="List[int]",
        axes=(
            {
                "2": {"times": ("two",), "t": "2"},
                "3": {"times": ("three",), "t": "3"},
                "4": {"times": ("four",), "t": "4"},
            },
        ),
        think="Multiply the list by $t.",
        code="return $nums * $t",
        inputs=args(ints()),
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
        think="For each x count the elements y with y $op$eq x. Collect the counts in order.",
        code="return [sum(y $op$eq x for y in $nums) for x in $nums]",
        inputs=args(ints(0, 12)),
    ),
    Op(
        key="good_pairs",
        names="num_identical_pairs count_good_pairs equal_pairs",
        params="nums:ints",
        returns="int",
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
        key="goal",
        names="interpret parse_goal goal_parser",
        params="command:str",
        returns="str",
        think='Replace "()" by "o". Replace "(al)" by "al".',
        code='return $command.replace("()", "o").replace("(al)", "al")',
        inputs=lambda rng: ("".join(rng.choice(("G", "()", "(al)")) for _ in range(rng.randint(1, 5))),),
    ),
    Op(
        key="defang",
        names="defang_i_paddr defang_ip defang",
        params="address:str",
        returns="str",
        think='Replace each "." by "[.]".',
        code='return $address.replace(".", "[.]")',
        inputs=lambda rng: (".".join(str(rng.randint(0, 255)) for _ in range(4)),),
    ),
    Op(
        key="most_words",
        names="most_words_found max_words longest_sentence",
        params="sentences:strs",
        returns="int",
        think="Split each sentence into words. Return the largest count.",
        code="return max(len(s.split()) for s in $sentences)",
        inputs=lambda rng: (
            [
                rng.choice(("a b c", "hello", "we like code", "i am here now", "go on"))
                for _ in range(rng.randint(1, 3))
            ],
        ),
    ),
    Op(
        key="final_value",
        names="final_value_after_operations run_operations apply_operations",
        params="operations:strs",
        returns="int",
        think="Add 1 for each operation that contains '+', else subtract 1.",
        code="""return sum(1 if "+" in op else -1 for op in $operations)""",
        inputs=lambda rng: ([rng.choice(("++X", "X++", "--X", "X--")) for _ in range(rng.randint(0, 5))],),
    ),
    Op(
        key="goat_latin",
        names="to_goat_latin goat_latin translate_words",
        params="sentence:str",
        returns="str",
        think="A word that begins with a vowel stays, else its first letter goes to the end. Add ma and i times a.",
        code="""
            result = []
            for i, word in enumerate($sentence.split(), 1):
                if word[0] not in "aeiouAEIOU":
                    word = word[1:] + word[0]
                result.append(word + "ma" + "a" * i)
            return " ".join(result)
        """,
        inputs=args(one_of("I speak Goat Latin", "hello world", "Each word has", "a", "", "the quick fox")),
    ),
    Op(
        key="uncommon_words",
        names="uncommon_from_sentences uncommon_words words_once",
        params="s1:str s2:str",
        returns="List[str]",
        order="any",
        think="Count the words of both sentences together. Those with count 1 are uncommon.",
        code="""
            counts = Counter($s1.split() + $s2.split())
            return [word for word, n in counts.items() if n == 1]
        """,
        inputs=args(
            one_of("this apple is sweet", "apple apple", "a b c", "we go"),
            one_of("this apple is sour", "banana", "b c d", "we go home", ""),
        ),
    ),
    Op(
        key="balanced_split",
        names="balanced_string_split count_balanced_parts split_balanced",
        params="s:str",
        returns="int",
        think="Count R up and L down. Each time the balance is 0 a part ends.",
        code="""
            balance = count = 0
            for c in $s:
                balance += 1 if c == "R" else -1
                if balance == 0:
                    count += 1
            return count
        """,
        inputs=lambda rng: ("".join(rng.choices(("RL", "LR", "RRLL", "LLRR", "RLRL"), k=rng.randint(1, 3))),),
    ),
    Op(
        key="max_balloons",
        names="max_number_of_balloons count_balloons how_many_balloons",
        params="text:str",
        returns="int",
        think="Count the letters. The scarcest letter decides; l and o are needed twice.",
        code="""
            counts = Counter($text)
            return min(counts["b"], counts["a"], counts["l"] // 2, counts["o"] // 2, counts["n"])
        """,
        inputs=args(one_of("balloon", "nlaebolko", "loonbalxballpoon", "leetcode", "", "balloonballoon", "ballon")),
    ),
    Op(
        key="restore_string",
        names="restore_string shuffle_string put_letters_in_place",
        params="s:str indices:ints",
        returns="str",
        think="Put each character at its index. Join them.",
        code="""
            result = [""] * len($s)
            for c, i in zip($s, $indices):
                result[i] = c
            return "".join(result)
        """,
        inputs=lambda rng: (lambda n: (letters("abcdef", n, n)(rng), rng.sample(range(n), n)))(rng.randint(1, 6)),
    ),
    Op(
        key="concat_array_strings",
        names="array_strings_are_equal same_joined equal_when_joined",
        params="word1:strs word2:strs",
        returns="bool",
        think="Join both lists. Compare the strings.",
        code='return "".join($word1) == "".join($word2)',
        inputs=either(
            args(strings("ab", most=3, longest=2), strings("ab", most=3, longest=2)),
            one_of((["ab", "c"], ["a", "bc"]), (["a", "cb"], ["ab", "c"]), (["abc", "d"], ["abcd"])),
        ),
    ),
)
