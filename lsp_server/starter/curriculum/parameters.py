"""What parameters can be: their kinds with types, phrases and names. Data only; `table.py` chooses."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    type: str
    pool: str
    phrases: tuple[str, ...]
    constraint: str = ""


KINDS: Mapping[str, Kind] = {
    "ints": Kind(
        "List[int]",
        "nums arr values numbers a items data array lst xs",
        ("an integer array $p", "a list of integers $p", "an array of integers $p", "a list $p of integers"),
        "0 <= $p.length <= 1000",
    ),
    "floats": Kind("List[float]", "values numbers data readings", ("a list of numbers $p", "an array $p of numbers")),
    "bools": Kind("List[bool]", "flags bits marks", ("a list of booleans $p", "a boolean array $p")),
    "int": Kind("int", "n num number value m", ("an integer $p", "a number $p", "the integer $p")),
    "window": Kind("int", "k size width window m", ("an integer $p", "a window size $p", "a number $p")),
    "float": Kind("float", "x value amount number", ("a number $p", "the number $p", "a float $p")),
    "dict": Kind(
        "Dict[str, int]", "d data mapping counts scores", ("a dictionary $p", "the dictionary $p", "a dict $p")
    ),
    "str": Kind(
        "str", "s text word string st", ("a string $p", "the string $p", "a string called $p"), "0 <= $p.length <= 100"
    ),
    "strs": Kind(
        "List[str]",
        "words strs strings tokens names",
        ("an array of strings $p", "a list of strings $p", "a string array $p", "a list $p of strings"),
        "0 <= $p.length <= 100",
    ),
    "matrix": Kind(
        "List[List[int]]",
        "matrix grid mat table board",
        (
            "a matrix $p",
            "a 2D integer array $p",
            "an m x n integer matrix $p",
            "a list of lists $p",
            "a grid of integers $p",
        ),
        "1 <= $p.length, $p[0].length <= 50",
    ),
    "pairs": Kind("List[List[int]]", "pairs items data", ("a list of pairs $p", "an array of pairs $p")),
    "grid": Kind("List[List[str]]", "grid board matrix cells", ("a grid of characters $p", "a 2D character array $p")),
    "nested": Kind(
        "List[Any]", "nested data items lst", ("a nested list $p", "an arbitrarily nested list of integers $p")
    ),
}

POOLS: Mapping[str, str] = {
    "a": "a x first left",
    "val": "val value x k",
    "citations": "citations counts papers",
    "bills": "bills payments notes",
    "pattern": "pattern p template",
    "goal": "goal t other target",
    "sentence": "sentence s text words",
    "s1": "s1 a first",
    "s2": "s2 b second",
    "indices": "indices positions places order",
    "arr": "arr nums values a",
    "triangle": "triangle rows numbers",
    "stack": "stack pile st values",
    "image": "image picture pixels grid",
    "sr": "sr row r",
    "sc": "sc column col",
    "color": "color new_color paint",
    "player": "player mark sign who",
    "board": "board grid field",
    "accounts": "accounts customers balances",
    "amount": "amount total target money",
    "answer": "answer answers actual",
    "b": "b y second right",
    "candidates": "candidates nums numbers",
    "capacity": "capacity limit cap",
    "celsius": "celsius temperature degrees c",
    "coins": "coins denominations values",
    "cost": "cost costs prices",
    "digits": "digits ds number",
    "flowerbed": "flowerbed bed plots",
    "g": "g greed children",
    "heights": "heights row line",
    "high": "high end upper",
    "logs": "logs log_entries steps",
    "low": "low start lower",
    "num_bottles": "num_bottles full bottles",
    "num_exchange": "num_exchange rate price",
    "paren_string": "paren_string s parens text",
    "queue": "queue q line",
    "x": "x v",
    "gain": "gain gains changes",
    "guess": "guess guesses tips",
    "haystack": "haystack text s",
    "height": "height heights lines",
    "index": "index indices positions",
    "intervals": "intervals ranges spans",
    "jewels": "jewels gems kinds",
    "k": "k m num",
    "limit": "limit bound cap most",
    "magazine": "magazine letters text",
    "moves": "moves path steps",
    "n": "n num m",
    "needle": "needle pattern sub",
    "num1": "num1 a s",
    "num2": "num2 b t",
    "nums1": "nums1 a first list1 arr1",
    "nums2": "nums2 b second list2 arr2",
    "num_rows": "num_rows n height",
    "operations": "operations ops commands",
    "path": "path p route",
    "popped": "popped outputs released",
    "prices": "prices values quotes",
    "pushed": "pushed inputs stacked",
    "queries": "queries ranges questions",
    "ransom_note": "ransom_note note message",
    "row_index": "row_index n k",
    "sandwiches": "sandwiches food lunches",
    "sentences": "sentences texts lines",
    "span": "span period duration",
    "stones": "stones collection pile",
    "students": "students queue people",
    "t": "t b other second",
    "target": "target goal wanted t",
    "temperatures": "temperatures temps values",
    "text1": "text1 a first s1",
    "text2": "text2 b second s2",
    "threshold": "threshold limit bound t",
    "tickets": "tickets wanted orders",
    "times": "times calls timestamps",
    "tokens": "tokens expression items",
    "values": "values profits worths",
    "weights": "weights sizes loads",
    "word1": "word1 a first s1",
    "word2": "word2 b second s2",
    "word_dict": "word_dict words dictionary vocabulary",
}
"""Alternative names by canonical name, where a parameter's role says more than its kind."""
