"""The evidence of an optimization as a Markdown report with its plot, the same for panel, terminal and preview."""

import re

from lsp_server.judge.evidence import Size, Timing
from lsp_server.judge.growth import Growth
from lsp_server.tasks.events import Compared, Measured, NotFaster, Optimized, Timed
from lsp_server.tasks.plot import svg

Final = Optimized | NotFaster
KIB, MIB = 1024, 1024 * 1024


def phrase(event: Measured | Compared | Timed) -> str:
    """One line on a step in between."""
    match event:
        case Measured(sizes=sizes, times_ms=times):
            return f"today's version: {growth_text(event.growth)}, {time_text(times[-1])} at n = {sizes[-1]}"
        case Compared(index=index, equivalence=found) if found.equal:
            return f"candidate {index + 1}: the same on {found.agreed} inputs"
        case Compared(index=index, equivalence=found) if found.counterexample:
            return f"candidate {index + 1}: not the same with {found.counterexample.input}"
        case Compared(index=index, equivalence=found):
            return f"candidate {index + 1}: {found.reason}"
        case Timed(index=index, timing=timing) if timing.sizes:
            return f"candidate {index + 1}: {factor(timing.top.speedup)} times as fast at n = {timing.top.n}"
        case Timed(index=index, timing=timing):
            return f"candidate {index + 1}: {timing.reason}"


def summary(final: Final) -> str:
    """One line for people."""
    if isinstance(final, NotFaster):
        return final.reason
    top = final.timing.top
    text = f"{factor(top.speedup)} times as fast at n = {top.n}, the same on {final.equivalence.agreed} inputs"
    return f"{text}; it pays from n = {final.timing.pays_from} on" if final.timing.pays_from else text


def markdown(final: Final, name: str, plot: str | None = None, diff: str = "") -> str:
    """The whole report. `plot` is what the picture's address is; None puts the SVG itself into the text. `diff`: the
    edit, where nobody shows it beside the report."""
    parts = [f"# {name}", "", f"{summary(final)}.".replace("..", "."), ""]
    if final.timing and final.timing.sizes:
        picture = svg(final.timing, name)
        parts += [f"![Time against size]({plot})" if plot else picture, "", *table(final.timing), ""]
        parts += [f"- {line}" for line in facts(final.timing)]
    if final.equivalence:
        parts += [f"- {line}" for line in evidence(final)]
    parts.append(f"- Written by {final.model} in {final.seconds:.0f} s." if final.model else "")
    if diff:
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", diff))])
        parts += ["", f"{fence}diff", diff.rstrip("\n"), fence]
    return "\n".join(parts).rstrip() + "\n"


def table(timing: Timing) -> list[str]:
    head = ["| n | before | after | speed-up | 95 % interval |", "|--:|--:|--:|--:|--:|"]
    return [*head, *(f"| {' | '.join(row(size))} |" for size in timing.sizes)]


def row(size: Size) -> tuple[str, str, str, str, str]:
    """The cells of one size."""
    between = f"{factor(size.low)} to {factor(size.high)}"
    return str(size.n), time_text(size.old_ms), time_text(size.new_ms), factor(size.speedup), between


def facts(timing: Timing) -> list[str]:
    """Growth, memory, and from where on it pays."""
    lines = [f"Growth: {growth_text(timing.old_growth)} before, {growth_text(timing.new_growth)} after."]
    if timing.memory:
        old, new = timing.memory
        traded = " Memory was traded for time." if new > 2 * max(old, KIB) else ""
        lines.append(f"Most memory in use: {size_text(old)} before, {size_text(new)} after.{traded}")
    if timing.pays_from:
        lines.append(f"Slower on small inputs; it pays from n = {timing.pays_from} on.")
    return lines


def evidence(final: Final) -> list[str]:
    """How equal they are, and what the inputs kept to."""
    found = final.equivalence
    lines = [f"Both did the same on {found.agreed} generated inputs."] if found and found.agreed else []
    if found and found.undecided:
        lines.append(f"On {found.undecided} more the version before came to no end.")
    if found and (other := found.unlike):
        lines.append(
            f"On {found.unmeant} inputs that it was not written for both fail, in different ways: "
            f"with `{other.input}` it {other.old} before and {other.new} after."
        )
    if found and (counter := found.counterexample):
        lines.append(f"They differ with `{counter.input}`: before {counter.old}, after {counter.new}.")
    if isinstance(final, Optimized) and final.promises:
        lines.append(f"Inputs kept to what is said of them: {'; '.join(final.promises)}.")
    return lines


def growth_text(growth: Growth) -> str:
    if not growth.known:
        return "unclear"
    return f"O({growth.name.replace('^2', '²').replace('^3', '³').replace('^n', 'ⁿ')}) ({growth.confidence:.0%} sure)"


def factor(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def time_text(ms: float) -> str:
    if ms >= 1000:
        return f"{ms / 1000:.2f} s"
    return f"{ms:.2f} ms" if ms >= 0.1 else f"{ms * 1000:.2f} µs"


def size_text(count: int) -> str:
    return f"{count / MIB:.1f} MB" if count >= MIB else f"{count / KIB:.1f} kB" if count >= KIB else f"{count} bytes"
