"""Time against size, both on logarithmic scales, before and after: as an SVG and as text. It measures nothing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lsp_server.judge.evidence import Timing
from lsp_server.judge.growth import Growth

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 76, 28, 44, 48
BEFORE, AFTER = "#c2410c", "#0f766e"
COLUMNS, ROWS = 56, 14
FLOOR_MS = 1e-5
CAPTION = "time against input size n, both logarithmic"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """Powers of ten that hold all points."""

    low_n: float
    high_n: float
    low_ms: float
    high_ms: float

    def place(self, point: Point) -> Point:
        """0 to 1 to the right and upwards."""
        n, ms = point
        return (
            (math.log(n) - math.log(self.low_n)) / (math.log(self.high_n) - math.log(self.low_n)),
            (math.log(ms) - math.log(self.low_ms)) / (math.log(self.high_ms) - math.log(self.low_ms)),
        )


def axes_of(timing: Timing) -> Axes:
    ns = [size.n for size in timing.sizes]
    times = [max(each, FLOOR_MS) for size in timing.sizes for each in (size.old_ms, size.new_ms)]
    low, high = (10.0 ** math.floor(math.log10(min(times))), 10.0 ** math.ceil(math.log10(max(times))))
    return Axes(min(ns), max(max(ns), min(ns) + 1), low, max(high, low * 10))


def lines_of(timing: Timing) -> tuple[list[Point], list[Point]]:
    """(size, milliseconds), before and after."""
    old = [(float(size.n), max(size.old_ms, FLOOR_MS)) for size in timing.sizes]
    return old, [(float(size.n), max(size.new_ms, FLOOR_MS)) for size in timing.sizes]


def svg(timing: Timing, name: str) -> str:
    """A picture of its own, legible on light and dark grounds; no script, no font, nothing from elsewhere.

    Its classes (`ground`, `grid`, `label`, `before`, `after`) let a page that holds it choose other colours.
    """
    axes, (old, new) = axes_of(timing), lines_of(timing)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12">',
        f"<title>{escape(name)}: time against input size, before and after</title>",
        f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#ffffff"/>',
        *_grid(axes, sorted({int(n) for n, _ in old})),
        *_line([_pixel(axes, point) for point in old], "before", BEFORE),
        *_line([_pixel(axes, point) for point in new], "after", AFTER),
        *_legend(timing),
        "</svg>",
    ]
    return "\n".join(parts)


def _pixel(axes: Axes, point: Point) -> Point:
    x, y = axes.place(point)
    return LEFT + x * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM)


def _grid(axes: Axes, ns: Sequence[int]) -> list[str]:
    parts: list[str] = []
    power = axes.low_ms
    while power <= axes.high_ms * 1.001:
        _, y = _pixel(axes, (axes.low_n, power))
        ends = f'x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - RIGHT}" y2="{y:.1f}"'
        parts.append(f'<line class="grid" {ends} stroke="#e5e7eb"/>')
        parts.append(_words(LEFT - 8, y + 4, "end", _label(power)))
        power *= 10
    for n in ns:
        x, _ = _pixel(axes, (n, axes.low_ms))
        parts.append(_words(x, HEIGHT - BOTTOM + 18, "middle", str(n)))
    parts.append(_words((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", CAPTION))
    return parts


def _words(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text class="label" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#4b5563">{text}</text>'


def _label(ms: float) -> str:
    for limit, unit, scale in ((1000, "s", 1e-3), (1, "ms", 1), (1e-3, "µs", 1e3)):
        if ms >= limit * 0.999:
            return f"{ms * scale:g} {unit}"
    return f"{ms * 1e6:g} ns"


def _line(points: Sequence[Point], label: str, colour: str) -> list[str]:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = [f'<circle class="{label}" cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points]
    return [f'<polyline class="{label}" points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>', *dots]


def _legend(timing: Timing) -> list[str]:
    growths = (("before", BEFORE, timing.old_growth), ("after", AFTER, timing.new_growth))
    return [
        f'<text class="{label}" x="{LEFT + 240 * place}" y="26" fill="{colour}" font-weight="bold">'
        f"{label}: {_order(growth)}</text>"
        for place, (label, colour, growth) in enumerate(growths)
    ]


def _order(growth: Growth) -> str:
    if not growth.known:
        return "growth unclear"
    order = growth.name.replace("^2", "²").replace("^3", "³").replace("^n", "ⁿ")
    return f"O({order}), {growth.confidence:.0%} sure"


def text(timing: Timing) -> str:
    """The same for a terminal: `o` before, `*` after, `#` where both are."""
    axes, (old, new) = axes_of(timing), lines_of(timing)
    canvas = [[" "] * COLUMNS for _ in range(ROWS)]
    for points, mark in ((old, "o"), (new, "*")):
        for point in points:
            x, y = axes.place(point)
            row, column = ROWS - 1 - round(y * (ROWS - 1)), round(x * (COLUMNS - 1))
            canvas[row][column] = mark if canvas[row][column] == " " else "#"
    decades = round(math.log10(axes.high_ms / axes.low_ms))
    labels = {round((ROWS - 1) * (1 - each / decades)): _label(axes.low_ms * 10.0**each) for each in range(decades + 1)}
    lines = [f"{labels.get(number, ''):>8} │{''.join(row)}" for number, row in enumerate(canvas)]
    scale = f"{'':>8} └{'─' * COLUMNS}"
    first, last = f"n = {int(axes.low_n)}", f"{int(axes.high_n)}"
    return "\n".join(
        [*lines, scale, f"{'':>9} {first}{last:>{COLUMNS - len(first)}}", f"{'':>9} o before   * after   {CAPTION}"]
    )
