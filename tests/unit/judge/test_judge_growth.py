"""What grows how, when it is faster for sure, what is impure, and what the plot of it all holds."""

import math
from xml.etree import ElementTree

import pytest

from lsp_server.judge.evidence import Size, Timing
from lsp_server.judge.growth import growth_of
from lsp_server.judge.purity import caching, impure
from lsp_server.judge.reach import telling
from lsp_server.judge.timing import interval
from lsp_server.problem.model import Signature
from lsp_server.tasks import plot, report

SIZES = [64, 128, 256, 512, 1024, 2048]
F = Signature(name="f")


@pytest.mark.parametrize(
    ("name", "curve"),
    [
        ("1", lambda n: 1.0),
        ("n", lambda n: n / 100),
        ("n^2", lambda n: n**2 / 1e4),
        ("n^3", lambda n: n**3 / 1e6),
    ],
)
def test_a_clean_growth_is_recognized(name: str, curve: "type[float]") -> None:
    found = growth_of(SIZES, [curve(n) * (1.03 if k % 2 else 0.97) for k, n in enumerate(SIZES)])
    assert found.name == name and found.confidence > 0.6


def test_an_exponential_growth_is_recognized() -> None:
    sizes = list(range(14, 32, 2))
    assert growth_of(sizes, [1.618**n / 100 for n in sizes]).name == "2^n"


def test_noise_and_few_points_are_unclear() -> None:
    assert not growth_of(SIZES, [5.0, 400.0, 3.0, 900.0, 2.0, 30.0]).known
    assert not growth_of([64, 128], [1.0, 4.0]).known
    assert not growth_of(SIZES, [n * math.sqrt(math.log(n)) / 50 for n in SIZES]).confidence > 0.9


def test_the_interval_holds_the_ratio_and_widens_with_noise() -> None:
    low, high = interval([10.0, 10.1, 9.9, 10.0, 10.2], [5.0, 5.1, 4.9, 5.0, 5.05])
    assert low < 2.0 < high and high - low < 0.2
    low, high = interval([10.0, 30.0, 5.0, 12.0, 9.0], [5.0, 20.0, 2.0, 11.0, 5.0])
    assert low < 1.2


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("return random.random()", "random"),
        ("return open(n).read()", "files"),
        ("global g\n    g = n", "global"),
        ("return helper(n)", "clock"),
        ("return n + 1", None),
    ],
)
def test_reading_tells_what_depends_on_more_than_the_arguments(body: str, word: str | None) -> None:
    found = impure(f"def helper(n):\n    return time.time()\n\ndef f(n):\n    {body}\n", F)
    assert (word in found) if word and found else found is word


def test_a_cache_that_outlives_the_call_is_told_from_one_that_does_not() -> None:
    old = "def f(n):\n    return n\n"
    lasting = "@lru_cache\ndef f(n):\n    return n\n"
    own = "def f(n):\n    @lru_cache\n    def g(k):\n        return k\n    return g(n)\n"
    stored = "def f(n):\n    f.seen = n\n    return n\n"
    assert "between calls" in (caching(old, lasting, F) or "")
    assert "outlives" in (caching(old, stored, F) or "")
    assert caching(old, own, F) is None and caching(lasting, lasting, F) is None


def test_code_that_only_raises_need_not_be_reached() -> None:
    source = "def f(n):\n    if n < 0:\n        raise ValueError(n)\n    return n\n"
    assert telling(source, [(3, 8, 3, 27), (3, 14, 3, 24)]) == []
    assert telling(source, [(4, 4, 4, 12)]) == ["return n"]


def timing() -> Timing:
    sizes = tuple(Size(n=n, old_ms=n**2 / 1e4, new_ms=n / 1e3, speedup=n / 10, low=n / 11, high=n / 9) for n in SIZES)
    growths = [growth_of(SIZES, times) for times in ([s.old_ms for s in sizes], [s.new_ms for s in sizes])]
    return Timing(sizes=sizes, old_growth=growths[0], new_growth=growths[1], memory=(100, 5000))


def test_the_plot_is_a_picture_that_anything_can_read() -> None:
    picture = ElementTree.fromstring(plot.svg(timing(), "a < b"))
    lines = [each for each in picture.iter() if each.tag.endswith("polyline")]
    assert [len(each.attrib["points"].split()) for each in lines] == [6, 6]
    text = "".join(picture.itertext())
    assert "O(n²)" in text and "O(n)" in text and "a < b" in text and "2048" in text


def test_the_terminal_shows_both_lines() -> None:
    drawn = plot.text(timing())
    assert drawn.count("*") >= 6 and "o before" in drawn and "n = 64" in drawn


def test_the_facts_say_what_was_traded() -> None:
    told = " ".join(report.facts(timing()))
    assert "O(n²)" in told and "Memory was traded for time" in told
