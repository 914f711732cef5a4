"""What the text of a function tells before it is run, in any language: impurity, caches, constants. No code is run.

For Python `purity.py` and `inputs/constants.py` read the syntax tree. For the others this reads words, on the safe
side: what looks like the clock or like something that outlives a call is refused.
"""

import ast
import re
from collections.abc import Mapping, Sequence
from math import isqrt

from lsp_server.judge import purity
from lsp_server.judge.inputs.constants import Constants, constants_of
from lsp_server.problem.model import Signature

Words = Sequence[tuple[str, str]]
_SCRIPT: Words = (
    ("random numbers", r"Math\.random|crypto\."),
    ("the clock", r"\bDate\b|performance\.|setTimeout|setInterval|process\.hrtime"),
    ("the system", r"\bprocess\.|\brequire\s*\(\s*['\"](?:fs|os|net|http|child_process)|\bfetch\s*\("),
    ("code made at run time", r"\beval\s*\(|\bnew\s+Function\b"),
    ("its own callers", r"\barguments\.callee\b|\.caller\b|\bError\.(?:captureStackTrace|prepareStackTrace)|\.stack\b"),
    (
        "global names",
        r"\bglobalThis\b|\bglobal\.|\bwindow\.|\b\w+\.prototype\.\w+\s*(?:\?\?|\|\||&&)?=(?!=)"
        r"|\b(?:Array|Object|Map|Set|Math|JSON|Number|String|Function|Symbol)\.\w+\s*(?:\?\?|\|\||&&)?=(?!=)",
    ),
)
_CXX: Words = (
    ("random numbers", r"\bs?rand\s*\(|\brandom_device\b|\bmt19937|\b\w*_distribution\b"),
    ("the clock", r"\bchrono\b|\bclock\s*\(|\btime\s*\("),
    ("files or other programs", r"\b[io]?fstream\b|\bfopen\b|\bsystem\s*\(|\bgetenv\b|\bpopen\b"),
    ("standard input", r"\bcin\b|\bscanf\b|\bgetline\s*\("),
    ("threads", r"\bthread\b|\basync\s*\(|\bmutex\b"),
    ("addresses", r"reinterpret_cast|\buintptr_t\b|\basm\b"),
)
_JAVA: Words = (
    ("random numbers", r"Math\.random|\bRandom\b|UUID|identityHashCode"),
    ("the clock", r"currentTimeMillis|nanoTime|\bLocalDate|\bInstant\b|\bnew\s+Date\b"),
    ("files or the system", r"\bFiles?\b|\bSystem\.(?:getenv|getProperty|in|exit)|\bRuntime\b|\bScanner\b|\bProcess"),
    ("threads", r"\bThread\b|\bExecutor|\.parallel(?:Stream)?\s*\(|\bCompletableFuture\b|\bsynchronized\b"),
    ("its own callers", r"\bgetStackTrace\b|\bStackWalker\b|\.reflect\.|\bgetDeclared"),
)
_GO: Words = (
    ("random numbers", r"\brand\."),
    ("the clock", r"\btime\."),
    ("files or the system", r"\bos\.|\bioutil\.|\bnet\.|\bexec\.|\bbufio\."),
    ("other goroutines", r"\bgo\s+\w|\bsync\.|\bselect\s*\{"),
    ("its own callers or addresses", r"\bruntime\.|\bunsafe\.|\breflect\."),
)
_RUST: Words = (
    ("random numbers", r"\brand::|\bRandomState\b"),
    ("the clock", r"\bInstant\b|\bSystemTime\b"),
    ("files or the system", r"\bfs::|\benv::|\bnet::|\bprocess::|\bio::|\bstdin\b"),
    ("threads", r"\bthread::|\bmpsc\b"),
    ("unsafe code", r"\bunsafe\b"),
)
_WORDS: Mapping[str, Words] = {
    "javascript": _SCRIPT, "typescript": _SCRIPT, "cpp": _CXX, "java": _JAVA, "go": _GO, "rust": _RUST,
}  # fmt: skip
_ANY_FUNCTION = r"(?:async\s+)?function\b|(?:async\s*)?\(?[\w\s,:\[\]<>]*\)?\s*=>"
_LASTING_SCRIPT = re.compile(
    rf"^(?:export\s+)?(?:const|let|var)\s+\w+(?:\s*:[^=]+)?\s*=\s*(?!\s)(?!{_ANY_FUNCTION}).*$"
    r"|\bstatic\s+#?\w+\s*[=;]|^\s*this\.\w+(?:\[[^\]]*\])?\s*=(?!=)",
    re.MULTILINE,
)
_LASTING: Mapping[str, re.Pattern[str]] = {
    "javascript": _LASTING_SCRIPT,
    "typescript": _LASTING_SCRIPT,
    "cpp": re.compile(
        r"\b(?:static|thread_local)\b[^(;{]*[;={]|^(?:std::)?(?:unordered_)?(?:map|set|vector)<.*;", re.MULTILINE
    ),
    "java": re.compile(r"\bstatic\b[^(){};]*[;=]|^\s*(?:private|protected|public|final)[^(){};]*=", re.MULTILINE),
    "go": re.compile(r"^var\b.*$", re.MULTILINE),
    "rust": re.compile(r"\bstatic\b(?!')|\bthread_local!|\b(?:OnceLock|OnceCell|LazyLock|lazy_static)\b"),
}
"""Declarations of what outlives a call."""
_SHARED = frozenset({"javascript", "typescript", "java", "go"})
"""Languages in which returning a parameter hands out the caller's own object."""
_COMMENT = re.compile(r"//[^\n]*|/\*[\s\S]*?\*/")
_NUMBER = re.compile(r"(?<![\w.])(0[xX][\da-fA-F_']+|\d[\d_']*(?:\.\d+)?(?:[eE]\d+)?)")
_TEXT = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`([^`$\\]*)`")
_PRODUCT = re.compile(r"(\d+)\s*(<<|\*\*?)\s*(\d+)")
MOST_BITS = 100
USUAL = 128


def impure(language: str, source: str, code: str, signature: Signature) -> str | None:
    """The sentence for a function whose result depends on more than its arguments. `code`: its own text."""
    if language == "python":
        return purity.impure(source, signature)
    text = _TEXT.sub('""', _COMMENT.sub("", code))
    if found := re.search(rf"\b{re.escape(signature.name)}\.\w+\s*(?:\?\?|\|\||&&)?=(?!=)", text):
        return f"It stores something on itself, which outlives a call (`{found[0].strip()}`)."
    for what, pattern in _WORDS[language]:
        if found := re.search(pattern, text):
            return f"It uses {what} (`{found[0].strip()}`)."
    return None


def caching(language: str, old: str, new: str, signature: Signature) -> str | None:
    """The sentence for a new version of the file that keeps something between calls where the old one does not."""
    if language == "python":
        return purity.caching(old, new, signature)
    before, after = (_LASTING[language].findall(_COMMENT.sub("", text)) for text in (old, new))
    added = next((each.strip() for each in after if each not in before), None)
    return f"It declares something that outlives a call (`{added}`)." if added is not None else None


def handing_out(language: str, old: str, new: str, signature: Signature) -> str | None:
    """The sentence for a new version that returns the caller's own object where the old one does not."""
    if language not in _SHARED:
        return None
    for parameter in signature.params:
        name = re.escape(parameter.name)
        returned = re.compile(
            rf"\breturn\s+{name}\s*(?:[;}}]|\[|\.(?:sort|reverse)\b|$)"
            rf"|\breturn\b[^;\n]*(?:[?:]|\|\|)\s*{name}\s*(?:[;}}:]|\.(?:sort|reverse)\b|$)",
            re.MULTILINE,
        )
        if returned.search(new) and not returned.search(old) and not _is_scalar(parameter.type):
            return f"It returns `{parameter.name}` itself, which the function does not."
    return _handing_out_numbers(language, old, new)


def _handing_out_numbers(language: str, old: str, new: str) -> str | None:
    """JavaScript's arrays of numbers of one kind look like arrays to whoever compares them, and are none."""
    if language not in ("javascript", "typescript"):
        return None
    typed = r"(?:new\s+)?(?:Float|Big|Int|Uint)\w*Array\b"
    names = re.findall(rf"\b(\w+)\s*=\s*{typed}", new)
    returned = re.search(rf"\breturn\s+(?:{typed}|(?:{'|'.join(names) or '(?!)'})\s*[;}}\n])", new)
    return None if not returned or re.search(typed, old) else "It returns an array of another class."


def _is_scalar(type_: str) -> bool:
    return type_.strip() in (
        "int",
        "long",
        "double",
        "boolean",
        "char",
        "number",
        "string",
        "String",
        "bool",
        "float64",
        "int64",
    )


def strange_numbers(language: str, old: str, new: str) -> str | None:
    """The sentence for a new version with a large number that the old one does not have: a case that nobody may try.

    A usual one is round, or a limit of a type.
    """
    known, found = ({int(each) for each in _numbers(text) if each == int(each)} for text in (old, new))
    strange = sorted(each for each in found - known if abs(each) > USUAL and not _usual(each))
    return f"It has a case of its own for {strange[0]}, which the function does not know." if strange else None


def _usual(value: int) -> bool:
    limits = {(1 << bits) + more for bits in range(6, 65) for more in (-1, 0, 1)}
    tens = {10**power + more for power in range(2, 19) for more in (-1, 0, 1, 7, 9)}
    return value in limits | tens or value % 1000 == 0


def constants(language: str, code: str) -> Constants:
    """The values that the code tests against, see `inputs/constants.py`."""
    if language == "python":
        return constants_of(code)
    plain = _COMMENT.sub("", code)
    texts = {found for match in _TEXT.finditer(plain) if (found := match[1] or match[2] or match[3])}
    numbers = _numbers(code)
    numbers += [_combined(int(a), op, int(b)) for a, op, b in _PRODUCT.findall(plain) if len(a) + len(b) < 12]
    whole = {int(each) for each in numbers if each == int(each) and abs(each) < 1 << MOST_BITS}
    whole |= {ord(each) for each in texts if len(each) == 1}
    near = {other for each in whole for other in _near(each)}
    fractions = tuple(sorted({float(each) for each in numbers if each != int(each)}))
    return Constants(tuple(sorted(near, key=abs)), fractions, tuple(sorted(each for each in texts if "\\" not in each)))


def _numbers(code: str) -> list[float]:
    plain = _TEXT.sub(" ", _COMMENT.sub("", code))
    return [_value(each) for each in _NUMBER.findall(plain)]


def _value(text: str) -> float:
    plain = text.replace("_", "").replace("'", "")
    return int(plain, 16) if plain[:2] in ("0x", "0X") else float(plain) if re.search(r"[.eE]", plain) else int(plain)


def _combined(a: int, op: str, b: int) -> int:
    if op == "*":
        return a * b
    if b > MOST_BITS or a > 1 << 16:
        return 0
    return a << b if op == "<<" else a**b


def _near(value: int) -> set[int]:
    roots = {isqrt(value)} if value > 3 and isqrt(value) ** 2 == value else set[int]()
    return {value - 1, value, value + 1, -value, value * 2, *roots}


def essence(language: str, code: str) -> str:
    """The same for codes that differ only in their layout. Raises ValueError for what is no code."""
    if language == "python":
        try:
            return ast.dump(ast.parse(code))
        except SyntaxError as error:
            raise ValueError(str(error)) from error
    return re.sub(r"\s+", "", _COMMENT.sub("", code))
