"""Tell the numbers that anybody may call in need, and the lines that answer them: "111", "Quitline is on 0800 …".

A professional sends a client there, and has no part in it: the number is no price, the call none of theirs, and
the line no handle.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

NUMBERS: Final = frozenset(
    "000 061 100 101 102 105 108 110 111 112 113 116 117 118 119 120 122 123 144 155 811 911 988 990 991 995 997 998"
    " 999 1300 1737 10111 10177 116123 116117 131114".split()
)
"""Short numbers of emergency services and of those who listen, somewhere in the world."""
_NEED: Final = frozenset(
    "unsafe safe danger emergency ambulance police crisis samaritans lifeline helpline hotline hospital dial"
    " suicidal bleeding breathe breathing faint fainting poison overdose".split()
)
"""What somebody is in who calls one of them."""
_TROUBLE: Final = frozenset("gp urgent worse dark hurt chest fire listen trained heavy".split()) | _NEED
"""What may be said of it beside, where the number is plainly called: "call or text 988 if it gets dark"."""
_DIALS: Final = frozenset("call ring dial phone text freephone on to or".split())
"""One of these stands right before a number that could be a sum as well: 100, 110, 120."""
_LINES: Final = (
    r"(?:[\w']*(?:quit|life|child|help|health|hot|youth|crisis|kids|parent|drug|drink|alcohol|gambling"
    r"|carer|silver|nurse"
    r"|talk|safe|rape|switch|legal|debt|smoke|anxiety|family|tele)line|samaritans|beyond ?blue|(?:the"
    r" )?(?:[\w']+ )?refuge"
    r"|(?:mental health|crisis|duty) (?:team|line)|(?:quit|crisis|help|drug|parent|child|youth|safe|health|nurse) line"
    r"|(?:poisons?) (?:centre|center|line|control|information)|citizens advice|shelter|nhs|ambulance"
    r"|police|non ?-? ?emergency"
    r"|victim support|women's aid|cruse|relate|acas|papyrus"
    r"|(?:call|ring|contact|try|text|phone) (?:shout|mind)|mind(?= (?:is|'s) (?:\w+ )?(?:on|there)))"
)
_ON: Final = re.compile(
    rf"(?:(?P<ours>\b(?:my|our|reached(?: the| my)?|the (?:studio|salon|booking|shop))(?: [\w-]+)? )|\A|(?<=[\W_ ])){_LINES}"
    r"(?: (?:is|are|'s|'re)| has someone)?(?: (?:free|open|there|always|also|still))*(?: (?:on|at|through"
    r"|via|,|:|\())?(?: (?:freephone|free))? \Z"
)
"""Before a number: whose line it is, "Quitline is on", "ring Shelter on"."""
_BACK: Final = 8
_FAR: Final = 30
_IS_ME: Final = re.compile(
    r"\b(?:that's|it's|which is|is) (?:me|mine|my)\b|\bask for me\b|\b(?:reach|get|ring|call) me\b|\bi'm (?:there|on it|in)\b"
)
_FOR_ME: Final = re.compile(
    r"\b(?:reach|get|ring|call|text|find|contact) (?:me|us) (?:at|on|via|through)\b|\b(?:i|we) work\b"
)
"""Behind a number, and before it: it is ours, whatever the line is called."""
_CALLED: Final = re.compile(
    r"(?:call|ring|phone|dial)(?: (?:or|and|/) (?:text|message|chat|webchat))?(?: (?:to|on))?(?:"
    r" free(?:phone)?)?(?: on)? (?P<number>\d{2,5}|\d{3} \d{3}|\d{2} \d{2} \d{2})\b(?! ?\d)"
)
_CALLS_LINE: Final = re.compile(rf"(?:call|ring|phone)(?: or (?:text|message))? (?:the |your )?{_LINES}\b")


def is_of_helpline(reading: Reading, first: int) -> bool:
    """True for the contact on word `first` that is the number of a line for those in need."""
    words = reading.words
    begin = max(reading.sentence(first)[0], first - _BACK)
    near = words[begin:first]
    if not any(word.removesuffix("'s") in _ENDS or word.removesuffix("'s").endswith("line") for word in near):
        return False
    line, at = reading.line, reading.line_at
    found = _ON.search(line[at[begin] : at[first]])
    if found is None or found["ours"] is not None or _FOR_ME.search(line, at[begin], at[first]):
        return False
    return _IS_ME.search(line, at[first], at[min(reading.sentence(first)[1], first + 2 * _BACK)]) is None


_ENDS: Final = frozenset(
    "samaritans beyondblue blue refuge team centre center control information advice shelter nhs ambulance police"
    " emergency support aid cruse relate acas papyrus shout mind".split()
)


def calls_helpline(reading: Reading, index: int) -> bool:
    """True where the verb on word `index` calls a helpline or an emergency number: "call or text 1737"."""
    line, at = reading.line, reading.line_at[index]
    found = _CALLED.match(line, at)
    if found is not None:
        return found["number"].replace(" ", "") in NUMBERS
    return _CALLS_LINE.match(line, at) is not None


def is_emergency_number(reading: Reading, first: int, last: int) -> bool:
    """True for the number on the words `[first, last)` that one calls in need: "111 if you feel unsafe"."""
    words = reading.words
    if last - first != 1 or words[first] not in NUMBERS:
        return False
    begin, end = reading.sentence(first)
    said = words[max(begin, first - _FAR) : min(end, last + _FAR)]
    if words[max(0, first - 1) : first] and words[first - 1] in _DIALS:
        return not _TROUBLE.isdisjoint(said)
    return not words[first].endswith(("0", "5")) and not _NEED.isdisjoint(said)
