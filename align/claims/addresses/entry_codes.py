"""Entry codes: gate, door, key-safe and alarm codes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.reading import Reading

_DIGIT: Final = r"(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|nought|double|triple)\b"
_PART: Final = rf"(?:\d{{1,3}}(?!\d)|{_DIGIT})"
_FIGURES: Final = (
    rf"(?:{_DIGIT}(?:(?: -| ,)? {_DIGIT}){{2,7}}(?! ?-? ?\d)|{_PART}(?:(?: -)? {_PART}){{2,7}}"
    rf"|\d(?: , \d){{3,7}}(?! ?,? ?\d))"
)
"""Figures one by one, in words or in both: "nine-0-8-three"; words may stand between commas."""
_ID: Final = (
    rf"(?:# ?|\* ?)?(?:[a-z] ?)?\d{{3,8}}(?: ?[a-z]\b(?! \w))?(?: ?[#*])*"
    rf"|\d\d(?: -)? \d\d(?!\d)(?: ?[#*])*|\d(?:(?: -)? \d){{3,7}}\b(?: ?[#*])*"
    rf"|{_FIGURES}(?: (?:hash|star|pound))?"
)
_LINKS: Final = (
    r"(?:(?:number|codes?|is|'s|are|:|-|—|=|,|for|the|to|at|on|of|gate|door|lift|building|front|main"
    r"|outside|lobby|then|punch|in|will|be|it's|its|it|open|opens|with|my|our|by|entry|key|box|safe|set"
    r"|just|still|same|as|ever|and|out|outer|inner|side|street|courtyard|stairwell|put|enter|type|press"
    r"|dial|use|\() ){0,12}?"
)
_OF_PLACE: Final = (
    r"(?:(?:for|to|on|of|at) (?:(?:my|our|the|this) )?(?:(?!codes?\b)[^\W\d]+ ){1,6}?(?:is|:|=|-|—) )?"
)
"""Between a code and its digits, the place that it opens: "for my block in Futian is"."""
_WHERE: Final = (
    r"(?:by|on|at|beside|behind|under|near|in|inside|above|below|opposite|round|around|next to|outside"
    r"|to) (?:(?:my|our|the|this|a) )?(?:[^\W\d]+ ){1,5}?(?:is |'s |it's |: |= |- |— |, |\. |and |the "
    r"|code |combo |number ){1,4}"
)
"""Where a key safe hangs, between it and its digits: "by the tap, 0809"."""
_HANGS: Final = (
    r"(?:is|'s|hangs|sits|lives|hanging|mounted|fixed|hidden|tucked|screwed|attached|right|just|out|up"
    r"|down|round|around|back)"
)
_CODE: Final = re.compile(
    rf"(?:(?:keysafe|lockbox|keypad|keybox|safe|box)(?: {_HANGS})* {_WHERE}"
    r"|(?:codes?|pin|passcode|combo|combination|keysafe|lockbox|keypad|keybox|safe|box|lock"
    rf"|padlock) {_OF_PLACE}{_LINKS})(?P<id>{_ID})(?![\w:]*\d)(?! (?:%|usd|eur|gbp|euros?|pounds|dollars"
    r"|quid|mins?|minutes|hours?|people|m|metres?|meters?|yards?|feet|ft|km|miles?|steps?|stairs"
    r"|[ap]m)\b)"
)
_GATE: Final = re.compile(
    r"gate (?:(?:pass|password|key|number|no) )?(?:'s|is|:|=|-)(?: on)?"
    rf" (?:# ?)?(?:\d{{4,6}}|{_FIGURES})(?: ?[#*])?(?![\w:]*\d)(?! (?:%|usd|eur|gbp|euros?|pounds"
    r"|dollars)\b)"
)
"""A gate and its code, which goes without saying: "gate's 0192"."""
_LISTED_GATE: Final = re.compile(r"gate (?:# ?)?(?!(?:19|20)\d\d )\d{4}#?(?= (?:[.,;!?)\n]|and|then)|\Z)")
_LISTING: Final = frozenset(", ; . : - — \n and".split(" "))
"""What a gate stands behind that is one more part of an address: "130 Nicholson St, gate 0192"."""
_NAMED: Final = re.compile(
    r"\b(?:(?:front|main|side|back|garden|outer|inner|street|building|outside|entry|my|the|our|alarm"
    r"|access|security|key|lock|lift|garage|car|park) )*"
    r"(?:gate|door|entry|entrance|building|access|alarm|security|key|keypad|intercom|garage|lobby|lift"
    r"|lock|safe|house|barrier|buzzer|porch|lockbox|box|keysafe|wi-?fi|door's|front)(?: 's)? \Z"
)
_ARTICLES: Final = re.compile(r"(?:(?:my|the|our|your|front|main) )+")
_OTHER_CODE: Final = re.compile(
    r"\b(?:promo|promotion|discount|voucher|referral|coupon|gift|post|postal|zip|area|country|dress|qr"
    r"|bar|source|hs|dialling|dialing|booking"
    r"|sort|colou?r|use|using|with|verification|confirmation|tracking|order|reference|sign ?up|invite"
    r"|swift|bank|card|error|vat|product|style|tax|shade|wi ?-? ?fi|access|obd2?|fault|trouble|exam"
    r"|subject|syllabus|paper|engine|diagnostic|dtc|radio|paint|part|stock|sku|hex|lot|batch|game|zoom"
    r"|meeting|class|classroom|course|student|login|otp|tuning|answer|chord|colou?ring|dye|mix|icd"
    r"|billing|procedure|airport|flight|identifier|claim|offer|deal|activation|redemption|redeem|reset"
    r"|auth|authori[sz]ation|backup|reservation|refund|returns|registration"
    r"|loyalty|account|branch|item|model|serial|ticket|app|playlist|module|pairing|bluetooth|parcel"
    r"|download|licen[cs]e|upgrade) \Z"
)
_TAKES: Final = re.compile(
    r"\b(?:gate|door|lock|padlock|keypad|barrier|lobby|entrance|shutter|lockbox|keybox|keysafe"
    r"|key safe)(?: (?:(?:at|on|by|for|of) (?:the|my|our) (?:\w+ )?)?(?:door|gate|lock|itself|entrance"
    r"|wall|side|front|back))?(?: 's| is)?"
    r" (?:(?:that |which )?(?:opens?|unlocks?|works?|goes|releases?|comes)(?: up| open)?"
    r" (?:with|w(?: /)?|by|using)|takes|needs(?! \d{4} , (?:the|a) \w+ (?:one|kind|battery|cell)\b)"
    r"|wants|likes|on"
    r"|(?:lets?|gets) (?:you|ya|u) in (?:with|on|by))"
    rf" (?P<id>{_ID})(?![\w:]*\d)(?= (?:[.,!?;)\n—-]"
    r"|(?:and|then|to|at|if|when|but|so|just|turn|push|pull|ok|x)\b)|\Z)"
)
"""What opens a door, said of the door: "the side gate opens with 2580#"."""
_TYPED: Final = re.compile(
    r"(?:punch(?: in)?|key in|type(?: in)?|enter|press|dial|put in|buzz|tap(?: in)?|hit|code in|pop in)"
    rf" (?:the (?:code|number) )?(?P<id>{_ID}|\d{{1,3}})(?![\w:]*\d)"
)
_OPENS: Final = re.compile(
    rf"\b(?:with|using|use|it's|is) (?P<id>{_ID}) (?:on|at|in|into|for) (?:the|my|our) (?:\w+ )?"
    r"(?:keypad|gate|door|panel|lock|safe|lockbox|intercom|box)\b"
)
_AT_PANEL: Final = re.compile(
    r" (?:at|on|in|into|for) (?:the|my|our) (?:\w+ )?(?:keypad|gate|door|panel|lock|safe|lockbox"
    r"|intercom|box|entrance)\b"
)
_PANEL: Final = re.compile(
    r"\b(?:gate|door|keypad|panel|intercom|entrance|lift|barrier|lockbox|safe|buzzer|building|lobby"
    r"|get in|let yourself in)\b"
)


CODE_WORDS: Final = frozenset(
    "gate code codes pin passcode combo combination keysafe lockbox keypad keybox safe box lock padlock".split()
)
"""Words that `_CODE` opens with."""
_TYPING: Final = (
    *"punch in type enter press dial buzz code number tap hit".split(),
    *"with using use it's is".split(),
    *"takes needs wants likes opens unlocks works".split(),
)
"""What the word right before a typed code ends with."""


def typed_numbers(words: list[str], numbers: Sequence[int]) -> list[int]:
    """Return, cheaply, the numbers right before which a word of typing stands.

    A sign, a letter or an "oh" may come between them: "press # 4471".
    """
    found: list[int] = []
    for index in numbers:
        at = index - 1
        while at > 0 and (len(words[at]) == 1 or words[at] == "oh") and index - at < _FAR:
            at -= 1
        if at >= 0 and _types(words[at]):
            found.append(index)
    return found


@lru_cache(maxsize=8192)
def _types(word: str) -> bool:
    return word.endswith(_TYPING)


_LOCKS: Final = tuple(
    f"{kind} " for kind in "combi combo combination door gate number code smart bike key".split()
)
"""Locks that have a code; "lock in 1530" is no lock."""
_FAR: Final = 4
"""Words between a code and its name from which the code alone is what a person points at."""


def find_code(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the entry code that word `index` introduces."""
    line, at = reading.line, reading.line_at
    word = reading.words[index]
    begin, end = reading.sentence(index)
    before = line[at[max(begin, index - 6)] : at[index]]
    if word in ("safe", "box") and not before.endswith(("key ", "lock ", "key - ")):
        return _typed(reading, index, begin, end)
    if word == "lock" and not before.endswith(_LOCKS):
        return _typed(reading, index, begin, end)
    gate = _GATE.match(line, at[index]) if word == "gate" else None
    if gate is None and word == "gate" and index and reading.words[index - 1] in _LISTING:
        gate = _LISTED_GATE.match(line, at[index])
    if gate is not None:
        return reading.words_of(gate.start(), gate.end())
    match = _CODE.match(line, at[index])
    if match is not None:
        named = _NAMED.search(before)
        if named is None and _OTHER_CODE.search(before):
            return None
        if word == "pin" and named is None and "card" in before:
            return None
        first = index if named is None else _without_articles(reading, at[index] - len(named.group()))
        begin, last = reading.words_of(match.start("id"), match.end())
        return begin if begin - index > _FAR else first, last
    return _typed(reading, index, begin, end)


