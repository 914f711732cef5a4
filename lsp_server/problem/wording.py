"""What the words of a statement say of right answers: their order, whether there are several, how exact numbers are."""

import re
from collections.abc import Sequence
from typing import Literal

from lsp_server.problem.model import Order

_NO_MATTER = r"(?:do|does|is|are)(?: not|n't) (?:matter|important|relevant|significant)"
_PARTS = r"(?:inner |sub)?(?:list|array|group|pair|triplet|quadruplet|tuple|combination|subset|row|component)s?"


def _either(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_BOTH = _either(
    rf"\border of (?:the )?\w+(?: \w+)?[^.]{{0,40}}\band\b[^.]{{0,40}}\border of\b[^.]{{0,60}}{_NO_MATTER}",
    r"\bboth (?:the )?(?:outer|inner)\b[^.]{0,60}\bany order",
    r"输出的?顺序和.{0,12}顺序(?:并|都)?不重要",
)
_INNER = _either(
    rf"\b(?:in|within|inside) (?:each|every) {_PARTS}\b[^.]{{0,40}}(?:in any order|{_NO_MATTER})",
    rf"\b(?:within|inside) an? {_PARTS}\b[^.]{{0,40}}(?:in any order|{_NO_MATTER})",
    rf"\bin an? {_PARTS}\b[^.]{{0,40}}{_NO_MATTER}",
    rf"\beach {_PARTS}\b[^.]{{0,30}}\bin any order",
    r"每个.{0,8}(?:内部?|中)的?.{0,8}顺序(?:可以)?(?:任意|不重要)",
)
_ANY_ORDER = _either(
    r"\bany order\b",
    r"\bregardless of order\b",
    r"\b(?:in arbitrary|(?:in )?whatever) order\b",
    r"\border of [^.()]{1,40} is irrelevant\b",
    rf"\border(?:ing)? (?:(?:of|in) [\w\s]{{1,40}}|in which [\w\s]{{1,40}})?{_NO_MATTER}",
    r"\bany other ordering\b",
    r"順番は問(?:いません|わない)|任意の順(?:番|序)|どのような順(?:番|序)で",
    r"任意顺序|任何顺序|任意次序|不(?:需要|用)?考虑.{0,8}顺序|顺序(?:不限|任意|不重要|无关)",
)
_INPUT_ORDER = _either(
    r"\b(?:given|visit(?:ed)?|contains?|choose|chosen|pick(?:ed)?|process(?:ed)?|removed?|perform(?:ed)?|takes?|taken"
    r"|appl(?:y|ied)|merge|carried out|made|done)(?: (?!answer|result|output|solution)[\w']+){0,4} in any order\b"
)
"""Of what is given or done, as opposed to what is returned."""
_ORDERED_PARTS = _either(
    r"\b(?:paths?|routes?|points?|intervals?|coordinates?|ranges?|itinerar(?:y|ies))\b", r"\bpairs? [\[(]\w+, ?\w+[\])]"
)
"""Lists that mean something else when they are turned round."""
_RESULT = _either(r"\b(?:return|answer|output|print|result|solution|report|list them)(?:s|ed)?\b")
_THINGS = (
    r"(?:array|string|list|permutation|ordering|sequence|subsequence|substring|subset|path|pair|integer|number|matrix|tree|"
    r"arrangement|assignment|set|grid|point|index|element|node|peak|triple|partition|colou?ring)s?"
)
_SEVERAL = _either(
    rf"\b(?:return|print|output|find|construct|give)s? any (?!order|other|more)(?:\w+ ){{0,2}}?{_THINGS}\b(?! order)",
    rf"\b(?:and|or) any (?!order|other|more)(?:\w+ ){{0,2}}?{_THINGS} (?:which|that)\b[^.]{{1,100}}\botherwise\b",
    r"\b(?:return|print|output|report|find|choose|give|accept)s? (?:the (?:index (?:of|to)|indices of) )?any"
    r" (?:(?:one )?of (?:them|these|those|the \w+)|valid|such|possible|correct|one|optimal|suitable)\b",
    r"\bany (?:valid|correct|possible|optimal|suitable) \w+ (?:is|are|will be|would be) (?:accepted|allowed|fine|ok)\b",
    rf"\b(?:return|print|output|find) the (?:index|position|value|coordinates) of any {_THINGS}\b",
    r"\bif there (?:are|is) (?:several|multiple|many),? (?:return|print|output|find|choose) any\b(?! order)",
    r"複数の(?:解|答え|解答).{0,12}(?:どれ|いずれ).{0,8}(?:出力|構いません|よい|正解)",
    r"\bany (?:valid |correct |possible |optimal |suitable )?(?:answer|solution|output|one|result|arrangement)s?"
    r"(?: \w+){0,5} (?:is|are|will be|would be) (?:accepted|allowed|fine|ok|valid|acceptable|considered)",
    r"\bany of (?:them|these|those|the \w+)(?: \w+){0,2} (?:is|are|will be) (?:accepted|allowed|fine|ok)",
    r"\b(?:there (?:are|is|exists?|(?:may|might|can|could) be)|has|have|contains?|exist) (?:multiple|several|many|"
    r"more than one|two or more) [^.]{1,100}\b(?:any|either)\b(?! order)",
    r"\b(?:multiple|several) (?:valid )?(?:answers|solutions|outputs) (?:are|may be|can be) (?:accepted|allowed)",
    r"\b(?:returns?|picks?|chooses?|generates?) (?:an? )?(?:uniform |uniformly )?random\b",
    r"\brandomly (?:returns?|picks?|chooses?|shuffles?)\b|\bchooses an? \w+ randomly\b",
    r"随机(?:返回|选择)|返回.{0,8}随机",
    r"(?:多个|多种|不止一个|若干).{0,12}(?:返回|输出|给出|打印).{0,6}(?:任意|任一|其中|任何)",
    r"任意一[个种组].{0,8}(?:即可|均可|都可)",
    r"答案不唯一",
)
_UNIQUE = _either(
    r"(?:answer|solution|output|result)s? (?:is|are|will be) (?:guaranteed to be )?unique", r"答案(?:是|保证)?唯一"
)
_EXACTNESS = _either(
    r"\b(?:within|error|tolerance|precision|accuracy|exceed|accepted|differ|accurate)\b", r"误差|精度|誤差"
)
_SMALL = _either(
    r"\b10\s*\^?\s*[{(]?\s*[-−–]\s*(?P<power>\d{1,2})\b",
    r"\b1(?:\.0)?e-0?(?P<exponent>\d{1,2})\b",
    r"\b0\.(?P<zeros>0*)1\b",
)
_DECIMALS = _either(
    r"\b(?:with|to) (?:exactly |precisely )?(?:\d{1,2}|one|two|three|four|five|six)"
    r" (?:(?:decimal )?(?:digits?|places?)|decimals?)\b(?! or more)"
)
_AT_LEAST = _either(r"\bat least\b[^.]{0,20}\b(?:digits?|decimals?|places?)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_RAISED = str.maketrans({"⁻": "^-", **{raised: str(digit) for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}})
"""`10⁻⁶` as `10^-6`."""
_ALTERNATIVE = _either(r"[\])}\"'\w]\s*(?:,\s*)?\bor\b\s*[\[({\"'\d-]", r"[\])}\"'\d]\s*或者?\s*[\[({\"'\d-]")


_TRUTH = _either(r"\breturns? (?:\w+ ){0,3}?(?:true|false)\b", r"\bboolean\b", r"\bTrue or False\b")
_SHOWN_TRUTHS = ("0", "1", "yes", "no")
_IN_PLACE = _either(r"\bin[- ]?place\b", r"\b(?:do not|don't|need not|without) return(?:ing)? anything\b", r"原地")
_LISTED = re.compile(r"\s*(?:\w+\s*=\s*)?(?:\[.*\]|-?[\d.]+(?:\s+-?[\d.]+)+)\s*", re.DOTALL)


def returned(prose: str, outputs: Sequence[str]) -> Literal["truth", "nothing", ""]:
    """What a function returns whose header does not say it: examples show 1 or Yes for true, or the list it changes."""
    if outputs and all(output.strip().lower() in _SHOWN_TRUTHS for output in outputs) and _TRUTH.search(prose):
        return "truth"
    changes = bool(outputs) and all(_LISTED.fullmatch(output) for output in outputs) and _IN_PLACE.search(prose)
    return "nothing" if changes else ""


def order_of(texts: Sequence[str]) -> Order:
    """Sentences run over lines, so the lines are read as one."""
    text = _joined(texts)
    if _BOTH.search(text):
        return "any_both"
    if _INNER.search(text):
        return "any_both" if _ANY_ORDER.search(_INNER.sub("", text)) else "any_inner"
    if not any(_ANY_ORDER.search(_of_result(sentence)) for sentence in _SENTENCE.split(text)):
        return "exact"
    return "any_outer" if _ORDERED_PARTS.search(text) else "any"


def _of_result(sentence: str) -> str:
    """The sentence without the order in which something is given or done."""
    said = _INPUT_ORDER.search(sentence)
    return _INPUT_ORDER.sub("", sentence) if said and not _RESULT.search(sentence, 0, said.start()) else sentence


def has_several_answers(texts: Sequence[str], outputs: Sequence[str]) -> bool:
    """By the words, or because an output names two (`[0,1] or [1,0]`)."""
    text = _joined(texts)
    if _SEVERAL.search(text) and not _UNIQUE.search(text):
        return True
    return any(_ALTERNATIVE.search(output) for output in outputs)


def tolerance_of(texts: Sequence[str]) -> float | None:
    """The error that a statement allows; None when it says nothing of it."""
    text = _joined(texts)
    for match in _SMALL.finditer(text):
        if _EXACTNESS.search(text, max(0, match.start() - 100), match.end() + 60):
            digits = int(match["power"] or match["exponent"] or len(match["zeros"]) + 1)
            return float(f"1e-{digits}") if 0 < digits < 20 else None
    return None


def tells_decimals(texts: Sequence[str]) -> bool:
    """Whether a number of decimals is asked for: `with 5 digits after the decimal point`."""
    text = _joined(texts)
    return bool(_DECIMALS.search(text)) and not _AT_LEAST.search(text)


def _joined(texts: Sequence[str]) -> str:
    return " ".join(text.strip() for text in texts).translate(_RAISED)
