r"""Makes LaTeX of a derivation that was written in Markdown with formulas, for a document that must still compile.

What it is not sure of it does not write: a command that neither LaTeX nor the packages of the document are known to
have, a table, code, or a formula whose braces do not close. Then the derivation can still stand in comments.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from lsp_server.problem.maths.box import last_box

_ENVIRONMENTS = r"align|alignat|gather|multline|equation|cases|aligned|gathered|split|[pbvBV]?matrix"
_FORMULA = re.compile(
    r"\$\$(?P<dollars>.+?)\$\$|\\\[(?P<display>.+?)\\\]|\\\((?P<inline>.+?)\\\)|"
    rf"(?P<whole>\\begin\{{(?P<env>(?:{_ENVIRONMENTS})\*?)\}}.+?\\end\{{(?P=env)\}})|"
    r"(?<!\\)\$(?P<dollar>[^$\n]+?)(?<!\\)\$",
    re.DOTALL,
)
_OWN = re.compile(r"\s*\\begin\{(?:(?:align|gather|multline|equation)\*?)\}.*\\end\{\w+\*?\}\s*", re.DOTALL)
"""What is a display by itself and must not stand in one."""
_COMMAND = re.compile(r"\\([a-zA-Z]+)\*?")
_PIECES = re.compile(
    r"\\(?P<edge>begin|end)\{(?P<name>[^{}]*)\}|\\.|(?P<brace>[{}])|(?P<cell>&)|(?P<dollar>\$)", re.DOTALL
)
_AMS = re.compile(
    r"\\usepackage(?:\[[^\]]*\])?\{[^}]*\b(?:amsmath|mathtools|amssymb)\b|\\documentclass(?:\[[^\]]*\])?\{ams"
)
_KERNEL = frozenset(
    """alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega frac sqrt sum prod int
    oint lim
    limsup liminf log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max inf sup gcd det dim
    deg ker arg hom Pr le leq ge geq ne neq equiv approx sim simeq cong propto mid parallel perp in ni notin subset
    subseteq supset supseteq cup cap setminus emptyset forall exists neg land lor wedge vee to gets mapsto rightarrow
    leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow Longrightarrow Longleftrightarrow iff
    cdot cdots ldots dots vdots ddots times div pm mp ast star circ bullet oplus otimes angle triangle infty partial
    nabla prime ell Re Im left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr langle rangle lfloor rfloor lceil
    rceil vert Vert quad qquad overline underline hat bar tilde vec dot ddot widehat widetilde overbrace underbrace
    stackrel mathrm mathbf mathit mathsf mathcal textbf textit emph mbox bmod pmod mod displaystyle textstyle limits
    nolimits not colon lbrace rbrace""".split()
)
_AMS_ONLY = frozenset(
    """dfrac tfrac dbinom tbinom implies impliedby therefore because mathbb mathfrak boldsymbol operatorname lvert rvert
    lVert rVert overset underset xrightarrow nmid square blacksquare varnothing leqslant geqslant tag nonumber notag
    substack iint iiint intertext text boxed binom mod begin end""".split()
)
_SIGNS: Mapping[str, str] = {
    "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "≡": r"\equiv", "×": r"\times", "·": r"\cdot", "÷": r"\div",
    "±": r"\pm", "−": "-", "√": r"\surd", "∞": r"\infty", "π": r"\pi", "θ": r"\theta", "α": r"\alpha", "β": r"\beta",
    "→": r"\to", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow", "∈": r"\in", "∑": r"\sum", "∠": r"\angle",
    "△": r"\triangle", "°": r"^\circ", "²": "^2", "³": "^3", "⋅": r"\cdot", "∴": r"\Rightarrow", "…": r"\ldots",
}  # fmt: skip
_ESCAPES: Mapping[str, str] = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%#_{}$"},
}  # fmt: skip
_ESCAPED = re.compile(r"\\[$%&#_{}]|.")
_IN_TEXT = (
    (re.compile(r"\\textbf\{([^{}]*)\}"), r"**\1**"),
    (re.compile(r"\\(?:emph|textit)\{([^{}]*)\}"), r"*\1*"),
    (re.compile(r"\\[\\,;!](?=\s|$)|\\(?:noindent|medskip|bigskip|qquad|quad)\b"), ""),
)
"""Commands that a model writes between formulas, as Markdown."""
_PLAIN = frozenset("–—‘’“”…")
_HELD = re.compile("[\ue000-\uf8ff]")
_FIRST_HELD, _LAST_HELD = 0xE000, 0xF8FF
_BLOCKS = re.compile(r"^\s*(?:```|~~~|\|.*\||!\[|<[a-z/])", re.MULTILINE)
_MARKS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"^(?:\\#){1,6}\s+(.*)$"), r"\\textbf{\1}\n"),
    (re.compile(r"^\s*(?:[-*+])\s+(?=\S)"), r"\\par\\textbullet{} "),
    (re.compile(r"^\s*(\d{1,2}[.)])\s+(?=\S)"), r"\\par \1 "),
    (re.compile(r"^\s*(?:[-*]\s*){3,}$"), ""),
    (re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*"), r"\\textbf{\1}"),
    (re.compile(r"(?<![*\w])\*(?=\S)([^*]+?)(?<=\S)\*(?![*\w])"), r"\\emph{\1}"),
    (re.compile(r"`([^`]+)`"), r"\\texttt{\1}"),
    (re.compile(r'"([^"]*)"'), r"``\1''"),
)


def typeset(body: str, document: str) -> str | None:
    """`body` as text of the LaTeX `document`, None when that is not sure to compile."""
    if _BLOCKS.search(body):
        return None
    held: list[str] = []

    def hold(formula: str) -> str:
        held.append(formula)
        return chr(_FIRST_HELD + len(held) - 1)

    if _HELD.search(body) or len(_FORMULA.findall(body)) > _LAST_HELD - _FIRST_HELD - body.count("\\boxed"):
        return None
    text = _FORMULA.sub(lambda match: hold(_formula(match)), body)
    text = _with_boxes(text, hold)
    for pattern, written in _IN_TEXT:
        text = pattern.sub(written, text)
    boxes = _boxes(document)
    if not all(_is_sure(formula, document) for formula in held) or not _is_writable(text, document):
        return None
    lines = (_text(line) for line in text.split("\n"))
    return _HELD.sub(lambda match: boxes(held[ord(match[0]) - _FIRST_HELD]), "\n".join(lines))


def on_one_line(body: str) -> str:
    """Formulas without line breaks, so that each line can be a comment."""
    return _FORMULA.sub(lambda match: " ".join(match[0].split()), body)


def answer_line(answer: str, document: str) -> str:
    """The answer alone; in a comment where it might not compile."""
    formula = f"$\\boxed{{{_clean(answer)}}}$"
    if not _is_sure(formula, document):
        return f"% Answer: {answer}"
    return rf"\noindent\textbf{{Answer:}} {_boxes(document)(formula)}"


def _boxes(document: str) -> Callable[[str], str]:
    r"""Without the packages of the AMS there is no `\boxed`, but `\fbox` for text."""
    return str if _has_ams(document) else _with_text_boxes


def _with_text_boxes(formula: str) -> str:
    while "\\boxed{" in formula and (box := last_box(formula)):
        start, end, inner = box
        formula = f"{formula[:start]}\\fbox{{${inner}$}}{formula[end:]}"
    return formula


def _has_ams(document: str) -> bool:
    """A part of a document may count on them: it is seldom that they are not there."""
    return bool(_AMS.search(document)) or "\\documentclass" not in document


def _formula(match: re.Match[str]) -> str:
    if match["whole"]:
        return _clean(match["whole"])
    shown = match["dollars"] or match["display"]
    inner = _clean(shown or match["inline"] or match["dollar"])
    if not shown:
        return f"${inner.strip()}$"
    return inner.strip() if _OWN.fullmatch(inner) else rf"\[{inner.strip()}\]"


def _clean(formula: str) -> str:
    r"""Without blank lines; `50%` as `50\%`; signs as commands."""
    lines = [line for line in formula.split("\n") if line.strip()]
    escaped = re.sub(r"(?<!\\)([%#])", r"\\\1", "\n".join(lines))
    return re.sub("|".join(_SIGNS), lambda sign: f"{_SIGNS[sign[0]]} ", escaped)


def _with_boxes(text: str, hold: Callable[[str], str]) -> str:
    """Boxes that stand outside of all formulas, each as one."""
    while box := last_box(text):
        start, end, inner = box
        text = text[:start] + hold(f"$\\boxed{{{_clean(inner)}}}$") + text[end:]
    return text


def _is_sure(formula: str, document: str) -> bool:
    """Whether a formula is closed in itself, in ASCII, and made of commands that the document has."""
    if not formula.isascii() or not _is_closed(formula):
        return False
    more = _AMS_ONLY if _has_ams(document) else {"boxed"}
    unknown = set(_COMMAND.findall(formula)) - _KERNEL - more
    return not unknown or unknown <= set(_COMMAND.findall(document))


def _is_closed(formula: str) -> bool:
    r"""Braces, environments, `\left` and `\right`; no dollar inside, and cells only in an environment."""
    inner = formula.strip("$")
    open_: list[str] = []
    for piece in _PIECES.finditer(inner):
        if piece["edge"] == "begin" or piece["brace"] == "{":
            open_.append(piece["name"] or "{")
        elif piece["edge"] == "end" or piece["brace"] == "}":
            if not open_ or open_.pop() != (piece["name"] or "{"):
                return False
        elif piece["dollar"] or (piece["cell"] and not any(name != "{" for name in open_)):
            return False
    return not open_ and len(re.findall(r"\\left\b", inner)) == len(re.findall(r"\\right\b", inner))


def _is_writable(text: str, document: str) -> bool:
    """Whether it has no commands, and no letters but those of western Europe, signs, and such as the document uses."""
    if re.search(r"\\[a-zA-Z]", text):
        return False
    others = {each for each in text if not each.isascii() and not _HELD.match(each)}
    return all(each in _SIGNS or each in _PLAIN or "\u00c0" <= each <= "\u017f" or each in document for each in others)


def _text(line: str) -> str:
    escaped = "".join(map(_character, _ESCAPED.findall(line.strip())))
    for pattern, written in _MARKS:
        escaped = pattern.sub(written, escaped)
    return escaped


def _character(one: str) -> str:
    return f"${_SIGNS[one]}$" if one in _SIGNS else _ESCAPES.get(one, one)