def _without_articles(reading: Reading, position: int) -> int:
    match = _ARTICLES.match(reading.line, position)
    return reading.word_at(position if match is None else match.end())


_TYPED_REACH: Final = 12
"""Words between a door and what is typed at it, the strokes of "4-4-7-1" among them."""


_AT_A_DOOR: Final = frozenset(
    word + ending
    for word in (
        "gate door keypad panel lock padlock safe lockbox keybox keysafe intercom box barrier lobby entrance shutter lift"
        " buzzer building get let"
    ).split()
    for ending in ("", "'s")
)
"""Words of which whatever opens a door is told with one."""


def _typed(reading: Reading, index: int, begin: int, end: int) -> tuple[int, int] | None:
    """Read a code that is typed at a door: "punch in 4471 at the gate"."""
    line, at = reading.line, reading.line_at
    first, last = max(begin, index - _TYPED_REACH), min(end, index + _TYPED_REACH)
    if _AT_A_DOOR.isdisjoint(reading.words[first:last]):
        return None
    window = line[at[first] : at[last] - 1 if last == len(reading) else at[last]]
    match = _OPENS.search(window)
    if match is not None:
        return reading.words_of(at[first] + match.start("id"), at[first] + match.end("id"))
    match = _TAKES.search(window)
    if match is not None:
        return reading.words_of(at[first] + match.start("id"), at[first] + match.end("id"))
    match = _TYPED.search(window)
    if match is None or _PANEL.search(window) is None:
        return None
    where = _AT_PANEL.match(window, match.end())
    end = match.end() if where is None else where.end()
    return reading.words_of(at[first] + match.start(), at[first] + end)
