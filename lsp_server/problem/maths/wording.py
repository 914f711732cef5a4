"""Does a text ask for a number or an expression, as AIME and HMMT do, and not for a program or a proof?"""

import re
from collections.abc import Sequence

from lsp_server.problem.maths.words import is_long, is_word_problem, question_at_end

_OBJECT = (
    r"(?:all\b|the\b|its\b|an?\s+(?:closed|explicit|exact)|\$|\\\(|\\\[|\d|[a-zA-Z]\s*[-+*/^(=]|[a-zA-Z]\b(?=[.,?]|\s*$)"
    r"|every\b|each\b|integers?\b|how\b)"
)
_ASKS = re.compile(
    r"(?:\A|[.;:?!,)]\s+|\n\s*|\b(?:and|then|please|now|to)\s+|[*_]\s*)"
    r"(?:(?:find|compute|determine|evaluate|calculate|simplify|express|solve|give)\s+"
    + _OBJECT
    + r"|how\s+(?:many|much|far|long|old|fast)\b"
    r"|(?:(?:for|in|of|on|with|at|to|after)\s+(?:what|which|how\s+many)"
    r"|what(?:'s|\s+(?:is|are|was|will|must|fraction|percent))(?!\s+(?:an?\s+(?!possible)[a-z]{2,}|\w+\s+(?:is|was|are|in)\b)))\b"
    r"|求|计算|有多少|(?:等于|是)多少)",
    re.IGNORECASE,
)
_ASKS_INSIDE = re.compile(
    r"(?:what\s+(?:is|are)\s+the|how\s+many\s+\w+|\bfind\s+\$|多少|求|can\s+be\s+(?:written|expressed)\s+(?:as|in))",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\$\$.+?\$\$|(?<![\\\w])\$(?=(?!(?:Id|Date|Revision|Author|Header|Log)\b)[^\s$\d]|\d+[.,]?[^\d.,]|\d+\$)[^$\n]+(?<!\s)\$|\\\(.+?\\\)|\\\[.+?\\\]|"
    r"\\begin\{(?:equation|align|gather|cases)\*?\}",
    re.DOTALL,
)
_COMMAND = re.compile(
    r"\\(?:boxed|frac|dfrac|tfrac|sqrt|sum|prod|int|binom|cdot|times|angle|triangle|overline|pi|theta|alpha|le|leq|ge|geq"
    r"|equiv|pmod|bmod|log|sin|cos|tan|ldots|dots)(?![a-zA-Z])"
)
_COMPETITION = re.compile(
    r"relatively prime|coprime (?:positive )?integers|ordered (?:pairs?|triples?|quadruples?)|\bm\s*\+\s*n\b|"
    r"remainder when|is divided by \d|positive (?:real|rational|integer)|positive divisors|nonnegative integers?|"
    r"non-negative integers?|real numbers? \$?[a-z]\b|complex numbers?|probability that|(?:area|perimeter|circumradius|"
    r"inradius|volume) of (?:the )?(?:triangle|region|circle|square|quadrilateral|pentagon|hexagon|trapezoid|polygon|"
    r"tetrahedron|sphere|[A-Z]{3,})|\bgeometric (?:sequence|series|progression)|arithmetic (?:sequence|progression)|"
    r"least common multiple|greatest common divisor|\\boxed|正整数|实数|概率|面积",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(integer|prime|divisor|divisible|digit|triangle|circle|square|polygon|rectangle|angle|radius|polynomial|roots?|"
    r"probability|factorial|perpendicular|tangent|diagonal|permutation|dice|die|coin|remainder|inequality|logarithm|"
    r"fraction|hexagon|quadrilateral|equation|multiple)s?\b",
    re.IGNORECASE,
)
_PROGRAMMING = re.compile(
    r"\barrays?\b|\bnums\b|\breturn(?:s|ed|ing)?\b|\bimplement\w*|\bstdin\b|\bstdout\b|\binputs?\b|\boutputs?\b|"
    r"linked list|binary (?:search )?tree|\bTreeNode\b|\balgorithm\b|\bO\(|leetcode|codeforces|\bpython\b|javascript|"
    r"\bjava\b|c\+\+|\bdef \w|\bmethod\b|\bapi\b|runtime|subarray|substring|subsequence|\bcommand\b|\binstall\b|"
    r"\bconfig\w*|\brepository\b|\bprogram\b|\bsource code\b|test cases?\b|输入|输出|数组|链表|字符串|返回",
    re.IGNORECASE,
)
_EQUATION = re.compile(
    r"(?<![\w.])(?:\d*[a-z](?:\^\d)?|\d+)\s*[-+*/^]\s*\d*[a-z](?:\^\d)?\s*=\s*-?\d+(?![\w/])|(?<!\w)[a-z]\^2\b"
)
"""`x + y = 10`, as people type it."""
_SPAN = re.compile(r"`[^`\n]*`")
_DOCUMENTATION = re.compile(r"``|\]\(|https?://|<!--|\bv\d+\.\d+")
"""What manuals have and questions do not, unless they have formulas, too."""
_CODE_WORDS = re.compile(
    r"\blists?\b|\bstrings?\b|\bfunctions?\b|\bclass\b|\bcode\b|\bindex\b|\bindices\b|\bgraph\b|\bgrid\b"
)
_WORDS = r"[^.!?。\n]*"
_INSTRUCTION = re.compile(
    rf"(?:^|(?<=[.!?。])\s*){_WORDS}(?:answer|result|答案){_WORDS}\\boxed\s*(?:\{{[^{{}}]*\}})?{_WORDS}[.!。]?",
    re.IGNORECASE | re.MULTILINE,
)
"""`Put your final answer within \\boxed{}.`"""


def without_instruction(text: str) -> str:
    """The statement without the sentence that tells a model where its answer goes."""
    return _INSTRUCTION.sub("", text).strip()


def poses(text: str) -> bool:
    """Whether `text` asks for anything, by its words alone: `Find its area.`"""
    return bool(_ASKS.search(text) or _ASKS_INSIDE.search(text))


def asks_for_answer(text: str, in_code: bool = False) -> bool:
    """Whether `text` asks for a number or an expression.

    In text it needs something of mathematics in it. In a comment of code (`in_code`) programs are what is usually asked
    for, so it needs formulas, or what only competitions say, and no word of programming.
    """
    if not poses(text):
        return False
    text = _SPAN.sub(" `` ", text)
    formulas = len(_FORMULA.findall(text)) + ("\\boxed" in text)
    strong = bool(_COMPETITION.search(text)) or formulas > 1 or has_formula(text)
    if in_code:
        programs = bool(_PROGRAMMING.search(text) or _CODE_WORDS.search(text))
        told = is_long(text) and is_word_problem(text)
        return ((strong or told) and not programs) or "\\boxed" in text
    if not has_formula(text) and _DOCUMENTATION.search(text):
        return False
    if _PROGRAMMING.search(text) and not (
        "\\boxed" in text or (strong and formulas > 2 and bool(_COMMAND.search(text)))
    ):
        return False
    nouns = {noun.lower() for noun in _NOUN.findall(text)}
    told = is_word_problem(text) or (len(nouns) > 1 and bool(question_at_end(text)))
    return strong or bool(_EQUATION.search(text)) or told


def without_formulas(texts: Sequence[str]) -> tuple[str, ...]:
    """Lines with nothing where formulas are."""
    return tuple(_FORMULA.sub(" ", text) for text in texts)


def has_formula(text: str) -> bool:
    return bool(_FORMULA.search(text)) and not _is_money(text)


def _is_money(text: str) -> bool:
    """`$5 and $7`: the only dollars are amounts."""
    return not any(re.search(r"[a-zA-Z\\^_=+]", match[0]) or len(match[0]) < 8 for match in _FORMULA.finditer(text))
