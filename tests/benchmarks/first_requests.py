"""Forty small functions as a new user types them into an empty file to see what comes, with inputs that are not shown.

Ten different people type them. Written without a look at the curriculum or at what a model answers: lessons that are
made after one of these requests would make the table worthless.
"""

from tests.benchmarks.everyday_problems import Everyday

FIRST = (
    # A teenager in his first week of Python.
    Everyday(
        "def is_even(n):",
        "check if a number is even",
        (((4,), True), ((7,), False), ((0,), True), ((-3,), False), ((-8,), True)),
    ),
    Everyday(
        "def biggest(numbers):",
        "find the biggest number in the list",
        ((([3, 9, 2],), 9), (([-5, -1, -7],), -1), (([4],), 4), (([10, -3, 11, 8],), 11), (([6, 6, 1],), 6)),
    ),
    Everyday(
        "def shout(text):",
        """make the text upper case and put ! at the end

shout("hi") -> "HI!\"""",
        ((("hello",), "HELLO!"), (("Good morning",), "GOOD MORNING!"), (("OK",), "OK!"), (("a1b2",), "A1B2!")),
    ),
    Everyday(
        "def grade(points):",
        """90 and more is A, 80 and more is B, 70 and more is C, everything else is F

>>> grade(85)
'B'""",
        (((90,), "A"), ((100,), "A"), ((89,), "B"), ((80,), "B"), ((70,), "C"), ((69,), "F")),
    ),
    # A data analyst.
    Everyday(
        "def mean(values: list[float]) -> float:",
        "Mean of the values.",
        ((([1.0, 2.0, 4.5],), 2.5), (([3.0],), 3.0), (([-1.5, 1.5],), 0.0), (([10.0, 20.0, 30.0, 41.0],), 25.25)),
    ),
    Everyday(
        "def median(values: list[float]) -> float:",
        """Return the median.

>>> median([5.0, 1.0, 2.0])
2.0""",
        (
            (([4.0, 1.0, 3.0, 2.0],), 2.5),
            (([7.5],), 7.5),
            (([9.0, -2.0, 3.5, 0.0, 8.0],), 3.5),
            (([2.0, 1.0],), 1.5),
            (([6.0, 6.0, 1.0],), 6.0),
        ),
    ),
    Everyday(
        "def min_max_scale(values: list[float]) -> list[float]:",
        "Scale the values so that the smallest becomes 0 and the largest becomes 1.",
        (
            (([1.0, 2.0, 3.0],), [0.0, 0.5, 1.0]),
            (([10.0, 0.0, 4.0],), [1.0, 0.0, 0.4]),
            (([-2.0, 2.0],), [0.0, 1.0]),
            (([5.0, 9.0, 6.0, 5.0],), [0.0, 1.0, 0.25, 0.0]),
        ),
    ),
    Everyday(
        "def totals(rows: list[list]) -> dict:",
        """Add up the amounts per category.

>>> totals([["food", 3], ["rent", 10], ["food", 2]])
{'food': 5, 'rent': 10}""",
        (
            (([["a", 1], ["b", 2]],), {"a": 1, "b": 2}),
            (([["x", 4], ["x", -1], ["x", 7]],), {"x": 10}),
            (([],), {}),
            (([["bus", 3], ["tea", 2], ["bus", 3], ["tea", 5]],), {"bus": 6, "tea": 7}),
        ),
    ),
    # A lecturer who prepares an exercise sheet.
    Everyday(
        "def gcd(a: int, b: int) -> int:",
        "Return the greatest common divisor of a and b.",
        (((12, 18), 6), ((7, 13), 1), ((5, 25), 5), ((100, 75), 25), ((9, 9), 9), ((48, 36), 12)),
    ),
    Everyday(
        "def fibonacci(n: int) -> int:",
        """Return the n-th Fibonacci number, starting with fibonacci(0) = 0 and fibonacci(1) = 1.

>>> fibonacci(10)
55""",
        (((2,), 1), ((3,), 2), ((7,), 13), ((15,), 610), ((20,), 6765)),
    ),
    Everyday(
        "def binary_search(items: list[int], target: int) -> int:",
        "Return the index of target in the sorted list, or -1 if it is not there.",
        (
            (([1, 3, 5, 7], 5), 2),
            (([1, 3, 5, 7], 4), -1),
            (([], 1), -1),
            (([2, 4, 9], 9), 2),
            (([2, 4, 9], 2), 0),
            (([6], 7), -1),
        ),
    ),
    Everyday(
        "def dot(u: list[float], v: list[float]) -> float:",
        "Dot product of two vectors of the same length.",
        (
            (([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]), 32.0),
            (([0.5, -2.0], [2.0, 1.5]), -2.0),
            (([3.0], [7.0]), 21.0),
            (([1.0, 0.0], [0.0, 1.0]), 0.0),
        ),
    ),
    Everyday(
        "def xor(a: bool, b: bool) -> bool:",
        "True if exactly one of a and b is true.",
        (((True, False), True), ((False, True), True), ((True, True), False), ((False, False), False)),
    ),
    # Somebody who begins with LeetCode.
    Everyday(
        "def moveZeros(nums: List[int]) -> List[int]:",
        """Move all zeros to the end, keep the order of the other elements and return the list.

Example:
Input: nums = [0,1,0,3,12]
Output: [1,3,12,0,0]""",
        (
            (([0, 0, 1],), [1, 0, 0]),
            (([4, 2],), [4, 2]),
            (([5, 0, -5, 0, 5],), [5, -5, 5, 0, 0]),
            (([0],), [0]),
            (([],), []),
        ),
    ),
    Everyday(
        "def majority(nums: List[int]) -> int:",
        "Return the element that makes up more than half of the list.",
        ((([3, 2, 3],), 3), (([1],), 1), (([2, 2, 1, 1, 2],), 2), (([5, 7, 7, 7],), 7), (([-1, -1, 4],), -1)),
    ),
    Everyday(
        "def longestCommonPrefix(words: List[str]) -> str:",
        """Find the longest common prefix of the words.

Input: words = ["flower","flow","flight"]
Output: "fl\"""",
        (
            ((["car", "cart", "carbon"],), "car"),
            ((["dog", "cat"],), ""),
            ((["alone"],), "alone"),
            ((["same", "same"],), "same"),
            ((["prefix", "pre", "present"],), "pre"),
        ),
    ),
    Everyday(
        "def common(a: List[int], b: List[int]) -> List[int]:",
        """Return the numbers that are in both lists, sorted and without duplicates.

common([4,9,5,4], [9,4,9,8]) -> [4,9]""",
        (
            (([1, 2, 2, 1], [2, 2]), [2]),
            (([1, 2], [3, 4]), []),
            (([5, 3, 1], [1, 5, 3]), [1, 3, 5]),
            (([], [1]), []),
            (([10, -2, 7, 7], [7, 8, -2]), [-2, 7]),
        ),
    ),
    Everyday(
        "def isSorted(nums: List[int]) -> bool:",
        "Check if the list is sorted in ascending order.",
        (
            (([1, 2, 3],), True),
            (([3, 1, 2],), False),
            (([1, 2, 4, 3],), False),
            (([7],), True),
            (([-5, 0, 9, 12],), True),
            (([9, 5],), False),
        ),
    ),
    # A web developer.
    Everyday(
        "def slugify(title: str) -> str:",
        """Turn a title into a slug.

slugify("Hello World") -> "hello-world\"""",
        (
            (("My First Post",), "my-first-post"),
            (("News",), "news"),
            (("Ten Python Tips",), "ten-python-tips"),
            (("about us",), "about-us"),
        ),
    ),
    Everyday(
        "def truncate(text: str, length: int) -> str:",
        'Cut the text after length characters and append "..." if something was cut.',
        (
            (("hello world", 5), "hello..."),
            (("hi", 5), "hi"),
            (("exact", 5), "exact"),
            (("abcdef", 3), "abc..."),
            (("python", 1), "p..."),
        ),
    ),
    Everyday(
        "def parse_query(query: str) -> dict[str, str]:",
        """Parse a query string.

>>> parse_query("page=2&sort=name")
{'page': '2', 'sort': 'name'}""",
        (
            (("a=1",), {"a": "1"}),
            (("q=cats&lang=en&safe=on",), {"q": "cats", "lang": "en", "safe": "on"}),
            (("x=10&y=20",), {"x": "10", "y": "20"}),
            (("user=ann&id=7",), {"user": "ann", "id": "7"}),
        ),
    ),
    Everyday(
        "def rgb_to_hex(r, g, b):",
        'Convert an RGB color to hex, e.g. rgb_to_hex(255, 0, 128) -> "#ff0080"',
        (((0, 0, 0), "#000000"), ((255, 255, 255), "#ffffff"), ((18, 52, 86), "#123456"), ((1, 160, 10), "#01a00a")),
    ),
    Everyday(
        "def total_price(cart: dict[str, int], prices: dict[str, float]) -> float:",
        "Total price of the cart. cart maps items to quantities, prices maps items to their price.",
        (
            (({"pen": 2, "book": 1}, {"pen": 1.5, "book": 12.0}), 15.0),
            (({}, {"pen": 1.5}), 0),
            (({"cup": 3}, {"cup": 4.25, "mug": 6.0}), 12.75),
            (({"a": 10, "b": 5, "c": 1}, {"a": 0.1, "b": 2.2, "c": 3.0}), 15.0),
        ),
    ),
    Everyday(
        "def clamp(value: float, low: float, high: float) -> float:",
        "Limit the value to the range from low to high.",
        (
            ((5.0, 0.0, 10.0), 5.0),
            ((-2.5, 0.0, 10.0), 0.0),
            ((11.0, 0.0, 10.0), 10.0),
            ((0.3, 0.5, 1.0), 0.5),
            ((-4.0, -5.0, -4.5), -4.5),
        ),
    ),
    # A hobbyist with a thermometer, scales and a savings account.
    Everyday(
        "def celsius_to_fahrenheit(c: float) -> float:",
        "Convert degrees Celsius to Fahrenheit.",
        (((100.0,), 212.0), ((0.0,), 32.0), ((-40.0,), -40.0), ((36.6,), 97.88000000000001), ((21.5,), 70.7)),
    ),
    Everyday(
        "def bmi(weight: float, height: float) -> float:",
        "Body mass index: weight in kg divided by the square of the height in metres.",
        (
            ((70.0, 1.75), 22.857142857142858),
            ((80.0, 2.0), 20.0),
            ((54.5, 1.6), 21.289062499999996),
            ((100.0, 1.9), 27.70083102493075),
        ),
    ),
    Everyday(
        "def compound(principal: float, rate: float, years: int) -> float:",
        """What the principal grows to with yearly compound interest, rate in percent.

>>> compound(100, 10, 2)
121.0""",
        (
            ((1000.0, 5.0, 1), 1050.0),
            ((500.0, 0.0, 7), 500.0),
            ((200.0, 50.0, 3), 675.0),
            ((2500.0, 2.5, 10), 3200.211360490892),
            ((80.0, 4.0, 0), 80.0),
        ),
    ),
    Everyday(
        "def distance(p, q):",
        """distance between two points

distance([0, 0], [3, 4]) = 5.0""",
        (
            (([1, 1], [4, 5]), 5.0),
            (([2, 3], [2, 3]), 0.0),
            (([-1, -1], [1, 1]), 2.8284271247461903),
            (([0, 7], [0, -2]), 9.0),
            (([0.5, 1.0], [2.0, 3.0]), 2.5),
        ),
    ),
    # A backend developer.
    Everyday(
        "def chunk(items: list[int], size: int) -> list[list[int]]:",
        "Split the list into chunks of the given size. The last chunk may be shorter.",
        (
            (([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]]),
            (([1, 2, 3, 4], 4), [[1, 2, 3, 4]]),
            (([], 3), []),
            (([7, 8], 5), [[7, 8]]),
            (([1, 2, 3], 1), [[1], [2], [3]]),
        ),
    ),
    Everyday(
        "def unique(items: list) -> list:",
        "Remove duplicates but keep the order.",
        (
            (([3, 1, 3, 2, 1],), [3, 1, 2]),
            ((["b", "a", "b"],), ["b", "a"]),
            (([],), []),
            (([5, 5, 5],), [5]),
            (([4, 2, 9],), [4, 2, 9]),
        ),
    ),
    Everyday(
        "def invert(d: dict) -> dict:",
        """Swap keys and values.

>>> invert({"a": 1, "b": 2})
{1: 'a', 2: 'b'}""",
        (
            (({"x": "y"},), {"y": "x"}),
            (({},), {}),
            (({"de": "Berlin", "fr": "Paris"},), {"Berlin": "de", "Paris": "fr"}),
            (({"one": 1, "two": 2, "three": 3},), {1: "one", 2: "two", 3: "three"}),
        ),
    ),
    Everyday(
        "def group_by_length(words: list[str]) -> dict[int, list[str]]:",
        "Group the words by their length.",
        (
            ((["a", "bb", "c"],), {1: ["a", "c"], 2: ["bb"]}),
            (([],), {}),
            ((["red", "blue", "tan", "gold", "i"],), {3: ["red", "tan"], 4: ["blue", "gold"], 1: ["i"]}),
            ((["same", "size"],), {4: ["same", "size"]}),
        ),
    ),
    # Somebody who likes word puzzles.
    Everyday(
        "def is_palindrome(s: str) -> bool:",
        "Check whether a string reads the same forwards and backwards.",
        (
            (("level",), True),
            (("hello",), False),
            (("noon",), True),
            (("ab",), False),
            (("x",), True),
            (("abca",), False),
        ),
    ),
    Everyday(
        "def caesar(text: str, shift: int) -> str:",
        """Shift every lowercase letter by shift, wrap around after z. Leave everything else as it is.

>>> caesar("xyz!", 2)
'zab!'""",
        (
            (("abc", 3), "def"),
            (("hello, world", 13), "uryyb, jbeyq"),
            (("zoo", 1), "app"),
            (("same", 0), "same"),
            (("", 5), ""),
        ),
    ),
    # A linguist.
    Everyday(
        "def remove_vowels(text):",
        "remove all the vowels",
        (
            (("banana",), "bnn"),
            (("programming",), "prgrmmng"),
            (("sky",), "sky"),
            (("aeiou",), ""),
            (("the quick fox",), "th qck fx"),
        ),
    ),
    Everyday(
        "def longest_word(sentence: str) -> str:",
        "Return the longest word of the sentence.",
        (
            (("the quick elephant ran",), "elephant"),
            (("hi",), "hi"),
            (("a bb ccc",), "ccc"),
            (("wonderful day today",), "wonderful"),
        ),
    ),
    # A maths teacher.
    Everyday(
        "def to_binary(n: int) -> str:",
        """Convert a number to binary.

>>> to_binary(10)
'1010'""",
        (((5,), "101"), ((1,), "1"), ((0,), "0"), ((255,), "11111111"), ((64,), "1000000")),
    ),
    Everyday(
        "def digit_sum(n: int) -> int:",
        "Sum of the digits of n.",
        (((123,), 6), ((0,), 0), ((9,), 9), ((1000,), 1), ((98765,), 35)),
    ),
    Everyday(
        "def primes(n):",
        "All prime numbers up to and including n.",
        (
            ((10,), [2, 3, 5, 7]),
            ((2,), [2]),
            ((1,), []),
            ((30,), [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]),
            ((13,), [2, 3, 5, 7, 11, 13]),
        ),
    ),
    Everyday(
        "def multiplication_table(n: int) -> list[list[int]]:",
        """Return the n by n multiplication table.

>>> multiplication_table(3)
[[1, 2, 3], [2, 4, 6], [3, 6, 9]]""",
        (
            ((1,), [[1]]),
            ((2,), [[1, 2], [2, 4]]),
            ((4,), [[1, 2, 3, 4], [2, 4, 6, 8], [3, 6, 9, 12], [4, 8, 12, 16]]),
            ((5,), [[1, 2, 3, 4, 5], [2, 4, 6, 8, 10], [3, 6, 9, 12, 15], [4, 8, 12, 16, 20], [5, 10, 15, 20, 25]]),
        ),
    ),
)
