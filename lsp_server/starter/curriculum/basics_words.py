"""The first things that are asked of dictionaries and lists of words. Tables only; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ints, strings

_NAMES = ("ann", "bob", "cy", "dan", "eve", "flo")


def _scores(rng: Random) -> dict[str, int]:
    return {name: rng.randint(0, 12) for name in rng.sample(_NAMES, rng.randint(0, 4))}


def _some_scores(rng: Random) -> dict[str, int]:
    return dict(zip(rng.sample(_NAMES, 3), rng.sample(range(20), 3), strict=True))


def _keyed(rng: Random) -> tuple[dict[str, int], str]:
    return _scores(rng), rng.choice(_NAMES)


OPS = (
    Op(
        key="word_lengths",
        names="word_lengths lengths_of_words length_by_word",
        params="words:strs",
        returns="Dict[str, int]",
        think="Build a dictionary from each word w to len(w).",
        code="return {w: len(w) for w in $words}",
        inputs=args(strings("abcde")),
        often=2,
    ),
    Op(
        key="tally",
        names="tally count_each frequencies",
        params="items:strs",
        returns="Dict[str, int]",
        think="For each item add 1 to its count.",
        code="""
            counts = {}
            for item in $items:
                counts[item] = counts.get(item, 0) + 1
            return counts
        """,
        inputs=args(strings("ab", longest=2)),
        often=2,
    ),
    Op(
        key="swap_dict",
        names="invert swap_keys_and_values invert_dict",
        params="d:dict",
        returns="Dict[int, str]",
        think="Build a dictionary from each value to its key.",
        code="return {value: key for key, value in $d.items()}",
        inputs=args(_some_scores),
        often=2,
    ),
    Op(
        key="best_key",
        names="best_key key_with_${which}_value ${which}_key",
        params="d:dict",
        returns="str",
        axes=(
            {
                "max": {"which": "max", "extreme": ("largest", "highest", "biggest")},
                "min": {"which": "min", "extreme": ("smallest", "lowest")},
            },
        ),
        think="Use $which over the keys, compared by their value.",
        code="return $which($d, key=$d.get)",
        inputs=args(_some_scores),
    ),
    Op(
        key="dict_total",
        names="total_of_values sum_values dict_sum",
        params="d:dict",
        returns="int",
        think="Sum the values.",
        code="return sum($d.values())",
        inputs=args(_scores),
    ),
    Op(
        key="look_up",
        names="look_up get_or_default get_value",
        params="d:dict key:str",
        returns="int",
        think="get with the default 0.",
        code="return $d.get($key, 0)",
        inputs=_keyed,
    ),
    Op(
        key="merge_dicts",
        names="merge_dicts combine_dicts merge",
        params="a:dict b:dict",
        returns="Dict[str, int]",
        think="The pairs of $b come last, so that they win.",
        code="return {**$a, **$b}",
        inputs=args(_scores, _scores),
    ),
    Op(
        key="zip_dict",
        names="to_dict make_dict pair_up",
        params="keys:strs values:ints",
        returns="Dict[str, int]",
        think="Zip the keys with the values and make a dictionary.",
        code="return dict(zip($keys, $values))",
        inputs=lambda rng: (rng.sample(_NAMES, 3), ints(0, 9, 3, 3)(rng)),
    ),
    Op(
        key="join_words",
        names="join_words join_with_commas to_csv",
        params="words:strs",
        returns="str",
        axes=(
            {
                "comma": {"by": ("commas",), "mark": "', '"},
                "space": {"by": ("spaces",), "mark": "' '"},
                "dash": {"by": ("dashes", "hyphens"), "mark": "'-'"},
            },
        ),
        think="Join them with $mark.",
        code="return $mark.join($words)",
        inputs=args(strings("abcde")),
    ),
    Op(
        key="longest_of",
        names="${name}_word find_$name",
        params="words:strs",
        returns="str",
        axes=({"longest": {"name": "longest", "which": "max"}, "shortest": {"name": "shortest", "which": "min"}},),
        think="Use $which with key=len: the first of the $name.",
        code="return $which($words, key=len)",
        inputs=args(strings("abcde", least=1)),
    ),
)
